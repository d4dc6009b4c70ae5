// The views of spikes: raster, heat maps, membrane potentials, histogram of rates.

#include "tests/spikes.h"
#include "tests/widgets/painting.h"
#include "widgets/export.h"
#include "widgets/plot/raster_image.h"
#include "widgets/plot/raster_table.h"
#include "widgets/plot/spike_raster.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::widgets;

namespace {

constexpr RasterInks inks{.paper = 0xffffffff, .spike = 0xff0072b2};

RasterCaption caption()
{
    return {.of = 70'000, .chosenBy = QStringLiteral("every 70th"), .sortedBy = QStringLiteral("index")};
}

/// Which pixels any spike covers, one spike after another: the rule of CellAxis without its searching. Row 0 is at the bottom.
std::vector<bool> covered(const data::SpikeRaster& raster, const RasterWindow& window, QSize size)
{
    std::vector<bool> pixels(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()));
    const double across = size.width() / (window.right - window.left);
    const double up = size.height() / (window.top - window.bottom);
    const auto from = [](double cell, double start, double scale) { return static_cast<int>(std::floor((cell - start) * scale)); };
    for (int row = 0; row < raster.rows(); ++row)
        for (int column = 0; column < raster.columns(); ++column) {
            if (!raster.fired(row, column))
                continue;
            const int left = from(column, window.left, across);
            const int right = std::max(left + 1, from(column + 1, window.left, across));
            const int bottom = from(row, window.bottom, up);
            const int top = std::max(bottom + 1, from(row + 1, window.bottom, up));
            for (int y = std::max(0, bottom); y < std::min(size.height(), top); ++y)
                for (int x = std::max(0, left); x < std::min(size.width(), right); ++x)
                    pixels[static_cast<std::size_t>(size.height() - 1 - y) * static_cast<std::size_t>(size.width()) + static_cast<std::size_t>(x)] = true;
        }
    return pixels;
}

}

class SpikeViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everySpikeInksItsPixelsAndNothingElseDoes_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("trials");
        QTest::addColumn<double>("rate");
        QTest::newRow("few rows and columns") << 5 << 1 << 0.4;
        QTest::newRow("more rows than pixels") << 3000 << 1 << 0.02;
        QTest::newRow("more columns than pixels") << 20 << 200 << 0.02;
        QTest::newRow("more of both") << 700 << 150 << 0.001;
        QTest::newRow("about one a pixel") << 190 << 60 << 0.1;
        QTest::newRow("one spike at most") << 1 << 1 << 1.0;
    }

    void everySpikeInksItsPixelsAndNothingElseDoes()
    {
        QFETCH(int, rows);
        QFETCH(int, trials);
        QFETCH(double, rate);
        const auto raster = test::chanceRaster(rows, 4, trials, rate);
        QVERIFY(raster.spikes() > 0);
        RasterImage image;
        for (const QSize size : {QSize(300, 200), QSize(61, 37), QSize(1, 1), QSize(400, 3)})
            for (const double zoom : {1.0, 0.9, 0.37, 0.1, 0.013})
                for (const double place : {0.0, 0.31, 1.0}) {
                    const double width = raster.columns() * zoom;
                    const double height = raster.rows() * zoom;
                    const RasterWindow window{.left = place * (raster.columns() - width),
                                              .right = place * (raster.columns() - width) + width,
                                              .bottom = place * (raster.rows() - height),
                                              .top = place * (raster.rows() - height) + height};
                    const auto expected = covered(raster, window, size);
                    const auto& drawn = image.draw(raster, window, size, 1e9, inks); // so dense that there is never room for ticks
                    const QRgb silent = image.style() == RasterStyle::Density ? RasterImage::silence() : inks.paper;
                    for (int y = 0; y < size.height(); ++y)
                        for (int x = 0; x < size.width(); ++x) {
                            const bool inked = drawn.pixel(x, y) != silent && drawn.pixel(x, y) != inks.paper;
                            if (inked != expected[static_cast<std::size_t>(y * size.width() + x)])
                                QFAIL(qPrintable(QStringLiteral("pixel %1, %2 of %3 x %4 at zoom %5").arg(x).arg(y).arg(size.width()).arg(size.height()).arg(zoom)));
                        }
                }
    }

    void whereThereIsRoomEverySpikeIsATickInItsOwnCell()
    {
        const auto raster = test::chanceRaster(12, 4, 2, 0.4);
        RasterImage image;
        for (const double zoom : {1.0, 0.7, 0.3}) {
            const RasterWindow window{.left = 0.4, .right = 0.4 + 7 * zoom, .bottom = 0.7, .top = 0.7 + 11 * zoom};
            const QSize size(320, 240);
            const auto& drawn = image.draw(raster, window, size, 1, inks);
            QCOMPARE(image.style(), RasterStyle::Ticks);
            const CellAxis x(window.left, window.right, size.width(), raster.columns());
            const CellAxis y(window.bottom, window.top, size.height(), raster.rows());
            const auto columns = x.visible();
            const auto rows = y.visible();
            for (int row = rows.begin; row < rows.end; ++row)
                for (int column = columns.begin; column < columns.end; ++column) {
                    int inked = 0;
                    for (int up = std::max(0, y.begin(row)); up < std::min(size.height(), y.end(row)); ++up)
                        for (int across = std::max(0, x.begin(column)); across < std::min(size.width(), x.end(column)); ++across)
                            inked += drawn.pixel(across, size.height() - 1 - up) != inks.paper;
                    QCOMPARE(inked > 0, raster.fired(row, column));
                }
        }
    }

    void theDensityOfAPixelIsThePartOfItsCellsThatFired()
    {
        std::vector<std::int64_t> neurons(128);
        const data::SpikeRaster raster(neurons, 1, 1, {~std::uint64_t{0}, 0xff}); // rows 0 to 63 all, of the others 8 in 64
        RasterImage image;
        const auto& drawn = image.draw(raster, {.left = 0, .right = 1, .bottom = 0, .top = 128}, QSize(1, 2), 1, inks);
        QCOMPARE(image.style(), RasterStyle::Density);
        QCOMPARE(image.scaleEnd(), 1.0);
        QVERIFY(qGray(drawn.pixel(0, 1)) > qGray(drawn.pixel(0, 0)));
        QVERIFY(qGray(drawn.pixel(0, 0)) > qGray(RasterImage::silence()));
        QCOMPARE(roundRateEnd(0.11), 0.2);
        QCOMPARE(roundRateEnd(0.1), 0.1);
    }

    void nothingIsDrawnOfNothing()
    {
        RasterImage image;
        QVERIFY(image.draw({}, {}, QSize(0, 0), 1, inks).isNull());
        const auto& drawn = image.draw({}, {}, QSize(3, 3), 1, inks);
        QCOMPARE(drawn.pixel(1, 1), inks.paper);
    }

    void aRasterSaysHowManyNeuronsItShowsAndWhoChoseThem()
    {
        SpikeRaster view;
        QVERIFY(view.summary().contains(QStringLiteral("No spikes")));
        test::paintEverywhere(view);
        const auto raster = test::chanceRaster(1000, 4, 3, 0.1);
        view.setRaster(raster, caption());
        QVERIFY(view.summary().startsWith(QStringLiteral("1,000 of 70,000 neurons, chosen by every 70th, sorted by index")) ||
                view.summary().startsWith(QStringLiteral("1000 of 70000 neurons, chosen by every 70th, sorted by index")));
        QVERIFY(view.summary().contains(QString::number(raster.spikes())));
        QCOMPARE(view.accessibleDescription(), view.summary());
        test::paintEverywhere(view);
        view.setRaster(test::chanceRaster(1, 4, 1, 0.5), caption());
        test::paintEverywhere(view);
    }

    void zoomingStaysInsideTheRasterAndEscapeShowsAllAgain()
    {
        SpikeRaster view;
        view.setRaster(test::chanceRaster(1000, 4, 30, 0.1), caption());
        view.setWindow({.left = -50, .right = 10, .bottom = 990, .top = 2000});
        QCOMPARE(view.window().left, 0.0);
        QVERIFY(view.window().top <= 1000);
        view.setWindow({.left = 50, .right = 50.01, .bottom = 500, .top = 500.01});
        QVERIFY(view.window().right - view.window().left >= 3.99);
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.window().left, 0.0);
        QCOMPARE(view.window().right, 120.0);
        QCOMPARE(view.window().bottom, 0.0);
        QCOMPARE(view.window().top, 1000.0);
    }

    void aClickChoosesANeuronThatFiredThereAndARectangleThoseInside()
    {
        const auto raster = test::chanceRaster(5000, 4, 1, 0.02);
        SpikeRaster view;
        view.setRaster(raster, caption());
        view.resize(500, 400);
        QVERIFY(!view.grab().isNull());
        QSignalSpy chosen(&view, &SpikeRaster::neuronChosen);
        const QPointF middle(220, 150);
        const int row = view.rowAt(middle);
        QVERIFY(row > 1000 && row < 4500);
        auto* plot = view.childAt(middle.toPoint());
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(&view, middle.toPoint()));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(view.chosenRow(), row);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.chosenRow(), row + 1);
        QVERIFY(view.summary().contains(QStringLiteral("Neuron %1 in row").arg(row + 1)));

        QSignalSpy selected(&view, &SpikeRaster::selectionChanged);
        view.selectIn({.left = 1, .right = 3, .bottom = 100, .top = 900});
        QCOMPARE(selected.size(), 1);
        QCOMPARE(view.selectedRows(), raster.rowsThatFired({100, 900}, {1, 3}));
        QVERIFY(!view.selectedRows().empty());
        test::paintEverywhere(view);
    }

    void aRasterIsExportedAsPictureShapesAndNumbers()
    {
        const auto raster = test::chanceRaster(10, 4, 2, 0.4);
        SpikeRaster view;
        view.setRaster(raster, caption());
        view.resize(480, 320);
        QVERIFY(!view.grab().isNull());
        const auto paint = [&](QPaintDevice& device, QSize size) { view.paintTo(device, size); };
        const ExportNotes notes{{QStringLiteral("model"), QStringLiteral("a <b>")}};
        const auto png = QImage::fromData(toPng(paint, QSize(300, 200), 2, notes));
        QCOMPARE(png.size(), QSize(600, 400));
        QCOMPARE(png.text(QStringLiteral("model")), QStringLiteral("a <b>"));
        const auto few = toSvg(paint, QSize(300, 200), QStringLiteral("t"), notes);
        QVERIFY(few.contains("a &lt;b&gt;") && !few.contains("<image"));
        const auto csv = view.visibleCsv(notes);
        QVERIFY(csv.startsWith("# model: a <b>\nrow,neuron,picture,step\n"));
        QCOMPARE(qint64(csv.count('\n')), qint64(raster.spikes()) + 2);
        view.setRaster(test::chanceRaster(20'000, 4, 1, 0.5), caption());
        QVERIFY(toSvg(paint, QSize(300, 200), QStringLiteral("t"), notes).contains("<image"));
    }

    void theTableOfARasterHasARowForEachNeuron()
    {
        const auto raster = test::chanceRaster(70, 4, 1, 0.4);
        RasterTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.rowCount(), 0);
        table.setRaster(raster);
        QCOMPARE(table.rowCount(), 70);
        qint64 spikes = 0;
        for (int row = 0; row < 70; ++row) {
            const auto count = table.data(table.index(row, RasterTable::Spikes), RasterTable::SortRole).toLongLong();
            QCOMPARE(table.data(table.index(row, RasterTable::Rate), RasterTable::SortRole).toDouble(), double(count) / 4);
            spikes += count;
        }
        QCOMPARE(spikes, qint64(raster.spikes()));
        QVERIFY(toCsv(table, RasterTable::SortRole, {}).startsWith("Row,Neuron,Spikes,Rate\n0,0,"));
    }

    void tablesAreExportedWithoutTheReadersLanguage()
    {
        QStandardItemModel table(1, 2);
        table.setHorizontalHeaderLabels({QStringLiteral("name"), QStringLiteral("rate, mean")});
        table.setData(table.index(0, 0), QStringLiteral("a \"b\", c"));
        table.setData(table.index(0, 1), QStringLiteral("0,25"));
        table.setData(table.index(0, 1), 0.25, Qt::UserRole);
        QCOMPARE(toCsv(table, Qt::UserRole, {}), QByteArray("name,\"rate, mean\"\n\"a \"\"b\"\", c\",0.25\n"));
        QTemporaryDir folder;
        QVERIFY(saveFile(folder.filePath(QStringLiteral("a.csv")), "x").isEmpty());
        QVERIFY(!saveFile(folder.filePath(QStringLiteral("none/a.csv")), "x").isEmpty());
    }
};

QTEST_MAIN(SpikeViewsTest)
#include "spike_views_test.moc"
