#pragma once

#include "core/data/activity.h"
#include "core/data/site.h"
#include "core/data/speed.h"
#include "core/event/synapses.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace spikeclip::event {

/// Watches a forward pass, layer by layer: the seam for recording, self-check and what-if edits.
class Watcher
{
public:
    virtual ~Watcher() = default;

    /// Neurons have fired. What is changed here is what the next layer sees.
    virtual void fired(const data::NeuronSite&, Spikes&) {}
    virtual void connected(const data::SynapseSite&) {}
};

/// Event-driven or dense, layer by layer.
struct PathPolicy
{
    std::optional<data::SynapsePath> forced; ///< the same for all layers, for comparison
    data::MachineSpeed speed;                ///< what was measured here; shapes that were not have the usual break-even

    /// Where layers of unknown shape change over: about the middle of what was measured on the machines we know. Source: `performance.md`
    static constexpr double usualBreakEven = 0.3;

    data::SynapsePath choose(const std::string& shape, double rate) const;
};

/// Asks a pass for the current of one layer of neurons, which is otherwise consumed while it is computed.
struct CurrentRequest
{
    std::string layer;     ///< module path of the neurons
    bool met = false;      ///< set by the pass: there is such a layer, and the following describe it
    data::NeuronSite site; ///< set by the pass
    data::LifOptions lif;  ///< set by the pass: with the threshold that counted
    Currents current;      ///< set by the pass; of a single step where every step has the same
};

struct PassOptions
{
    int steps = 0; ///< T; 0: all that the time weights are for
    PathPolicy policy;
    Watcher* watcher = nullptr;                          ///< not owned
    std::vector<data::LayerTime>* times = nullptr;       ///< not owned; filled input to output
    const std::map<std::string, double>* thresholds = nullptr; ///< not owned; instead of the configuration's, by name of the neurons
    CurrentRequest* current = nullptr;                         ///< not owned; null: none is kept
    std::stop_token stop = {};
};

/// Prefix outputs: row t of a sample is the answer when only steps 1 ... t + 1 count. Not normalised.
struct Prefixes
{
    int steps = 0;
    int batch = 0;
    int embedding = 0;
    std::vector<float> values; ///< [T, B, E]

    std::span<const float> row(int step, int sample) const
    {
        return std::span(values).subspan(static_cast<std::size_t>((step * batch + sample) * embedding), static_cast<std::size_t>(embedding));
    }
};

/// What the encoders share inside one forward pass: path, time, watcher, stop.
class Pass
{
public:
    /// Errors  Error(TooManySteps) if more steps are asked for than there are time weights
    Pass(const PassOptions& options, int knownSteps, int batch, Workshop& workshop);

    int steps() const { return m_steps; }
    int batch() const { return m_batch; }
    Workshop& workshop() const { return m_workshop; }

    /// Room for the spikes of a layer.
    Spikes silent(const data::NeuronSite& site) const;
    data::LifOptions lif(const data::NeuronSite& site, const data::LifOptions& options) const; ///< with the threshold that counts

    /// Runs synapses on the path that suits the spikes, and notes the time.
    void connect(const Synapses& synapses, const data::SynapseSite& site, const Spikes& in, const Target& target);

    /// Runs anything else as the synapses of `site` and notes the time.
    template <typename Work>
    void timed(const data::SynapseSite& site, double inputRate, Work&& work);

    void fired(const data::NeuronSite& site, Spikes& spikes) const;

    /// Whether the current of these neurons must be handed to keep().
    bool wantsCurrent(const data::NeuronSite& site) const { return m_options.current && m_options.current->layer == site.name; }
    void keep(const data::NeuronSite& site, const data::LifOptions& lif, Currents current) const;

private:
    double milliseconds() const;
    void finish(const data::SynapseSite& site, const std::string& shape, data::SynapsePath path, double rate, double start);

    const PassOptions& m_options;
    int m_steps;
    int m_batch;
    Workshop& m_workshop;
};

template <typename Work>
void Pass::timed(const data::SynapseSite& site, double inputRate, Work&& work)
{
    const double start = milliseconds();
    work();
    finish(site, {}, data::SynapsePath::Dense, inputRate, start);
}

/// The weighted prefix sums of `features` over the steps.
///
/// Shape   features [T, B, D], weights [at least T]  ->  in place
void weighPrefixes(std::vector<float>& features, int steps, std::span<const float> weights);

}
