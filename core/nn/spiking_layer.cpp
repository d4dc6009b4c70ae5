#include "core/nn/spiking_layer.h"

#include "core/data/outcome.h"
#include "core/nn/binary_synapses.h"
#include "core/nn/fused_parts.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <memory>

namespace spikeclip::nn {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// The plain values of a layer, which its backward needs too.
struct Values
{
    Firing firing;
    bool pooled = false;
    bool training = false;
    double epsilon = 0;
    double momentum = 0;
    const Peers* peers = nullptr;
};

template <typename Real>
PoolTask<Real> poolTask(const at::Tensor& rows, const Affine& affine)
{
    return {.height = rows.size(1),
            .width = rows.size(2),
            .channels = rows.size(3),
            .scale = affine.scale.template data_ptr<Real>(),
            .shift = affine.shift.template data_ptr<Real>()};
}

struct Pooled
{
    at::Tensor chosen; ///< [N, H', W', C], not yet normalised
    at::Tensor places; ///< uint8, the same shape
};

/// Lines of one sample or of several: enough of them for a thread.
std::int64_t linesPerThread(const at::Tensor& rows)
{
    return std::max<std::int64_t>(1, grain / std::max<std::int64_t>(1, rows.size(2) * rows.size(3)));
}

Pooled pool(const at::Tensor& rows, const Affine& affine)
{
    return forReal(rows, [&](auto real) {
        using Real = decltype(real);
        const auto task = poolTask<Real>(rows, affine);
        const auto sizes = {rows.size(0), task.heightOut(), task.widthOut(), task.channels};
        const Pooled pooled{at::empty(sizes, rows.options()), at::empty(sizes, at::kByte)};
        at::parallel_for(0, rows.size(0) * task.heightOut(), linesPerThread(rows), [&](std::int64_t first, std::int64_t last) {
            kernels<Real>(bestKernels())
                .choose(task, rows.data_ptr<Real>(), pooled.chosen.template data_ptr<Real>(), pooled.places.template data_ptr<std::uint8_t>(), first, last);
        });
        return pooled;
    });
}

/// Normalisation's and pool's backward in one pass over x.
at::Tensor unpool(const at::Tensor& gradChosen, const at::Tensor& places, const at::Tensor& rows, const Affine& affine, const AffineBackward& map)
{
    auto gradient = at::empty_like(rows);
    forReal(rows, [&](auto real) {
        using Real = decltype(real);
        const auto task = poolTask<Real>(rows, affine);
        auto* out = gradient.data_ptr<Real>();
        at::parallel_for(0, rows.size(0) * task.height, linesPerThread(rows), [&](std::int64_t first, std::int64_t last) {
            kernels<Real>(bestKernels())
                .unchoose(task, gradChosen.data_ptr<Real>(), places.data_ptr<std::uint8_t>(), rows.data_ptr<Real>(), map.a.data_ptr<Real>(),
                          map.b.data_ptr<Real>(), map.d.data_ptr<Real>(), out, first, last);
        });
    });
    return gradient;
}

SynapseShape shapeOf(const at::Tensor& neurons, const at::Tensor& weight, const Firing& firing)
{
    return {.images = neurons.size(0) * (firing.constantInput ? firing.steps : 1),
            .height = neurons.size(1),
            .width = neurons.size(2),
            .inputs = neurons.size(3),
            .outputs = weight.size(0),
            .side = weight.dim() == 4 ? static_cast<int>(weight.size(2)) : 1};
}

class LayerFunction : public torch::autograd::Function<LayerFunction>
{
public:
    using Maybe = c10::optional<at::Tensor>;

    static at::Tensor forward(AutogradContext* context, const at::Tensor& rows, const Maybe& normWeight, const Maybe& normBias, const at::Tensor& weight,
                              const Maybe& bias, const Maybe& runningMean, const Maybe& runningVariance, const Values& values)
    {
        Affine affine;
        if (normWeight)
            affine = normalisation(rows, {*normWeight, *normBias, *runningMean, *runningVariance, values.epsilon, values.momentum, values.peers}, values.training,
                                   values.firing.constantInput ? values.firing.steps : 1);
        Pooled pooled;
        if (values.pooled)
            pooled = pool(rows, affine);
        const auto& neurons = values.pooled ? pooled.chosen : rows;
        const auto bits = bitsOf(neurons, normWeight ? &affine : nullptr, values.firing);
        context->save_for_backward({rows, weight, bits, pooled.chosen, pooled.places, affine.scale, affine.shift, affine.mean, affine.inverse});
        auto& saved = context->saved_data;
        saved["biased"] = bias.has_value();
        saved["pooled"] = values.pooled;
        saved["training"] = values.training;
        saved["peers"] = reinterpret_cast<std::int64_t>(values.peers);
        saved["steps"] = values.firing.steps;
        saved["constantInput"] = values.firing.constantInput;
        saved["tau"] = values.firing.lif.tau;
        saved["threshold"] = values.firing.lif.threshold;
        saved["slope"] = values.firing.lif.slope;
        return synapses(shapeOf(neurons, weight, values.firing), bits, weight, bias.value_or(at::Tensor()));
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto tensors = context->get_saved_variables();
        const auto &rows = tensors[0], &weight = tensors[1], &bits = tensors[2], &chosen = tensors[3], &places = tensors[4];
        const Affine affine{tensors[5], tensors[6], tensors[7], tensors[8]};
        auto& saved = context->saved_data;
        const Firing firing{saved["steps"].toInt(),
                            saved["constantInput"].toBool(),
                            {saved["tau"].toDouble(), saved["threshold"].toDouble(), saved["slope"].toDouble()}};
        const bool pooled = saved["pooled"].toBool();
        const bool mapped = affine.scale.defined();
        const auto& neurons = pooled ? chosen : rows;
        const auto shape = shapeOf(neurons, weight, firing);

        const auto gradOut = grad[0].contiguous();
        const auto gradWeight = weightGradient(shape, bits, gradOut);
        const auto gradBias = saved["biased"].toBool() ? gradOut.sum({0, 1, 2}) : at::Tensor();
        auto [gradient, sums] = firingBackward(neurons, mapped ? &affine : nullptr, spikeGradient(shape, weight, gradOut), firing);
        if (!mapped)
            return {gradient, {}, {}, gradWeight, gradBias, {}, {}, {}};
        const AffineBackward map(rows, affine, sums, saved["training"].toBool(), reinterpret_cast<const Peers*>(saved["peers"].toInt()));
        if (pooled)
            gradient = unpool(gradient, places, rows, affine, map);
        else
            map.apply(gradient, rows);
        return {gradient, map.gradWeight, map.gradBias, gradWeight, gradBias, {}, {}, {}};
    }
};

AttentionShape attentionShape(const at::Tensor& spikes, std::int64_t heads)
{
    return {.positions = spikes.size(1) * spikes.size(2), .width = spikes.size(3) / 3, .heads = heads};
}

/// Calls `work(kernels, scratch, first, last)` for all samples.
template <typename Real, typename Work>
void forSamples(const AttentionShape& shape, std::int64_t samples, Work&& work)
{
    at::parallel_for(0, samples, std::max<std::int64_t>(1, grain / (shape.positions * shape.width)), [&](std::int64_t first, std::int64_t last) {
        const auto scratch = std::make_unique<Real[]>(static_cast<std::size_t>(shape.scratch()));
        work(kernels<Real>(bestKernels()), scratch.get(), first, last);
    });
}

class AttentionFunction : public torch::autograd::Function<AttentionFunction>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& spikes, std::int64_t heads, double scale)
    {
        context->save_for_backward({spikes});
        context->saved_data["heads"] = heads;
        context->saved_data["scale"] = scale;
        const auto shape = attentionShape(spikes, heads);
        auto out = at::empty({spikes.size(0), spikes.size(1), spikes.size(2), shape.width}, spikes.options());
        forReal(spikes, [&](auto real) {
            using Real = decltype(real);
            const auto* in = spikes.data_ptr<Real>();
            auto* y = out.data_ptr<Real>();
            forSamples<Real>(shape, spikes.size(0), [&](const Kernels<Real>& loops, Real* scratch, std::int64_t first, std::int64_t last) {
                loops.attend(shape, in, static_cast<Real>(scale), y, scratch, first, last);
            });
        });
        return out;
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto spikes = context->get_saved_variables()[0];
        const auto shape = attentionShape(spikes, context->saved_data["heads"].toInt());
        const auto gradOut = grad[0].contiguous();
        auto gradient = at::empty_like(spikes);
        forReal(spikes, [&](auto real) {
            using Real = decltype(real);
            const auto scale = static_cast<Real>(context->saved_data["scale"].toDouble());
            forSamples<Real>(shape, spikes.size(0), [&](const Kernels<Real>& loops, Real* scratch, std::int64_t first, std::int64_t last) {
                loops.attendBackward(shape, spikes.data_ptr<Real>(), gradOut.data_ptr<Real>(), scale, gradient.data_ptr<Real>(), scratch, first, last);
            });
        });
        return {gradient, {}, {}};
    }
};

}

at::Tensor spikingLayer(const at::Tensor& x, const SpikingLayer& layer, const at::Tensor& weight, const at::Tensor& bias)
{
    if (x.dim() != 4 || (weight.dim() != 2 && (weight.dim() != 4 || weight.size(2) != 3 || weight.size(3) != 3)) || weight.size(1) != x.size(1))
        throw Error(ErrorCode::BadShape, "spiking layer: [N, C, H, W] with weights [D, C] or [D, C, 3, 3]");
    if (layer.pooled && !layer.norm)
        throw Error(ErrorCode::BadValue, "spiking layer: a pool needs a normalisation before it");
    Values values{{layer.steps, layer.constantInput, layer.lif}, layer.pooled, layer.training};
    c10::optional<at::Tensor> normWeight, normBias, mean, variance;
    if (layer.norm) {
        normWeight = layer.norm->weight;
        normBias = layer.norm->bias;
        mean = layer.norm->runningMean;
        variance = layer.norm->runningVariance;
        values.epsilon = layer.norm->epsilon;
        values.momentum = layer.norm->momentum;
        values.peers = layer.norm->peers;
    }
    return fromRows(LayerFunction::apply(asRows(x), normWeight, normBias, weight, bias.defined() ? c10::make_optional(bias) : c10::nullopt, mean, variance, values));
}

at::Tensor spikingAttention(const at::Tensor& spikes, int heads, double scale)
{
    return fromRows(AttentionFunction::apply(asRows(spikes), std::int64_t{heads}, scale));
}

}
