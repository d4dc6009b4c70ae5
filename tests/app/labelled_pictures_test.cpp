// From classified pictures to a labelled set.

#include "app/session/labelled_pictures.h"
#include "core/data/ranking.h"
#include "tests/app/fake_engine.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::session;
using test::FakeEngine;
using test::FakeEngineControl;

namespace {

/// The fake engine with what it has no need for elsewhere: operation counts, and the twin's scores.
class CountingEngine : public FakeEngine
{
public:
    using FakeEngine::FakeEngine;

    Outcome<InferenceResult> infer(const InferenceRequest& request, std::stop_token stop) override
    {
        auto outcome = FakeEngine::infer(request, stop);
        if (auto* result = std::get_if<InferenceResult>(&outcome); result && request.encoder == Encoder::Snn) {
            result->operations = {
                {.name = "first", .kind = data::OperationKind::Mac, .dense = 9, .effective = {9, 9, 9, 9}, .inputs = 1, .outputs = 1, .weights = 9},
                {.name = "second", .dense = 100, .effective = {11, 12, 13, 14}, .source = "patch_embed.block1_lif", .weights = 7},
                {.name = "proj", .kind = data::OperationKind::Mac, .dense = 5, .effective = {5}, .everyStep = false, .weights = 5}};
            result->twinCosine.clear();
            if (request.withTwin)
                for (std::size_t i = 0; i < request.labels.size(); ++i)
                    result->twinCosine.push_back(request.labels[i] == "dog" ? 0.9 : 0.1); // whatever the picture is
        }
        return outcome;
    }
};

struct Fixture
{
    QTemporaryDir folder;
    std::shared_ptr<FakeEngineControl> control = std::make_shared<FakeEngineControl>();
    Inference inference{[c = control]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<CountingEngine>(c); }};
    Gallery gallery{inference, 100'000'000};
    LabelledPictures pictures{gallery};
    QSignalSpy changed{&pictures, &LabelledPictures::changed};
    std::vector<InferenceResult> results;

    Fixture()
    {
        QObject::connect(&gallery, &Gallery::classified, &gallery, [this](int, const InferenceResult& result) { results.push_back(result); });
        int grey = 0;
        for (const auto* name : {"cat/a.png", "Sea_Lion/b.png", "Sea_Lion/c.png", "dog 01.png", "nothing.png"}) {
            const auto path = folder.filePath(QString::fromLatin1(name));
            QDir().mkpath(QFileInfo(path).absolutePath());
            QImage image(40 + grey, 30, QImage::Format_RGB888);
            image.fill(QColor(grey, grey, grey));
            grey += 20;
            QVERIFY(image.save(path));
        }
        inference.loadModel(QStringLiteral("m"), {});
    }

    void ask(const std::vector<std::string>& labels, const QString& model = QStringLiteral("hash"), Encoder encoder = Encoder::Snn)
    {
        gallery.setRequest({.labels = labels, .encoder = encoder, .recording = data::Recording::Full}, model);
    }

    void fill()
    {
        ask({"cat", "dog", "sea lion"});
        gallery.addFolder(folder.path());
        QTRY_COMPARE(gallery.counts().done, 5);
        QTRY_VERIFY(!gallery.isRunning());
    }
};

}

class LabelledPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPicturesLabelIsThatOfItsFolderOrElseOfItsName_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("label");
        QTest::newRow("folder") << QStringLiteral("/p/cat/1.png") << 0;
        QTest::newRow("folder before name") << QStringLiteral("/p/cat/dog.png") << 0;
        QTest::newRow("case and underscores") << QStringLiteral("/p/SEA_LION/1.png") << 2;
        QTest::newRow("hyphens") << QStringLiteral("/p/sea-lion/1.png") << 2;
        QTest::newRow("name") << QStringLiteral("/p/q/dog.png") << 1;
        QTest::newRow("name with digits") << QStringLiteral("/p/q/Dog_012.jpeg") << 1;
        QTest::newRow("name with brackets") << QStringLiteral("/p/q/sea lion (3).jpeg") << 2;
        QTest::newRow("label that ends in digits") << QStringLiteral("/p/q/route 66.png") << 3;
        QTest::newRow("umlauts") << QStringLiteral("/p/q/K\u00e4se-2.png") << 4;
        QTest::newRow("dots in the name") << QStringLiteral("/p/q/dog.2.png") << 1;
        QTest::newRow("another word") << QStringLiteral("/p/q/dogs.png") << -1;
        QTest::newRow("digits alone") << QStringLiteral("/p/q/0012.png") << -1;
        QTest::newRow("only the folder's folder") << QStringLiteral("/cat/q/1.png") << -1;
        QTest::newRow("no folder") << QStringLiteral("dog.png") << 1;
        QTest::newRow("nothing") << QString() << -1;
    }

    void aPicturesLabelIsThatOfItsFolderOrElseOfItsName()
    {
        QFETCH(QString, path);
        QFETCH(int, label);
        QCOMPARE(ownLabel(path, {QStringLiteral("cat"), QStringLiteral("dog"), QStringLiteral("sea lion"), QStringLiteral("Route 66"),
                                 QStringLiteral("k\u00e4se")}),
                 label);
        QCOMPARE(ownLabel(path, {}), -1);
        QCOMPARE(ownLabel(path, {QString(), QStringLiteral("-")}), -1);
    }

    void theSetHoldsWhatTheEngineSaidOfEachLabelledPicture()
    {
        Fixture f;
        f.fill();
        QTRY_VERIFY(!f.changed.isEmpty());
        const auto set = f.pictures.set();
        QCOMPARE(set.steps, 4);
        QCOMPARE(set.pictures.size(), std::size_t(4));
        QCOMPARE(set.unlabelled, 1);
        QCOMPARE(f.pictures.labelled(), 4);
        QCOMPARE(set.layers.size(), std::size_t(3));
        QVERIFY(set.layers[1].effective.empty());
        QCOMPARE(set.layers[1].weights, 7);
        QCOMPARE(set.neurons.size(), f.results.front().layers.size());
        QVERIFY(set.neurons.front().spikesPerStep.empty() && !set.neurons.front().spikes);
        QVERIFY(!set.twin);

        std::size_t at = 0; // results come in the gallery's order
        for (std::size_t i = 0; i < f.gallery.items().size(); ++i) {
            const auto& item = f.gallery.items()[i];
            const auto& result = f.results[i];
            const int own = ownLabel(item.path, {QStringLiteral("cat"), QStringLiteral("dog"), QStringLiteral("sea lion")});
            if (own < 0)
                continue;
            const auto& picture = set.pictures[at++];
            QCOMPARE(picture.file, item.path.toStdString());
            QCOMPARE(picture.effective, (std::vector<std::int64_t>{9, 9, 9, 9, 11, 12, 13, 14, 5, 0, 0, 0}));
            for (std::size_t layer = 0; layer < result.layers.size(); ++layer)
                for (std::size_t t = 0; t < 4; ++t)
                    QCOMPARE(picture.spikes[layer * 4 + t], result.layers[layer].spikesPerStep[t]);
            for (std::size_t t = 0; t < 4; ++t) {
                const auto best = data::rank(result.cosine[t], 14).front();
                QCOMPARE(picture.right[t] != 0, best.label == own);
                QVERIFY(std::abs(static_cast<double>(picture.confidence[t]) - best.probability) < 1e-5);
            }
            QCOMPARE(int(picture.twinRight), -1);
        }
        QCOMPARE(at, std::size_t(4));
    }

    void manyChangesAtOnceAreOneReport()
    {
        Fixture f;
        for (int i = 0; i < 100; ++i)
            f.pictures.setModel({});
        QCOMPARE(f.changed.size(), 0); // not before the event loop runs
        QTRY_COMPARE(f.changed.size(), 1);
        f.pictures.setModel({});
        QTRY_COMPARE(f.changed.size(), 2);
    }

    void otherLabelsAnotherModelOrEncoderBeginAnew()
    {
        Fixture f;
        f.fill();
        f.control->hold();
        f.ask({"dog", "nothing"});
        QCOMPARE(f.pictures.labelled(), 0);
        QVERIFY(f.pictures.set().pictures.empty());
        QCOMPARE(f.pictures.unlabelled(), 0);
        f.control->release();
        QTRY_COMPARE(f.gallery.counts().done, 5);
        QCOMPARE(f.pictures.labelled(), 2);
        QCOMPARE(f.pictures.unlabelled(), 3);

        f.control->hold();
        f.ask({"dog", "nothing"}, QStringLiteral("other"));
        QCOMPARE(f.pictures.labelled(), 0);
        f.control->release();
        QTRY_COMPARE(f.pictures.labelled(), 2);
        QTRY_VERIFY(!f.gallery.isRunning());

        f.ask({"dog", "nothing"}, QStringLiteral("other"), Encoder::Ann); // has no steps
        QTRY_COMPARE(f.gallery.counts().done, 5);
        QCOMPARE(f.pictures.labelled(), 0);
        QCOMPARE(f.pictures.unlabelled(), 0);

        f.ask({"dog"}, QStringLiteral("other"));
        QTRY_COMPARE(f.pictures.labelled(), 1);
        f.gallery.clear();
        QCOMPARE(f.pictures.labelled(), 0);
        QCOMPARE(f.pictures.unlabelled(), 0);
    }

    void confidencesFollowTheScaleAndNothingIsComputedAnew()
    {
        Fixture f;
        f.fill();
        const int inferences = f.control->inferences;
        const auto before = f.pictures.set();
        f.changed.clear();
        f.gallery.setScale(100);
        QTRY_VERIFY(!f.changed.isEmpty());
        const auto after = f.pictures.set();
        QCOMPARE(after.pictures.size(), before.pictures.size());
        for (std::size_t i = 0; i < after.pictures.size(); ++i) {
            QVERIFY(after.pictures[i].confidence[3] > before.pictures[i].confidence[3]);
            QCOMPARE(after.pictures[i].right, before.pictures[i].right);
        }
        QCOMPARE(f.control->inferences.load(), inferences);
    }

    void theTwinIsAskedOnlyWhenWanted()
    {
        Fixture f;
        f.fill();
        ModelInfo model;
        model.hasTwin = true;
        f.pictures.setModel(model);
        QVERIFY(f.pictures.set().twin && !f.pictures.set().twin->empty());
        f.gallery.setWithTwin(true);
        QTRY_VERIFY(!f.gallery.isRunning());
        for (const auto& picture : f.pictures.set().pictures)
            QCOMPARE(int(picture.twinRight), picture.file.find("dog 01") == std::string::npos ? 0 : 1);
        const int inferences = f.control->inferences;
        f.gallery.setWithTwin(true);
        f.gallery.setWithTwin(false); // what is known stays known
        QCOMPARE(f.control->inferences.load(), inferences);
        QCOMPARE(f.pictures.labelled(), 4);
        model.hasTwin = false;
        f.pictures.setModel(model);
        QVERIFY(!f.pictures.set().twin);
    }

    void twoWaysToWriteALabelAreTheSameLabel()
    {
        Fixture f;
        f.ask({"sea lion", "Sea-Lion"});
        f.gallery.addFolder(f.folder.path());
        QTRY_COMPARE(f.gallery.counts().done, 5);
        const auto set = f.pictures.set();
        QCOMPARE(set.pictures.size(), std::size_t(2));
        for (const auto& picture : set.pictures)
            QCOMPARE(picture.right, (std::vector<std::uint8_t>{1, 1, 1, 1}));
    }
};

QTEST_GUILESS_MAIN(LabelledPicturesTest)
#include "labelled_pictures_test.moc"
