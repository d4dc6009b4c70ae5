#include "core/data/data_survey.h"
#include "core/data/training.h"
#include "core/data/training_plan.h"

#include <QtTest>

using namespace spikeclip;

namespace {

/// Two cats and two dogs; the third label has no picture.
data::RunSummary judged()
{
    data::RunSummary summary;
    summary.labels = {"cat", "dog", "bird"};
    summary.samples = {{"c1", 0, 0, 0}, {"c2", 0, 1, 0}, {"d1", 1, 0, 2}, {"d2", 1, -1, 1}};
    return summary;
}

}

class TrainingDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShareSetAsideIsRoundedAndNeverTakesAWholeClass_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("share");
        QTest::addColumn<int>("aside");
        QTest::newRow("none") << 0 << 0.2 << 0;
        QTest::newRow("the only picture is learnt") << 1 << 0.5 << 0;
        QTest::newRow("of two one is judged, however small the share") << 2 << 0.01 << 1;
        QTest::newRow("of two one is learnt, however large the share") << 2 << 1.0 << 1;
        QTest::newRow("rounded up") << 13 << 0.2 << 3;
        QTest::newRow("rounded down") << 12 << 0.2 << 2;
        QTest::newRow("no share") << 100 << 0.0 << 0;
        QTest::newRow("a negative share") << 100 << -0.5 << 0;
    }

    void theShareSetAsideIsRoundedAndNeverTakesAWholeClass()
    {
        QFETCH(int, count);
        QFETCH(double, share);
        QFETCH(int, aside);
        QCOMPARE(data::validationCount(count, share), std::int64_t(aside));
    }

    void aSurveyAddsItsClassesUp()
    {
        const data::DataSurvey survey{.classes = {{.label = "cat", .train = 8, .validation = 2}, {.label = "dog", .train = 1, .validation = 0}, {.label = "bird", .train = 20, .validation = 5}}};
        QCOMPARE(survey.train(), std::int64_t(29));
        QCOMPARE(survey.validation(), std::int64_t(7));
        QCOMPARE(survey.fewest(), std::int64_t(1));
        QCOMPARE(survey.largest(), std::int64_t(25));
        QCOMPARE(data::DataSurvey().fewest(), std::int64_t(0));
        QCOMPARE(data::DataSurvey().largest(), std::int64_t(0));
        QCOMPARE(data::DataSurvey().train(), std::int64_t(0));
    }

    void aLogKeepsEachKindOfEventInItsOrder()
    {
        data::TrainingLog log;
        log.add(data::TrainingPoint{.step = 1});
        log.add(data::TrainingNote{.kind = data::TrainingNote::Kind::Stopped});
        log.add(data::TrainingPoint{.step = 2});
        log.add(data::ValidationPoint{.step = 3});
        log.add(data::HealthPoint{.step = 4});
        QCOMPARE(log.points.size(), std::size_t(2));
        QCOMPARE(log.points[1].step, std::int64_t(2));
        QCOMPARE(log.validations.at(0).step, std::int64_t(3));
        QCOMPARE(log.healths.at(0).step, std::int64_t(4));
        QCOMPARE(log.notes.at(0).kind, data::TrainingNote::Kind::Stopped);
    }

    void picturesAreCountedWhereTheyBelongAndWhereTheyWerePut()
    {
        const auto after = data::confusion(judged(), data::Moment::After);
        QCOMPARE(after.counts, (std::vector<std::int64_t>{2, 0, 0, 0, 1, 1, 0, 0, 0}));
        QCOMPARE(after.at(1, 2), std::int64_t(1));
        QCOMPARE(after.ofLabel(1), std::int64_t(2));
        QCOMPARE(after.takenFor(2), std::int64_t(1));
        QCOMPARE(after.recall(0), std::optional(1.0));
        QCOMPARE(after.recall(1), std::optional(0.5));
        QCOMPARE(after.precision(1), std::optional(1.0));
        QCOMPARE(after.precision(2), std::optional(0.0));
        QCOMPARE(after.top1(), 0.75);
    }

    void whatNobodyJudgedCountsForNothing()
    {
        const auto before = data::confusion(judged(), data::Moment::Before);
        QCOMPARE(before.counts, (std::vector<std::int64_t>{1, 1, 0, 1, 0, 0, 0, 0, 0}));
        QCOMPARE(before.top1(), 1.0 / 3);
        QCOMPARE(before.recall(2), std::optional<double>()); // no bird among them
        QCOMPARE(before.precision(2), std::optional<double>());
        QCOMPARE(data::confusion({}, data::Moment::After).top1(), 0.0);
    }

    void theSamplesBehindACellAreFound()
    {
        const auto names = [](const std::vector<data::JudgedSample>& samples) {
            std::vector<std::string> found;
            for (const auto& sample : samples)
                found.push_back(sample.sample);
            return found;
        };
        QCOMPARE(names(data::samplesOf(judged(), data::Moment::After, 0, 0)), (std::vector<std::string>{"c1", "c2"}));
        QCOMPARE(names(data::samplesOf(judged(), data::Moment::Before, 0, 1)), (std::vector<std::string>{"c2"}));
        QVERIFY(data::samplesOf(judged(), data::Moment::Before, 1, 1).empty());
    }

    void theUsualPlansDifferInWhatTheyTrain()
    {
        using What = data::TrainingPlan::What;
        const auto head = data::usualPlan(What::Head);
        for (const auto what : {What::Head, What::Full, What::Alignment, What::Dual}) {
            const auto plan = data::usualPlan(what);
            QCOMPARE(plan.what, what);
            QVERIFY(plan.epochs > 0 && plan.finalLearningRate < plan.learningRate);
            QVERIFY(what == What::Head || plan.learningRate < head.learningRate); // a whole network forgets what it knew at the head's rate
        }
    }
};

QTEST_APPLESS_MAIN(TrainingDataTest)
#include "training_data_test.moc"
