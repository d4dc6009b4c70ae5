#pragma once

#include "core/data/activity.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace spikeclip::data {

/// One layer over all pictures of a session.
struct SessionLayer
{
    std::string name;                 ///< module path
    std::int64_t neurons = 0;         ///< of one picture
    std::vector<double> meanRateUpTo; ///< T entries: entry t - 1 is the mean over pictures of the firing rate in steps 1 to t, in [0, 1]
    std::int64_t neverFired = 0;      ///< neurons that fired in no step of any recorded picture; all of them while there is none
};

/// What the layers of one model did over the pictures shown so far.
struct SessionActivity
{
    std::int64_t pictures = 0;         ///< those in the means; each weighs the same
    std::int64_t recordedPictures = 0; ///< those among them whose spikes were kept: `neverFired` speaks of these
    std::vector<SessionLayer> layers;  ///< input to output

    const SessionLayer* find(const std::string& layer) const; ///< null: no such layer
};

/// Gathers a session, picture by picture.
class RunningActivity
{
public:
    /// Counts one picture; says whether anything was new in it.
    ///
    /// `model` and `picture` are any keys that tell one from another, such as a hash of the file. Another model than before begins a new
    /// session. A picture counts once; if its spikes were not kept the first time and are now, they are taken in addition.
    /// Nothing is counted, and nothing forgotten, of layers without spike counts (Recording::Off), nor of layers that differ in names, order, neurons
    /// or steps from those this model had so far, nor if a record does not fit its layer: means over unlike networks would say nothing.
    bool add(const std::string& model, const std::string& picture, const std::vector<LayerActivity>& layers);

    void forget();

    const SessionActivity& session() const { return m_session; }

private:
    bool fits(const std::vector<LayerActivity>& layers) const;
    void addRates(const std::vector<LayerActivity>& layers);
    void addSpikes(const std::vector<LayerActivity>& layers);

    std::string m_model;
    SessionActivity m_session;
    std::unordered_map<std::string, bool> m_pictures; ///< by key: whether their spikes are in `m_fired`
    std::vector<SpikeShape> m_shapes;                 ///< a layer each, of the first record; empty until there is one
    std::vector<std::vector<std::uint64_t>> m_fired;  ///< a layer each: bits of the neurons that ever fired, as in one step of SpikeRecord
};

}
