// The heat map: a matrix of magnitudes as colours, to zoom and choose in.

#include "tests/widgets/heat_maps.h"
#include "tests/widgets/painting.h"
#include "widgets/plot/colour_bar.h"
#include "widgets/plot/heat_map.h"
#include "widgets/plot/montage.h"

#include <QSignalSpy>
#include <QtTest>

#include <array>
#include <limits>
#include <random>

using namespace spikeclip;
using namespace spikeclip::widgets;

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
constexpr QRgb paper = 0xff123456;

/// Rates by chance; a tenth of the cells hold nothing.
HeatTable chanceTable(int rows, int columns, unsigned seed = 1)
{
    std::mt19937 generator(seed);
    std::uniform_real_distribution<float> rate(0, 1);
    HeatTable table{.rows = rows, .columns = columns};
    for (int i = 0; i < rows * columns; ++i)
        table.values.push_back(rate(generator) < 0.1F ? nothing : rate(generator));
    table.caption = QStringLiteral("caption");
    return table;
}

/// The picture of a table, one cell after another: the rule of CellAxis without its searching.
QImage bruteForce(const HeatTable& table, const CellWindow& window, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(paper);
    std::vector<double> sums(static_cast<std::size_t>(size.width() * size.height()));
    std::vector<int> counts(sums.size());
    const double across = size.width() / (window.right - window.left);
    const double down = size.height() / (window.last - window.first);
    const auto from = [](double cell, double start, double scale) { return static_cast<int>(std::floor((cell - start) * scale)); };
    for (int row = 0; row < table.rows; ++row)
        for (int column = 0; column < table.columns; ++column) {
            if (!table.has({row, column}))
                continue;
            const int left = from(column, window.left, across);
            const int right = std::max(left + 1, from(column + 1, window.left, across));
            const int first = from(row, window.first, down);
            const int last = std::max(first + 1, from(row + 1, window.first, down));
            for (int y = std::max(0, first); y < std::min(size.height(), last); ++y)
                for (int x = std::max(0, left); x < std::min(size.width(), right); ++x) {
                    sums[static_cast<std::size_t>(y * size.width() + x)] += static_cast<double>(table.at(row, column));
                    ++counts[static_cast<std::size_t>(y * size.width() + x)];
                }
        }
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            if (const auto i = static_cast<std::size_t>(y * size.width() + x); counts[i] > 0)
                image.setPixel(x, table.firstRowOnTop ? y : size.height() - 1 - y, heatColour(sums[i] / counts[i], 1));
    return image;
}

}

class HeatMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyPixelShowsTheMeanOfItsCellsAndGapsStayPaper_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("one cell") << 1 << 1;
        QTest::newRow("layers by step") << 11 << 4;
        QTest::newRow("more rows than pixels") << 1536 << 4;
        QTest::newRow("more of both") << 700 << 900;
    }

    void everyPixelShowsTheMeanOfItsCellsAndGapsStayPaper()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        auto table = chanceTable(rows, columns);
        if (rows == 1)
            table.values = {0.5F};
        HeatImage image;
        for (const bool onTop : {true, false})
            for (const QSize size : {QSize(300, 200), QSize(61, 37), QSize(1, 1)})
                for (const double part : {1.0, 0.37, 0.1})
                    for (const double place : {0.0, 0.31, 1.0}) {
                        table.firstRowOnTop = onTop;
                        const double width = columns * part;
                        const double height = rows * part;
                        const CellWindow window{.left = place * (columns - width),
                                                .right = place * (columns - width) + width,
                                                .first = place * (rows - height),
                                                .last = place * (rows - height) + height};
                        const auto& drawn = image.draw(table, 1, window, size, paper);
                        QVERIFY(drawn == bruteForce(table, window, size));
                        if (part == 1)
                            QCOMPARE(image.isShared(), columns > size.width() || rows > size.height());
                    }
        QVERIFY(image.draw({}, 1, {}, QSize(0, 0), paper).isNull());
        QCOMPARE(image.draw({}, 1, {}, QSize(2, 2), paper).pixel(1, 1), paper);
    }

    void theScaleEndsAtARoundNumberUnlessItIsFixed()
    {
        HeatTable table{.rows = 1, .columns = 3, .values = {0.07F, nothing, 0.11F}};
        QCOMPARE(scaleEndOf(table), 0.2);
        table.scaleEnd = 1;
        QCOMPARE(scaleEndOf(table), 1.0);
        QCOMPARE(highestOf(table), (HeatCell{0, 2}));
        QVERIFY(!highestOf({}).isValid());
        QVERIFY(heatColour(0, 1) != heatColour(0.01, 1));
        QCOMPARE(heatColour(7, 1), heatColour(1, 1));
    }

    void keysGoOverGapsToTheNextValue()
    {
        // 1 - 2
        // - - -
        // 3 - -
        const HeatTable table{.rows = 3, .columns = 3, .values = {1, nothing, 2, nothing, nothing, nothing, 3, nothing, nothing}};
        QCOMPARE(nextCell(table, {0, 0}, 0, 1), (HeatCell{0, 2}));
        QCOMPARE(nextCell(table, {0, 0}, 1, 0), (HeatCell{2, 0}));
        QCOMPARE(nextCell(table, {0, 0}, 100, 0), (HeatCell{2, 0}));
        QCOMPARE(nextCell(table, {0, 2}, 1, 0), (HeatCell{0, 2}));
        QCOMPARE(nextCell(table, {2, 0}, 0, 1), (HeatCell{2, 0}));
        QCOMPARE(nextCell(table, {2, 0}, -1, 0), (HeatCell{0, 0}));
        QCOMPARE(nextCell(table, {2, 0}, 0, -5), (HeatCell{2, 0}));
        QCOMPARE(nextCell(table, {1, 1}, 1, 0), (HeatCell{1, 1})); // from where nothing is, nowhere
    }

    void aMontageHasOnePlaceForEachNeuron()
    {
        for (const auto& [maps, height, width, across, strip] :
             {std::array{7, 4, 5, 3, 2}, std::array{1, 1, 1, 1, 1}, std::array{6, 1, 20, 2, 1}, std::array{4, 8, 8, 4, 3}}) {
            const Montage montage(maps, height, width, across, strip);
            int cells = 0;
            for (int row = 0; row < montage.rows(); ++row)
                for (int column = 0; column < montage.columns(); ++column)
                    if (const auto place = montage.at({row, column}); place.isValid()) {
                        QCOMPARE(montage.cellOf(place.map, place.position), (HeatCell{row, column}));
                        QVERIFY(row >= montage.rowsOf(place.map).begin && row < montage.rowsOf(place.map).end);
                        QVERIFY(column >= montage.columnsOf(place.map).begin && column < montage.columnsOf(place.map).end);
                        ++cells;
                    }
            QCOMPARE(cells, maps * height * width);
            QCOMPARE(montage.stripOf(0), (data::CellRange{0, strip}));
            QVERIFY(!montage.at({-1, -1}).isValid() && !montage.at({montage.rows(), 0}).isValid());
        }
        QCOMPARE(Montage().rows(), 0);
        QVERIFY(Montage::fitted(0, 8, 8, QSizeF(100, 100), 9).rows() == 0);
        QVERIFY(Montage::fitted(3, 8, 8, QSizeF(0, 0), 9).rows() > 0);
        const auto wide = Montage::fitted(64, 8, 8, QSizeF(700, 300), 9.5);
        QVERIFY(wide.columns() > wide.rows());
        QVERIFY(wide.stripOf(0).size() * 300.0 / wide.rows() >= 9.5); // there is room for names
        QCOMPARE(Montage::fitted(1536, 8, 8, QSizeF(300, 200), 9.5).stripOf(0).size(), 1);
    }

    void aClickOrAKeyChoosesACellAndAProgramsChoiceIsNotAnnounced()
    {
        HeatMap map;
        map.setTable(chanceTable(11, 4));
        test::show(map);
        QSignalSpy chosen(&map, &HeatMap::cellChosen);
        QSignalSpy toggled(&map, &HeatMap::cellToggled);
        auto cell = highestOf(map.table());
        map.choose(cell);
        QCOMPARE(map.chosen(), cell);
        QCOMPARE(map.accessibleDescription(), map.summary());
        QVERIFY(map.summary().contains(QStringLiteral("Chosen: row %1").arg(cell.row)));
        QCOMPARE(chosen.size(), 0);
        for (int row = 0; row < 11; ++row)
            for (int column = 0; column < 4; ++column)
                QCOMPARE(test::click(map, {row, column}), map.table().has({row, column}));
        QVERIFY(chosen.size() > 30);
        QCOMPARE(toggled.size(), 0);
        QVERIFY(test::click(map, cell, Qt::ControlModifier));
        QCOMPARE(toggled.takeFirst(), (QVariantList{cell.row, cell.column}));

        map.choose({});
        QVERIFY(!map.chosen().isValid());
        chosen.clear();
        QTest::keyClick(&map, Qt::Key_Down); // begins with the first in sight
        QCOMPARE(map.chosen().row, 0);
        for (const auto& [key, down, right] : {std::array<int, 3>{Qt::Key_Down, 1, 0},
                                               {Qt::Key_Right, 0, 1},
                                               {Qt::Key_PageDown, 9, 0},
                                               {Qt::Key_Up, -1, 0},
                                               {Qt::Key_Home, 0, -4},
                                               {Qt::Key_End, 0, 4},
                                               {Qt::Key_PageUp, -9, 0},
                                               {Qt::Key_Left, 0, -1}}) {
            const auto expected = nextCell(map.table(), map.chosen(), down, right);
            chosen.clear();
            QTest::keyClick(&map, static_cast<Qt::Key>(key));
            QCOMPARE(map.chosen(), expected);
            QCOMPARE(chosen.takeFirst(), (QVariantList{expected.row, expected.column}));
        }
        QTest::keyClick(&map, Qt::Key_Down, Qt::ControlModifier); // moves without choosing
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(&map, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(toggled.size(), 1);
    }

    void zoomingStaysInsideTheTableAndEscapeShowsAllAgain()
    {
        HeatMap map;
        map.setTable(chanceTable(1536, 4));
        test::show(map);
        map.setWindow({.left = -3, .right = 1, .first = 500, .last = 500.1});
        QCOMPARE(map.window().left, 0.0);
        QCOMPARE(map.window().right, 4.0); // so few columns all stay
        QVERIFY(map.window().last - map.window().first >= 3.99);
        map.choose({1200, 2});
        QVERIFY(map.window().first <= 1200 && map.window().last >= 1201);
        QTest::keyClick(&map, Qt::Key_Minus);
        QVERIFY(map.window().last - map.window().first > 5);
        QTest::keyClick(&map, Qt::Key_Plus);
        QVERIFY(map.window().last - map.window().first < 5);
        QTest::keyClick(&map, Qt::Key_Escape);
        QCOMPARE(map.window().first, 0.0);
        QCOMPARE(map.window().last, 1536.0);

        auto picture = chanceTable(90, 120);
        picture.isPicture = true;
        map.setTable(picture);
        map.setWindow({.left = 30, .right = 60, .first = 30, .last = 40});
        QCOMPARE(map.window().right - map.window().left, 30.0);
        QVERIFY(qAbs(map.window().last - map.window().first - 22.5) < 1e-9); // as much of each side
        map.setTable(picture);
        QCOMPARE(map.window().left, 30.0); // what is in sight stays while the extent does
        map.setWindow({.left = 3, .right = 3, .first = 3, .last = 3});
        QVERIFY(map.window().right - map.window().left >= 7.99);
        map.setTable(chanceTable(3, 3));
        QCOMPARE(map.window().right, 3.0);
    }

    void theWheelZoomsAtThePointerDraggingPansAndADoubleClickShowsAllAgain()
    {
        HeatMap map;
        auto table = chanceTable(90, 120);
        table.values.assign(table.values.size(), 0.5F);
        table.isPicture = true;
        map.setTable(table);
        test::show(map);
        auto* plot = map.childAt(map.rect().center());
        const QPointF place(map.width() * 0.6, map.height() * 0.4);
        const auto pointed = map.cellAt(place);
        QVERIFY(pointed.isValid());
        const QPointF inPlot = plot->mapFrom(&map, place);
        for (int i = 0; i < 5; ++i) {
            QWheelEvent wheel(inPlot, plot->mapToGlobal(inPlot), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(plot, &wheel);
        }
        const auto zoomed = map.window();
        QVERIFY(zoomed.right - zoomed.left < 70);
        QVERIFY(qAbs((zoomed.right - zoomed.left) / 120 - (zoomed.last - zoomed.first) / 90) < 1e-9); // cells stay square
        QVERIFY(qAbs(map.cellAt(place).row - pointed.row) <= 1 && qAbs(map.cellAt(place).column - pointed.column) <= 1);

        QSignalSpy chosen(&map, &HeatMap::cellChosen);
        const auto from = inPlot.toPoint();
        QTest::mousePress(plot, Qt::LeftButton, {}, from);
        QTest::mouseMove(plot, from + QPoint(20, 0));
        QTest::mouseMove(plot, from + QPoint(40, 10));
        QTest::mouseRelease(plot, Qt::LeftButton, {}, from + QPoint(40, 10));
        QVERIFY(map.window().left < zoomed.left && map.window().first < zoomed.first);
        QCOMPARE(chosen.size(), 0); // a drag chooses nothing
        QTest::mouseDClick(plot, Qt::LeftButton, {}, from);
        QCOMPARE(map.window().left, 0.0);
        QCOMPARE(map.window().last, 90.0);
    }

    void aMapOfAnySizeIsPaintedAndExported()
    {
        HeatMap map;
        QCOMPARE(map.summary(), QStringLiteral("Nothing to show"));
        test::paintEverywhere(map);
        for (const auto& [rows, columns] : {std::pair(1, 1), std::pair(1536, 4), std::pair(2, 4096)}) {
            auto table = chanceTable(rows, columns);
            table.values[0] = 0.5F;
            table.rowLabels = rows == 2 ? QStringList{QStringLiteral("a very long name of a row"), QStringLiteral("b")} : QStringList();
            table.groups = {{.begin = 0, .text = QStringLiteral("group"), .brief = QStringLiteral("g")}};
            map.setTable(table);
            map.setStep(0);
            map.choose({0, 0});
            map.setMarked({{0, 0}, {9999, 0}});
            test::paintEverywhere(map);
        }
        map.setTable(chanceTable(10, 4));
        map.resize(480, 320);
        QVERIFY(!map.grab().isNull());
        const auto paint = [&](QPaintDevice& device, QSize size) { map.paintTo(device, size); };
        const ExportNotes notes{{QStringLiteral("model"), QStringLiteral("a <b>")}};
        QCOMPARE(QImage::fromData(toPng(paint, QSize(300, 200), 2, notes)).size(), QSize(600, 400));
        const auto few = toSvg(paint, QSize(300, 200), QStringLiteral("t"), notes);
        QVERIFY(few.contains("a &lt;b&gt;") && !few.contains("<image"));
        map.setTable(chanceTable(200, 200));
        QVERIFY(toSvg(paint, QSize(300, 200), QStringLiteral("t"), notes).contains("<image"));
    }

    void theLegendSaysWhenPixelsAreMeans()
    {
        HeatMap map;
        auto table = chanceTable(1536, 4);
        table.meaning = QStringLiteral("rate");
        map.setTable(table);
        test::show(map);
        const auto* legend = map.findChild<ColourBar*>();
        QVERIFY(legend->text().contains(QStringLiteral("mean")));
        map.setWindow({.left = 0, .right = 4, .first = 10, .last = 20});
        QCoreApplication::processEvents();
        QVERIFY(!legend->text().contains(QStringLiteral("mean")));
    }

    void whatIsInSightIsWrittenWithoutTheReadersLanguage()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        HeatMap map;
        HeatTable table{.rows = 2, .columns = 2, .values = {0.25F, nothing, 0.1F, 1}};
        map.setTable(table);
        test::show(map);
        QCOMPARE(map.visibleCsv({}), QByteArray("row,column,value\n0,1,0.25\n1,1,0.1\n1,2,1\n"));
        QVERIFY(map.summary().contains(QStringLiteral("1,000")));
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_MAIN(HeatMapTest)
#include "heat_map_test.moc"
