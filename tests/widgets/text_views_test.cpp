// The views of the text side: words as chips, tokens beside a raster, what another label changes.

#include "tests/readings.h"
#include "tests/widgets/painting.h"
#include "widgets/difference_view.h"
#include "widgets/plot/spike_raster.h"
#include "widgets/token_chips.h"

#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include <optional>
#include <set>

using namespace spikeclip;
using namespace spikeclip::widgets;
using data::SpikeChange;
using test::readingOf;
using test::tokens;

namespace {

DifferenceCaption captionOf()
{
    return {.first = QStringLiteral("red"), .second = QStringLiteral("green"), .bands = {}, .nameOf = {}};
}

data::SpikeDifference differenceOf(int neurons, double rate, int steps = 4)
{
    const data::SpikeShape shape{.steps = steps, .batch = 1, .height = 1, .width = 1, .channels = neurons};
    return data::differenceOf(*test::chanceRecord(shape, rate, 1), *test::chanceRecord(shape, rate, 2));
}

/// Row and step that a tip speaks of, both from 0.
std::optional<std::pair<int, int>> cellOf(const QString& tip)
{
    static const QRegularExpression words(QStringLiteral("in row (\\d+)\\nstep (\\d+): "));
    const auto match = words.match(tip);
    if (!match.hasMatch())
        return {};
    return std::pair(match.captured(1).toInt(), match.captured(2).toInt() - 1);
}

}

class TextViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyWordIsAChipThatSaysWhetherItCounts()
    {
        TokenChips chips;
        test::paintEverywhere(chips); // nothing yet
        auto reading = readingOf("panda", 1);
        reading.words.insert(reading.words.begin(), {.text = "lost", .id = 4, .place = -1});
        chips.setReading(reading, tokens);
        QVERIFY(chips.chipText(0).contains(QStringLiteral("6 token(s)"))); // places 0 to 5 have no word
        QVERIFY(chips.chipText(1).contains(QStringLiteral("lost")) && chips.chipText(1).contains(QStringLiteral("cut")));
        QVERIFY(chips.chipText(2).contains(QStringLiteral("Token 6")) && chips.chipText(2).contains(QStringLiteral("template")));
        QVERIFY(chips.chipText(3).contains(QStringLiteral("zorgle")) && chips.chipText(3).contains(QStringLiteral("unknown")));
        QVERIFY(chips.chipText(4).contains(QStringLiteral("Token 7")) && chips.chipText(4).contains(QStringLiteral("a word of the label")));
        QVERIFY(chips.chipText(5).isEmpty() && chips.chipText(-1).isEmpty());
        for (int chip = 0; chip < 5; ++chip)
            QVERIFY(chips.summary().contains(chips.chipText(chip)));
        QCOMPARE(chips.accessibleDescription(), chips.summary());
        QVERIFY(chips.accessibleName().contains(QStringLiteral("panda")));
        test::paintEverywhere(chips);

        chips.setReading(reading, tokens, TokenChips::Side::First, {3});
        QVERIFY(chips.chipText(4).contains(QStringLiteral("other label")));
        QVERIFY(!chips.chipText(2).contains(QStringLiteral("other label")));
        chips.setReading(reading, 0); // nobody knows how many places there are
        QVERIFY(chips.chipText(0).contains(QStringLiteral("lost")));
    }

    void chipsWrapScrollAndAnswerTheKeyboard()
    {
        TokenChips chips;
        auto reading = readingOf("panda", 1);
        for (int i = 0; i < 200; ++i)
            reading.words.push_back({.text = "word", .id = 1, .place = i % tokens});
        chips.setReading(reading, tokens);
        QVERIFY(chips.heightFor(100) > 2 * chips.heightFor(300));
        QVERIFY(chips.heightFor(300) > chips.lineHeight());
        chips.resize(200, chips.lineHeight());
        chips.show();
        QCOMPARE(chips.current(), -1);
        QTest::keyClick(&chips, Qt::Key_End);
        QCOMPARE(chips.current(), 202); // three words and two hundred more
        QVERIFY(chips.verticalScrollBar()->value() > 0);
        QVERIFY(chips.accessibleDescription().startsWith(chips.chipText(202)));
        QTest::keyClick(&chips, Qt::Key_Left);
        QCOMPARE(chips.current(), 201);
        QTest::keyClick(&chips, Qt::Key_Home);
        QCOMPARE(chips.current(), 0);
        QCOMPARE(chips.verticalScrollBar()->value(), 0);
        QTest::keyClick(&chips, Qt::Key_Left);
        QCOMPARE(chips.current(), 0);
    }

    void whereHeightIsShortWordsOfTheTemplateShareAChip()
    {
        auto reading = readingOf("panda", 1);
        reading.words.insert(reading.words.begin(), {.text = "a", .id = 4, .place = 5, .ofTemplate = true});
        TokenChips chips;
        chips.setReading(reading, tokens);
        chips.setCompact(true);
        QVERIFY(chips.chipText(0).contains(QStringLiteral("a photo")));
        QVERIFY(chips.chipText(1).contains(QStringLiteral("zorgle"))); // what does not count is still said
        QVERIFY(chips.chipText(2).contains(QStringLiteral("panda")));
        QVERIFY(chips.chipText(3).isEmpty());
        chips.setCompact(false);
        QVERIFY(chips.chipText(1).contains(QStringLiteral("\u201ca\u201d")));
        test::paintEverywhere(chips);
    }

    void everyCellInSightShowsItsChangeAndNoPixelAnother_data()
    {
        QTest::addColumn<int>("neurons");
        QTest::addColumn<int>("steps");
        QTest::addColumn<double>("rowHeight");
        QTest::newRow("all fit, with room for hollow cells") << 12 << 4 << 0.0;
        QTest::newRow("a few pixels a row") << 60 << 4 << 0.0;
        QTest::newRow("more rows than pixels") << 900 << 4 << 0.0;
        QTest::newRow("zoomed in") << 900 << 4 << 9.5;
        QTest::newRow("more steps than fit") << 12 << 40 << 0.0;
        QTest::newRow("one step") << 30 << 1 << 0.0;
    }

    void everyCellInSightShowsItsChangeAndNoPixelAnother()
    {
        QFETCH(int, neurons);
        QFETCH(int, steps);
        QFETCH(double, rowHeight);
        DifferenceView view;
        test::showIn(Theme::Light, view);
        const auto difference = differenceOf(neurons, 0.3, steps);
        view.setDifference(difference, captionOf());
        view.resize(170, 190);
        view.show();
        view.setRowHeight(rowHeight);
        QVERIFY(view.rowHeight() >= 1);
        const auto colours = chartColours(view.palette());
        for (const double place : {1.0, 0.4, 0.0}) {
            view.verticalScrollBar()->setValue(qRound(place * view.verticalScrollBar()->maximum()));
            const auto rows = view.rowsInSight();
            QVERIFY(rows.size() > 0);
            const auto picture = view.viewport()->grab().toImage();
            std::set<std::pair<int, int>> seen;
            std::set<int> stepsInSight;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x) {
                    const auto colour = picture.pixel(x, y);
                    if (colour != colours.second.rgb() && colour != colours.accent.rgb() && colour != colours.quiet.rgb())
                        continue;
                    const auto cell = cellOf(view.tipAt(QPointF(x, y)));
                    if (!cell)
                        continue; // beside the cells
                    stepsInSight.insert(cell->second);
                    seen.insert(*cell);
                    const auto change = difference.at(cell->first, cell->second);
                    QVERIFY(colour != colours.second.rgb() || change == SpikeChange::Vanishes);
                    QVERIFY(colour != colours.accent.rgb() || change == SpikeChange::Appears);
                    QVERIFY(colour != colours.quiet.rgb() || change == SpikeChange::Stays);
                    QVERIFY(cell->first >= rows.begin && cell->first < rows.end);
                }
            QVERIFY(steps > 20 || static_cast<int>(stepsInSight.size()) == steps);
            const int last = *stepsInSight.rbegin(); // a column that the edge cuts may show one half only
            for (int row = rows.begin + 1; row + 1 < rows.end; ++row)
                for (const int step : stepsInSight)
                    if (step != last || steps <= 20)
                        QCOMPARE(seen.contains({row, step}), difference.at(row, step) != SpikeChange::Silent);
        }
    }

    void scrollingReachesEveryRowAndTheCaptionSaysWhichAreInSight()
    {
        DifferenceView view;
        const auto difference = differenceOf(900, 0.3);
        view.setDifference(difference, captionOf());
        view.resize(250, 200);
        view.show();
        QCOMPARE(view.rowHeight(), 1.0); // never less
        std::vector<bool> reached(static_cast<std::size_t>(difference.rows()));
        auto* bar = view.verticalScrollBar();
        QCOMPARE(view.rowsInSight().begin, 0); // the first neuron is the lowest
        for (bar->setValue(bar->maximum());; bar->setValue(bar->value() - bar->pageStep())) {
            const auto rows = view.rowsInSight();
            QVERIFY(view.caption().contains(QStringLiteral("rows %1 to %2 of 0 to %3").arg(rows.begin).arg(rows.end - 1).arg(difference.rows() - 1)));
            QVERIFY(view.caption().startsWith(QStringLiteral("%1 of 900 neurons").arg(difference.rows())));
            std::fill(reached.begin() + rows.begin, reached.begin() + rows.end, true);
            if (bar->value() == 0)
                break;
        }
        QVERIFY(std::ranges::count(reached, false) == 0);

        QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.rowHeight(), 1.5);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.rowHeight(), 1.0);
        view.setRowHeight(0.01);
        QCOMPARE(view.rowHeight(), 1.0);
        view.setRowHeight(1000);
        QVERIFY(view.rowHeight() < 100);

        view.setDifference(differenceOf(20, 0.3), captionOf());
        QCOMPARE(view.rowsInSight(), (data::CellRange{0, view.difference().rows()}));
        QVERIFY(!view.caption().contains(QStringLiteral("sight")));
    }

    void aDifferenceIsWalkedByKeyboardAndSaysWhatItShows()
    {
        DifferenceView view;
        QVERIFY(view.summary().contains(QStringLiteral("No neuron differs")));
        test::paintEverywhere(view);
        const auto difference = differenceOf(900, 0.3);
        auto caption = captionOf();
        caption.bands = {{.rows = {0, 100}, .name = QStringLiteral("6 red")},
                         {.rows = {100, difference.rows()}, .name = QStringLiteral("7 a long word, really")}};
        caption.nameOf = [](qint64 neuron) { return QStringLiteral("the one called %1").arg(neuron); };
        view.setDifference(difference, caption);
        view.resize(300, 200);
        view.show();
        QSignalSpy steps(&view, &DifferenceView::stepChosen);
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(steps.takeFirst().first().toInt(), 1);
        QCOMPARE(steps.takeFirst().first().toInt(), 4);
        view.setStep(3);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(steps.takeFirst().first().toInt(), 2);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.chosenRow(), 0);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QVERIFY(view.chosenRow() > 100);
        const auto rows = view.rowsInSight();
        QVERIFY(view.chosenRow() >= rows.begin && view.chosenRow() < rows.end); // it scrolls along
        const auto neuron = difference.neurons[static_cast<std::size_t>(view.chosenRow())];
        QVERIFY(view.summary().startsWith(QStringLiteral("the one called %1").arg(neuron)));
        QVERIFY(view.summary().contains(
            QStringLiteral("Spikes: %1 stay, %2 appear, %3 vanish").arg(difference.stay).arg(difference.appear).arg(difference.vanish)));
        QCOMPARE(view.accessibleDescription(), view.summary());
        test::paintEverywhere(view);
    }

    void aRasterNamesItsTokensAndMarksItsStep()
    {
        SpikeRaster view;
        const auto raster = test::chanceRaster(160, 4, 1, 0.3);
        RasterCaption caption{.of = 160, .chosenBy = QStringLiteral("all"), .sortedBy = QStringLiteral("token")};
        for (int token = 0; token < tokens; ++token)
            caption.bands << RasterBand{.rows = {token * 20, token * 20 + 20}, .name = QStringLiteral("%1 word").arg(token)};
        caption.nameOf = [](qint64 neuron) { return QStringLiteral("token %1, channel %2").arg(neuron / 20).arg(neuron % 20); };
        view.setRaster(raster, caption);
        view.resize(400, 300);
        QVERIFY(view.summary().startsWith(QStringLiteral("all 160 neurons, sorted by token")));
        const auto plain = view.grab().toImage();
        view.setStep(2);
        QTRY_VERIFY(view.grab().toImage() != plain);
        view.chooseRow(45);
        QVERIFY(view.summary().contains(QStringLiteral("token 2, channel 5")));
        QSignalSpy steps(&view, &SpikeRaster::stepChosen);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(steps.size(), 3);
        QCOMPARE(steps[0][0].toInt(), 3);
        QCOMPARE(steps[1][0].toInt(), 1);
        QCOMPARE(steps[2][0].toInt(), 4);
        test::paintEverywhere(view);
        view.setRaster(test::chanceRaster(1, 4, 1, 1), {.of = 1, .chosenBy = {}, .sortedBy = {}}); // bands do not stay
        test::paintEverywhere(view);
    }
};

QTEST_MAIN(TextViewsTest)
#include "text_views_test.moc"
