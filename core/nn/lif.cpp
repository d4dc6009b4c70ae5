#include "core/nn/lif.h"

#include "core/data/outcome.h"
#include "core/nn/fused.h"
#include "core/nn/peers.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <vector>

namespace spikeclip::nn {

namespace {

/// Heaviside step whose derivative is that of a sigmoid. Source: `algorithm.md` 3.2.
class SurrogateStep : public torch::autograd::Function<SurrogateStep>
{
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x, double slope)
    {
        context->save_for_backward({x});
        context->saved_data["slope"] = slope;
        return x.ge(0).to(x.scalar_type());
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, const torch::autograd::variable_list& grad)
    {
        const auto slope = context->saved_data["slope"].toDouble();
        const auto s = at::sigmoid(context->get_saved_variables()[0] * slope);
        return {grad[0] * s * (1 - s) * slope, at::Tensor()};
    }
};

/// Walks through the steps and hands the charged potential, the spikes and the potential after the reset to `keep`.
template <typename Keep>
void simulate(const at::Tensor& current, const data::LifOptions& options, Keep&& keep)
{
    if (current.dim() < 1)
        throw Error(ErrorCode::BadShape, "lif: current needs a time axis");
    auto potential = at::zeros_like(current.select(0, 0));
    for (std::int64_t t = 0; t < current.size(0); ++t) {
        const auto charged = potential + (current.select(0, t) - potential) / options.tau;
        const auto fired = SurrogateStep::apply(charged - options.threshold, options.slope);
        potential = (1 - fired.detach()) * charged; // detach: the reference lets no gradient through the reset
        keep(fired, potential);
    }
}

/// Normalisation by the statistics of all shares of a batch. Source: [batchnorm], algorithm 1; LibTorch has such a layer in Python only.
at::Tensor sharedBatchNorm(const at::Tensor& x, const BatchNorm& norm, std::int64_t repeats)
{
    std::vector<std::int64_t> axes; // all but the channels
    std::vector<std::int64_t> perChannel(static_cast<std::size_t>(x.dim()), 1);
    for (std::int64_t axis = 0; axis < x.dim(); ++axis)
        if (axis != 1)
            axes.push_back(axis);
    const auto channels = x.size(1);
    perChannel[1] = channels;
    const auto own = at::full({1}, static_cast<double>(x.numel() / channels), x.options().dtype(at::kDouble));
    const auto sums = summed(at::cat({x.sum(axes, false, at::kDouble), (x * x).sum(axes, false, at::kDouble), own}), *norm.peers); // [2 C + 1]
    const auto count = sums[2 * channels].item<double>();
    const auto mean = sums.narrow(0, 0, channels) / count;
    const auto variance = (sums.narrow(0, channels, channels) / count - mean * mean).clamp_min(0);
    {
        at::NoGradGuard quiet;
        const auto seen = count * static_cast<double>(repeats);
        norm.runningMean.mul_(1 - norm.momentum).add_(mean.to(norm.runningMean.scalar_type()), norm.momentum);
        norm.runningVariance.mul_(1 - norm.momentum).add_((variance * (seen / std::max(1.0, seen - 1))).to(norm.runningVariance.scalar_type()), norm.momentum);
    }
    const auto scale = norm.weight.to(at::kDouble) * (variance + norm.epsilon).rsqrt();
    const auto shift = norm.bias.to(at::kDouble) - mean * scale;
    return x * scale.to(x.scalar_type()).view(perChannel) + shift.to(x.scalar_type()).view(perChannel);
}

}

at::Tensor lif(const at::Tensor& current, const data::LifOptions& options)
{
    std::vector<at::Tensor> spikes;
    simulate(current, options, [&](const at::Tensor& fired, const at::Tensor&) { spikes.push_back(fired); });
    return at::stack(spikes);
}

at::Tensor membrane(const at::Tensor& current, const data::LifOptions& options)
{
    std::vector<at::Tensor> potentials;
    simulate(current, options, [&](const at::Tensor&, const at::Tensor& potential) { potentials.push_back(potential); });
    return at::stack(potentials);
}

at::Tensor batchNorm(const at::Tensor& x, const BatchNorm& norm, bool training, Path path, std::int64_t repeats)
{
    if (path == Path::Fused)
        return fusedBatchNorm(x, norm, training, repeats);
    if (training && norm.peers)
        return sharedBatchNorm(x, norm, repeats);
    const auto input = repeats == 1 ? x : x.repeat_interleave(repeats, 0);
    const auto y = at::batch_norm(input, norm.weight, norm.bias, norm.runningMean, norm.runningVariance, training, norm.momentum, norm.epsilon,
                                  /*cudnn_enabled=*/true);
    return repeats == 1 ? y : y.unflatten(0, {x.size(0), repeats}).select(1, 0);
}

at::Tensor fire(const at::Tensor& x, int steps, bool constantInput, const data::LifOptions& options, Path path)
{
    if (path == Path::Fused)
        return fusedFire(x, steps, constantInput, options);
    auto current = constantInput ? x.unsqueeze(0).expand([&] {
        auto sizes = x.sizes().vec();
        sizes.insert(sizes.begin(), steps);
        return sizes;
    }()) // [T, B, ...]
                                 : x.unflatten(0, {steps, x.size(0) / steps});
    return lif(current, options).flatten(0, 1);
}

at::Tensor normFire(const at::Tensor& x, const BatchNorm& norm, int steps, bool constantInput, const data::LifOptions& options, bool training,
                    Path path)
{
    if (path == Path::Fused)
        return fusedNormFire(x, norm, steps, constantInput, options, training);
    return fire(batchNorm(x, norm, training, path, constantInput ? steps : 1), steps, constantInput, options, path);
}

}
