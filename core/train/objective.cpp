#include "core/train/objective.h"

#include "core/random.h"

#include <ATen/ATen.h>

namespace spikeclip::train {

namespace {

constexpr std::uint64_t shuffleEpoch = 1000;

}

std::span<const std::int64_t> EpochOrder::batch(std::int64_t step)
{
    const auto epoch = step / batchesPerEpoch();
    if (epoch != m_epoch) {
        m_order = permutation(m_samples, m_seed, shuffleEpoch + static_cast<std::uint64_t>(epoch));
        m_epoch = epoch;
    }
    const auto first = static_cast<std::size_t>(step % batchesPerEpoch() * m_batch);
    return std::span(m_order).subspan(first, std::min(static_cast<std::size_t>(m_batch), m_order.size() - first));
}

std::vector<std::int64_t> spreadOver(std::int64_t all, int limit)
{
    const auto count = std::min<std::int64_t>(all, limit);
    std::vector<std::int64_t> chosen;
    for (std::int64_t i = 0; i < count; ++i)
        chosen.push_back(i * all / count);
    return chosen;
}

std::map<std::string, double> accuracyFigures(const at::Tensor& right)
{
    const auto perStep = right.to(at::kDouble).mean(1); // [T]
    std::map<std::string, double> figures = {{"top1", perStep[-1].item<double>()}};
    for (std::int64_t t = 0; t < perStep.size(0) - 1; ++t)
        figures["top1_at_" + std::to_string(t + 1)] = perStep[t].item<double>();
    return figures;
}

}
