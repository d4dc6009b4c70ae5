#include "tests/core/event/dice.h"

#include "core/data/outcome.h"
#include "core/event/backend.h"
#include "core/event/image_encoder.h"
#include "core/event/speed.h"
#include "core/event/text_encoder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <map>
#include <numeric>

using namespace spikeclip;
using namespace spikeclip::event;
using data::SynapsePath;
using test::Dice;

namespace {

const char* const shippedModel = SPIKECLIP_SOURCE_DIR "/resources/models/default/model.safetensors";

/// Hashed numbers of ordinary size for any key: an encoder that fires.
class RandomWeights : public WeightSource
{
public:
    std::vector<float> numbers(const std::string& key, const std::vector<std::int64_t>& shape) const override
    {
        std::size_t count = 1;
        for (const auto extent : shape)
            count *= static_cast<std::size_t>(extent);
        Dice dice(static_cast<unsigned>(std::hash<std::string>()(key)));
        if (key.ends_with("running_var") || key.find("_bn.weight") != std::string::npos)
            return std::vector<float>(count, 1);
        if (key.find("_bn.") != std::string::npos)
            return dice.normal(count, 0.1F);
        return dice.normal(count, 3 / std::sqrt(static_cast<float>(count) / static_cast<float>(shape[0])));
    }
    std::vector<std::int8_t> integers(const std::string&, const std::vector<std::int64_t>& shape) const override
    {
        std::vector<std::int8_t> values(static_cast<std::size_t>(shape[0] * shape[1]));
        std::ranges::generate(values, [value = 0]() mutable { return static_cast<std::int8_t>(value = (value * 37 + 11) % 127); });
        return values;
    }
};

data::ImageConfig smallImage()
{
    data::ImageConfig config;
    config.imageSize = 16;
    config.width = 40; // a stem of 5, 10, 20, 40: nothing here is a multiple of 64
    config.heads = 5;
    config.mlpRatio = 3;
    config.blocks = 2;
    config.embedding = 24;
    config.poolBefore = {1, 3};
    return config;
}

std::vector<float> noiseFor(const EventBackend& backend, unsigned seed)
{
    const auto& config = backend.config().image;
    return Dice(seed).normal(static_cast<std::size_t>(config.channels * config.imageSize * config.imageSize));
}

/// Every spike of a picture, by layer.
std::map<std::string, data::SpikeRecordPtr> recorded(EventBackend& backend, const std::vector<float>& picture)
{
    std::map<std::string, data::SpikeRecordPtr> layers;
    auto sights = backend.look({picture}, Encoder::Snn, 0, data::Recording::Full, {});
    for (auto& layer : sights.front().layers)
        layers.emplace(layer.name, std::move(layer.spikes));
    return layers;
}

/// A layer of synapses between two layers of neurons, and its stored shape.
struct Described
{
    std::string source;
    std::string synapses;
    std::string norm;
    std::string neurons;
    std::vector<std::int64_t> shape; ///< [out, in, 3, 3] or [out, in, 1]
};

/// What one output of a convolution is, by its definition.
double convolved(const data::SpikeRecord& in, const std::vector<float>& kernel, const std::vector<std::int64_t>& shape, int step, std::int64_t neuron)
{
    const auto size = shape[2];
    const auto inputs = shape[1], position = neuron / shape[0], out = neuron % shape[0];
    const auto width = std::int64_t{in.shape().width};
    double sum = 0;
    for (std::int64_t tap = 0; tap < size * size; ++tap) {
        const auto y = position / width + tap / size - size / 2, x = position % width + tap % size - size / 2;
        if (y < 0 || y >= in.shape().height || x < 0 || x >= width)
            continue;
        for (std::int64_t c = 0; c < inputs; ++c)
            if (in.fired(step, 0, (y * width + x) * inputs + c))
                sum += kernel[static_cast<std::size_t>((out * inputs + c) * size * size + tap)];
    }
    return sum;
}

}

class EventTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewerStepsGiveTheFirstRowsOfMore();
    void aPictureInABatchAnswersAsAlone();
    void recordingChangesNothing();
    void aWatcherMayChangeWhatTheNextLayerSees();
    void aStopEndsAPass();
    void emptyPlacesOfASentenceStaySilent();
    void idsOutsideTheTableAreRefused();
    void theShippedModelAnswersWithUnitVectors();
    void keepingACurrentChangesNothing();
    void potentialsFollowFromSpikesAndWeights();
    void potentialsDecideTheSpikesOfEveryLayer();
    void unknownLayersAndNeuronsAreNamed();
    void readingALabelRecordsBothLayersOfTheTextEncoder();
    void aModelThatDoesNotFitItsConfigurationIsRefused();
    void breakEvenDecidesThePath();
    void measuredSpeedSurvivesTheFile();
    void aBrokenSpeedFileIsMeasuredAgain();
    void measuringStopsWhenAsked();
};

void EventTest::fewerStepsGiveTheFirstRowsOfMore()
{
    const ImageEncoder encoder(smallImage(), RandomWeights());
    Workshop workshop(1);
    const auto picture = Dice(7).normal(3 * 16 * 16);
    const auto all = encoder.forward({picture}, {}, workshop);
    QCOMPARE(all.steps, 4);
    for (int steps = 1; steps <= 4; ++steps) {
        const auto some = encoder.forward({picture}, {.steps = steps}, workshop);
        QCOMPARE(some.steps, steps);
        for (int t = 0; t < steps; ++t)
            QVERIFY(std::ranges::equal(some.row(t, 0), all.row(t, 0)));
    }
    QVERIFY_THROWS_EXCEPTION(Error, encoder.forward({picture}, {.steps = 5}, workshop));
    QVERIFY_THROWS_EXCEPTION(Error, encoder.forward({std::span(picture).first(5)}, {}, workshop));
}

void EventTest::aPictureInABatchAnswersAsAlone()
{
    const ImageEncoder encoder(smallImage(), RandomWeights());
    const std::vector<std::vector<float>> pictures{Dice(8).normal(768), Dice(9).normal(768), Dice(10).normal(768)};
    Workshop one(1), three(3);
    Recorder together(data::Recording::Full);
    const auto batch = encoder.forward({pictures[0], pictures[1], pictures[2]}, {.watcher = &together}, three);
    for (int b = 0; b < 3; ++b) {
        Recorder alone(data::Recording::Full);
        const auto single = encoder.forward({pictures[static_cast<std::size_t>(b)]}, {.watcher = &alone}, one);
        for (int t = 0; t < 4; ++t)
            QVERIFY(std::ranges::equal(single.row(t, 0), batch.row(t, b)));
        const auto layers = together.layers(b);
        for (std::size_t i = 0; i < layers.size(); ++i)
            QCOMPARE(layers[i].spikesPerStep, alone.layers(0)[i].spikesPerStep);
        for (std::size_t i = 0; i < alone.operations(0).size(); ++i)
            QCOMPARE(together.operations(b)[i].effective, alone.operations(0)[i].effective);
    }
}

void EventTest::recordingChangesNothing()
{
    const ImageEncoder encoder(smallImage(), RandomWeights());
    Workshop workshop(2);
    const auto picture = Dice(11).normal(768);
    Recorder recorder(data::Recording::Full);
    std::vector<data::LayerTime> times;
    const auto watched = encoder.forward({picture}, {.watcher = &recorder, .times = &times}, workshop);
    QCOMPARE(watched.values, encoder.forward({picture}, {}, workshop).values);
    const auto layers = recorder.layers(0);
    QCOMPARE(layers.size(), std::size_t{4 + 2 * 7}); // stem, and seven layers of neurons a block
    QCOMPARE(recorder.operations(0).size(), std::size_t{1 + 4 + 2 * 8 + 1});
    QCOMPARE(times.size(), recorder.operations(0).size());
    for (const auto& layer : layers) {
        QVERIFY(layer.spikes);
        for (int t = 0; t < 4; ++t)
            QCOMPARE(layer.spikes->spikes(t, 0), layer.spikesPerStep[static_cast<std::size_t>(t)]);
    }
    QVERIFY(data::meanFiringRate(layers, 4) > 0.02); // the weights fire, so the tests above saw something
}

void EventTest::aWatcherMayChangeWhatTheNextLayerSees()
{
    struct Silencer : Watcher
    {
        void fired(const data::NeuronSite& site, Spikes& spikes) override
        {
            if (site.name == "block.1.mlp.mlp2_lif")
                std::ranges::fill(spikes.words, 0);
        }
        void connected(const data::SynapseSite&) override {}
    } silencer;
    const ImageEncoder encoder(smallImage(), RandomWeights());
    Workshop workshop(1);
    const auto picture = Dice(12).normal(768);
    QVERIFY(encoder.forward({picture}, {.watcher = &silencer}, workshop).values != encoder.forward({picture}, {}, workshop).values);
}

void EventTest::aStopEndsAPass()
{
    const ImageEncoder encoder(smallImage(), RandomWeights());
    Workshop workshop(1);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, encoder.forward({Dice(13).normal(768)}, {.stop = stop.get_token()}, workshop));
}

void EventTest::emptyPlacesOfASentenceStaySilent()
{
    data::TextConfig config;
    config.input = data::TextConfig::Input::Words;
    config.vocabulary = 30;
    config.tableWidth = 12;
    config.length = 4;
    config.projection = 20;
    config.hidden = 33;
    config.embedding = 9;
    const TextEncoder encoder(config, RandomWeights());
    Workshop workshop(1);
    struct Keeper : Watcher
    {
        void fired(const data::NeuronSite& site, Spikes& spikes) override { layers.emplace(site.name, spikes); }
        std::map<std::string, Spikes> layers;
    } keeper;
    const auto out = encoder.forward({{-1, -1, 3, 7}, {-1, -1, -1, -1}}, {.watcher = &keeper}, workshop);
    QCOMPARE(out.batch, 2);
    QCOMPARE(out.embedding, 9);
    const auto& words = keeper.layers.at("mlp_lif1");
    QCOMPARE(words.shape.width, 4);
    const data::SpikeRecord record(words.shape, words.words);
    for (int t = 0; t < 4; ++t) {
        QCOMPARE(record.spikes(t, 1), 0);
        QCOMPARE(record.words(t, 0)[0], 0U);
    }
    QVERIFY(record.spikes() > 0);
}

void EventTest::idsOutsideTheTableAreRefused()
{
    data::TextConfig config;
    config.vocabulary = 10;
    config.tableWidth = config.projection = 6;
    config.positions = config.length = 3;
    config.hidden = 5;
    config.embedding = 4;
    const TextEncoder encoder(config, RandomWeights());
    Workshop workshop(1);
    QCOMPARE(encoder.forward({{0, 9, 5}}, {}, workshop).values.size(), std::size_t{4 * 4});
    for (const auto& ids : {std::vector{0, 10, 1}, std::vector{-1, 1, 1}, std::vector{1, 1}})
        QVERIFY_THROWS_EXCEPTION(Error, encoder.forward({ids}, {}, workshop));
}

void EventTest::theShippedModelAnswersWithUnitVectors()
{
    EventBackend backend(io::readCheckpoint(shippedModel), {.threads = 1});
    QVERIFY(backend.hasImage() && backend.hasText() && backend.hasTwin() && backend.words());
    const auto& config = backend.config();
    const auto picture = Dice(14).normal(static_cast<std::size_t>(3 * config.image.imageSize * config.image.imageSize));
    const auto sights = backend.look({picture}, Encoder::Snn, 0, data::Recording::Rates, {});
    QCOMPARE(sights.size(), std::size_t{1});
    QCOMPARE(static_cast<int>(sights[0].features.size()), config.image.steps);
    const auto vectors = backend.read({text::encode(*backend.words(), "cat", config.text.length).ids}, {});
    for (const auto& vector : {sights[0].features.back(), vectors.at(0)}) {
        double square = 0;
        for (const float value : vector)
            square += double{value} * value;
        QVERIFY(std::abs(square - 1) < 1e-5);
    }
    QVERIFY_THROWS_EXCEPTION(Error, backend.look({picture}, Encoder::Ann, 0, data::Recording::Off, {}));
}

void EventTest::keepingACurrentChangesNothing()
{
    const ImageEncoder encoder(smallImage(), RandomWeights());
    Workshop workshop(2);
    const auto picture = Dice(15).normal(768);
    const auto plain = encoder.forward({picture}, {}, workshop);
    for (const char* layer : {"patch_embed.block2_lif", "block.0.attn.proj_lif", "block.1.attn.q_lif", "block.1.attn.attn_lif", "block.1.mlp.mlp2_lif"}) {
        CurrentRequest wanted{.layer = layer};
        QCOMPARE(encoder.forward({picture}, {.current = &wanted}, workshop).values, plain.values);
        QVERIFY(wanted.met);
        QCOMPARE(wanted.site.name, std::string(layer));
        QCOMPARE(wanted.current.channels, wanted.site.channels);
    }
    CurrentRequest nowhere{.layer = "block.2.attn.q_lif"};
    QCOMPARE(encoder.forward({picture}, {.current = &nowhere}, workshop).values, plain.values);
    QVERIFY(!nowhere.met);
}

void EventTest::potentialsFollowFromSpikesAndWeights()
{
    const auto checkpoint = io::readCheckpoint(shippedModel);
    const CheckpointWeights weights(checkpoint, "image.");
    EventBackend backend(checkpoint, {.threads = 1});
    const auto picture = noiseFor(backend, 16);
    const auto layers = recorded(backend, picture);
    const auto width = backend.config().image.width;
    const auto lif = backend.config().image.lif;

    // A convolution whose current goes straight into neurons, and a pointwise layer: source, synapses, normalisation, neurons, side of the kernel.
    const std::vector<Described> cases{
        {"patch_embed.block3_lif", "patch_embed.block3_conv", "patch_embed.block3_bn", "patch_embed.block4_lif", {width, width / 2, 3, 3}},
        {"block.0.attn.proj_lif", "block.0.attn.q_conv", "block.0.attn.q_bn", "block.0.attn.q_lif", {width, width, 1}},
    };
    for (const auto& [source, synapses, norm, neurons, shape] : cases) {
        const auto& in = *layers.at(source);
        const auto& out = *layers.at(neurons);
        QCOMPARE(in.shape().height, out.shape().height); // nothing is pooled in between
        std::vector<std::int64_t> chosen;
        for (std::int64_t neuron = 0; neuron < out.shape().neurons(); neuron += 997)
            chosen.push_back(neuron);
        const auto trace = backend.trace(picture, neurons, chosen, 0, {});
        QCOMPARE(trace.layer, neurons);
        QCOMPARE(trace.threshold, lif.threshold);
        QCOMPARE(trace.tau, lif.tau);
        QCOMPARE(trace.neurons.size(), chosen.size());
        const auto kernel = weights.numbers(synapses + ".weight", shape);
        const auto affine = weights.batchNorm(norm, static_cast<int>(shape[0]));
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            const auto& seen = trace.neurons[i];
            const auto channel = static_cast<std::size_t>(chosen[i] % shape[0]);
            double potential = 0;
            QCOMPARE(seen.neuron, chosen[i]);
            QCOMPARE(seen.current.size(), static_cast<std::size_t>(in.shape().steps));
            for (std::size_t t = 0; t < seen.current.size(); ++t) {
                const double current = affine.scale[channel] * convolved(in, kernel, shape, static_cast<int>(t), chosen[i]) + affine.shift[channel];
                const double charged = potential + (current - potential) / lif.tau;
                QVERIFY(std::abs(seen.current[t] - current) < 1e-4);
                QVERIFY(std::abs(seen.charged[t] - charged) < 1e-4);
                QCOMPARE(seen.fired[t], seen.charged[t] >= static_cast<float>(lif.threshold));
                potential = seen.fired[t] ? 0 : charged;
                QVERIFY(std::abs(seen.after[t] - potential) < 1e-4);
            }
        }
    }
}

void EventTest::potentialsDecideTheSpikesOfEveryLayer()
{
    EventBackend backend(io::readCheckpoint(shippedModel), {.threads = 2});
    const auto picture = noiseFor(backend, 17);
    for (const auto& [name, record] : recorded(backend, picture)) {
        std::vector<std::int64_t> all(static_cast<std::size_t>(record->shape().neurons()));
        std::iota(all.begin(), all.end(), 0);
        const auto trace = backend.trace(picture, name, all, 0, {});
        QCOMPARE(trace.threshold, name.ends_with("attn_lif") ? backend.config().image.attentionThreshold : backend.config().image.lif.threshold);
        std::int64_t different = 0;
        for (const auto& neuron : trace.neurons)
            for (int t = 0; t < record->shape().steps; ++t)
                different += neuron.fired[static_cast<std::size_t>(t)] != record->fired(t, 0, neuron.neuron);
        QCOMPARE(different, std::int64_t{0});
    }
}

void EventTest::unknownLayersAndNeuronsAreNamed()
{
    EventBackend backend(io::readCheckpoint(shippedModel), {.threads = 1});
    const auto picture = noiseFor(backend, 18);
    const auto complaint = [&](const std::string& layer, std::int64_t neuron) {
        try {
            backend.trace(picture, layer, {neuron}, 0, {});
        } catch (const Error& error) {
            return error.code() == ErrorCode::BadArgument ? std::string(error.what()) : "another error";
        }
        return std::string("no error");
    };
    const auto& config = backend.config().image;
    const auto count = std::int64_t{config.gridSize()} * config.gridSize() * config.width;
    QCOMPARE(complaint("block.0.attn.q_lif", count - 1), std::string("no error"));
    QVERIFY(complaint("block.0.attn.q_lif", count).find(std::to_string(count)) != std::string::npos);
    QVERIFY(complaint("block.0.attn.q_lif", -1).find("-1") != std::string::npos);
    QVERIFY(complaint("block.99.attn.q_lif", 0).find("block.99.attn.q_lif") != std::string::npos);
    QVERIFY_THROWS_EXCEPTION(Error, backend.trace(picture, "block.0.attn.q_lif", {0}, config.steps + 1, {}));
}

void EventTest::readingALabelRecordsBothLayersOfTheTextEncoder()
{
    EventBackend backend(io::readCheckpoint(shippedModel), {.threads = 1});
    const auto& config = backend.config().text;
    const std::vector<std::vector<int>> ids{text::encode(*backend.words(), "a red car", config.length).ids, std::vector<int>(static_cast<std::size_t>(config.length), -1)};
    const auto labels = backend.readRecorded(ids, {});
    QCOMPARE(labels.size(), ids.size());
    QCOMPARE(labels[0].size(), std::size_t{2});
    const auto& words = labels[0][0];
    QCOMPARE(words.name, std::string("mlp_lif1"));
    QCOMPARE(words.spikes->shape().width, config.length);
    for (int place = 0; place < config.length; ++place) {
        std::int64_t spikes = 0;
        for (int t = 0; t < config.steps; ++t)
            for (int c = 0; c < config.projection; ++c)
                spikes += words.spikes->fired(t, 0, std::int64_t{place} * config.projection + c);
        QVERIFY(spikes == 0 || ids[0][static_cast<std::size_t>(place)] >= 0);
    }
    QVERIFY(words.spikes->spikes() > 0);
    QCOMPARE(labels[0][1].name, std::string("mlp_lif2"));
    QCOMPARE(labels[0][1].neurons, std::int64_t{config.hidden});
    QCOMPARE(labels[1][0].spikes->spikes(), std::int64_t{0});
}

void EventTest::aModelThatDoesNotFitItsConfigurationIsRefused()
{
    const auto refusal = [](const auto& spoil) {
        auto checkpoint = io::readCheckpoint(shippedModel);
        spoil(checkpoint);
        try {
            EventBackend backend(std::move(checkpoint), {.threads = 1});
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Internal;
    };
    QCOMPARE(refusal([](auto& c) { c.tensors.erase("image.proj.weight"); }), ErrorCode::CheckpointForeign);
    QCOMPARE(refusal([](auto& c) { c.tensors.at("image.proj.bias").shape = {1, c.tensors.at("image.proj.bias").shape[0]}; }), ErrorCode::CheckpointForeign);
    QCOMPARE(refusal([](auto& c) { c.tensors.at("text.word_table").dtype = io::DType::U8; }), ErrorCode::CheckpointForeign);
    QCOMPARE(refusal([](auto& c) { c.words.pop_back(); }), ErrorCode::CheckpointForeign);
    QCOMPARE(refusal([](auto& c) { std::erase_if(c.tensors, [](const auto& item) { return !item.first.starts_with("text."); }); }), ErrorCode::CheckpointForeign);
}

void EventTest::breakEvenDecidesThePath()
{
    PathPolicy policy;
    policy.speed.layers = {{.shape = "a", .breakEven = 0.2}, {.shape = "b", .breakEven = 1}};
    QCOMPARE(policy.choose("a", 0.19), SynapsePath::Event);
    QCOMPARE(policy.choose("a", 0.21), SynapsePath::Dense);
    QCOMPARE(policy.choose("b", 1), SynapsePath::Event);
    QCOMPARE(policy.choose("unknown", 0.1), SynapsePath::Event);
    QCOMPARE(policy.choose("unknown", 0.9), SynapsePath::Dense);
    policy.forced = SynapsePath::Dense;
    QCOMPARE(policy.choose("a", 0), SynapsePath::Dense);
}

void EventTest::measuredSpeedSurvivesTheFile()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("deep/speed.json")).toStdString();
    const ImageEncoder encoder(smallImage(), RandomWeights());
    Workshop workshop(1);
    const auto silent = [](double, const std::string&) {};
    const auto measured = completed({.machine = "this", .threads = 1}, encoder.layers(), false, workshop, silent, {});
    QCOMPARE(measured.layers.size(), std::size_t{7}); // q, k, v and the last layer of attention have one shape, as have the blocks
    for (const auto& layer : measured.layers) {
        QVERIFY(layer.denseMs > 0 && layer.breakEven > 0 && layer.breakEven <= 1);
        QVERIFY(std::ranges::is_sorted(layer.event, {}, &data::LayerSpeed::Point::rate));
    }
    keepSpeed(file, measured);
    auto other = measured;
    other.threads = 2;
    keepSpeed(file, other);
    QVERIFY(readSpeed(file, "this", 1) == measured);
    QVERIFY(readSpeed(file, "this", 2) == other);
    QVERIFY(readSpeed(file, "that", 1).layers.empty());
    QVERIFY(completed(measured, encoder.layers(), false, workshop, silent, {}) == measured); // nothing is missing, so nothing is measured
}

void EventTest::aBrokenSpeedFileIsMeasuredAgain()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("speed.json")).toStdString();
    for (const char* text : {"", "{", "[]", R"({"format": "else"})", R"({"format": "spikeclip-speed/1", "machines": [{"machine": 3}]})",
                             R"({"format": "spikeclip-speed/1", "machines": [{"machine": "this", "threads": 1, "layers": [{"shape": "x"}]}]})"}) {
        std::ofstream(file) << text;
        QVERIFY(readSpeed(file, "this", 1).layers.empty());
        QCOMPARE(readSpeed(file, "this", 1).machine, std::string("this"));
    }
    keepSpeed(file, {.machine = "this", .threads = 1, .layers = {{.shape = "x", .denseMs = 1}}});
    QCOMPARE(readSpeed(file, "this", 1).layers.size(), std::size_t{1});
}

void EventTest::measuringStopsWhenAsked()
{
    const ImageEncoder encoder(smallImage(), RandomWeights());
    Workshop workshop(1);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, completed({}, encoder.layers(), false, workshop, [](double, const std::string&) {}, stop.get_token()));
}

QTEST_APPLESS_MAIN(EventTest)
#include "event_test.moc"
