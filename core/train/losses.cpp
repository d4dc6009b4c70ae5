#include "core/train/losses.h"

#include "core/nn/encoders.h"

#include <ATen/ATen.h>

#include <limits>

namespace spikeclip::train {

at::Tensor alignment(const at::Tensor& features, const at::Tensor& targets)
{
    return 1 - (nn::normalised(features) * nn::normalised(targets)).sum(-1).mean();
}

at::Tensor logits(const at::Tensor& features, const at::Tensor& labelVectors, const at::Tensor& scale)
{
    return at::matmul(nn::normalised(features), labelVectors.t()) * scale;
}

at::Tensor similarLabels(const at::Tensor& labelVectors, double sharpness)
{
    auto cosines = at::matmul(nn::normalised(labelVectors), nn::normalised(labelVectors).t()) * sharpness;
    cosines.fill_diagonal_(-std::numeric_limits<double>::infinity());
    return at::softmax(cosines, -1);
}

at::Tensor crossEntropy(const at::Tensor& logits, const at::Tensor& labels, double smoothing, const at::Tensor& similar)
{
    const auto logProbabilities = at::log_softmax(logits, -1);
    auto sizes = logProbabilities.sizes().vec();
    sizes.back() = 1;
    const auto right = logProbabilities.gather(-1, labels.unsqueeze(-1).expand(sizes)).mean();
    if (smoothing == 0)
        return -right;
    const auto others = similar.defined() ? (logProbabilities * similar.index_select(0, labels)).sum(-1).mean() : logProbabilities.mean();
    return -(1 - smoothing) * right - smoothing * others;
}

at::Tensor recognised(const at::Tensor& scores, const at::Tensor& labels)
{
    return scores.detach().argmax(-1).eq(labels).to(at::kDouble).mean();
}

at::Tensor divergence(const at::Tensor& student, const at::Tensor& teacher)
{
    const auto q = at::log_softmax(teacher, -1);
    return (q.exp() * (q - at::log_softmax(student, -1))).sum(-1).mean();
}

}
