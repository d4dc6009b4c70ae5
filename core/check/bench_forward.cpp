#include "core/check/bench_forward.h"

#include "core/check/event_watch.h"
#include "core/check/turns.h"
#include "core/event/image_encoder.h"
#include "core/event/recorder.h"
#include "core/event/speed.h"
#include "core/nn/lif.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>

#include <map>

namespace spikeclip::check {

namespace {

constexpr std::uint64_t pictureSeed = 1;
constexpr double forwardPatienceSeconds = 20; // for all paths of one size, batch and number of threads

using Thresholds = std::map<std::string, double>;

/// Share of neurons that fire, over all layers and steps.
class RateMeter : public event::Watcher
{
public:
    void fired(const data::NeuronSite&, event::Spikes& spikes) override
    {
        m_spikes += static_cast<double>(spikes.count());
        m_chances += static_cast<double>(spikes.shape.neurons()) * spikes.shape.steps * spikes.shape.batch;
    }
    double rate() const { return m_chances > 0 ? m_spikes / m_chances : 0; }

private:
    double m_spikes = 0;
    double m_chances = 0;
};

/// Finds, layer by layer, the threshold at which a wanted share of the neurons fires, and hands those spikes on.
class ThresholdFinder : public nn::Observer
{
public:
    ThresholdFinder(double rate, int steps, data::LifOptions lif) : m_rate(rate), m_steps(steps), m_lif(lif) {}

    bool wantsCurrent() const override { return true; }

    at::Tensor fired(const nn::NeuronSite& site, const at::Tensor&, const at::Tensor& current) override
    {
        const auto x = current.unflatten(0, {m_steps, -1}); // [T, B, ...]
        auto lif = m_lif;
        const auto spikesAt = [&](double threshold) {
            lif.threshold = threshold;
            return nn::lif(x, lif);
        };
        double low = 1e-3, high = 1e3; // no potential of an ordinary network lies outside
        for (int i = 0; i < 24; ++i) {
            const double middle = std::sqrt(low * high);
            (spikesAt(middle).mean().item<double>() > m_rate ? low : high) = middle;
        }
        thresholds[site.name] = static_cast<float>(high); // as the networks on bits will see it
        return spikesAt(thresholds[site.name]).flatten(0, 1);
    }

    Thresholds thresholds;

private:
    double m_rate;
    int m_steps;
    data::LifOptions m_lif;
};

/// The ways on bits, with what they need.
class WaysOnBits
{
public:
    WaysOnBits(const Subject& subject, int threads, const std::vector<double>& rates)
        : m_encoder(subject.image.config(), TensorWeights(subject.image.weights())), m_workshop(threads)
    {
        m_policy.speed = event::completed({.machine = event::machineName(event::bestKernels()), .threads = threads}, m_encoder.layers(), true, m_workshop,
                                          [](double, const std::string&) {}, {});
        const auto picture = benchPictures(subject, 1);
        for (const double rate : rates) {
            ThresholdFinder finder(rate, subject.image.config().steps, subject.image.config().lif);
            subject.image.forward(picture, {.path = nn::Path::Plain, .observer = &finder});
            m_thresholds[rate] = std::move(finder.thresholds);
        }
    }

    event::PassOptions options(std::optional<data::SynapsePath> forced, double rate) const
    {
        auto policy = m_policy;
        policy.forced = forced;
        return {.policy = std::move(policy), .thresholds = rate > 0 ? &m_thresholds.at(rate) : nullptr};
    }

    double run(const at::Tensor& pictures, const event::PassOptions& options)
    {
        double sum = 0;
        for (const float value : m_encoder.forward(pictureSpans(pictures), options, m_workshop).values)
            sum += value;
        return sum;
    }

    double firingRate(const at::Tensor& pictures, double rate)
    {
        RateMeter meter;
        auto wanted = options({}, rate);
        wanted.watcher = &meter;
        run(pictures, wanted);
        return meter.rate();
    }

private:
    event::ImageEncoder m_encoder;
    event::Workshop m_workshop;
    event::PathPolicy m_policy;
    std::map<double, Thresholds> m_thresholds;
};

}

at::Tensor benchPictures(const Subject& subject, int batch)
{
    const auto& config = subject.image.config();
    auto random = at::detail::createCPUGenerator(pictureSeed);
    return at::randn({batch, config.channels, config.imageSize, config.imageSize}, random).to(subject.device());
}

std::vector<BenchCase> benchForward(const Subject& subject, int batch, const BenchRequest& request, std::stop_token stop)
{
    at::NoGradGuard quiet;
    const auto pictures = benchPictures(subject, batch);
    const bool onCpu = subject.device().is_cpu();
    std::vector<BenchCase> cases;
    for (const int threads : request.threads) {
        at::set_num_threads(threads);
        std::vector<Turn> turns;
        std::vector<BenchCase> described;
        const auto add = [&](const std::string& path, double wantedRate, double rate, std::function<double()> work) {
            turns.push_back({subject.name + ", " + path + ", forward", std::move(work)});
            described.push_back({.model = subject.name, .path = path, .work = "forward", .batch = batch, .threads = threads, .wantedRate = wantedRate,
                                 .firingRate = rate});
        };

        std::optional<WaysOnBits> onBits;
        double rate = 0;
        if (onCpu) {
            onBits.emplace(subject, threads, request.rates);
            rate = onBits->firingRate(pictures, 0);
        }
        const auto torch = [&](nn::Path path) { return [&, path] { return subject.image.forward(pictures, {.path = path}).sum().item<double>(); }; };
        add("plain", 0, rate, torch(nn::Path::Plain));
        if (onCpu)
            add("fused", 0, rate, torch(nn::Path::Fused));
        add("ann", 0, 0, [&] { return subject.twin.forward(pictures, {}).sum().item<double>(); });
        if (onBits) {
            const auto bits = [&](const std::string& path, std::optional<data::SynapsePath> forced, double wanted, double reached) {
                add(path, wanted, reached, [&, options = onBits->options(forced, wanted)] { return onBits->run(pictures, options); });
            };
            bits("auto", {}, 0, rate);
            bits("event", data::SynapsePath::Event, 0, rate);
            bits("dense", data::SynapsePath::Dense, 0, rate);
            add("auto, recorded", 0, rate, [&, options = onBits->options({}, 0)]() mutable {
                event::Recorder recorder(data::Recording::Full);
                options.watcher = &recorder;
                return onBits->run(pictures, options) + static_cast<double>(recorder.layers(0).size() + recorder.operations(0).size());
            });
            for (const double wanted : request.rates) {
                const auto reached = onBits->firingRate(pictures, wanted);
                bits("auto", {}, wanted, reached);
                bits("event", data::SynapsePath::Event, wanted, reached);
            }
        }
        takeTurns(turns, request.repeats, forwardPatienceSeconds, stop);
        for (std::size_t i = 0; i < turns.size(); ++i) {
            auto& timed = described[i];
            timed.repeats = static_cast<int>(turns[i].milliseconds.size());
            timed.medianMs = median(turns[i].milliseconds);
            timed.p95Ms = percentile95(turns[i].milliseconds);
            timed.peakMb = turns[i].peakMb;
            timed.toPlain = timed.medianMs / median(turns[0].milliseconds);
            cases.push_back(timed);
        }
    }
    return cases;
}

}
