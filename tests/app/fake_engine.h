#pragma once

#include "core/engine.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <limits>
#include <mutex>
#include <numeric>
#include <stop_token>
#include <thread>

namespace spikeclip::test {

/// Where the engine's thread waits while a test holds it closed.
class Gate
{
public:
    void hold() { set(true); }
    void release() { set(false); }

    /// Waits until the gate is open (true) or the token says stop (false).
    bool pass(std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait(lock, stop, [this] { return !m_held; });
    }

private:
    void set(bool held)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_held = held;
        }
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_held = false;
};

/// What a test may see and steer of a fake engine, from another thread.
class FakeEngineControl
{
public:
    std::atomic<int> made = 0;
    std::atomic<int> destroyed = 0;
    std::atomic<int> loads = 0;
    std::atomic<int> inferences = 0;
    std::atomic<int> stopped = 0; ///< inferences that ended because they were told to
    std::atomic<bool> failLoad = false;
    std::atomic<ErrorCode> failLoadWith = ErrorCode::CheckpointBroken;
    std::atomic<bool> failInference = false;
    std::atomic<bool> onOneThread = true; ///< made, used and destroyed on the same thread

    std::atomic<int> measurements = 0;       ///< begun, whether from the file or anew
    std::atomic<int> measurementsAnew = 0;
    std::atomic<bool> failSpeed = false;
    std::atomic<bool> withTimes = true; ///< false: as the paths of LibTorch, which neither time layers nor choose

    std::atomic<bool> withSpikes = false; ///< recordings hold every spike, if asked for
    std::atomic<bool> withOperations = false; ///< answers of the spiking network hold operation counts, the same for every picture
    std::atomic<int> traces = 0;
    std::atomic<int> readings = 0;
    std::atomic<int> races = 0;
    std::atomic<bool> twinLags = false; ///< the card tells of a training that left the twin out
    std::atomic<bool> failTwin = false; ///< LibTorch is missing: neither an answer of the twin nor a race
    std::atomic<int> checks = 0;
    std::atomic<bool> checkPasses = true;

    /// Every inference from now on waits inside the engine until `release` or its stop token.
    void hold() { inferenceGate.hold(); }
    void release() { inferenceGate.release(); }

    /// What was done, in order: "infer", or "twin" where it was asked too, and the first label, "trace" and the layer, "read" and the label, "race", "speed", "check".
    std::vector<std::string> history()
    {
        const std::lock_guard lock(m_mutex);
        return m_history;
    }
    void note(const std::string& what)
    {
        const std::lock_guard lock(m_mutex);
        m_history.push_back(what);
    }

    Gate inferenceGate;
    Gate speedGate;
    Gate traceGate;
    Gate readGate;
    Gate raceGate;
    Gate checkGate;

private:
    std::mutex m_mutex;
    std::vector<std::string> m_history;
};

/// Answers at once with numbers that depend on picture, labels and step alone. Knows every word that does not begin with "zz".
class FakeEngine : public Engine
{
public:
    static constexpr int steps = 4;

    explicit FakeEngine(std::shared_ptr<FakeEngineControl> control) : m_control(std::move(control)), m_home(std::this_thread::get_id())
    {
        ++m_control->made;
    }

    ~FakeEngine() override
    {
        checkThread();
        ++m_control->destroyed;
    }

    Outcome<ModelInfo> load(const std::string& file, const ComputeOptions&) override
    {
        checkThread();
        ++m_control->loads;
        if (m_control->failLoad)
            return Failure{m_control->failLoadWith.load(), file};
        ModelInfo info;
        info.file = file;
        info.hash = "0123456789abcdef";
        info.config.name = "Fake model";
        info.config.image.blocks = 2;
        info.config.logitScale = 14;
        info.card = m_control->twinLags ? R"({"recipe": {"stages": [{"stage": "head"}]}})" : R"({"summary": "numbers made up for tests"})";
        info.hasTwin = info.hasText = true;
        info.device = "cpu";
        info.threads = 2;
        return info;
    }

    Outcome<InferenceResult> infer(const InferenceRequest& request, std::stop_token stop) override
    {
        checkThread();
        ++m_control->inferences;
        m_control->note((request.withTwin ? "twin " : "infer ") + (request.labels.empty() ? std::string() : request.labels.front()));
        if (!m_control->inferenceGate.pass(stop)) {
            ++m_control->stopped;
            return Cancelled{};
        }
        if (m_control->failInference)
            return Failure{ErrorCode::Internal, "asked to fail"};
        if (request.labels.empty())
            return Failure{ErrorCode::NoLabels, ""};
        if (m_control->failTwin && (request.withTwin || request.encoder == Encoder::Ann))
            return Failure{ErrorCode::EngineMissing, "no module"};
        auto result = answer(request);
        if (m_control->withTimes)
            addTimes(result);
        if (m_control->withSpikes && request.recording == data::Recording::Full)
            for (auto& layer : result.layers)
                layer.spikes = spikes();
        if (m_control->withOperations && !result.layers.empty())
            result.operations = operations();
        return result;
    }

    /// Each neuron on a constant current of its own.
    Outcome<data::PotentialTrace> trace(const TraceRequest& request, std::stop_token stop) override
    {
        checkThread();
        ++m_control->traces;
        m_control->note("trace " + request.layer);
        if (!m_control->traceGate.pass(stop))
            return Cancelled{};
        data::PotentialTrace trace{.layer = request.layer};
        for (const auto neuron : request.neurons)
            trace.neurons.push_back(data::traceOf(neuron, std::vector<float>(steps, static_cast<float>(2 * unit(static_cast<std::uint32_t>(neuron)))), {}));
        return trace;
    }

    /// Each label as one word in the last of eight places, and another one if it has words that nobody knows.
    Outcome<std::vector<data::LabelReading>> read(const ReadRequest& request, std::stop_token stop) override
    {
        checkThread();
        ++m_control->readings;
        m_control->note("read " + (request.labels.empty() ? std::string() : request.labels.front()));
        if (!m_control->readGate.pass(stop))
            return Cancelled{};
        std::vector<data::LabelReading> readings;
        for (const auto& label : request.labels) {
            const auto info = describe(label);
            auto& reading = readings.emplace_back(data::LabelReading{.label = label, .sentence = label, .truncated = info.truncated});
            if (static_cast<int>(info.unknownWords.size()) < info.tokens)
                reading.words.push_back({.text = label, .id = 1, .place = info.capacity - 1});
            if (!info.unknownWords.empty())
                reading.words.push_back({.text = info.unknownWords.front()});
        }
        return readings;
    }

    Outcome<RaceReport> race(const RaceRequest& request, std::stop_token stop) override
    {
        checkThread();
        ++m_control->races;
        m_control->note("race");
        if (!m_control->raceGate.pass(stop))
            return Cancelled{};
        if (m_control->failTwin)
            return Failure{ErrorCode::EngineMissing, "no module"};
        return RaceReport{.snnMedianMs = 2.1,
                          .snnP95Ms = 2.6,
                          .annMedianMs = 2.8,
                          .annP95Ms = 3.3,
                          .steps = steps,
                          .repeats = request.repeats,
                          .threads = 2,
                          .snnPath = "on bits",
                          .annPath = "LibTorch",
                          .snnWeightBytes = 9'400'000,
                          .annWeightBytes = 9'700'000,
                          .residentBeforeBytes = 61'000'000,
                          .residentAfterBytes = 290'000'000};
    }

    Outcome<EvaluationReport> evaluate(const EvaluationRequest&, const Progress&, std::stop_token) override { return Cancelled{}; }

    Outcome<data::MachineSpeed> speed(bool anew, const Progress& progress, std::stop_token stop) override
    {
        checkThread();
        ++m_control->measurements;
        m_control->measurementsAnew += anew ? 1 : 0;
        m_control->note("speed");
        progress(0.25, "linear 512->384");
        if (!m_control->speedGate.pass(stop))
            return Cancelled{};
        if (m_control->failSpeed)
            return Failure{ErrorCode::Internal, "asked to fail"};
        progress(1, "");
        return m_control->withTimes ? machineSpeed() : data::MachineSpeed{};
    }

    Outcome<TrainingSummary> train(const TrainingRequest&, const ComputeOptions&, const Progress&, std::stop_token) override { return Cancelled{}; }

    Outcome<data::TrainingForecast> forecast(const TrainingRequest&, const ComputeOptions&, std::stop_token) override { return Cancelled{}; }

    /// One quantity of each kind: judged, judged by counting, not judged.
    Outcome<SelfCheckReport> selfCheck(const std::string& referenceFile, const Progress& progress, std::stop_token stop) override
    {
        checkThread();
        ++m_control->checks;
        m_control->note("check");
        if (referenceFile.find("missing") != std::string::npos)
            return Failure{ErrorCode::FileMissing, referenceFile};
        progress(0.25, "plain float64");
        if (!m_control->checkGate.pass(stop))
            return Cancelled{};
        progress(1, "done");
        const bool passes = m_control->checkPasses;
        return SelfCheckReport{
            .file = referenceFile,
            .deviations = {{.path = "plain float64", .quantity = "image outputs", .largest = 3.1e-9, .tolerance = 1e-6, .within = true},
                           {.path = "plain float64", .quantity = "spikes block.0.attn.q_lif", .largest = passes ? 0.0 : 2.0, .tolerance = 0, .within = passes},
                           {.path = "fused float32", .quantity = "free-running outputs", .largest = 0.02, .tolerance = std::numeric_limits<double>::infinity(), .within = true}},
            .passed = passes};
    }

    Outcome<std::vector<BenchCase>> bench(const BenchRequest&, const ComputeOptions&, const Progress&, std::stop_token) override
    {
        return Cancelled{};
    }

protected:
    void checkThread()
    {
        if (std::this_thread::get_id() != m_home)
            m_control->onOneThread = false;
    }

private:
    static std::uint32_t mix(std::uint32_t x)
    {
        x *= 2654435761u;
        x ^= x >> 16;
        x *= 2246822519u;
        return x ^ (x >> 13);
    }

    static std::uint32_t sum(const std::string& text)
    {
        return std::accumulate(text.begin(), text.end(), std::uint32_t{7}, [](std::uint32_t s, char c) { return s * 31 + static_cast<unsigned char>(c); });
    }

    static double unit(std::uint32_t x) { return mix(x) / 4294967296.0; }

    static LabelInfo describe(const std::string& label)
    {
        LabelInfo info{.text = label, .tokens = 0, .capacity = 8, .unknownWords = {}, .truncated = false};
        for (std::size_t from = 0; from < label.size();) {
            const auto to = std::min(label.find(' ', from), label.size());
            const auto word = label.substr(from, to - from);
            if (word.starts_with("zz"))
                info.unknownWords.push_back(word);
            ++info.tokens;
            from = to + 1;
        }
        info.truncated = info.tokens > info.capacity;
        return info;
    }

    static data::ImagePtr shrink(const data::Image& image)
    {
        constexpr int side = 32;
        auto small = std::make_shared<data::Image>(data::Image{.width = side, .height = side, .pixels = {}});
        const int crop = std::min(image.width, image.height);
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const int fromX = (image.width - crop) / 2 + x * crop / side;
                const auto* pixel = image.row((image.height - crop) / 2 + y * crop / side) + fromX * 3;
                small->pixels.insert(small->pixels.end(), pixel, pixel + 3);
            }
        return small;
    }

    static InferenceResult answer(const InferenceRequest& request)
    {
        InferenceResult result;
        const auto& image = *request.image;
        const auto seed = mix(static_cast<std::uint32_t>(image.pixels[image.pixels.size() / 2]) + static_cast<std::uint32_t>(image.width) * 256);
        const bool spiking = request.encoder == Encoder::Snn;
        for (const auto& label : request.labels)
            result.labels.push_back(describe(label));
        for (int t = 1; t <= (spiking ? steps : 1); ++t) {
            auto& row = result.cosine.emplace_back();
            for (const auto& label : request.labels) {
                const double settled = unit(seed ^ sum(label));
                const double early = unit(seed + 99 + sum(label));
                row.push_back(-0.1 + 0.5 * (settled + (early - settled) * (1.0 - double(t) / steps)));
            }
        }
        for (std::size_t i = 0; request.withTwin && i < request.labels.size(); ++i)
            result.twinCosine.push_back(-0.1 + 0.5 * unit(seed + 7 + sum(request.labels[i])));
        result.scale = 14;
        result.networkInput = shrink(image);
        result.imageMs = 41.5;
        result.textMs = 3.2;
        if (spiking)
            addLayers(result, seed);
        result.energy = {.preset = "45 nm FP32: 4.6 pJ/MAC, 0.9 pJ/AC",
                         .rules = {"The first convolution is charged at every step.", "Compute only: no memory access is counted."},
                         .snnPj = {},
                         .annPj = 1.04e8};
        for (int t = 1; spiking && t <= steps; ++t)
            result.energy.snnPj.push_back(0.93e7 * t);
        return result;
    }

    static std::vector<data::LayerOperations> operations()
    {
        std::vector<data::LayerOperations> layers = {
            {.name = "patch_embed.block0_conv", .kind = data::OperationKind::Mac, .dense = 1'000'000, .effective = std::vector<std::int64_t>(steps, 900'000), .inputs = 3072, .outputs = 8192, .weights = 432, .normalised = true},
            {.name = "patch_embed.block1_conv", .kind = data::OperationKind::Ac, .dense = 4'000'000, .effective = std::vector<std::int64_t>(steps, 500'000), .source = "patch_embed.block1_lif", .inputs = 8192, .outputs = 8192, .weights = 9216, .normalised = true}};
        layers.push_back({.name = "proj", .kind = data::OperationKind::Mac, .dense = 65'536, .effective = {65'536}, .everyStep = false, .inputs = 128, .outputs = 512, .weights = 65'536});
        return layers;
    }

    /// 8192 neurons of which every other fires at each step.
    static data::SpikeRecordPtr spikes()
    {
        const data::SpikeShape shape{.steps = steps, .batch = 1, .height = 8, .width = 8, .channels = 128};
        return std::make_shared<const data::SpikeRecord>(shape, std::vector<std::uint64_t>(shape.wordsPerSample() * steps, 0x5555555555555555));
    }

    static void addLayers(InferenceResult& result, std::uint32_t seed)
    {
        std::vector<std::string> names = {"patch_embed.block1_lif", "patch_embed.block2_lif", "patch_embed.block3_lif", "patch_embed.block4_lif"};
        for (const std::string block : {"block.0.", "block.1."})
            for (const std::string lif : {"attn.proj_lif", "attn.q_lif", "attn.k_lif", "attn.v_lif", "attn.attn_lif", "mlp.mlp1_lif", "mlp.mlp2_lif"})
                names.push_back(block + lif);
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            data::LayerActivity layer{.name = names[i], .neurons = 8192, .spikesPerStep = {}, .spikes = nullptr};
            for (std::uint32_t t = 0; t < steps; ++t)
                layer.spikesPerStep.push_back(static_cast<std::int64_t>(8192 * (0.03 + 0.25 * unit(i + 1)) * (0.6 + 0.2 * unit(seed + i + t) + 0.1 * t)));
            result.layers.push_back(std::move(layer));
        }
    }

    /// Shapes, their dense times and the rate from which on skipping loses: made up, but of the order seen on ordinary processors.
    static data::MachineSpeed machineSpeed()
    {
        data::MachineSpeed speed{.machine = "Fake Processor 9000, 2 cores, AVX2", .threads = 2, .layers = {}};
        const auto add = [&](const std::string& shape, double denseMs, double breakEven) {
            data::LayerSpeed layer{.shape = shape, .denseMs = denseMs, .event = {}, .breakEven = breakEven};
            for (const double rate : {0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5}) {
                constexpr double idle = 0.06; // share of the dense time that listing the spikes costs
                layer.event.push_back({rate, denseMs * (idle + (1 - idle) * rate / breakEven * (1.1 - 0.1 * rate / breakEven))});
            }
            speed.layers.push_back(std::move(layer));
        };
        add("conv3x3 64->128 on 16x16", 0.62, 0.34);
        add("conv3x3 128->192 on 8x8", 0.48, 0.27);
        add("conv3x3 192->192 on 8x8", 0.71, 0.19);
        add("conv1x1 192->192 on 8x8", 0.081, 0.31);
        add("conv1x1 192->384 on 8x8", 0.16, 0.29);
        add("conv1x1 384->192 on 8x8", 0.15, 0.21);
        add("linear 12288->512", 0.93, 0.42);
        return speed;
    }

    /// As machineSpeed() says, a little off; every shape's faster path.
    static void addTimes(InferenceResult& result)
    {
        static const auto machine = machineSpeed();
        const auto rateOf = [&](const std::string& source) {
            const auto layer = std::ranges::find(result.layers, source, &data::LayerActivity::name);
            return layer == result.layers.end() ? 0 : layer->firingRate(steps);
        };
        const auto add = [&](const std::string& name, const std::string& source, const std::string& shape) {
            data::LayerTime time{.name = name, .source = source, .shape = shape, .path = data::SynapsePath::Event, .inputRate = rateOf(source), .ms = 0.04};
            if (const auto* known = machine.find(shape)) {
                const bool dense = time.inputRate > known->breakEven;
                time.path = dense ? data::SynapsePath::Dense : data::SynapsePath::Event;
                time.ms = known->denseMs * (dense ? 1 : 0.06 + 0.94 * time.inputRate / known->breakEven) * (0.92 + 0.3 * unit(sum(name)));
            }
            result.times.push_back(std::move(time));
        };
        if (result.layers.empty())
            return;
        result.times.push_back({.name = "patch_embed.block1_conv", .source = "", .shape = "", .path = data::SynapsePath::Dense, .inputRate = 1, .ms = 0.83});
        add("patch_embed.block2_conv", "patch_embed.block1_lif", "conv3x3 64->128 on 16x16");
        add("patch_embed.block3_conv", "patch_embed.block2_lif", "conv3x3 128->192 on 8x8");
        add("patch_embed.block4_conv", "patch_embed.block3_lif", "conv3x3 192->192 on 8x8");
        std::string before = "patch_embed.block4_lif";
        for (const std::string block : {"block.0.", "block.1."}) {
            for (const std::string head : {"q", "k", "v"})
                add(block + "attn." + head + "_conv", block + "attn.proj_lif", "conv1x1 192->192 on 8x8");
            add(block + "attn.proj_conv", before, "conv1x1 192->192 on 8x8");
            add(block + "attn.qk", block + "attn.q_lif", "");
            add(block + "attn.av", block + "attn.v_lif", "");
            add(block + "attn.out_conv", block + "attn.attn_lif", "conv1x1 192->192 on 8x8");
            add(block + "mlp.mlp1_conv", block + "mlp.mlp1_lif", "conv1x1 192->384 on 8x8");
            add(block + "mlp.mlp2_conv", block + "mlp.mlp2_lif", "conv1x1 384->192 on 8x8");
            before = block + "mlp.mlp2_lif";
        }
    }

    std::shared_ptr<FakeEngineControl> m_control;
    std::thread::id m_home;
};

}
