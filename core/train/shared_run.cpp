#include "core/train/shared_run.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <nlohmann/json.hpp>

#include <cstring>

namespace spikeclip::train {

SharedRun::SharedRun(const std::optional<data::ProcessPlace>& place, const at::Device& device)
{
    if (place && place->size > 1)
        m_group = std::make_unique<const ProcessGroup>(*place, device);
}

Part SharedRun::share(int samples) const
{
    if (!m_group)
        return {0, samples};
    const auto size = m_group->size(), rank = m_group->rank();
    if (samples < size)
        throw Error(ErrorCode::BadArgument, "batches of " + std::to_string(samples) + " cannot be shared by " + std::to_string(size) + " processes");
    const auto least = samples / size, larger = samples % size; // shares with one sample more come first
    return {rank * least + std::min(rank, larger), least + (rank < larger ? 1 : 0)};
}

double SharedRun::sum(double own) const
{
    if (!m_group)
        return own;
    auto number = at::full({1}, own, at::kDouble);
    m_group->sum(number);
    return number.item<double>();
}

void SharedRun::sum(at::Tensor& numbers) const
{
    if (m_group)
        m_group->sum(numbers);
}

bool SharedRun::any(bool own) const
{
    return sum(own ? 1 : 0) > 0;
}

void SharedRun::sumGradients(const std::vector<AdamW::Parameter>& parameters) const
{
    if (!m_group)
        return;
    const at::NoGradGuard quiet;
    std::vector<at::Tensor> gradients, flat;
    for (const auto& parameter : parameters)
        if (const auto& gradient = parameter.value.grad(); gradient.defined()) {
            gradients.push_back(gradient);
            flat.push_back(gradient.flatten());
        }
    if (flat.empty())
        return;
    auto all = at::cat(flat); // one message
    m_group->sum(all);
    std::int64_t first = 0;
    for (auto& gradient : gradients) {
        gradient.copy_(all.narrow(0, first, gradient.numel()).view_as(gradient));
        first += gradient.numel();
    }
}

void SharedRun::agree(std::exception_ptr problem, bool stopped) const
{
    if (!m_group) {
        if (problem)
            std::rethrow_exception(problem);
        return;
    }
    auto others = at::zeros({2}, at::kDouble); // failed, stopped
    if (problem)
        others[stopped ? 1 : 0] = 1;
    try {
        m_group->sum(others);
    } catch (const Error&) {
        if (problem && !stopped)
            std::rethrow_exception(problem); // it says more than that the others have gone
        throw;
    }
    if (problem && !stopped)
        std::rethrow_exception(problem);
    if (others[0].item<double>() > 0)
        throw Error(ErrorCode::PeerLost, m_group->name() + ": another one has failed");
    if (others[1].item<double>() > 0)
        throw Stopped{};
}

std::string SharedRun::firstOnes(const std::string& own) const
{
    auto length = at::full({1}, static_cast<std::int64_t>(own.size()), at::kLong);
    m_group->spread(length);
    auto bytes = at::empty({length.item<std::int64_t>()}, at::kByte);
    if (first())
        std::memcpy(bytes.data_ptr(), own.data(), own.size());
    if (bytes.numel() > 0)
        m_group->spread(bytes);
    return {static_cast<const char*>(bytes.data_ptr()), static_cast<std::size_t>(bytes.numel())};
}

void SharedRun::requireAlike(const std::string& own, const std::string& what) const
{
    if (m_group && any(firstOnes(own) != own))
        throw Error(ErrorCode::BadArgument, "processes that share a run, and a different " + what + " for each");
}

void SharedRun::spread(at::Tensor numbers) const
{
    if (m_group && numbers.numel() > 0)
        m_group->spread(numbers);
}

void SharedRun::spread(const nn::Weights& weights) const
{
    for (const auto& [key, tensor] : weights.tensors()) // sorted by key: the same order everywhere
        spread(tensor);
}

void SharedRun::spread(RunState& state) const
{
    if (!m_group)
        return;
    nlohmann::json tensors = nlohmann::json::array();
    for (const auto& [key, tensor] : state.tensors)
        tensors.push_back({{"key", key}, {"type", static_cast<int>(tensor.scalar_type())}, {"sizes", tensor.sizes().vec()}});
    const auto text = firstOnes(nlohmann::json{{"stage", state.stage}, {"step", state.step}, {"updates", state.updates}, {"judged", state.judged},
                                               {"seconds", state.seconds}, {"metrics", state.metrics},
                                               {"recipe", state.recipe}, {"tensors", tensors}}.dump());
    if (!first()) {
        const auto numbers = nlohmann::json::parse(text);
        state = {.stage = numbers.at("stage").get<int>(), .step = numbers.at("step").get<std::int64_t>(), .updates = numbers.at("updates").get<std::int64_t>(),
                 .judged = numbers.at("judged").get<std::int64_t>(), .seconds = numbers.at("seconds").get<double>(),
                 .metrics = numbers.at("metrics").get<std::map<std::string, double>>(), .recipe = numbers.at("recipe").get<std::string>()};
        for (const auto& entry : numbers.at("tensors"))
            state.tensors[entry.at("key").get<std::string>()] = at::empty(entry.at("sizes").get<std::vector<std::int64_t>>(),
                                                                          static_cast<at::ScalarType>(entry.at("type").get<int>()));
    }
    for (const auto& [key, tensor] : state.tensors)
        spread(tensor);
}

}
