#include "core/nn/fused.h"

#include "core/nn/fused_parts.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

namespace spikeclip::nn {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// What normalisation looks at besides its tensors.
struct Norm
{
    double epsilon = 0;
    double momentum = 0;
    bool training = false;
    std::int64_t repeats = 1;
    const Peers* peers = nullptr;
};

Norm settingsOf(const BatchNorm& norm, bool training, std::int64_t repeats)
{
    return {norm.epsilon, norm.momentum, training, repeats, norm.peers};
}

void save(AutogradContext* context, const Norm& norm)
{
    context->saved_data["training"] = norm.training;
    context->saved_data["peers"] = reinterpret_cast<std::int64_t>(norm.peers);
}

AffineBackward savedMap(AutogradContext* context, const at::Tensor& rows, const Affine& affine, const at::Tensor& sums)
{
    auto& saved = context->saved_data;
    return {rows, affine, sums, saved["training"].toBool(), reinterpret_cast<const Peers*>(saved["peers"].toInt())};
}

void save(AutogradContext* context, const Firing& firing)
{
    context->saved_data["steps"] = firing.steps;
    context->saved_data["constantInput"] = firing.constantInput;
    context->saved_data["tau"] = firing.lif.tau;
    context->saved_data["threshold"] = firing.lif.threshold;
    context->saved_data["slope"] = firing.lif.slope;
}

Firing savedFiring(AutogradContext* context)
{
    auto& saved = context->saved_data;
    return {saved["steps"].toInt(), saved["constantInput"].toBool(), {saved["tau"].toDouble(), saved["threshold"].toDouble(), saved["slope"].toDouble()}};
}

class FireFunction : public torch::autograd::Function<FireFunction>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& rows, const Firing& firing)
    {
        context->save_for_backward({rows});
        save(context, firing);
        return spikesOf(rows, nullptr, firing);
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto rows = context->get_saved_variables()[0];
        return {firingBackward(rows, nullptr, grad[0].contiguous(), savedFiring(context)).first, {}};
    }
};

class NormFunction : public torch::autograd::Function<NormFunction>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& rows, const at::Tensor& weight, const at::Tensor& bias, const at::Tensor& mean,
                              const at::Tensor& variance, const Norm& norm)
    {
        const auto affine =
            normalisation(rows, {weight, bias, mean, variance, norm.epsilon, norm.momentum, norm.peers}, norm.training, norm.repeats);
        context->save_for_backward({rows, affine.scale, affine.shift, affine.mean, affine.inverse});
        save(context, norm);
        return normalised(rows, affine);
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto saved = context->get_saved_variables();
        const auto& rows = saved[0];
        auto gradient = grad[0].clone(at::MemoryFormat::Contiguous); // clone: the map below works in place
        const auto map = savedMap(context, rows, {saved[1], saved[2], saved[3], saved[4]}, gradientSums(gradient, rows));
        map.apply(gradient, rows);
        return {gradient, map.gradWeight, map.gradBias, {}, {}, {}};
    }
};

class NormFireFunction : public torch::autograd::Function<NormFireFunction>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& rows, const at::Tensor& weight, const at::Tensor& bias, const at::Tensor& mean,
                              const at::Tensor& variance, const Norm& norm, const Firing& firing)
    {
        const auto affine =
            normalisation(rows, {weight, bias, mean, variance, norm.epsilon, norm.momentum, norm.peers}, norm.training, norm.repeats);
        context->save_for_backward({rows, affine.scale, affine.shift, affine.mean, affine.inverse});
        save(context, norm);
        save(context, firing);
        return spikesOf(rows, &affine, firing);
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto saved = context->get_saved_variables();
        const auto& rows = saved[0];
        const Affine affine{saved[1], saved[2], saved[3], saved[4]};
        auto [gradient, sums] = firingBackward(rows, &affine, grad[0].contiguous(), savedFiring(context));
        const auto map = savedMap(context, rows, affine, sums);
        map.apply(gradient, rows);
        return {gradient, map.gradWeight, map.gradBias, {}, {}, {}, {}};
    }
};

class QuickGeluFunction : public torch::autograd::Function<QuickGeluFunction>
{
public:
    static at::Tensor forward(AutogradContext* context, const at::Tensor& x)
    {
        context->save_for_backward({x});
        auto y = at::empty_like(x);
        forStored(x, [&](auto stored) {
            using Stored = decltype(stored);
            at::parallel_for(0, x.numel(), grain, [&](std::int64_t first, std::int64_t last) {
                kernels<Stored>(bestKernels()).quickGelu(dataOf<Stored>(x) + first, last - first, dataOf<Stored>(y) + first);
            });
        });
        return y;
    }

    static variable_list backward(AutogradContext* context, const variable_list& grad)
    {
        const auto x = context->get_saved_variables()[0];
        const auto g = grad[0].contiguous();
        auto out = at::empty_like(x);
        forStored(x, [&](auto stored) {
            using Stored = decltype(stored);
            at::parallel_for(0, x.numel(), grain, [&](std::int64_t first, std::int64_t last) {
                kernels<Stored>(bestKernels())
                    .quickGeluBackward(dataOf<Stored>(g) + first, dataOf<Stored>(x) + first, last - first, dataOf<Stored>(out) + first);
            });
        });
        return {out};
    }
};

}

at::Tensor fusedQuickGelu(const at::Tensor& x)
{
    return QuickGeluFunction::apply(x.contiguous());
}

at::Tensor fusedBatchNorm(const at::Tensor& x, const BatchNorm& norm, bool training, std::int64_t repeats)
{
    return fromRows(NormFunction::apply(asRows(x), norm.weight, norm.bias, norm.runningMean, norm.runningVariance, settingsOf(norm, training, repeats)));
}

at::Tensor fusedFire(const at::Tensor& x, int steps, bool constantInput, const data::LifOptions& options)
{
    const Firing firing{steps, constantInput, options};
    if (x.dim() == 4) // the layout of the image encoder's other layers
        return fromRows(FireFunction::apply(asRows(x), firing));
    return FireFunction::apply(x.contiguous(), firing);
}

at::Tensor fusedNormFire(const at::Tensor& x, const BatchNorm& norm, int steps, bool constantInput, const data::LifOptions& options, bool training)
{
    return fromRows(NormFireFunction::apply(asRows(x), norm.weight, norm.bias, norm.runningMean, norm.runningVariance,
                                            settingsOf(norm, training, constantInput ? steps : 1), Firing{steps, constantInput, options}));
}

}
