// The views of spikes: raster, heat maps, membrane potentials, histogram of rates.

#include "tests/spikes.h"
#include "tests/widgets/painting.h"
#include "widgets/plot/raster_image.h"

#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::widgets;

namespace {

constexpr RasterInks inks{.paper = 0xffffffff, .spike = 0xff0072b2};

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
};

QTEST_MAIN(SpikeViewsTest)
#include "spike_views_test.moc"
