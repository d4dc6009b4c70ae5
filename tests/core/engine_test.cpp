#include "core/engine.h"

#include "core/energy/site_counts.h"
#include "core/make_engine.h"
#include "core/model.h"
#include "core/nn/recorder.h"
#include "core/nn/weights.h"
#include "core/program_engine.h"
#include "tests/core/tiny_model.h"

#include <ATen/ATen.h>

#include <QtTest>

#include <QImage>

#include <cmath>
#include <fstream>

using namespace spikeclip;
using tests::tinyModel;

namespace {

data::ImagePtr striped(int side, int period)
{
    data::Image image{side, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side * 3))};
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<std::uint8_t>(i / 3 % static_cast<std::size_t>(period) == 0 ? 230 : 20 + i % 3 * 40);
    return std::make_shared<const data::Image>(std::move(image));
}

}

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        writeModel(modelFile(), tinyModel());
    }

    void init()
    {
        m_engine = makeEngine();
        const auto loaded = m_engine->load(modelFile(), {.device = "cpu", .threads = 1});
        QVERIFY(std::holds_alternative<ModelInfo>(loaded));
        m_info = std::get<ModelInfo>(loaded);
    }

    void aModelSaysWhatItIs()
    {
        QCOMPARE(m_info.config.name, std::string("tiny"));
        QVERIFY(m_info.hasTwin && m_info.hasText);
        QCOMPARE(m_info.parameters.at("image"), nn::parameterCount(nn::imageWeights(m_info.config.image)));
        QCOMPARE(m_info.hash.size(), std::size_t(64));
    }

    void onePassAnswersForEveryNumberOfSteps()
    {
        const auto all = infer({.image = striped(16, 3), .labels = {"cat", "dog"}, .withTwin = true});
        QCOMPARE(all.cosine.size(), std::size_t(4));
        QCOMPARE(all.twinCosine.size(), std::size_t(2));
        for (int steps = 1; steps <= 3; ++steps) {
            const auto some = infer({.image = striped(16, 3), .labels = {"cat", "dog"}, .steps = steps});
            QCOMPARE(some.cosine.size(), static_cast<std::size_t>(steps));
            for (std::size_t label = 0; label < 2; ++label)
                QVERIFY(std::abs(some.cosine.back()[label] - all.cosine[static_cast<std::size_t>(steps - 1)][label]) < 1e-5); // float32
            QVERIFY(std::abs(some.energy.snnPj.back() - all.energy.snnPj[static_cast<std::size_t>(steps - 1)]) < 1e-6 * all.energy.snnPj.back());
        }
    }

    void anEditedLabelCostsNoPassOfTheImageEncoder()
    {
        const auto first = infer({.image = striped(16, 3), .labels = {"cat", "dog"}});
        QVERIFY(!first.imageCached);
        const auto edited = infer({.image = striped(16, 3), .labels = {"dog", "photo"}});
        QVERIFY(edited.imageCached);
        QVERIFY(std::abs(edited.cosine[3][0] - first.cosine[3][1]) < 1e-9);
        QVERIFY(!infer({.image = striped(16, 5), .labels = {"cat"}}).imageCached);
    }

    void neuronStateIsResetBetweenLabels()
    {
        const auto together = infer({.image = striped(16, 3), .labels = {"cat", "dog", "photo"}});
        m_engine = makeEngine();
        QVERIFY(std::holds_alternative<ModelInfo>(m_engine->load(modelFile(), {.device = "cpu", .threads = 1})));
        const auto alone = infer({.image = striped(16, 3), .labels = {"photo"}});
        QVERIFY(std::abs(alone.cosine[3][0] - together.cosine[3][2]) < 1e-5);
    }

    void unknownWordsAreReportedAndLabelsThatAreTooLongAreCut()
    {
        const auto result = infer({.image = striped(16, 3), .labels = {"blorf cat", "cat dog cat dog cat dog"}});
        QCOMPARE(result.labels[0].unknownWords, std::vector<std::string>{"blorf"});
        QCOMPARE(result.labels[0].tokens, 1);
        QCOMPARE(result.labels[0].capacity, 3); // five places, "photo of" takes two and "a" is not in the table
        QVERIFY(!result.labels[0].truncated);
        QVERIFY(result.labels[1].truncated);
    }

    void aFullRecordHoldsTheSpikesThatTheCountsCount()
    {
        const auto result = infer({.image = striped(16, 3), .labels = {"cat"}, .recording = data::Recording::Full});
        QCOMPARE(result.layers.size(), std::size_t(4 + 7));
        std::int64_t spikes = 0;
        for (const auto& layer : result.layers) {
            QVERIFY(layer.spikes);
            QCOMPARE(layer.spikes->shape().neurons(), layer.neurons);
            for (int step = 0; step < 4; ++step)
                QCOMPARE(layer.spikes->spikes(step, 0), layer.spikesPerStep[static_cast<std::size_t>(step)]);
            spikes += layer.spikes->spikes();
        }
        QVERIFY(spikes > 0);
        const auto rates = infer({.image = striped(16, 7), .labels = {"cat"}, .recording = data::Recording::Rates});
        QVERIFY(!rates.layers.front().spikes);
        QVERIFY(infer({.image = striped(16, 9), .labels = {"cat"}, .recording = data::Recording::Off}).layers.empty());
    }

    void pointwiseLayersCostOneAccumulateForEachSpikeAndOutput()
    {
        const auto result = infer({.image = striped(16, 3), .labels = {"cat"}, .recording = data::Recording::Rates});
        const auto layer = std::ranges::find(result.layers, "block.0.mlp.mlp1_lif", &data::LayerActivity::name);
        const auto synapses = std::ranges::find(result.operations, "block.0.mlp.mlp1_conv", &data::LayerOperations::name);
        QVERIFY(layer != result.layers.end() && synapses != result.operations.end());
        for (std::size_t step = 0; step < 4; ++step)
            QCOMPARE(synapses->effective[step], layer->spikesPerStep[step] * 64); // 16 channels to 4 * 16
        QVERIFY(result.energy.annPj > 0);
    }

    void theReferenceTwinCostsWhatTheLiteratureSays()
    {
        // `algorithm.md` 2.5: 934,232,064 multiply-accumulates a picture, padding included.
        std::int64_t dense = 0;
        for (const auto& layer : energy::twinOperations({}))
            dense += layer.dense;
        QCOMPARE(dense, std::int64_t(934232064));
    }

    void badRequestsFailWithTheirReason()
    {
        const auto code = [&](const InferenceRequest& request) {
            const auto outcome = m_engine->infer(request, {});
            return std::holds_alternative<Failure>(outcome) ? std::get<Failure>(outcome).code : ErrorCode::Internal;
        };
        QCOMPARE(code({.image = striped(16, 3), .labels = {}}), ErrorCode::NoLabels);
        QCOMPARE(code({.image = nullptr, .labels = {"cat"}}), ErrorCode::BadArgument);
        QCOMPARE(code({.image = striped(16, 3), .labels = {"cat"}, .templates = {"no place"}}), ErrorCode::BadArgument);
        QCOMPARE(code({.image = striped(16, 3), .labels = {"cat"}, .steps = 5}), ErrorCode::TooManySteps);
        const auto missing = m_engine->load((m_folder.path() + QStringLiteral("/none.safetensors")).toStdString(), {});
        QCOMPARE(std::get<Failure>(missing).code, ErrorCode::FileMissing);
        QCOMPARE(std::get<Failure>(m_engine->load(modelFile(), {.device = "abacus"})).code, ErrorCode::BadArgument);
        QVERIFY(std::holds_alternative<InferenceResult>(m_engine->infer({.image = striped(16, 3), .labels = {"cat"}}, {}))); // the old model stays
    }

    void aStopRequestCancels()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY(std::holds_alternative<Cancelled>(m_engine->infer({.image = striped(16, 3), .labels = {"cat"}}, source.get_token())));
    }

    void bothEnginesTraceTheSamePotentials()
    {
        const auto onBits = makeProgramEngine({});
        QVERIFY(std::holds_alternative<ModelInfo>(onBits->load(modelFile(), {.threads = 1})));
        const auto full = infer({.image = striped(16, 3), .labels = {"cat"}, .recording = data::Recording::Full});
        for (const auto& layer : full.layers) {
            TraceRequest request{.image = striped(16, 3), .layer = layer.name};
            for (std::int64_t neuron = 0; neuron < layer.neurons; neuron += 7)
                request.neurons.push_back(neuron);
            const auto one = onBits->trace(request, {}), other = m_engine->trace(request, {});
            QVERIFY(std::holds_alternative<data::PotentialTrace>(one) && std::holds_alternative<data::PotentialTrace>(other));
            const auto &ours = std::get<data::PotentialTrace>(one), &theirs = std::get<data::PotentialTrace>(other);
            QCOMPARE(ours.threshold, theirs.threshold);
            QCOMPARE(ours.tau, theirs.tau);
            QCOMPARE(ours.neurons.size(), theirs.neurons.size());
            for (std::size_t i = 0; i < ours.neurons.size(); ++i) {
                QVERIFY(ours.neurons[i].fired == theirs.neurons[i].fired);
                for (std::size_t t = 0; t < 4; ++t) {
                    QCOMPARE(theirs.neurons[i].fired[t], layer.spikes->fired(static_cast<int>(t), 0, request.neurons[i]));
                    QVERIFY(std::abs(ours.neurons[i].charged[t] - theirs.neurons[i].charged[t]) < 1e-4F); // float32, normalisation folded or not
                }
            }
        }
        const auto unknown = m_engine->trace({.image = striped(16, 3), .layer = "block.9.attn.q_lif", .neurons = {0}}, {});
        QCOMPARE(std::get<Failure>(unknown).code, ErrorCode::BadArgument);
        QVERIFY(std::get<Failure>(unknown).detail.find("block.9.attn.q_lif") != std::string::npos);
    }

    void bothEnginesReadLabelsAlike()
    {
        const auto onBits = makeProgramEngine({});
        QVERIFY(std::holds_alternative<ModelInfo>(onBits->load(modelFile(), {.threads = 1})));
        const ReadRequest request{.labels = {"cat", "blorf dog"}};
        const auto ours = std::get<std::vector<data::LabelReading>>(onBits->read(request, {}));
        const auto theirs = std::get<std::vector<data::LabelReading>>(m_engine->read(request, {}));
        QCOMPARE(ours.size(), std::size_t{2});
        QCOMPARE(theirs.size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(ours[i].sentence, theirs[i].sentence);
            QCOMPARE(ours[i].layers.size(), std::size_t{2});
            for (std::size_t layer = 0; layer < 2; ++layer) {
                QCOMPARE(ours[i].layers[layer].name, theirs[i].layers[layer].name);
                QCOMPARE(ours[i].layers[layer].spikesPerStep, theirs[i].layers[layer].spikesPerStep);
                for (int t = 0; t < 4; ++t)
                    QVERIFY(std::ranges::equal(ours[i].layers[layer].spikes->words(t, 0), theirs[i].layers[layer].spikes->words(t, 0)));
            }
        }
    }

    void evaluationJudgesLikeASinglePass()
    {
        QDir folder(m_folder.path());
        for (const char* name : {"set/cat", "set/dog", "set/puppy"})
            QVERIFY(folder.mkpath(QString::fromLatin1(name)));
        std::int64_t right = 0;
        for (int i = 0; i < 6; ++i) {
            const auto picture = striped(16, 2 + i);
            const auto path = m_folder.filePath(QString::fromLatin1(i < 3 ? "set/cat/" : i < 5 ? "set/dog/" : "set/puppy/") + QString::number(i) + QStringLiteral(".png"));
            QVERIFY(QImage(picture->pixels.data(), 16, 16, 48, QImage::Format_RGB888).save(path));
            const auto result = infer({.image = picture, .labels = {"cat", "dog"}});
            right += (result.cosine[3][0] > result.cosine[3][1]) == (i < 3);
        }
        std::ofstream(m_folder.filePath(QStringLiteral("set/cat/broken.png")).toStdString()) << "no picture";
        std::ofstream(m_folder.filePath(QStringLiteral("labels.txt")).toStdString()) << "puppy\tDog\n";
        const auto outcome = m_engine->evaluate({.data = {m_folder.filePath(QStringLiteral("set")).toStdString()},
                                                 .labelFile = m_folder.filePath(QStringLiteral("labels.txt")).toStdString(),
                                                 .batch = 4},
                                                [](double, const std::string&) {}, {});
        QVERIFY2(std::holds_alternative<EvaluationReport>(outcome), std::holds_alternative<Failure>(outcome) ? std::get<Failure>(outcome).detail.c_str() : "");
        const auto& report = std::get<EvaluationReport>(outcome);
        QCOMPARE(report.count, std::int64_t(6));
        QCOMPARE(report.labels.size(), std::size_t(2)); // "Dog" of puppy and dog are one candidate
        QCOMPARE(report.brokenFiles.size(), std::size_t(1));
        QCOMPARE(report.top1, static_cast<double>(right) / 6);
        QCOMPARE(report.top5, 1.0);
        QCOMPARE(report.top1PerStep.size(), std::size_t(4));
        QVERIFY(report.firingRate > 0 && report.firingRate < 1);
    }

    void thePathIsHonouredAndSaid()
    {
        const auto with = [&](ComputePath path) { return m_engine->load(modelFile(), {.device = "cpu", .threads = 1, .path = path}); };
        QVERIFY(m_info.path == ComputePath::Fused); // what auto means on the CPU
        const auto fused = infer({.image = striped(16, 3), .labels = {"cat", "dog"}});
        QVERIFY(take(with(ComputePath::Plain)).path == ComputePath::Plain);
        const auto plain = infer({.image = striped(16, 3), .labels = {"cat", "dog"}});
        QVERIFY(std::abs(plain.cosine[3][0] - fused.cosine[3][0]) < 1e-5);
        for (const auto path : {ComputePath::Event, ComputePath::Dense})
            QCOMPARE(std::get<Failure>(with(path)).code, ErrorCode::BadArgument);
    }

    void theShippedModelAnswersOnBitsAsOnTensors()
    {
        const std::string file = SPIKECLIP_SOURCE_DIR "/resources/models/default/model.safetensors";
        const auto bits = makeProgramEngine("no module is needed");
        const auto onBits = take(bits->load(file, {.threads = 1}));
        const auto onTensors = take(m_engine->load(file, {.threads = 1}));
        QVERIFY(onBits.config == onTensors.config);
        QCOMPARE(onBits.parameters, onTensors.parameters);
        QCOMPARE(onBits.hash, onTensors.hash);
        QCOMPARE(onBits.card, onTensors.card);
        QVERIFY(onBits.hasTwin == onTensors.hasTwin && onBits.hasText == onTensors.hasText);

        for (const int period : {2, 5, 11}) {
            const InferenceRequest request{.image = striped(48, period), .labels = {"cat", "a red bus", "blorf"}, .recording = data::Recording::Full};
            const auto ours = take(bits->infer(request, {}));
            const auto theirs = take(m_engine->infer(request, {}));
            QCOMPARE(ours.cosine.size(), theirs.cosine.size());
            // A potential within rounding of its threshold may fall either way: single spikes, not patterns.
            for (std::size_t t = 0; t < ours.cosine.size(); ++t)
                for (std::size_t label = 0; label < 3; ++label)
                    QVERIFY(std::abs(ours.cosine[t][label] - theirs.cosine[t][label]) < 1e-3);
            QCOMPARE(ours.layers.size(), theirs.layers.size());
            for (std::size_t i = 0; i < ours.layers.size(); ++i) {
                QCOMPARE(ours.layers[i].name, theirs.layers[i].name);
                QCOMPARE(ours.layers[i].neurons, theirs.layers[i].neurons);
                QVERIFY(std::abs(ours.layers[i].firingRate(4) - theirs.layers[i].firingRate(4)) < 1e-3);
                QVERIFY(ours.layers[i].spikes->shape() == theirs.layers[i].spikes->shape());
            }
            QCOMPARE(ours.operations.size(), theirs.operations.size());
            for (std::size_t i = 0; i < ours.operations.size(); ++i) {
                QCOMPARE(ours.operations[i].name, theirs.operations[i].name);
                QCOMPARE(ours.operations[i].dense, theirs.operations[i].dense);
                QCOMPARE(ours.operations[i].kind, theirs.operations[i].kind);
                QCOMPARE(ours.operations[i].everyStep, theirs.operations[i].everyStep);
            }
            QVERIFY(std::abs(ours.energy.snnPj.back() / theirs.energy.snnPj.back() - 1) < 1e-3);
            QCOMPARE(ours.energy.annPj, theirs.energy.annPj);
            QCOMPARE(ours.energy.rules, theirs.energy.rules);
            QVERIFY(*ours.networkInput == *theirs.networkInput);
            QCOMPARE(ours.scale, theirs.scale);
            QVERIFY(!ours.imageCached && !theirs.imageCached);
            QCOMPARE(ours.labels[2].unknownWords, theirs.labels[2].unknownWords);
        }
    }

private:
    std::string modelFile() const { return m_folder.filePath(QStringLiteral("tiny.safetensors")).toStdString(); }

    InferenceResult infer(const InferenceRequest& request)
    {
        auto outcome = m_engine->infer(request, {});
        if (const auto* failure = std::get_if<Failure>(&outcome))
            throw std::runtime_error(failure->detail);
        return std::get<InferenceResult>(outcome);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
    ModelInfo m_info;
};

QTEST_GUILESS_MAIN(EngineTest)
#include "engine_test.moc"
