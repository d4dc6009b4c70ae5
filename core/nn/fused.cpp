#include "core/nn/fused.h"

#include "core/data/outcome.h"
#include "core/nn/kernels.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cmath>

namespace spikeclip::nn {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr std::int64_t grain = 1 << 15; // elements a thread should have before another is worth waking

/// [N, C, ...] seen as T * B samples of C planes.
Extent extentOf(const at::Tensor& x, std::int64_t steps)
{
    const auto samples = x.size(0);
    const auto channels = x.size(1);
    return {.steps = steps, .batch = samples / steps, .channels = channels, .positions = x.numel() / std::max<std::int64_t>(1, samples * channels)};
}

std::int64_t planesPerThread(std::int64_t elementsPerPlane)
{
    return std::max<std::int64_t>(1, grain / std::max<std::int64_t>(1, elementsPerPlane));
}

/// The affine map that normalisation is once its statistics are known: y = scale * x + shift, with what backward needs besides.
struct Affine
{
    at::Tensor scale;  ///< [C]
    at::Tensor shift;  ///< [C]
    at::Tensor mean;   ///< [C] double
    at::Tensor inverse; ///< [C] double, 1 / standard deviation
};

template <typename Real>
Affine normalisation(const at::Tensor& x, const BatchNorm& norm, bool training, std::int64_t repeats)
{
    const auto extent = extentOf(x, 1);
    at::Tensor mean;
    at::Tensor variance;
    if (training) {
        auto sum = at::empty({extent.channels}, at::kDouble);
        auto squares = at::empty({extent.channels}, at::kDouble);
        const auto& loops = kernels<Real>(bestKernels());
        const auto* data = x.template data_ptr<Real>();
        auto* sums = sum.template data_ptr<double>();
        auto* squareSums = squares.template data_ptr<double>();
        at::parallel_for(0, extent.channels, planesPerThread(extent.batch * extent.positions),
                         [&](std::int64_t first, std::int64_t last) { loops.moments(data, extent, sums, squareSums, first, last); });
        const auto count = static_cast<double>(extent.batch * extent.positions);
        mean = sum / count;
        variance = (squares / count - mean * mean).clamp_min(0);
        const auto seen = count * static_cast<double>(repeats);
        const auto unbiased = variance * (seen / std::max(1.0, seen - 1));
        at::NoGradGuard quiet;
        norm.runningMean.mul_(1 - norm.momentum).add_(mean.to(norm.runningMean.scalar_type()), norm.momentum);
        norm.runningVariance.mul_(1 - norm.momentum).add_(unbiased.to(norm.runningVariance.scalar_type()), norm.momentum);
    } else {
        mean = norm.runningMean.to(at::kDouble);
        variance = norm.runningVariance.to(at::kDouble);
    }
    const auto inverse = (variance + norm.epsilon).rsqrt();
    const auto scale = norm.weight.to(at::kDouble) * inverse;
    const auto shift = norm.bias.to(at::kDouble) - mean * scale;
    return {scale.to(x.scalar_type()), shift.to(x.scalar_type()), mean, inverse};
}

/// Turns the gradient by the normalised value into the gradient by x, in place, and gives those of weight and bias.
///
/// Source  [batchnorm], section 3: dx = scale * (dy - mean(dy) - xhat * mean(dy * xhat)) while training, scale * dy otherwise
template <typename Real>
std::pair<at::Tensor, at::Tensor> normalisationBackward(at::Tensor& gradient, const at::Tensor& x, const Affine& affine, const at::Tensor& gradSum,
                                                        const at::Tensor& gradInputSum, bool training)
{
    const auto extent = extentOf(x, 1);
    const auto gradWeight = (gradInputSum - affine.mean * gradSum) * affine.inverse; // [C], sum of dy * xhat
    const auto scale = affine.scale.to(at::kDouble);
    const auto count = static_cast<double>(extent.batch * extent.positions);
    const auto slope = training ? -scale * gradWeight * affine.inverse / count : at::zeros_like(scale);
    const auto offset = training ? -scale * gradSum / count - slope * affine.mean : at::zeros_like(scale);
    const auto a = affine.scale.contiguous();
    const auto b = slope.to(x.scalar_type());
    const auto d = offset.to(x.scalar_type());
    const auto& loops = kernels<Real>(bestKernels());
    auto* g = gradient.template data_ptr<Real>();
    at::parallel_for(0, extent.planes(), planesPerThread(extent.positions), [&](std::int64_t first, std::int64_t last) {
        loops.affine2(g, x.template data_ptr<Real>(), extent, a.template data_ptr<Real>(), b.template data_ptr<Real>(), d.template data_ptr<Real>(), g,
                      first, last);
    });
    return {gradWeight.to(x.scalar_type()), gradSum.to(x.scalar_type())};
}

template <typename Work>
auto forReal(const at::Tensor& x, Work&& work)
{
    if (x.scalar_type() == at::kDouble)
        return work(double{});
    if (x.scalar_type() == at::kFloat)
        return work(float{});
    throw Error(ErrorCode::BadValue, "fused neurons need float32 or float64");
}

template <typename Real>
NeuronTask<Real> neuronTask(const at::Tensor& x, const Affine* affine, std::int64_t steps, bool constantInput, const data::LifOptions& options)
{
    const auto ownSteps = constantInput ? 1 : steps;
    const auto batch = x.size(0) / ownSteps;
    Extent extent = affine ? extentOf(x, ownSteps) : Extent{.channels = batch, .positions = x.numel() / std::max<std::int64_t>(1, x.size(0))};
    extent.steps = steps; // without an affine map channels do not matter: each sample is one plane
    NeuronTask<Real> task{.extent = extent, .input = x.template data_ptr<Real>(), .constantInput = constantInput};
    if (affine) {
        task.scale = affine->scale.template data_ptr<Real>();
        task.shift = affine->shift.template data_ptr<Real>();
    }
    task.tau = static_cast<Real>(options.tau);
    task.threshold = static_cast<Real>(options.threshold);
    task.slope = static_cast<Real>(options.slope);
    return task;
}

at::Tensor runForward(const at::Tensor& x, const Affine* affine, std::int64_t steps, bool constantInput, const data::LifOptions& options)
{
    auto sizes = x.sizes().vec();
    if (constantInput)
        sizes[0] *= steps;
    auto spikes = at::empty(sizes, x.options());
    forReal(x, [&](auto real) {
        using Real = decltype(real);
        const auto task = neuronTask<Real>(x, affine, steps, constantInput, options);
        const auto& loops = kernels<Real>(bestKernels());
        auto* out = spikes.template data_ptr<Real>();
        at::parallel_for(0, task.extent.planes(), planesPerThread(task.extent.positions * steps),
                         [&](std::int64_t first, std::int64_t last) { loops.fire(task, out, first, last); });
        return 0;
    });
    return spikes;
}

/// Gradient by the current; with an affine map also the per-channel sums that normalisation needs.
at::Tensor runBackward(const at::Tensor& x, const Affine* affine, const at::Tensor& gradSpikes, std::int64_t steps, bool constantInput,
                       const data::LifOptions& options, at::Tensor& gradSum, at::Tensor& gradInputSum)
{
    auto gradient = at::empty_like(x);
    forReal(x, [&](auto real) {
        using Real = decltype(real);
        const auto task = neuronTask<Real>(x, affine, steps, constantInput, options);
        gradSum = at::empty({task.extent.channels}, at::kDouble);
        gradInputSum = at::empty({task.extent.channels}, at::kDouble);
        const auto& loops = kernels<Real>(bestKernels());
        const auto* g = gradSpikes.template data_ptr<Real>();
        auto* out = gradient.template data_ptr<Real>();
        auto* sums = gradSum.template data_ptr<double>();
        auto* inputSums = gradInputSum.template data_ptr<double>();
        at::parallel_for(0, task.extent.channels, planesPerThread(task.extent.batch * task.extent.positions * steps),
                         [&](std::int64_t first, std::int64_t last) { loops.fireBackward(task, g, out, sums, inputSums, first, last); });
        return 0;
    });
    return gradient;
}

void saveOptions(AutogradContext* context, std::int64_t steps, bool constantInput, double tau, double threshold, double slope)
{
    context->saved_data["steps"] = steps;
    context->saved_data["constantInput"] = constantInput;
    context->saved_data["tau"] = tau;
    context->saved_data["threshold"] = threshold;
    context->saved_data["slope"] = slope;
}

data::LifOptions savedOptions(AutogradContext* context)
{
    return {context->saved_data["tau"].toDouble(), context->saved_data["threshold"].toDouble(), context->saved_data["slope"].toDouble()};
}

class FireFunction : public torch::autograd::Function<FireFunction>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, std::int64_t steps, bool constantInput, double tau, double threshold,
                              double slope)
    {
        context->save_for_backward({x});
        saveOptions(context, steps, constantInput, tau, threshold, slope);
        return runForward(x, nullptr, steps, constantInput, {tau, threshold, slope});
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto x = context->get_saved_variables()[0];
        at::Tensor gradSum;
        at::Tensor gradInputSum;
        const auto gradient = runBackward(x, nullptr, grad[0].contiguous(), context->saved_data["steps"].toInt(),
                                          context->saved_data["constantInput"].toBool(), savedOptions(context), gradSum, gradInputSum);
        return {gradient, {}, {}, {}, {}, {}};
    }
};

class NormFunction : public torch::autograd::Function<NormFunction>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, const at::Tensor& mean,
                              const at::Tensor& variance, double epsilon, double momentum, bool training, std::int64_t repeats)
    {
        const BatchNorm norm{weight, bias, mean, variance, epsilon, momentum};
        auto y = at::empty_like(x);
        const auto affine = forReal(x, [&](auto real) {
            using Real = decltype(real);
            const auto map = normalisation<Real>(x, norm, training, repeats);
            const auto extent = extentOf(x, 1);
            at::parallel_for(0, extent.planes(), planesPerThread(extent.positions), [&](std::int64_t first, std::int64_t last) {
                kernels<Real>(bestKernels())
                    .affine(x.template data_ptr<Real>(), extent, map.scale.template data_ptr<Real>(), map.shift.template data_ptr<Real>(),
                            y.template data_ptr<Real>(), first, last);
            });
            return map;
        });
        context->save_for_backward({x, affine.scale, affine.shift, affine.mean, affine.inverse});
        context->saved_data["training"] = training;
        return y;
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto saved = context->get_saved_variables();
        const auto& x = saved[0];
        const Affine affine{saved[1], saved[2], saved[3], saved[4]};
        auto gradient = grad[0].clone(at::MemoryFormat::Contiguous); // clone: the map below works in place
        const auto [gradWeight, gradBias] = forReal(x, [&](auto real) {
            using Real = decltype(real);
            const auto extent = extentOf(x, 1);
            auto gradSum = at::empty({extent.channels}, at::kDouble);
            auto gradInputSum = at::empty({extent.channels}, at::kDouble);
            at::parallel_for(0, extent.channels, planesPerThread(extent.batch * extent.positions), [&](std::int64_t first, std::int64_t last) {
                kernels<Real>(bestKernels())
                    .gradMoments(gradient.template data_ptr<Real>(), x.template data_ptr<Real>(), extent, gradSum.template data_ptr<double>(),
                                 gradInputSum.template data_ptr<double>(), first, last);
            });
            return normalisationBackward<Real>(gradient, x, affine, gradSum, gradInputSum, context->saved_data["training"].toBool());
        });
        return {gradient, gradWeight, gradBias, {}, {}, {}, {}, {}, {}};
    }
};

class NormFireFunction : public torch::autograd::Function<NormFireFunction>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, const at::Tensor& mean,
                              const at::Tensor& variance, double epsilon, double momentum, bool training, std::int64_t steps, bool constantInput,
                              double tau, double threshold, double slope)
    {
        const BatchNorm norm{weight, bias, mean, variance, epsilon, momentum};
        const auto affine = forReal(x, [&](auto real) { return normalisation<decltype(real)>(x, norm, training, constantInput ? steps : 1); });
        context->save_for_backward({x, affine.scale, affine.shift, affine.mean, affine.inverse});
        context->saved_data["training"] = training;
        saveOptions(context, steps, constantInput, tau, threshold, slope);
        return runForward(x, &affine, steps, constantInput, {tau, threshold, slope});
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto saved = context->get_saved_variables();
        const auto& x = saved[0];
        const Affine affine{saved[1], saved[2], saved[3], saved[4]};
        at::Tensor gradSum;
        at::Tensor gradInputSum;
        auto gradient = runBackward(x, &affine, grad[0].contiguous(), context->saved_data["steps"].toInt(),
                                    context->saved_data["constantInput"].toBool(), savedOptions(context), gradSum, gradInputSum);
        const auto [gradWeight, gradBias] = forReal(x, [&](auto real) {
            return normalisationBackward<decltype(real)>(gradient, x, affine, gradSum, gradInputSum, context->saved_data["training"].toBool());
        });
        return {gradient, gradWeight, gradBias, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    }
};

}

at::Tensor fusedBatchNorm(const at::Tensor& x, const BatchNorm& norm, bool training, std::int64_t repeats)
{
    return NormFunction::apply(x.contiguous(), norm.weight, norm.bias, norm.runningMean, norm.runningVariance, norm.epsilon, norm.momentum, training,
                               repeats);
}

at::Tensor fusedFire(const at::Tensor& x, int steps, bool constantInput, const data::LifOptions& options)
{
    return FireFunction::apply(x.contiguous(), std::int64_t{steps}, constantInput, options.tau, options.threshold, options.slope);
}

at::Tensor fusedNormFire(const at::Tensor& x, const BatchNorm& norm, int steps, bool constantInput, const data::LifOptions& options, bool training)
{
    return NormFireFunction::apply(x.contiguous(), norm.weight, norm.bias, norm.runningMean, norm.runningVariance, norm.epsilon, norm.momentum,
                                   training, std::int64_t{steps}, constantInput, options.tau, options.threshold, options.slope);
}

}
