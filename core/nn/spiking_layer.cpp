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
    bool rectified = false; ///< rectifiers instead of neurons
    bool pooled = false;
    bool training = false;
    bool mixed = false;
    bool counted = false; ///< whether anybody asks for the number of spikes
    double epsilon = 0;
    double momentum = 0;
    const Peers* peers = nullptr;

    /// Whether spikes are kept as bits. Products in bfloat16 are dense ones: processors that have them multiply zeros faster than anything skips them.
    bool onBits() const { return !rectified && !mixed; }

    void save(AutogradContext* context) const
    {
        auto& saved = context->saved_data;
        saved["steps"] = firing.steps;
        saved["constantInput"] = firing.constantInput;
        saved["tau"] = firing.lif.tau;
        saved["threshold"] = firing.lif.threshold;
        saved["slope"] = firing.lif.slope;
        saved["rectified"] = rectified;
        saved["pooled"] = pooled;
        saved["training"] = training;
        saved["mixed"] = mixed;
        saved["peers"] = reinterpret_cast<std::int64_t>(peers);
    }

    static Values of(AutogradContext* context)
    {
        auto& saved = context->saved_data;
        return {.firing = {saved["steps"].toInt(),
                           saved["constantInput"].toBool(),
                           {saved["tau"].toDouble(), saved["threshold"].toDouble(), saved["slope"].toDouble()}},
                .rectified = saved["rectified"].toBool(),
                .pooled = saved["pooled"].toBool(),
                .training = saved["training"].toBool(),
                .mixed = saved["mixed"].toBool(),
                .peers = reinterpret_cast<const Peers*>(saved["peers"].toInt())};
    }
};

template <typename Stored>
PoolTask<Stored> poolTask(const at::Tensor& rows, const Affine& affine)
{
    using Real = Arithmetic<Stored>;
    return {.height = rows.size(1),
            .width = rows.size(2),
            .channels = rows.size(3),
            .scale = dataOf<Real>(affine.scale),
            .shift = dataOf<Real>(affine.shift)};
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
    return forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        const auto task = poolTask<Stored>(rows, affine);
        const auto sizes = {rows.size(0), task.heightOut(), task.widthOut(), task.channels};
        const Pooled pooled{at::empty(sizes, rows.options()), at::empty(sizes, at::kByte)};
        at::parallel_for(0, rows.size(0) * task.heightOut(), linesPerThread(rows), [&](std::int64_t first, std::int64_t last) {
            kernels<Stored>(bestKernels())
                .choose(task, dataOf<Stored>(rows), dataOf<Stored>(pooled.chosen), pooled.places.template data_ptr<std::uint8_t>(), first, last);
        });
        return pooled;
    });
}

/// Normalisation's and pool's backward in one pass over x.
at::Tensor unpool(const at::Tensor& gradChosen, const at::Tensor& places, const at::Tensor& rows, const Affine& affine, const AffineBackward& map)
{
    auto gradient = at::empty_like(rows);
    forStored(rows, [&](auto stored) {
        using Stored = decltype(stored);
        using Real = Arithmetic<Stored>;
        const auto task = poolTask<Stored>(rows, affine);
        at::parallel_for(0, rows.size(0) * task.height, linesPerThread(rows), [&](std::int64_t first, std::int64_t last) {
            kernels<Stored>(bestKernels())
                .unchoose(task, dataOf<Stored>(gradChosen), places.data_ptr<std::uint8_t>(), dataOf<Stored>(rows), dataOf<Real>(map.a),
                          dataOf<Real>(map.b), dataOf<Real>(map.d), dataOf<Stored>(gradient), first, last);
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

    /// The currents, and the number of spikes if it is asked for, else 0.
    static variable_list forward(AutogradContext* context, const at::Tensor& rows, const Maybe& normWeight, const Maybe& normBias,
                                 const at::Tensor& weight, const Maybe& bias, const Maybe& runningMean, const Maybe& runningVariance,
                                 const Values& values)
    {
        Affine affine;
        if (normWeight)
            affine = normalisation(rows, {*normWeight, *normBias, *runningMean, *runningVariance, values.epsilon, values.momentum, values.peers},
                                   values.training, values.firing.constantInput ? values.firing.steps : 1);
        Pooled pooled;
        if (values.pooled)
            pooled = pool(rows, affine);
        const auto& neurons = values.pooled ? pooled.chosen : rows;
        const auto signals = signalsOf(neurons, normWeight ? &affine : nullptr, values);
        context->save_for_backward({rows, weight, signals, pooled.chosen, pooled.places, affine.scale, affine.shift, affine.mean, affine.inverse});
        context->saved_data["biased"] = bias.has_value();
        values.save(context);
        const auto shape = shapeOf(neurons, weight, values.firing);
        const auto factors = factor(weight, values);
        const auto biases = bias ? factor(*bias, values) : at::Tensor();
        return {values.onBits() ? synapses(shape, signals, factors, biases) : denseSynapses(shape, signals, factors, biases), countOf(signals, values)};
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto tensors = context->get_saved_variables();
        const auto &rows = tensors[0], &weight = tensors[1], &signals = tensors[2], &chosen = tensors[3], &places = tensors[4];
        const Affine affine{tensors[5], tensors[6], tensors[7], tensors[8]};
        const auto values = Values::of(context);
        const bool mapped = affine.scale.defined();
        const auto& neurons = values.pooled ? chosen : rows;
        const auto shape = shapeOf(neurons, weight, values.firing);

        const auto gradOut = grad[0].contiguous();
        const auto gradWeight =
            (values.onBits() ? weightGradient(shape, signals, gradOut) : denseGradient(shape, signals, gradOut)).to(weight.scalar_type());
        const auto gradBias = context->saved_data["biased"].toBool() ? gradOut.sum({0, 1, 2}, false, weight.scalar_type()) : at::Tensor();
        const auto gradSignals = inputGradient(shape, factor(weight, values), gradOut).to(rows.scalar_type());
        auto [gradient, sums] = values.rectified ? rectifiedBackward(neurons, affine, gradSignals)
                                                 : firingBackward(neurons, mapped ? &affine : nullptr, gradSignals, values.firing, grad[1].item<double>());
        if (!mapped)
            return {gradient, {}, {}, gradWeight, gradBias, {}, {}, {}};
        const AffineBackward map(rows, affine, sums, values.training, values.peers);
        if (values.pooled)
            gradient = unpool(gradient, places, rows, affine, map);
        else
            map.apply(gradient, rows);
        return {gradient, map.gradWeight, map.gradBias, gradWeight, gradBias, {}, {}, {}};
    }

private:
    /// What the synapses see.
    static at::Tensor signalsOf(const at::Tensor& neurons, const Affine* affine, const Values& values)
    {
        if (values.onBits())
            return bitsOf(neurons, affine, values.firing);
        return factor(values.rectified ? rectified(neurons, *affine) : spikesOf(neurons, affine, values.firing), values);
    }

    static at::Tensor countOf(const at::Tensor& signals, const Values& values)
    {
        if (!values.counted)
            return at::zeros({}, at::kDouble);
        return values.onBits() ? spikesIn(signals) : signals.sum(at::kFloat).to(at::kDouble);
    }

    static at::Tensor factor(const at::Tensor& x, const Values& values) { return values.mixed ? x.to(at::kBFloat16) : x; }
};

at::Tensor layer(const at::Tensor& x, Values values, const BatchNorm* norm, const at::Tensor& weight, const at::Tensor& bias, at::Tensor* spikes)
{
    if (x.dim() != 4 || (weight.dim() != 2 && (weight.dim() != 4 || weight.size(2) != 3 || weight.size(3) != 3)) || weight.size(1) != x.size(1))
        throw Error(ErrorCode::BadShape, "layer: [N, C, H, W] with weights [D, C] or [D, C, 3, 3]");
    c10::optional<at::Tensor> normWeight, normBias, mean, variance;
    if (norm) {
        normWeight = norm->weight;
        normBias = norm->bias;
        mean = norm->runningMean;
        variance = norm->runningVariance;
        values.epsilon = norm->epsilon;
        values.momentum = norm->momentum;
        values.peers = norm->peers;
    }
    const auto found = LayerFunction::apply(asRows(x), normWeight, normBias, weight, bias.defined() ? c10::make_optional(bias) : c10::nullopt, mean,
                                            variance, values);
    if (spikes)
        *spikes = found[1];
    return fromRows(found[0]);
}

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
        work(productKernels<Real>(bestKernels()), scratch.get(), first, last);
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
            forSamples<Real>(shape, spikes.size(0), [&](const ProductKernels<Real>& loops, Real* scratch, std::int64_t first, std::int64_t last) {
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
            forSamples<Real>(shape, spikes.size(0), [&](const ProductKernels<Real>& loops, Real* scratch, std::int64_t first, std::int64_t last) {
                loops.attendBackward(shape, spikes.data_ptr<Real>(), gradOut.data_ptr<Real>(), scale, gradient.data_ptr<Real>(), scratch, first,
                                     last);
            });
        });
        return {gradient, {}, {}};
    }
};

}

at::Tensor spikingLayer(const at::Tensor& x, const SpikingLayer& of, const at::Tensor& weight, const at::Tensor& bias, at::Tensor* spikes)
{
    if (of.pooled && !of.norm)
        throw Error(ErrorCode::BadValue, "spiking layer: a pool needs a normalisation before it");
    const Values values{.firing = {of.steps, of.constantInput, of.lif},
                        .pooled = of.pooled,
                        .training = of.training,
                        .mixed = of.precision == Precision::Mixed,
                        .counted = spikes != nullptr};
    return layer(x, values, of.norm, weight, bias, spikes);
}

at::Tensor rectifiedLayer(const at::Tensor& x, const RectifiedLayer& of, const at::Tensor& weight)
{
    return layer(x, {.rectified = true, .pooled = of.pooled, .training = of.training, .mixed = of.precision == Precision::Mixed}, &of.norm, weight,
                 {}, nullptr);
}

at::Tensor spikingAttention(const at::Tensor& spikes, int heads, double scale)
{
    return fromRows(AttentionFunction::apply(asRows(spikes), std::int64_t{heads}, scale));
}

}
