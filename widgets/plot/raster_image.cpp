#include "widgets/plot/raster_image.h"

#include "widgets/plot/plot_style.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace spikeclip::widgets {

namespace {

constexpr double leastTickCell = 5; // units of a widget: smaller cells are filled
constexpr int leastColour = 40;     // a lone spike among many cells still differs from silence at a glance

QRgb* line(QImage& image, int y) { return reinterpret_cast<QRgb*>(image.scanLine(y)); } // its rows are 32-bit pixels by the format asked for

void fill(QImage& image, int left, int right, int top, int bottom, QRgb colour)
{
    left = std::max(0, left);
    right = std::min(image.width(), right);
    for (int y = std::max(0, top); y < std::min(image.height(), bottom) && left < right; ++y)
        std::fill(line(image, y) + left, line(image, y) + right, colour);
}

}

double roundRateEnd(double rate)
{
    constexpr std::array ends = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0};
    const auto* end = std::ranges::find_if(ends, [rate](double e) { return rate <= e * (1 + 1e-9); });
    return end == ends.end() ? 1.0 : *end;
}

QRgb RasterImage::silence() { return viridis()[0]; }

const QImage& RasterImage::draw(const data::SpikeRaster& raster, const RasterWindow& window, QSize size, double density, const RasterInks& inks)
{
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_image.fill(inks.paper);
    const CellAxis x(window.left, window.right, m_image.width(), raster.columns());
    const CellAxis y(window.bottom, window.top, m_image.height(), raster.rows());
    if (std::min(x.scale(), y.scale()) >= leastTickCell * density)
        drawTicks(raster, x, y, density, inks);
    else
        drawCells(raster, x, y, inks);
    return m_image;
}

void RasterImage::drawTicks(const data::SpikeRaster& raster, const CellAxis& x, const CellAxis& y, double density, const RasterInks& inks)
{
    m_style = RasterStyle::Ticks;
    const auto rows = y.visible();
    const auto columns = x.visible();
    for (int c = columns.begin; c < columns.end; ++c) {
        const auto bits = raster.column(c);
        // A tick stands in the middle of its cell, but where the window cuts the cell it stays in sight.
        const int width = std::max(1, qRound(std::clamp(0.3 * x.scale(), 1.5 * density, 3 * density)));
        const int least = std::max(0, x.begin(c));
        const int most = std::min(x.pixels(), x.end(c));
        const int left = std::clamp((x.begin(c) + x.end(c) - width) / 2, least, std::max(least, most - width));
        for (int r = rows.begin; r < rows.end; ++r) {
            if (!((bits[static_cast<std::size_t>(r) / 64] >> (r % 64)) & 1))
                continue;
            const int bottom = std::max(0, y.begin(r));
            const int top = std::min(y.pixels(), y.end(r));
            const int gap = top - bottom > 4 ? std::max(1, (top - bottom) / 8) : 0;
            fill(m_image, left, std::min(left + width, most), y.pixels() - top + gap, y.pixels() - bottom, inks.spike);
        }
    }
}

void RasterImage::count(const data::SpikeRaster& raster, const std::vector<CellSpan>& across, const std::vector<CellSpan>& upwards)
{
    // Column after column, for a raster's words lie so; rows of one word or two, which most are, without a loop.
    struct Bits
    {
        std::size_t first, last;
        std::uint64_t head, tail;
    };
    std::vector<Bits> bits;
    for (const auto& [begin, end, cells, share] : upwards) {
        const auto first = static_cast<std::size_t>(cells.begin) / 64;
        const auto last = static_cast<std::size_t>(cells.end - 1) / 64;
        const auto head = ~std::uint64_t{0} << (cells.begin % 64);
        const auto tail = ~std::uint64_t{0} >> (63 - (cells.end - 1) % 64);
        bits.push_back({first, last, first == last ? head & tail : head, first == last ? 0 : tail});
    }
    m_counts.assign(across.size() * upwards.size(), 0);
    for (std::size_t place = 0; place < across.size(); ++place)
        for (int c = across[place].cells.begin; c < across[place].cells.end; ++c) {
            const auto words = raster.column(c);
            auto* sum = m_counts.data() + place;
            for (const auto& row : bits) {
                int spikes = std::popcount(words[row.first] & row.head);
                for (auto word = row.first + 1; word < row.last; ++word)
                    spikes += std::popcount(words[word]);
                if (row.tail != 0)
                    spikes += std::popcount(words[row.last] & row.tail);
                *sum += spikes;
                sum += across.size();
            }
        }
}

void RasterImage::drawCells(const data::SpikeRaster& raster, const CellAxis& x, const CellAxis& y, const RasterInks& inks)
{
    const auto across = spansOf(x);
    const auto upwards = spansOf(y);
    const auto lone = [](const CellSpan& span) { return span.cells.size() == 1; };
    m_style = std::ranges::all_of(across, lone) && std::ranges::all_of(upwards, lone) ? RasterStyle::Blocks : RasterStyle::Density;

    count(raster, across, upwards);
    double largest = 0;
    const auto* sums = m_counts.data();
    for (const auto& row : upwards)
        for (const auto& column : across)
            largest = std::max(largest, *sums++ * row.share * column.share);
    m_scaleEnd = m_style == RasterStyle::Blocks ? 1 : roundRateEnd(largest);

    const auto& map = viridis();
    const bool density = m_style == RasterStyle::Density;
    const double steepness = (255 - leastColour) / m_scaleEnd;
    sums = m_counts.data();
    for (const auto& row : upwards) {
        auto* pixels = line(m_image, y.pixels() - row.end);
        for (const auto& column : across) {
            QRgb colour = density ? silence() : inks.paper;
            const int spikes = *sums++;
            if (spikes > 0 && !density)
                colour = inks.spike;
            else if (spikes > 0) {
                const int place = leastColour + static_cast<int>(spikes * row.share * column.share * steepness);
                colour = map[static_cast<std::size_t>(std::min(place, 255))];
            }
            std::fill(pixels + column.begin, pixels + column.end, colour);
        }
        for (int pixel = row.begin; pixel + 1 < row.end; ++pixel)
            std::memcpy(line(m_image, y.pixels() - 1 - pixel), pixels, static_cast<std::size_t>(m_image.bytesPerLine()));
    }
}

}
