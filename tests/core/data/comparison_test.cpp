// Two networks' answers side by side.

#include "core/data/comparison.h"
#include "core/data/outcome.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace spikeclip;
using namespace spikeclip::data;

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAreSortedByTheSpikingNetworkAndKeepBothAnswers()
    {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> cosines(-0.2, 0.5);
        for (const std::size_t count : {1u, 2u, 30u, 1000u}) {
            std::vector<double> snn(count);
            std::vector<double> twin(count);
            std::vector<double> third(count);
            for (auto* row : {&snn, &twin, &third})
                std::ranges::generate(*row, [&] { return cosines(random); });
            const auto comparison = compare(snn, twin, 14, third);
            QCOMPARE(comparison.labels.size(), count);
            QCOMPARE(std::size_t(comparison.snnWinner), std::size_t(std::ranges::max_element(snn) - snn.begin()));
            QCOMPARE(std::size_t(comparison.twinWinner), std::size_t(std::ranges::max_element(twin) - twin.begin()));
            QCOMPARE(comparison.agrees(), comparison.snnWinner == comparison.twinWinner);
            double largest = 0;
            double snnSum = 0;
            double twinSum = 0;
            for (std::size_t i = 0; i < count; ++i) {
                snnSum += std::exp(14 * snn[i]);
                twinSum += std::exp(14 * twin[i]);
                largest = std::max(largest, std::abs(snn[i] - twin[i]));
            }
            QCOMPARE(comparison.largestDifference, largest);
            double before = 2;
            for (const auto& compared : comparison.labels) {
                const auto i = static_cast<std::size_t>(compared.label);
                QVERIFY(compared.snn <= before);
                before = compared.snn;
                QCOMPARE(compared.snn, snn[i]);
                QCOMPARE(compared.twin, twin[i]);
                QCOMPARE(compared.third, std::optional(third[i]));
                QCOMPARE(compared.difference(), snn[i] - twin[i]);
                QVERIFY(std::abs(compared.snnProbability - std::exp(14 * snn[i]) / snnSum) < 1e-12);
                QVERIFY(std::abs(compared.twinProbability - std::exp(14 * twin[i]) / twinSum) < 1e-12);
            }
        }
    }

    void nothingIsComparedWithNothing()
    {
        const auto comparison = compare({}, {}, 14);
        QVERIFY(comparison.labels.empty() && comparison.snnWinner == -1 && comparison.twinWinner == -1);
        const std::array two{0.1, 0.2};
        const std::array one{0.1};
        QVERIFY_THROWS_EXCEPTION(Error, compare(two, one, 14));
        QVERIFY_THROWS_EXCEPTION(Error, compare(two, two, 14, one));
        QVERIFY(!compare(two, two, 14).labels.front().third);
    }

    void whatIsNotANumberRanksLast()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        const std::array snn{none, 0.1};
        const std::array twin{0.3, none};
        const auto comparison = compare(snn, twin, 14);
        QCOMPARE(comparison.snnWinner, 1);
        QCOMPARE(comparison.twinWinner, 0);
        QCOMPARE(comparison.largestDifference, 0.0);
        CosineRange range;
        range.include(snn);
        range.include(twin);
        QVERIFY(range.lowest == 0 && range.highest == 0.3);
        const std::array low{-0.5, -0.1};
        range.include(low);
        QVERIFY(range.lowest == -0.5 && range.highest == 0.3);
    }

    void amountsThatDifferLittleAreNotTold()
    {
        QCOMPARE(smallerOf(1.0, 2.0, 0.05), Smaller::First);
        QCOMPARE(smallerOf(2.0, 1.0, 0.05), Smaller::Second);
        QCOMPARE(smallerOf(1.0, 1.04, 0.05), Smaller::Neither);
        QCOMPARE(smallerOf(1.04, 1.0, 0.05), Smaller::Neither);
        QCOMPARE(smallerOf(0.0, 0.0, 0), Smaller::Neither);
        QCOMPARE(smallerOf(std::numeric_limits<double>::quiet_NaN(), 1.0, 0.05), Smaller::Neither);
    }
};

QTEST_APPLESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
