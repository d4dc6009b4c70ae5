#include "core/nn/binary_synapses.h"

#include "core/nn/fused_parts.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <vector>

namespace spikeclip::nn {

namespace {

/// Rate above which LibTorch's dense products are faster: at the shipped model's sizes, on one AVX2 core, both took about the same time there.
constexpr double breakEven = 0.45;

constexpr std::int64_t groupRows = 256; // whose gradients of one tile stay in the second-level cache

const std::uint64_t* wordsOf(const at::Tensor& bits)
{
    return reinterpret_cast<const std::uint64_t*>(bits.data_ptr<std::int64_t>()); // LibTorch 1.13 has no unsigned words
}

template <typename Real>
std::int64_t tileOf(const SynapseShape& shape)
{
    return productKernels<Real>(bestKernels()).tileWidth(shape.outputs);
}

/// Shape   [outputs, inputs, ...]  ->  [tiles, taps, inputs, tile], padded with zeros
at::Tensor inTiles(const SynapseShape& shape, const at::Tensor& weight, std::int64_t tile)
{
    const auto tiles = (shape.outputs + tile - 1) / tile;
    const auto padded = at::constant_pad_nd(weight.reshape({shape.outputs, shape.inputs * shape.taps()}), {0, 0, 0, tiles * tile - shape.outputs});
    return padded.view({tiles, tile, shape.inputs, shape.taps()}).permute({0, 3, 2, 1}).contiguous();
}

std::vector<std::int64_t> weightSizes(const SynapseShape& shape)
{
    if (shape.side == 1)
        return {shape.outputs, shape.inputs};
    return {shape.outputs, shape.inputs, shape.side, shape.side};
}

at::Tensor fromTiles(const SynapseShape& shape, const at::Tensor& tiles)
{
    return tiles.permute({0, 3, 2, 1}).reshape({-1, shape.inputs * shape.taps()}).narrow(0, 0, shape.outputs).reshape(weightSizes(shape));
}

/// The spikes as numbers, [images, height, width, inputs].
at::Tensor unpacked(const SynapseShape& shape, const at::Tensor& bits, const at::TensorOptions& options)
{
    auto spikes = at::empty({shape.images, shape.height, shape.width, shape.inputs}, options);
    forReal(spikes, [&](auto real) {
        using Real = decltype(real);
        auto* out = spikes.data_ptr<Real>();
        at::parallel_for(0, shape.images * shape.positions(), std::max<std::int64_t>(1, grain / shape.inputs), [&](std::int64_t first, std::int64_t last) {
            kernels<Real>(bestKernels()).unpack(wordsOf(bits), shape.inputs, out, first, last);
        });
    });
    return spikes;
}

at::Tensor eventSynapses(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& weight, const at::Tensor& bias)
{
    auto out = at::empty({shape.images, shape.height, shape.width, shape.outputs}, weight.options());
    forReal(weight, [&](auto real) {
        using Real = decltype(real);
        const auto tile = tileOf<Real>(shape);
        const at::Tensor tiles = inTiles(shape, weight, tile);
        at::Tensor biases = at::zeros({tiles.size(0) * tile}, weight.options());
        if (bias.defined())
            biases.narrow(0, 0, shape.outputs).copy_(bias);
        auto* y = out.data_ptr<Real>();
        at::parallel_for(0, shape.images, 1, [&](std::int64_t first, std::int64_t last) {
            const auto scratch = std::make_unique<std::uint32_t[]>(static_cast<std::size_t>((shape.inputs + 1) * shape.positions()));
            productKernels<Real>(bestKernels()).gather(shape, wordsOf(bits), tiles.data_ptr<Real>(), biases.data_ptr<Real>(), y, scratch.get(), first, last);
        });
    });
    return out;
}

at::Tensor eventGradient(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& grad)
{
    return forReal(grad, [&](auto real) {
        using Real = decltype(real);
        const auto tile = tileOf<Real>(shape);
        const auto tiles = (shape.outputs + tile - 1) / tile;
        // Inputs beyond the last fill up its word; they never fire.
        auto gradWeights = at::zeros({tiles, shape.taps(), shape.inputs, tile}, grad.options());
        const auto group = std::min(shape.images, std::max<std::int64_t>(1, groupRows / shape.positions()));
        // Each part owns words of inputs and tiles of outputs and walks through all rows, so the order of addition is always the same.
        const auto threads = static_cast<std::int64_t>(at::get_num_threads());
        const auto wordParts = std::min(shape.words(), threads);
        const auto tileParts = std::min(tiles, (threads + wordParts - 1) / wordParts);
        at::parallel_for(0, wordParts * tileParts, 1, [&](std::int64_t firstPart, std::int64_t lastPart) {
            const auto rows = group * shape.positions();
            for (auto part = firstPart; part < lastPart; ++part) {
                const auto share = [](std::int64_t i, std::int64_t parts, std::int64_t all) { return i * all / parts; };
                const auto firstWord = share(part / tileParts, wordParts, shape.words());
                const auto lastWord = share(part / tileParts + 1, wordParts, shape.words());
                const auto firstTile = share(part % tileParts, tileParts, tiles);
                const auto lastTile = share(part % tileParts + 1, tileParts, tiles);
                const auto lists = std::make_unique<std::uint32_t[]>(static_cast<std::size_t>(64 * (lastWord - firstWord) * (rows + 1)));
                auto rim = at::zeros({group * shape.padded() * tile}, grad.options());
                auto some = shape;
                for (std::int64_t image = 0; image < shape.images; image += group) {
                    some.images = std::min(group, shape.images - image);
                    productKernels<Real>(bestKernels())
                        .collect(some, wordsOf(bits) + image * shape.positions() * shape.words(),
                                 grad.data_ptr<Real>() + image * shape.positions() * shape.outputs, gradWeights.template data_ptr<Real>(), lists.get(),
                                 rim.template data_ptr<Real>(), firstTile, lastTile, firstWord, lastWord);
                }
            }
        });
        return fromTiles(shape, gradWeights);
    });
}

bool byEvents(Product product, const SynapseShape& shape, const at::Tensor& bits)
{
    return product == Product::Event || (product == Product::Auto && firingRate(shape, bits) <= breakEven);
}

}

at::Tensor denseSynapses(const SynapseShape& shape, const at::Tensor& inputs, const at::Tensor& weight, const at::Tensor& bias)
{
    if (shape.side == 1)
        return at::linear(inputs, weight, bias);
    return asRows(at::conv2d(fromRows(inputs), weight, bias, 1, 1));
}

at::Tensor denseGradient(const SynapseShape& shape, const at::Tensor& spikes, const at::Tensor& grad)
{
    if (shape.side == 1)
        return at::mm(grad.flatten(0, 2).t(), spikes.flatten(0, 2));
    const auto sizes = at::empty({1}, grad.options()).expand(weightSizes(shape)); // only its sizes are looked at
    return std::get<1>(at::convolution_backward(fromRows(grad), fromRows(spikes), sizes, c10::nullopt, {1, 1}, {1, 1}, {1, 1}, false, {0, 0}, 1,
                                                {false, true, false}))
        .contiguous();
}

double firingRate(const SynapseShape& shape, const at::Tensor& bits)
{
    std::int64_t spikes = 0;
    const auto* words = wordsOf(bits);
    for (std::int64_t i = 0; i < bits.numel(); ++i)
        spikes += std::popcount(words[i]);
    const auto chances = shape.images * shape.positions() * shape.inputs;
    return chances > 0 ? static_cast<double>(spikes) / static_cast<double>(chances) : 0;
}

at::Tensor synapses(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& weight, const at::Tensor& bias)
{
    return synapses(shape, bits, weight, bias, Product::Auto);
}

at::Tensor synapses(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& weight, const at::Tensor& bias, Product product)
{
    return byEvents(product, shape, bits) ? eventSynapses(shape, bits, weight, bias)
                                                          : denseSynapses(shape, unpacked(shape, bits, weight.options()), weight, bias);
}

at::Tensor weightGradient(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& grad)
{
    return weightGradient(shape, bits, grad, Product::Auto);
}

at::Tensor weightGradient(const SynapseShape& shape, const at::Tensor& bits, const at::Tensor& grad, Product product)
{
    return byEvents(product, shape, bits) ? eventGradient(shape, bits, grad)
                                                           : denseGradient(shape, unpacked(shape, bits, grad.options()), grad);
}

at::Tensor inputGradient(const SynapseShape& shape, const at::Tensor& weight, const at::Tensor& grad)
{
    if (shape.side == 1)
        return at::matmul(grad, weight);
    // Some percent faster at the shipped model's sizes than the equal convolution with the kernel turned round.
    const auto spikes = at::empty({shape.images, shape.height, shape.width, shape.inputs}, grad.options()); // only its sizes are looked at
    return asRows(std::get<0>(at::convolution_backward(fromRows(grad), fromRows(spikes), weight, c10::nullopt, {1, 1}, {1, 1}, {1, 1}, false, {0, 0}, 1,
                                                       {true, false, false})));
}

}
