#include "core/event/backend.h"

#include "core/data/outcome.h"
#include "core/event/image_encoder.h"
#include "core/event/speed.h"
#include "core/event/text_encoder.h"

#include <algorithm>
#include <chrono>
#include <random>

namespace spikeclip::event {

namespace {

/// Something like a photograph after preprocessing: mean 0, deviation 1.
std::vector<float> noise(const data::ImageConfig& config)
{
    std::vector<float> picture(static_cast<std::size_t>(config.channels * config.imageSize * config.imageSize));
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::ranges::generate(picture, [&] { return normal(random); });
    return picture;
}

}

EventBackend::EventBackend(io::Checkpoint checkpoint, const BackendOptions& options)
    : m_config(checkpoint.config), m_speedFile(options.speedFile), m_policy{.forced = options.forced, .speed = {}}
{
    const CheckpointWeights image(checkpoint, "image.");
    const CheckpointWeights text(checkpoint, "text.");
    m_hasTwin = CheckpointWeights(checkpoint, "ann.").any();
    if (image.any())
        m_image = std::make_unique<ImageEncoder>(m_config.image, image);
    else if (!m_hasTwin)
        throw Error(ErrorCode::CheckpointForeign, "there is no image encoder");
    if (text.any())
        m_text = std::make_unique<TextEncoder>(m_config.text, text);
    if (!checkpoint.words.empty()) {
        if (static_cast<int>(checkpoint.words.size()) != m_config.text.vocabulary)
            throw Error(ErrorCode::CheckpointForeign, "the number of words is not the vocabulary of the configuration");
        m_words = std::make_shared<text::WordTable>(std::move(checkpoint.words));
    }
    chooseThreads(options.threads);
}

EventBackend::~EventBackend() = default;

int EventBackend::threads() const { return m_workshop->team.threads(); }

PassOptions EventBackend::passOptions(std::stop_token stop) const { return {.policy = m_policy, .stop = std::move(stop)}; }

/// As asked, or the number that is clearly fastest for this model now; fewer threads win near ties.
void EventBackend::chooseThreads(int wanted)
{
    const int most = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const auto use = [&](int threads) {
        m_workshop = std::make_unique<Workshop>(threads);
        m_policy.speed = readSpeed(m_speedFile, machineName(bestKernels()), threads);
    };
    use(wanted > 0 ? std::min(wanted, 4 * most) : 1);
    if (wanted > 0 || most == 1 || !m_image)
        return;
    const auto picture = noise(m_config.image);
    const auto fastest = [&] {
        double best = 1e300;
        for (int round = 0; round < 4; ++round) {
            const auto start = std::chrono::steady_clock::now();
            m_image->forward({picture}, passOptions({}), *m_workshop);
            best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        }
        return best;
    };
    int best = 1;
    double bestMs = fastest();
    for (int threads = 2; threads <= std::min(most, 8); threads *= 2) {
        use(threads);
        if (const auto ms = fastest(); ms < 0.9 * bestMs) {
            bestMs = ms;
            best = threads;
        }
    }
    if (best != m_workshop->team.threads())
        use(best);
}

std::vector<Sight> EventBackend::look(const std::vector<std::span<const float>>& inputs, Encoder encoder, int steps, data::Recording recording,
                                      std::stop_token stop)
{
    if (encoder != Encoder::Snn || !m_image)
        throw Error(ErrorCode::PartMissing, encoder == Encoder::Snn ? "this model has no spiking image encoder" : "the ANN twin does not run on spikes");
    Recorder recorder(recording);
    std::vector<data::LayerTime> times;
    auto options = passOptions(std::move(stop));
    options.steps = steps;
    options.watcher = &recorder;
    options.times = &times;
    const auto prefixes = m_image->forward(inputs, options, *m_workshop);
    std::vector<Sight> sights;
    for (int sample = 0; sample < prefixes.batch; ++sample) {
        Sight sight{.layers = recorder.layers(sample), .operations = recorder.operations(sample), .times = times};
        for (int step = 0; step < prefixes.steps; ++step)
            sight.features.push_back(normalised(prefixes.row(step, sample)));
        sights.push_back(std::move(sight));
    }
    return sights;
}

data::PotentialTrace EventBackend::trace(std::span<const float> input, const std::string& layer, const std::vector<std::int64_t>& neurons, int steps,
                                         std::stop_token stop)
{
    if (!m_image)
        throw Error(ErrorCode::PartMissing, "this model has no spiking image encoder");
    CurrentRequest wanted{.layer = layer};
    auto options = passOptions(std::move(stop));
    options.steps = steps;
    options.current = &wanted;
    const auto passed = m_image->forward({input}, options, *m_workshop);
    if (!wanted.met)
        throw data::noSuchLayer(layer);
    return data::traceOf(wanted.site, wanted.lif, neurons, [&](std::int64_t neuron) {
        std::vector<float> current;
        for (int step = 0; step < passed.steps; ++step) // a constant current was kept once
            current.push_back(wanted.current.row(std::min(step, wanted.current.steps - 1), neuron / wanted.site.channels)[neuron % wanted.site.channels]);
        return current;
    });
}

std::vector<UnitVector> EventBackend::read(const std::vector<std::vector<int>>& ids, std::stop_token stop)
{
    if (!m_text)
        throw Error(ErrorCode::PartMissing, "this model has no text encoder");
    const auto prefixes = m_text->forward(ids, passOptions(std::move(stop)), *m_workshop);
    std::vector<UnitVector> vectors;
    for (int sample = 0; sample < prefixes.batch; ++sample)
        vectors.push_back(normalised(prefixes.row(prefixes.steps - 1, sample)));
    return vectors;
}

std::vector<std::vector<data::LayerActivity>> EventBackend::readRecorded(const std::vector<std::vector<int>>& ids, std::stop_token stop)
{
    if (!m_text)
        throw Error(ErrorCode::PartMissing, "this model has no text encoder");
    Recorder recorder(data::Recording::Full);
    auto options = passOptions(std::move(stop));
    options.watcher = &recorder;
    m_text->forward(ids, options, *m_workshop);
    std::vector<std::vector<data::LayerActivity>> layers;
    for (int sample = 0; sample < static_cast<int>(ids.size()); ++sample)
        layers.push_back(recorder.layers(sample));
    return layers;
}

data::MachineSpeed EventBackend::speed(bool anew, const Progress& progress, std::stop_token stop)
{
    if (m_image) {
        auto measured = completed(m_policy.speed, m_image->layers(), anew, *m_workshop, progress, std::move(stop));
        if (measured != m_policy.speed) {
            m_policy.speed = std::move(measured);
            keepSpeed(m_speedFile, m_policy.speed);
        }
    }
    return m_policy.speed;
}

}
