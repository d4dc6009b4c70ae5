// The spiking network beside its twin: the jobs, who asks for them and when, and how often both agree about a gallery.

#include "app/explorer/compare_link.h"
#include "app/session/gallery.h"
#include "tests/app/fake_engine.h"
#include "widgets/compare_panel.h"
#include "widgets/compare_table.h"
#include "widgets/compare_view.h"

#include <QImage>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::session;
using explorer::CompareLink;
using test::FakeEngine;
using test::FakeEngineControl;

namespace {

data::ImagePtr greyPicture(std::uint8_t level)
{
    return std::make_shared<const data::Image>(data::Image{.width = 4, .height = 4, .pixels = std::vector<std::uint8_t>(48, level)});
}

struct Fixture
{
    std::shared_ptr<FakeEngineControl> control = std::make_shared<FakeEngineControl>();
    Inference inference{[c = control]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<FakeEngine>(c); }};
    std::vector<InferenceOutcome> finished;
    std::vector<InferenceOutcome> twins;
    std::vector<RaceOutcome> races;

    Fixture()
    {
        QObject::connect(&inference, &Inference::finished, &inference, [this](const auto& outcome) { finished.push_back(outcome); });
        QObject::connect(&inference, &Inference::twinAnswered, &inference, [this](const auto& outcome) { twins.push_back(outcome); });
        QObject::connect(&inference, &Inference::raced, &inference, [this](const auto& outcome) { races.push_back(outcome); });
        inference.loadModel(QStringLiteral("m"), {});
    }

    int timesDone(const std::string& what) const
    {
        const auto history = control->history();
        return static_cast<int>(std::ranges::count_if(history, [&](const std::string& entry) { return entry.starts_with(what); }));
    }
};

/// As the window does: asks, and tells the link what came of it.
struct LinkFixture : Fixture
{
    widgets::ComparePanel panel;
    CompareLink link{inference, panel, nullptr};
    InferenceRequest asked;

    LinkFixture()
    {
        panel.resize(500, 400);
        panel.show();
        QObject::connect(&inference, &Inference::finished, &link, [this](const auto& outcome) {
            if (const auto* answer = std::get_if<InferenceResult>(&outcome))
                link.show(asked, *answer);
        });
        link.setModel({.hash = "one", .hasTwin = true});
    }

    void ask(const data::ImagePtr& image, const std::vector<std::string>& labels = {"cat", "dog", "owl"}, Encoder encoder = Encoder::Snn)
    {
        asked = {.image = image, .labels = labels, .encoder = encoder};
        inference.request(asked);
    }

    void askAndWait(const data::ImagePtr& image, const std::vector<std::string>& labels = {"cat", "dog", "owl"}, Encoder encoder = Encoder::Snn)
    {
        const auto before = finished.size();
        ask(image, labels, encoder);
        QTRY_COMPARE(finished.size(), before + 1);
    }
};

}

class CompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTwinIsAskedBesideTheAnswer()
    {
        Fixture f;
        f.inference.request({.image = greyPicture(1), .labels = {"a", "b"}});
        f.inference.requestTwin({.image = greyPicture(1), .labels = {"a", "b"}});
        QTRY_COMPARE(f.twins.size(), std::size_t(1));
        QCOMPARE(f.finished.size(), std::size_t(1));
        QVERIFY(std::get<InferenceResult>(f.finished[0]).twinCosine.empty());
        const auto& both = std::get<InferenceResult>(f.twins[0]);
        QCOMPARE(both.twinCosine.size(), std::size_t(2));
        QCOMPARE(both.cosine, std::get<InferenceResult>(f.finished[0]).cosine);
        QCOMPARE(f.control->history(), (std::vector<std::string>{"infer a", "twin a"}));
    }

    void ofRequestsForTheTwinOnlyTheNewestIsTold()
    {
        Fixture f;
        f.control->hold();
        f.inference.requestTwin({.image = greyPicture(1), .labels = {"a"}});
        QTRY_COMPARE(f.control->inferences.load(), 1);
        f.inference.requestTwin({.image = greyPicture(2), .labels = {"b"}});
        f.inference.requestTwin({.image = greyPicture(3), .labels = {"c"}});
        QTRY_COMPARE(f.control->inferences.load(), 2); // the first was stopped
        f.control->release();
        QTRY_COMPARE(f.twins.size(), std::size_t(1));
        QCOMPARE(std::get<InferenceResult>(f.twins[0]).labels.front().text, std::string("c"));
        f.control->hold();
        f.inference.requestTwin({.image = greyPicture(1), .labels = {"d"}});
        f.inference.cancelTwin();
        QTRY_COMPARE(f.twins.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<Cancelled>(f.twins[1]));
    }

    void aRaceIsRunOnceAndCanBeCancelled()
    {
        Fixture f;
        f.inference.requestRace({.image = greyPicture(1), .repeats = 7});
        QVERIFY(f.inference.isRacing());
        QTRY_COMPARE(f.races.size(), std::size_t(1));
        QVERIFY(!f.inference.isRacing());
        QCOMPARE(std::get<RaceReport>(f.races[0]).repeats, 7);
        f.control->raceGate.hold();
        f.inference.requestRace({.image = greyPicture(1)});
        QTRY_COMPARE(f.control->races.load(), 2);
        f.inference.cancelRace();
        QTRY_COMPARE(f.races.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<Cancelled>(f.races[1]));
        QVERIFY(f.control->onOneThread);
    }

    void endingDuringARaceStopsIt()
    {
        auto f = std::make_unique<Fixture>();
        f->control->raceGate.hold();
        f->inference.requestRace({.image = greyPicture(1)});
        QTRY_COMPARE(f->control->races.load(), 1);
        const auto control = f->control;
        f.reset();
        QCOMPARE(control->destroyed.load(), 1);
    }

    void nobodyLooksSoNobodyAsks()
    {
        LinkFixture f;
        f.askAndWait(greyPicture(1));
        f.askAndWait(greyPicture(2));
        QCOMPARE(f.control->history(), (std::vector<std::string>{"infer cat", "infer cat"}));
        QVERIFY(!f.panel.notice().isEmpty());

        f.link.setLooking(true);
        QTRY_COMPARE(f.races.size(), std::size_t(1));
        QVERIFY(f.panel.notice().isEmpty());
        QCOMPARE(f.timesDone("twin"), 1);
        QCOMPARE(f.timesDone("race"), 1);
    }

    void theTwinIsAskedOnceForEachPictureAndTheRaceRunOnceForEachModel()
    {
        LinkFixture f;
        f.link.setLooking(true);
        const auto picture = greyPicture(1);
        f.askAndWait(picture);
        QTRY_COMPARE(f.races.size(), std::size_t(1));
        f.askAndWait(picture); // the same again
        f.link.setLooking(false);
        f.link.setLooking(true);
        f.askAndWait(picture, {"cat", "frog"});
        QTRY_COMPARE(f.twins.size(), std::size_t(2));
        f.askAndWait(greyPicture(2), {"cat", "frog"});
        QTRY_COMPARE(f.twins.size(), std::size_t(3));
        QCOMPARE(f.timesDone("twin"), 3);
        QCOMPARE(f.timesDone("race"), 1);
        QTest::mouseClick(f.panel.findChild<QPushButton*>(), Qt::LeftButton); // asked for by the reader
        QTRY_COMPARE(f.races.size(), std::size_t(2));

        f.link.setModel({.hash = "two", .hasTwin = true});
        QVERIFY(!f.panel.notice().isEmpty());
        f.askAndWait(picture);
        QTRY_COMPARE(f.races.size(), std::size_t(3));
        QTRY_COMPARE(f.timesDone("twin"), 4);
    }

    void whatIsShownIsWhatBothSaid()
    {
        LinkFixture f;
        f.link.setLooking(true);
        f.askAndWait(greyPicture(5));
        QTRY_COMPARE(f.races.size(), std::size_t(1));
        const auto& both = std::get<InferenceResult>(f.twins.front());
        const auto* table = f.panel.findChild<widgets::CompareTable*>();
        QCOMPARE(table->rowCount(), 3);
        for (int row = 0; row < 3; ++row) {
            const auto at = [&](int column) { return table->data(table->index(row, column), widgets::CompareTable::SortRole); };
            const auto label =
                std::ranges::find(both.labels, at(widgets::CompareTable::Label).toString().toStdString(), &LabelInfo::text) - both.labels.begin();
            QCOMPARE(at(widgets::CompareTable::Snn).toDouble(), both.cosine.back().at(static_cast<std::size_t>(label)));
            QCOMPARE(at(widgets::CompareTable::Twin).toDouble(), both.twinCosine.at(static_cast<std::size_t>(label)));
        }
        const auto summary = f.panel.findChild<widgets::CompareView*>()->summary();
        QVERIFY(summary.contains(QStringLiteral("spiking network 2.10 ms (on bits), ANN twin 2.80 ms (LibTorch)")));
        QVERIFY(summary.contains(QStringLiteral("The spiking network is faster here.")));
        f.link.setScale(100);
        QVERIFY(table->data(table->index(0, widgets::CompareTable::SnnSoftmax), widgets::CompareTable::SortRole).toDouble() > 0.4);
        f.link.show({}, {});
        QCOMPARE(table->rowCount(), 0);
        QVERIFY(!f.panel.notice().isEmpty());
    }

    void withoutATwinThePanelSaysWhyAndNobodyIsAsked()
    {
        LinkFixture f;
        f.link.setModel({.hash = "single"});
        f.link.setLooking(true);
        f.askAndWait(greyPicture(1));
        QVERIFY(f.panel.notice().contains(QStringLiteral("no ANN twin")));
        f.link.setModel({.hash = "double", .hasTwin = true});
        f.askAndWait(greyPicture(1), {"cat"}, Encoder::Ann);
        QVERIFY(f.panel.notice().contains(QStringLiteral("choose the spiking network")));
        QCOMPARE(f.timesDone("twin") + f.timesDone("race"), 0);
    }

    void withoutLibTorchThePanelSaysSoAndTheAnswerStays()
    {
        LinkFixture f;
        f.control->failTwin = true;
        f.link.setLooking(true);
        f.askAndWait(greyPicture(1));
        QTRY_COMPARE(f.twins.size(), std::size_t(1));
        QVERIFY(std::holds_alternative<InferenceResult>(f.finished.back()));
        QVERIFY(!f.panel.notice().isEmpty() && !f.panel.notice().contains(QStringLiteral("Asking")));
        QCOMPARE(f.timesDone("race"), 0);
    }

    void aRaceThatFailsIsTold()
    {
        LinkFixture f;
        QSignalSpy failed(&f.link, &CompareLink::failed);
        f.control->raceGate.hold();
        f.link.setLooking(true);
        f.askAndWait(greyPicture(1));
        QTRY_COMPARE(f.control->races.load(), 1);
        f.control->failTwin = true;
        f.control->raceGate.release();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(f.panel.notice().isEmpty()); // both answers stay
        QVERIFY(f.panel.findChild<QPushButton*>()->isEnabled());
    }

    void theGalleryCountsHowOftenBothAgreeOnlyIfToldTo()
    {
        Fixture f;
        f.control->withSpikes = true;
        QTemporaryDir folder;
        for (int i = 0; i < 12; ++i) {
            QImage image(40 + i, 30, QImage::Format_RGB888);
            image.fill(QColor(i, i, i));
            QVERIFY(image.save(folder.filePath(QStringLiteral("%1.png").arg(i))));
        }
        Gallery gallery(f.inference, 100'000'000);
        gallery.setRequest({.labels = {"cat", "dog"}}, QStringLiteral("hash"));
        gallery.addFolder(folder.path());
        QTRY_COMPARE(gallery.counts().done, 12);
        QTRY_VERIFY(!gallery.isRunning());
        QCOMPARE(gallery.agreement().compared, 0);
        QCOMPARE(f.timesDone("twin"), 0);

        gallery.setWithTwin(true);
        QCOMPARE(gallery.counts().done, 12); // what is known stays
        QTRY_COMPARE(gallery.agreement().compared, 12);
        QTRY_VERIFY(!gallery.isRunning());
        QCOMPARE(gallery.counts().done, 12);
        QCOMPARE(f.timesDone("twin"), 12);
        int agree = 0;
        for (const auto& item : gallery.items())
            agree += item.winner == item.twinWinner;
        QCOMPARE(gallery.agreement().agree, agree);
        QVERIFY(agree > 0 && agree < 12); // of numbers by chance, some do

        gallery.setWithTwin(false);
        gallery.setWithTwin(true);
        QVERIFY(!gallery.isRunning()); // all have been asked
        gallery.setRequest({.labels = {"cat", "frog"}}, QStringLiteral("hash"));
        QCOMPARE(gallery.agreement().compared, 0);
        QTRY_COMPARE(gallery.agreement().compared, 12);
        gallery.clear();
        QCOMPARE(gallery.agreement().compared, 0);
    }

    void aTwinThatIsMissingCostsTheGalleryNoAnswer()
    {
        Fixture f;
        f.control->failTwin = true;
        QTemporaryDir folder;
        QImage image(40, 30, QImage::Format_RGB888);
        image.fill(Qt::red);
        QVERIFY(image.save(folder.filePath(QStringLiteral("a.png"))));
        Gallery gallery(f.inference, 100'000'000);
        gallery.setWithTwin(true);
        gallery.setRequest({.labels = {"cat", "dog"}}, QStringLiteral("hash"));
        gallery.addFolder(folder.path());
        QTRY_COMPARE(gallery.counts().done, 1);
        QTRY_VERIFY(!gallery.isRunning());
        QCOMPARE(gallery.agreement().compared, 0);
        QVERIFY(gallery.items().front().twinAsked);
    }
};

QTEST_MAIN(CompareTest)
#include "compare_test.moc"
