#include "core/evaluate.h"
#include "core/front_engine.h"
#include "core/label_reading.h"
#include "core/label_vectors.h"
#include "core/program_engine.h"
#include "tests/core/fake_backend.h"
#include "tests/core/fake_torch.h"
#include "tests/core/io/archives.h"
#include "tests/core/io/expect_error.h"

#include <QtTest>

#include <QImage>

#include <cmath>
#include <fstream>
#include <functional>
#include <numeric>
#include <thread>

using namespace spikeclip;
using test::FakeBackend;
using test::FakeTorch;
using test::TorchLog;

namespace {

const Progress quietly = [](double, const std::string&) {};

/// A picture of one colour, 16 x 16.
data::ImagePtr coloured(std::uint8_t red, std::uint8_t green, std::uint8_t blue)
{
    data::Image image{16, 16, {}};
    for (int i = 0; i < 256; ++i)
        image.pixels.insert(image.pixels.end(), {red, green, blue});
    return std::make_shared<const data::Image>(std::move(image));
}

template <typename Value>
std::optional<ErrorCode> codeOf(const Outcome<Value>& outcome)
{
    const auto* failure = std::get_if<Failure>(&outcome);
    return failure ? std::optional(failure->code) : std::nullopt;
}

}

class AnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        write("model", test::silentCheckpoint());
    }

    void init()
    {
        m_backends = {};
        m_torch = {};
        m_engine = makeFrontEngine(
            [this](const io::Checkpoint& checkpoint, const ComputeOptions& compute) {
                return std::make_unique<FakeBackend>(checkpoint, compute, m_backends);
            },
            [this]() -> Outcome<std::unique_ptr<Engine>> {
                ++m_torch.asked;
                if (m_torch.missing)
                    return Failure{ErrorCode::EngineMissing, "no module"};
                return std::make_unique<FakeTorch>(m_torch);
            });
    }

    void cosinesAreExactForVectorsOfAnyLength()
    {
        for (const std::size_t length : {1u, 3u, 7u, 8u, 9u, 512u, 513u}) {
            std::vector<float> ramp(length);
            std::iota(ramp.begin(), ramp.end(), 1.0F);
            const auto n = static_cast<double>(length);
            QCOMPARE(cosine(ramp, ramp), n * (n + 1) * (2 * n + 1) / 6); // whole numbers: no rounding in any order
            const auto unit = normalised(ramp);
            QVERIFY(std::abs(cosine(unit, unit) - 1) < 1e-6);            // float32
        }
        QCOMPARE(normalised(std::vector<float>(5)), UnitVector(5)); // no length to divide by
    }

    void labelVectorsAreTheMeanOfTheirTemplates()
    {
        auto checkpoint = test::silentCheckpoint();
        FakeBackend backend(checkpoint, {}, m_backends);
        const auto one = labelVectors(backend, {"red"}, {"{}"}, {}).front();
        const auto other = labelVectors(backend, {"red"}, {"photo {}"}, {}).front();
        const auto both = labelVectors(backend, {"red"}, {"{}", "photo {}"}, {}).front();
        QVERIFY(std::abs(cosine(both, both) - 1) < 1e-6);
        QVERIFY(std::abs(cosine(both, one) - cosine(both, other)) < 1e-6);

        checkpoint.config.labels.renormalise = false;
        FakeBackend plain(checkpoint, {}, m_backends);
        const auto mean = labelVectors(plain, {"red"}, {"{}", "photo {}"}, {}).front();
        for (std::size_t i = 0; i < mean.size(); ++i)
            QVERIFY(std::abs(mean[i] - (one[i] + other[i]) / 2) < 1e-6F);
    }

    void wordsAreReadWhereTheTextEncoderHasThem()
    {
        auto checkpoint = test::silentCheckpoint(); // red, green, blue, photo; five places
        FakeBackend backend(checkpoint, {}, m_backends);
        const auto readings = readLabels(backend, {.labels = {"Blorf Red", "red green blue red green"}, .templates = {"photo {}", "{}"}}, {});
        QCOMPARE(readings.size(), std::size_t{2});
        const auto& [label, sentence, words, truncated, layers] = readings[0];
        QCOMPARE(label, std::string("Blorf Red"));
        QCOMPARE(sentence, std::string("photo Blorf Red"));
        QVERIFY(!truncated);
        QCOMPARE(words.size(), std::size_t{3});
        QCOMPARE(words[0].place, 3);
        QCOMPARE(words[1].id, -1);
        QCOMPARE(words[1].place, -1);
        QCOMPARE(words[2].id, 0);
        QCOMPARE(words[2].place, 4);
        QVERIFY(words[0].ofTemplate && !words[1].ofTemplate && !words[2].ofTemplate);
        QCOMPARE(layers.at(0).spikesPerStep.at(0), std::int64_t{2});

        QVERIFY(readings[1].truncated);
        std::vector<int> places;
        for (const auto& word : readings[1].words)
            places.push_back(word.place);
        QCOMPARE(places, (std::vector{-1, 0, 1, 2, 3, 4})); // the first of six is cut
        const auto encoded = text::encode(*backend.words(), readings[1].sentence, 5);
        for (const auto& word : readings[1].words)
            QVERIFY(word.place < 0 || encoded.ids.at(static_cast<std::size_t>(word.place)) == word.id);

        QVERIFY_THROWS_EXCEPTION(Error, readLabels(backend, {.labels = {}}, {}));
        QVERIFY_THROWS_EXCEPTION(Error, readLabels(backend, {.labels = {"red"}, .templates = {"photo"}}, {}));
    }

    void potentialsAndWordsComeFromWhoHasTheModel()
    {
        const auto file = m_folder.filePath(QStringLiteral("model")).toStdString();
        const TraceRequest request{.image = coloured(200, 0, 0), .layer = "patch_embed.block1_lif", .neurons = {3}, .steps = 2};
        QCOMPARE(codeOf(m_engine->trace(request, {})), std::optional(ErrorCode::BadArgument)); // no model yet
        QVERIFY(std::holds_alternative<ModelInfo>(m_engine->load(file, {})));
        const auto trace = std::get<data::PotentialTrace>(m_engine->trace(request, {}));
        QCOMPARE(trace.neurons.at(0).neuron, std::int64_t{3});
        QCOMPARE(trace.neurons.at(0).charged, (std::vector{0.625F, 0.9375F}));
        QCOMPARE(codeOf(m_engine->trace({.image = coloured(1, 1, 1), .layer = "x"}, {})), std::optional(ErrorCode::BadArgument)); // no neuron
        QCOMPARE(codeOf(m_engine->trace({.layer = "x", .neurons = {1}}, {})), std::optional(ErrorCode::BadArgument));             // no picture
        QCOMPARE(std::get<std::vector<data::LabelReading>>(m_engine->read({.labels = {"red"}}, {})).size(), std::size_t{1});
        QCOMPARE(m_torch.asked, 0);

        QVERIFY(std::holds_alternative<ModelInfo>(m_engine->load(file, {.path = ComputePath::Plain})));
        QCOMPARE(std::get<data::PotentialTrace>(m_engine->trace(request, {})).layer, std::string("behind: patch_embed.block1_lif"));
        QCOMPARE(std::get<std::vector<data::LabelReading>>(m_engine->read({.labels = {"red"}}, {})).size(), std::size_t{7});
    }

    void thousandsOfLabelsAreReadInBlocks()
    {
        FakeBackend backend(test::silentCheckpoint(), {}, m_backends);
        std::vector<std::string> labels;
        for (int i = 0; i < 300; ++i)
            labels.push_back(i % 2 ? "green" : "red blue");
        const auto vectors = labelVectors(backend, labels, {"{}", "photo {}"}, {});
        QCOMPARE(m_backends.reads, (std::vector<std::size_t>{256, 256, 88}));
        QCOMPARE(vectors.size(), labels.size());
        const auto alone = labelVectors(backend, {"red blue", "green"}, {"{}", "photo {}"}, {});
        for (std::size_t i = 0; i < vectors.size(); ++i)
            QCOMPARE(vectors[i], alone[i % 2]);
        EXPECT_ERROR(NoLabels, labelVectors(backend, {}, {"{}"}, {}));
        EXPECT_ERROR(BadArgument, labelVectors(backend, {"red"}, {}, {}));
        EXPECT_ERROR(BadArgument, labelVectors(backend, {"red"}, {"no place"}, {}));
    }

    void aPictureIsAnsweredWithoutLibTorch()
    {
        const auto info = loaded("model");
        QCOMPARE(info.threads, FakeBackend::threadsInUse);
        QCOMPARE(info.device, std::string("cpu"));
        QVERIFY(info.path == ComputePath::Event && m_backends.compute.path == ComputePath::Event);

        const InferenceRequest request{.image = coloured(255, 0, 0), .labels = {"red", "blue"}};
        const auto result = take(m_engine->infer(request, {}));
        QCOMPARE(result.cosine.size(), std::size_t(4));
        QVERIFY(result.cosine[3][0] > result.cosine[3][1]);
        QCOMPARE(result.times.size(), std::size_t(1));
        QVERIFY(result.energy.annPj > 0 && result.energy.snnPj.size() == 4);
        QVERIFY(!result.imageCached);
        QCOMPARE(take(m_engine->speed(false, quietly, {})).machine, std::string("fake"));
        QCOMPARE(m_torch.asked, 0);
    }

    void whatIsKnownCostsNoPass()
    {
        loaded("model");
        const auto first = take(m_engine->infer({.image = coloured(255, 0, 0), .labels = {"red", "blue"}}, {}));
        const auto edited = take(m_engine->infer({.image = coloured(255, 0, 0), .labels = {"blue", "green", "green"}}, {}));
        QVERIFY(edited.imageCached);
        QCOMPARE(edited.cosine[3][0], first.cosine[3][1]);
        QCOMPARE(edited.cosine[3][1], edited.cosine[3][2]);
        QCOMPARE(m_backends.looks, 1);
        QCOMPARE(m_backends.reads, (std::vector<std::size_t>{2, 1})); // of the edited labels only "green" is new
        QVERIFY(!take(m_engine->infer({.image = coloured(0, 255, 0), .labels = {"blue"}}, {})).imageCached);
        QCOMPARE(m_backends.looks, 2);
        QCOMPARE(m_backends.reads.size(), std::size_t(2));
    }

    void folderByFolderIsJudgedWithoutLibTorch()
    {
        loaded("model");
        QDir folder(m_folder.path());
        for (const char* name : {"red", "green", "blue"}) {
            QVERIFY(folder.mkpath(QStringLiteral("set/") + QLatin1String(name)));
            QImage picture(16, 16, QImage::Format_RGB888);
            picture.fill(QColor(QLatin1String(name == std::string("blue") ? "red" : name))); // the blue one is not blue
            QVERIFY(picture.save(m_folder.filePath(QStringLiteral("set/%1/a.png").arg(QLatin1String(name)))));
        }
        std::ofstream(in("set/red/broken.png")) << "no picture";
        const EvaluationRequest request{.data = {in("set")}, .templates = {"{}"}, .batch = 2};
        const auto report = take(m_engine->evaluate(request, quietly, {}));
        QCOMPARE(report.count, std::int64_t(3));
        QCOMPARE(report.top1, 2.0 / 3);
        QCOMPARE(report.top1PerStep.size(), std::size_t(4));
        QCOMPARE(report.top5, 1.0);
        QCOMPARE(report.brokenFiles, std::vector<std::string>{in("set/red/broken.png")});
        QCOMPARE(report.firingRate, 0.5); // 5 of 10 neurons
        QCOMPARE(m_torch.asked, 0);
        QCOMPARE(take(m_engine->evaluate({.data = {in("set")}, .encoder = Encoder::Ann}, quietly, {})).count, std::int64_t(77));
    }

    void aDataSetInsideAnArchiveIsJudgedLikeAFolder()
    {
        loaded("model");
        std::string archive;
        for (const char* name : {"red", "green"}) {
            QByteArray png;
            QBuffer buffer(&png);
            QImage picture(16, 16, QImage::Format_RGB888);
            picture.fill(QColor(QLatin1String(name)));
            QVERIFY(picture.save(&buffer, "PNG"));
            archive += tests::entry(name + std::string(".png"), png.toStdString()) + tests::entry(name + std::string(".txt"), name);
        }
        tests::write(in("set.tar"), archive + tests::entry("none.png", "no label") + tests::endMark);
        const auto report = take(m_engine->evaluate({.data = {in("set.tar")}, .templates = {"{}"}}, quietly, {}));
        QCOMPARE(report.count, std::int64_t(2));
        QCOMPARE(report.top1, 1.0);
        QCOMPARE(report.labels, (std::vector<std::string>{"green", "red"}));
        QCOMPARE(report.brokenFiles.size(), std::size_t(1));
        QVERIFY(report.brokenFiles[0].starts_with(in("set.tar#none.png")));
    }

    void whatNeedsLibTorchLoadsItOnceWithTheSameModel()
    {
        loaded("model");
        const InferenceRequest twin{.image = coloured(255, 0, 0), .labels = {"red"}, .encoder = Encoder::Ann};
        QCOMPARE(take(m_engine->infer(twin, {})).cosine.size(), std::size_t(1));
        take(m_engine->evaluate({.encoder = Encoder::Ann}, quietly, {}));
        take(m_engine->bench({}, {.path = ComputePath::Dense}, quietly, {}));
        take(m_engine->train({}, {.device = "cuda", .path = ComputePath::Event}, quietly, {}));
        QVERIFY(std::holds_alternative<Cancelled>(m_engine->selfCheck("", quietly, {})));
        QCOMPARE(m_torch.made, 1);
        QCOMPARE(m_torch.loads, std::vector<std::string>{in("model")});
        QCOMPARE(m_torch.compute.threads, FakeBackend::threadsInUse);
        QVERIFY(m_torch.compute.path == ComputePath::Auto && m_torch.training.path == ComputePath::Auto); // it has no path on bits
        QCOMPARE(m_torch.training.device, std::string("cuda"));
        QVERIFY(m_torch.evaluations == 1 && m_torch.benches == 1 && m_torch.onOneThread);

        loaded("model"); // anew: the engine behind follows when it is needed again
        QCOMPARE(m_torch.loads.size(), std::size_t(1));
        take(m_engine->infer(twin, {}));
        QCOMPARE(m_torch.loads.size(), std::size_t(2));
        QCOMPARE(m_torch.made, 1);
    }

    void trainingAndBenchmarkNeedNoModel()
    {
        take(m_engine->bench({}, {}, quietly, {}));
        take(m_engine->train({}, {}, quietly, {}));
        QVERIFY(m_torch.loads.empty());
        QCOMPARE(codeOf(m_engine->infer({.image = coloured(0, 0, 0), .labels = {"red"}}, {})), std::optional(ErrorCode::BadArgument));
        QCOMPARE(codeOf(m_engine->evaluate({}, quietly, {})), std::optional(ErrorCode::BadArgument));
        QCOMPARE(codeOf(m_engine->speed(false, quietly, {})), std::optional(ErrorCode::BadArgument));
    }

    void theTwinComesFromBehindAndTheSpikesFromHere()
    {
        loaded("model");
        const InferenceRequest alone{.image = coloured(0, 0, 255), .labels = {"red", "blue"}};
        const auto expected = take(m_engine->infer(alone, {}));
        auto request = alone;
        request.withTwin = true;
        const auto both = take(m_engine->infer(request, {}));
        QCOMPARE(both.cosine, expected.cosine);
        QCOMPARE(both.twinCosine, (std::vector<double>{0.75, 0.75}));
        QCOMPARE(both.layers.size(), expected.layers.size());
        QVERIFY(both.imageMs >= 1000);
        QVERIFY(!both.imageCached); // the twin had not seen the picture
        QCOMPARE(m_torch.inferences.size(), std::size_t(1));
        QVERIFY(m_torch.inferences[0].encoder == Encoder::Ann && !m_torch.inferences[0].withTwin);
    }

    void withoutLibTorchOnlyWhatNeedsItFails()
    {
        m_torch.missing = true;
        loaded("model");
        const InferenceRequest plain{.image = coloured(255, 0, 0), .labels = {"red"}};
        auto withTwin = plain;
        withTwin.withTwin = true;
        QCOMPARE(codeOf(m_engine->infer(withTwin, {})), std::optional(ErrorCode::EngineMissing));
        QCOMPARE(codeOf(m_engine->load(in("model"), {.device = "cuda"})), std::optional(ErrorCode::EngineMissing));
        QCOMPARE(codeOf(m_engine->train({}, {}, quietly, {})), std::optional(ErrorCode::EngineMissing));
        QVERIFY(!codeOf(m_engine->infer(plain, {})));
        m_torch.missing = false; // installed meanwhile
        QVERIFY(!codeOf(m_engine->infer(withTwin, {})));
        m_torch.refuses = ErrorCode::OutOfMemory;
        loaded("model");
        QCOMPARE(codeOf(m_engine->infer(withTwin, {})), std::optional(ErrorCode::OutOfMemory));
        QVERIFY(!codeOf(m_engine->infer(plain, {})));
    }

    void otherDevicesAndPathsAreAskedOfLibTorch()
    {
        const InferenceRequest plain{.image = coloured(255, 0, 0), .labels = {"red"}};
        for (const ComputeOptions& compute : {ComputeOptions{.device = "cuda:1"}, ComputeOptions{.path = ComputePath::Plain}, ComputeOptions{.precision = Precision::Mixed}}) {
            const auto info = take(m_engine->load(in("model"), compute));
            QCOMPARE(info.device, compute.device);
            QCOMPARE(take(m_engine->infer(plain, {})).cosine.size(), std::size_t(1)); // as the fake answers
        }
        take(m_engine->evaluate({}, quietly, {}));
        take(m_engine->speed(false, quietly, {}));
        QCOMPARE(m_torch.evaluations, 1);
        QCOMPARE(m_backends.made, 0);
        loaded("model");
        QCOMPARE(take(m_engine->infer(plain, {})).cosine.size(), std::size_t(4));
        QCOMPARE(codeOf(m_engine->load(in("model"), {.device = "cuda", .path = ComputePath::Event})), std::optional(ErrorCode::BadArgument));
        QCOMPARE(codeOf(m_engine->load(in("model"), {.path = ComputePath::Dense, .precision = Precision::Mixed})), std::optional(ErrorCode::BadArgument));
    }

    void aModelThatCannotBeLoadedLeavesTheOldOne()
    {
        const InferenceRequest plain{.image = coloured(255, 0, 0), .labels = {"red"}};
        loaded("model");
        QCOMPARE(codeOf(m_engine->load(in("nowhere"), {})), std::optional(ErrorCode::FileMissing));
        m_torch.refuses = ErrorCode::DeviceMissing;
        QCOMPARE(codeOf(m_engine->load(in("model"), {.device = "cuda"})), std::optional(ErrorCode::DeviceMissing));
        QCOMPARE(take(m_engine->infer(plain, {})).cosine.size(), std::size_t(4));

        m_torch.refuses.reset();
        take(m_engine->load(in("model"), {.device = "cuda"}));
        QCOMPARE(codeOf(m_engine->load(in("nowhere"), {})), std::optional(ErrorCode::FileMissing));
        QCOMPARE(take(m_engine->infer(plain, {})).cosine.size(), std::size_t(1));
    }

    void weightsThatDoNotFitTheirConfigurationAreRefused_data()
    {
        QTest::addColumn<std::function<void(io::Checkpoint&)>>("change");
        const auto row = [](const char* name, std::function<void(io::Checkpoint&)> change) { QTest::addRow("%s", name) << std::move(change); };
        row("a weight is missing", [](auto& model) { model.tensors.erase("image.proj.weight"); });
        row("one too many", [](auto& model) { model.tensors["text.fc3.bias"] = model.tensors["text.fc2.bias"]; });
        row("another shape", [](auto& model) { model.config.image.width = 24; });
        row("in the twin", [](auto& model) { model.tensors["ann.proj.bias"] = model.tensors["image.weights_tensor"]; });
        row("words without rows", [](auto& model) { model.words.push_back("yellow"); });
        row("no image encoder", [](auto& model) {
            std::erase_if(model.tensors, [](const auto& entry) { return !entry.first.starts_with("text."); });
        });
    }

    void weightsThatDoNotFitTheirConfigurationAreRefused()
    {
        QFETCH(std::function<void(io::Checkpoint&)>, change);
        auto checkpoint = test::silentCheckpoint();
        change(checkpoint);
        write("unfit", checkpoint);
        const auto outcome = m_engine->load(in("unfit"), {});
        QCOMPARE(codeOf(outcome), std::optional(ErrorCode::CheckpointForeign));
        QVERIFY(std::get<Failure>(outcome).detail.starts_with(in("unfit") + ": "));
        QCOMPARE(m_backends.made, 0);
    }

    void aModelWithoutTwinIsNotTakenToLibTorch()
    {
        auto checkpoint = test::silentCheckpoint();
        std::erase_if(checkpoint.tensors, [](const auto& entry) { return entry.first.starts_with("ann."); });
        write("single", checkpoint);
        const auto info = loaded("single");
        QVERIFY(!info.hasTwin && !info.parameters.contains("ann"));
        const auto red = coloured(255, 0, 0);
        QCOMPARE(codeOf(m_engine->infer({.image = red, .labels = {"red"}, .encoder = Encoder::Ann}, {})), std::optional(ErrorCode::PartMissing));
        QCOMPARE(codeOf(m_engine->infer({.image = red, .labels = {"red"}, .withTwin = true}, {})), std::optional(ErrorCode::PartMissing));
        QCOMPARE(codeOf(m_engine->evaluate({.encoder = Encoder::Ann}, quietly, {})), std::optional(ErrorCode::PartMissing));
        QVERIFY(!codeOf(m_engine->infer({.image = red, .labels = {"red"}}, {})));
        QCOMPARE(m_torch.asked, 0);
    }

    void aFileThatWasReplacedMeanwhileIsNotMistakenForTheModel()
    {
        loaded("model");
        m_torch.hash = "another";
        const InferenceRequest twin{.image = coloured(255, 0, 0), .labels = {"red"}, .encoder = Encoder::Ann};
        QCOMPARE(codeOf(m_engine->infer(twin, {})), std::optional(ErrorCode::FileUnreadable));
        QCOMPARE(codeOf(m_engine->infer(twin, {})), std::optional(ErrorCode::FileUnreadable));
    }

    void theShippedModelSaysWhatItIs()
    {
        const auto file = shippedModel();
        const auto info = take(m_engine->load(file, {}));
        const auto checkpoint = io::readCheckpoint(file);
        std::map<std::string, std::int64_t> learnt;
        for (const auto& [key, tensor] : checkpoint.tensors) {
            const auto has = [&key = key](const char* part) { return key.find(part) != std::string::npos; };
            if (!has("running_") && !has("num_batches") && !has("word_"))
                learnt[key.substr(0, key.find('.'))] += std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies<>());
        }
        QCOMPARE(info.parameters, learnt);
        QCOMPARE(info.parameters.size(), std::size_t(3));
        QCOMPARE(info.hash, checkpoint.hash);
        QCOMPARE(info.card, checkpoint.card);
        QVERIFY(info.hasTwin && info.hasText && info.config == checkpoint.config && info.file == file);
        QCOMPARE(m_torch.asked, 0);
    }

    void theProgramsAnswerWithoutLibTorchAtAll()
    {
        const auto engine = makeProgramEngine(in("no module"));
        const auto info = take(engine->load(shippedModel(), {.threads = 2, .path = ComputePath::Dense}));
        QVERIFY(info.path == ComputePath::Dense && info.threads == 2);
        const InferenceRequest request{.image = coloured(200, 120, 40), .labels = {"cat", "dog"}};
        const auto result = take(engine->infer(request, {}));
        QCOMPARE(result.cosine.size(), static_cast<std::size_t>(info.config.image.steps));
        QVERIFY(std::ranges::all_of(result.times, [](const auto& layer) { return layer.shape.empty() || layer.path == data::SynapsePath::Dense; }));
        auto withTwin = request;
        withTwin.withTwin = true;
        QCOMPARE(codeOf(engine->infer(withTwin, {})), std::optional(ErrorCode::EngineMissing));
        QVERIFY(take(engine->infer(request, {})).imageCached);
    }

private:
    static std::string shippedModel() { return SPIKECLIP_SOURCE_DIR "/resources/models/default/model.safetensors"; }
    std::string in(const std::string& name) const { return m_folder.filePath(QString::fromStdString(name)).toStdString(); }
    void write(const std::string& name, const io::Checkpoint& checkpoint) const { io::writeCheckpoint(in(name), checkpoint); }
    ModelInfo loaded(const std::string& name) { return take(m_engine->load(in(name), {.path = ComputePath::Event})); }

    QTemporaryDir m_folder;
    test::BackendLog m_backends;
    TorchLog m_torch;
    std::unique_ptr<Engine> m_engine;
};

QTEST_GUILESS_MAIN(AnswersTest)
#include "answers_test.moc"
