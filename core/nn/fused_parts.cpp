#include "core/nn/fused_parts.h"

#include "core/data/outcome.h"
#include "core/nn/peers.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <numeric>

namespace spikeclip::nn {

namespace {

constexpr std::int64_t blockElements = 1 << 16; // whose sums are taken together, so that they do not depend on the number of threads

std::int64_t channelsOf(const at::Tensor& rows)
{
    return rows.dim() > 1 ? std::max<std::int64_t>(1, rows.size(-1)) : 1;
}

std::int64_t rowsOf(const at::Tensor& rows)
{
    return rows.numel() / channelsOf(rows);
}

std::int64_t rowsPerThread(std::int64_t elementsPerRow)
{
    return std::max<std::int64_t>(1, grain / std::max<std::int64_t>(1, elementsPerRow));
}

/// Adds up what `add(sums of the block, first row, last row)` gives for blocks of rows -> [2, C] double.
template <typename Add>
at::Tensor inBlocks(std::int64_t rows, std::int64_t channels, std::int64_t elementsPerRow, Add&& add)
{
    const auto block = std::max<std::int64_t>(1, blockElements / std::max<std::int64_t>(1, elementsPerRow));
    const auto blocks = (rows + block - 1) / block;
    auto partial = at::zeros({blocks, 2, channels}, at::kDouble);
    auto* sums = partial.data_ptr<double>();
    at::parallel_for(0, blocks, 1, [&](std::int64_t first, std::int64_t last) {
        for (auto i = first; i < last; ++i)
            add(sums + 2 * channels * i, i * block, std::min(rows, (i + 1) * block));
    });
    return partial.sum(0);
}

struct Sums
{
    at::Tensor sums; ///< [2, C] double
    double count;    ///< of rows
};

/// Of all peers.
Sums overAll(const at::Tensor& own, std::int64_t rows, const Peers* peers)
{
    const auto count = static_cast<double>(rows);
    if (!peers)
        return {own, count};
    auto packed = at::cat({own.flatten(), at::full({1}, count, own.options())}); // one message
    peers->sum(packed);
    return {packed.narrow(0, 0, own.numel()).view(own.sizes()), packed[-1].item<double>()};
}

at::ScalarType arithmeticType(const at::Tensor& rows)
{
    return rows.scalar_type() == at::kBFloat16 ? at::kFloat : rows.scalar_type();
}

template <typename Stored>
NeuronTask<Stored> neuronTask(const at::Tensor& rows, const Affine* affine, const Firing& firing)
{
    const auto own = firing.constantInput ? 1 : firing.steps;
    using Real = Arithmetic<Stored>;
    NeuronTask<Stored> task{.extent = {.steps = firing.steps, .rows = rowsOf(rows) / own, .channels = channelsOf(rows)},
                            .input = dataOf<Stored>(rows),
                            .constantInput = firing.constantInput};
    if (affine) {
        task.scale = dataOf<Real>(affine->scale);
        task.shift = dataOf<Real>(affine->shift);
    }
    task.tau = static_cast<Real>(firing.lif.tau);
    task.threshold = static_cast<Real>(firing.lif.threshold);
    task.slope = static_cast<Real>(firing.lif.slope);
    return task;
}

template <typename Stored>
void runFire(const NeuronTask<Stored>& task, Stored* spikes, std::uint64_t* bits)
{
    at::parallel_for(0, task.extent.rows, rowsPerThread(task.extent.channels * task.extent.steps), [&](std::int64_t first, std::int64_t last) {
        kernels<Stored>(bestKernels()).fire(task, spikes, bits, first, last);
    });
}

/// What the loop that `choose` takes from a set makes of all rows.
template <typename Choose>
at::Tensor mapped(const at::Tensor& rows, const Affine& affine, Choose&& choose)
{
    auto y = at::empty_like(rows);
    forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        using Real = Arithmetic<Stored>;
        const auto loop = choose(kernels<Stored>(bestKernels()));
        at::parallel_for(0, rowsOf(rows), rowsPerThread(channelsOf(rows)), [&](std::int64_t first, std::int64_t last) {
            loop(dataOf<Stored>(rows), channelsOf(rows), dataOf<Real>(affine.scale), dataOf<Real>(affine.shift), dataOf<Stored>(y), first, last);
        });
    });
    return y;
}

}

void refuseType()
{
    throw Error(ErrorCode::BadValue, "fused neurons need float32, float64 or bfloat16");
}

at::Tensor asRows(const at::Tensor& x)
{
    return x.dim() > 2 ? x.movedim(1, -1).contiguous() : x.contiguous();
}

at::Tensor fromRows(const at::Tensor& rows)
{
    return rows.dim() > 2 ? rows.movedim(-1, 1) : rows;
}

at::Tensor gradientSums(const at::Tensor& g, const at::Tensor& rows)
{
    return forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        const auto channels = channelsOf(rows);
        const auto* gradient = dataOf<Stored>(g);
        const auto* x = dataOf<Stored>(rows);
        return inBlocks(rowsOf(rows), channels, channels, [&](double* sums, std::int64_t first, std::int64_t last) {
            kernels<Stored>(bestKernels()).moments(gradient, x, channels, sums, first, last);
        });
    });
}

Affine normalisation(const at::Tensor& rows, const BatchNorm& norm, bool training, std::int64_t repeats)
{
    at::NoGradGuard quiet;
    at::Tensor mean;
    at::Tensor variance;
    if (training) {
        const auto [sums, count] = overAll(gradientSums(rows, rows), rowsOf(rows), norm.peers);
        const auto averages = sums / count;
        mean = averages[0];
        variance = (averages[1] - mean * mean).clamp_min(0);
        const auto seen = count * static_cast<double>(repeats);
        const auto unbiased = variance * (seen / std::max(1.0, seen - 1));
        norm.runningMean.mul_(1 - norm.momentum).add_(mean.to(norm.runningMean.scalar_type()), norm.momentum);
        norm.runningVariance.mul_(1 - norm.momentum).add_(unbiased.to(norm.runningVariance.scalar_type()), norm.momentum);
    } else {
        mean = norm.runningMean.to(at::kDouble);
        variance = norm.runningVariance.to(at::kDouble);
    }
    const auto inverse = (variance + norm.epsilon).rsqrt();
    const auto scale = norm.weight.to(at::kDouble) * inverse;
    const auto shift = norm.bias.to(at::kDouble) - mean * scale;
    return {scale.to(arithmeticType(rows)), shift.to(arithmeticType(rows)), mean, inverse};
}

at::Tensor normalised(const at::Tensor& rows, const Affine& affine)
{
    return mapped(rows, affine, [](const auto& loops) { return loops.affine; });
}

at::Tensor rectified(const at::Tensor& rows, const Affine& affine)
{
    return mapped(rows, affine, [](const auto& loops) { return loops.rectify; });
}

std::pair<at::Tensor, at::Tensor> rectifiedBackward(const at::Tensor& rows, const Affine& affine, const at::Tensor& gradient)
{
    auto out = at::empty_like(rows);
    const auto sums = forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        using Real = Arithmetic<Stored>;
        const auto channels = channelsOf(rows);
        return inBlocks(rowsOf(rows), channels, channels, [&](double* partial, std::int64_t first, std::int64_t last) {
            kernels<Stored>(bestKernels())
                .rectifyBackward(dataOf<Stored>(gradient), dataOf<Stored>(rows), channels, dataOf<Real>(affine.scale), dataOf<Real>(affine.shift),
                                 dataOf<Stored>(out), partial, first, last);
        });
    });
    return {out, sums};
}

AffineBackward::AffineBackward(const at::Tensor& rows, const Affine& affine, const at::Tensor& sums, bool training, const Peers* peers)
{
    const auto type = arithmeticType(rows);
    const auto perWeight = [&](const at::Tensor& s) { return (s[1] - affine.mean * s[0]) * affine.inverse; }; // [C], sum of dy * xhat
    const auto scale = affine.scale.to(at::kDouble);
    a = affine.scale;
    gradWeight = perWeight(sums).to(type);
    gradBias = sums[0].to(type);
    if (!training) {
        b = at::zeros_like(a);
        d = at::zeros_like(a);
        return;
    }
    const auto [all, count] = overAll(sums, rowsOf(rows), peers);
    const auto slope = -scale * perWeight(all) * affine.inverse / count;
    b = slope.to(type);
    d = (-scale * all[0] / count - slope * affine.mean).to(type);
}

void AffineBackward::apply(at::Tensor& gradient, const at::Tensor& rows) const
{
    forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        using Real = Arithmetic<Stored>;
        auto* g = dataOf<Stored>(gradient);
        at::parallel_for(0, rowsOf(rows), rowsPerThread(channelsOf(rows)), [&](std::int64_t first, std::int64_t last) {
            kernels<Stored>(bestKernels())
                .affine2(g, dataOf<Stored>(rows), channelsOf(rows), dataOf<Real>(a), dataOf<Real>(b), dataOf<Real>(d), g, first, last);
        });
    });
}

at::Tensor spikesOf(const at::Tensor& rows, const Affine* affine, const Firing& firing)
{
    auto sizes = rows.sizes().vec();
    if (firing.constantInput)
        sizes[0] *= firing.steps;
    auto spikes = at::empty(sizes, rows.options());
    forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        runFire(neuronTask<Stored>(rows, affine, firing), dataOf<Stored>(spikes), nullptr);
    });
    return spikes;
}

at::Tensor bitsOf(const at::Tensor& rows, const Affine* affine, const Firing& firing)
{
    const auto repeats = firing.constantInput ? firing.steps : 1;
    auto bits = at::empty({rowsOf(rows) * repeats, (channelsOf(rows) + 63) / 64}, at::kLong);
    forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        runFire<Stored>(neuronTask<Stored>(rows, affine, firing), nullptr, reinterpret_cast<std::uint64_t*>(bits.data_ptr<std::int64_t>()));
    });
    return bits;
}

at::Tensor spikesIn(const at::Tensor& bits)
{
    const auto* words = reinterpret_cast<const std::uint64_t*>(bits.data_ptr<std::int64_t>());
    const auto count = at::parallel_reduce(
        0, bits.numel(), grain, std::int64_t{0},
        [&](std::int64_t first, std::int64_t last, std::int64_t sum) {
            return std::accumulate(words + first, words + last, sum, [](std::int64_t before, std::uint64_t word) { return before + std::popcount(word); });
        },
        std::plus());
    return at::scalar_tensor(count, at::kDouble);
}

std::pair<at::Tensor, at::Tensor> firingBackward(const at::Tensor& rows, const Affine* affine, const at::Tensor& gradSpikes, const Firing& firing,
                                                 double spikeGradient)
{
    auto gradient = at::empty_like(rows);
    const auto sums = forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        auto task = neuronTask<Stored>(rows, affine, firing);
        task.spikeGradient = static_cast<Arithmetic<Stored>>(spikeGradient);
        const auto* g = dataOf<Stored>(gradSpikes);
        auto* out = dataOf<Stored>(gradient);
        return inBlocks(task.extent.rows, task.extent.channels, task.extent.channels * firing.steps,
                        [&](double* partial, std::int64_t first, std::int64_t last) {
                            kernels<Stored>(bestKernels()).fireBackward(task, g, out, partial, first, last);
                        });
    });
    return {gradient, sums};
}

}
