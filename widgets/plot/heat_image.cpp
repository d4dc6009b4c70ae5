#include "widgets/plot/heat_image.h"

#include "widgets/plot/plot_style.h"

#include <algorithm>
#include <cstring>

namespace spikeclip::widgets {

namespace {

/// NaN if there is no value among the cells.
double meanOf(const HeatTable& table, data::CellRange rows, data::CellRange columns)
{
    double sum = 0;
    int count = 0;
    for (int row = rows.begin; row < rows.end; ++row)
        for (int column = columns.begin; column < columns.end; ++column)
            if (const float value = table.at(row, column); !std::isnan(value)) {
                sum += value;
                ++count;
            }
    return sum / count;
}

}

QRgb heatColour(double value, double end)
{
    const double place = std::clamp(value / end, 0.0, 1.0) * 255;
    return viridis()[static_cast<std::size_t>(std::lround(place))];
}

QRgb changeColour(double value, double end, QRgb paper)
{
    const bool isDark = qGray(paper) < 128;
    const QRgb full = value < 0 ? (isDark ? 0xfff0762b : 0xffd55e00) : (isDark ? 0xff56b4e9 : 0xff0072b2);
    const double part = std::clamp(std::abs(value) / end, 0.0, 1.0);
    const auto mix = [part](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * part)); };
    return qRgb(mix(qRed(paper), qRed(full)), mix(qGreen(paper), qGreen(full)), mix(qBlue(paper), qBlue(full)));
}

QRgb cellColour(const HeatTable& table, double value, double end, QRgb paper)
{
    return table.isSigned ? changeColour(value, end, paper) : heatColour(value, end);
}

const QImage& HeatImage::draw(const HeatTable& table, double scaleEnd, const CellWindow& window, QSize size, QRgb paper)
{
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_image.fill(paper);
    const auto across = spansOf(CellAxis(window.left, window.right, m_image.width(), table.columns));
    const auto along = spansOf(CellAxis(window.first, window.last, m_image.height(), table.rows));
    const auto shared = [](const CellSpan& span) { return span.cells.size() > 1; };
    m_shared = std::ranges::any_of(across, shared) || std::ranges::any_of(along, shared);
    const auto line = [&](int pixel) { // its rows are 32-bit pixels by the format asked for
        return reinterpret_cast<QRgb*>(m_image.scanLine(table.firstRowOnTop ? pixel : m_image.height() - 1 - pixel));
    };
    for (const auto& rows : along) {
        auto* pixels = line(rows.begin);
        for (const auto& columns : across)
            if (const double value = meanOf(table, rows.cells, columns.cells); !std::isnan(value))
                std::fill(pixels + columns.begin, pixels + columns.end, cellColour(table, value, scaleEnd, paper));
        for (int pixel = rows.begin + 1; pixel < rows.end; ++pixel)
            std::memcpy(line(pixel), pixels, static_cast<std::size_t>(m_image.bytesPerLine()));
    }
    return m_image;
}

}
