#pragma once

#include "core/nn/observer.h"

#include <map>
#include <string>
#include <vector>

/// Observers of the self-check.
namespace spikeclip::check {

/// One layer of neurons as float64 computed it.
struct LayerTrace
{
    std::string name;
    at::Tensor current; ///< [T, B, ...] float64
    at::Tensor spikes;  ///< [T, B, ...] bool
};

/// Counts spikes and leaves the path as it is, fused or not.
class SpikeCounter : public nn::Observer
{
public:
    explicit SpikeCounter(int steps) : m_steps(steps) {}
    at::Tensor fired(const nn::NeuronSite& site, const at::Tensor& spikes, const at::Tensor& current) override;

    std::map<std::string, at::Tensor> counts; ///< [T] float64 by layer

private:
    int m_steps;
};

/// Keeps what every layer received and fired.
class Tracer : public nn::Observer
{
public:
    explicit Tracer(int steps) : m_counter(steps), m_steps(steps) {}
    bool wantsCurrent() const override { return true; }
    at::Tensor fired(const nn::NeuronSite& site, const at::Tensor& spikes, const at::Tensor& current) override;

    const std::map<std::string, at::Tensor>& counts() const { return m_counter.counts; }
    std::vector<LayerTrace> layers; ///< in the order of the pass

private:
    SpikeCounter m_counter;
    int m_steps;
};

/// Compares a pass with a trace. A teacher hands the trace's spikes on, so that each layer is judged alone.
class Comparer : public nn::Observer
{
public:
    Comparer(const std::vector<LayerTrace>& trace, double tau, double margin, bool teaches)
        : m_trace(trace), m_tau(tau), m_margin(margin), m_teaches(teaches)
    {
    }
    at::Tensor fired(const nn::NeuronSite& site, const at::Tensor& spikes, const at::Tensor& current) override;

    struct Layer
    {
        std::string name;
        std::int64_t different = 0;   ///< spikes unlike the trace
        std::int64_t unexplained = 0; ///< decisions unlike those of float64 although its potential is further from the threshold than the margin
    };
    std::vector<Layer> layers;

private:
    const std::vector<LayerTrace>& m_trace;
    double m_tau;
    double m_margin;
    bool m_teaches;
};

}
