#include "core/event/pass.h"

#include "core/data/outcome.h"

#include <chrono>
#include <utility>

namespace spikeclip::event {

namespace {

int checkedSteps(int wanted, int known)
{
    if (wanted < 0 || wanted > known)
        throw Error(ErrorCode::TooManySteps, std::to_string(wanted) + " steps asked for, the model has time weights for " + std::to_string(known));
    return wanted == 0 ? known : wanted;
}

}

data::SynapsePath PathPolicy::choose(const std::string& shape, double rate) const
{
    if (forced)
        return *forced;
    const auto* known = speed.find(shape);
    return rate <= (known ? known->breakEven : usualBreakEven) ? data::SynapsePath::Event : data::SynapsePath::Dense;
}

Pass::Pass(const PassOptions& options, int knownSteps, int batch, Workshop& workshop)
    : m_options(options), m_steps(checkedSteps(options.steps, knownSteps)), m_batch(batch), m_workshop(workshop)
{
}

Spikes Pass::silent(const data::NeuronSite& site) const
{
    return Spikes({.steps = m_steps, .batch = m_batch, .height = site.height, .width = site.width, .channels = site.channels});
}

data::LifOptions Pass::lif(const data::NeuronSite& site, const data::LifOptions& options) const
{
    auto lif = options;
    lif.threshold = site.threshold;
    if (m_options.thresholds)
        if (const auto found = m_options.thresholds->find(site.name); found != m_options.thresholds->end())
            lif.threshold = found->second;
    return lif;
}

void Pass::connect(const Synapses& synapses, const data::SynapseSite& site, const Spikes& in, const Target& target)
{
    const double start = milliseconds();
    const auto shape = synapses.shapeOn(in.shape);
    const auto rate = in.firingRate();
    const auto path = m_options.policy.choose(shape, rate);
    synapses.run(in, target, path, m_workshop);
    finish(site, shape, path, rate, start);
}

void Pass::fired(const data::NeuronSite& site, Spikes& spikes) const
{
    if (m_options.stop.stop_requested())
        throw Stopped{};
    if (m_options.watcher)
        m_options.watcher->fired(site, spikes);
}

void Pass::keep(const data::NeuronSite& site, const data::LifOptions& lif, Currents current) const
{
    auto& request = *m_options.current;
    request.met = true;
    request.site = site;
    request.lif = lif;
    request.current = std::move(current);
}

double Pass::milliseconds() const
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void Pass::finish(const data::SynapseSite& site, const std::string& shape, data::SynapsePath path, double rate, double start)
{
    if (m_options.times)
        m_options.times->push_back({site.name, site.source, shape, path, rate, milliseconds() - start});
    if (m_options.watcher)
        m_options.watcher->connected(site);
}

void weighPrefixes(std::vector<float>& features, int steps, std::span<const float> weights)
{
    const auto size = features.size() / static_cast<std::size_t>(steps);
    for (std::size_t t = 0; t < static_cast<std::size_t>(steps); ++t)
        for (std::size_t i = 0; i < size; ++i) {
            auto& value = features[t * size + i];
            value *= weights[t];
            if (t > 0)
                value += features[(t - 1) * size + i];
        }
}

}
