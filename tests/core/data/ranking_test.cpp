#include "core/data/ranking.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace spikeclip::data;

class RankingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBestComesFirstAndProbabilitiesAreTheSoftmaxOfTheScaledCosines()
    {
        const std::vector<double> cosine = {0.1, 0.3, 0.2};
        const auto ranked = rank(cosine, 10);
        QCOMPARE(ranked[0].label, 1);
        QCOMPARE(ranked[1].label, 2);
        QCOMPARE(ranked[2].label, 0);
        const double sum = std::exp(1.0) + std::exp(3.0) + std::exp(2.0);
        QVERIFY(std::abs(ranked[0].probability - std::exp(3.0) / sum) < 1e-15);
        QVERIFY(std::abs(ranked[2].probability - std::exp(1.0) / sum) < 1e-15);
    }

    void equalScoresAreTiedAndKeepTheOrderAsked()
    {
        const std::vector<double> cosine = {0.2, 0.5, 0.5, 0.2, 0.1};
        const auto ranked = rank(cosine, 1);
        QCOMPARE(ranked[0].label, 1);
        QCOMPARE(ranked[1].label, 2);
        QVERIFY(ranked[0].tied && ranked[1].tied && ranked[2].tied && ranked[3].tied);
        QVERIFY(!ranked[4].tied);
    }

    void aHugeScaleDoesNotOverflowAndNoScoresAreNoRanking()
    {
        const std::vector<double> cosine = {0.9, -0.9};
        const auto ranked = rank(cosine, 1e6);
        QCOMPARE(ranked[0].probability, 1.0);
        QCOMPARE(ranked[1].probability, 0.0);
        QVERIFY(rank({}, 1).empty());
    }

    void whatIsNotANumberRanksLastWithProbabilityZero()
    {
        const std::vector<double> cosine = {std::numeric_limits<double>::quiet_NaN(), -1.0};
        const auto ranked = rank(cosine, 1);
        QCOMPARE(ranked[0].label, 1);
        QCOMPARE(ranked[0].probability, 1.0);
        QCOMPARE(ranked[1].probability, 0.0);
    }

    void aFlipIsAStepAtWhichAnotherLabelLeads()
    {
        const auto best = winners({{0.1, 0.2}, {0.3, 0.2}, {0.3, 0.3}, {0.1, 0.4}});
        QCOMPARE(best, (std::vector<int>{1, 0, 0, 1}));
        QCOMPARE(flips(best), (std::vector<int>{2, 4}));
        QVERIFY(flips(winners({{}, {}})).empty());
    }
};

QTEST_APPLESS_MAIN(RankingTest)
#include "ranking_test.moc"
