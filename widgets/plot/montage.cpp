#include "widgets/plot/montage.h"

#include <algorithm>

namespace spikeclip::widgets {

namespace {

double cellSize(const Montage& montage, QSizeF room)
{
    return std::min(room.width() / montage.columns(), room.height() / montage.rows());
}

}

Montage::Montage(int maps, int height, int width, int across, int strip)
    : m_maps(maps), m_height(height), m_width(width), m_across(std::clamp(across, 0, maps)), m_strip(strip)
{}

Montage Montage::fitted(int maps, int height, int width, QSizeF room, double nameHeight)
{
    Montage plain;
    Montage named;
    double largestPlain = 0;
    double largestNamed = 0;
    for (int across = 1; across <= maps; ++across) {
        const Montage close(maps, height, width, across, 1);
        if (const double size = cellSize(close, room); size > largestPlain) {
            largestPlain = size;
            plain = close;
        }
        for (int strip = 1; strip <= std::max(1, height / 2); ++strip) {
            const Montage wide(maps, height, width, across, strip);
            const double size = cellSize(wide, room);
            if (size <= largestNamed || size * strip < nameHeight)
                continue;
            largestNamed = size;
            named = wide;
            break; // more rows only make cells smaller
        }
    }
    if (largestPlain <= 0)
        return {maps, height, width, maps, 1};
    constexpr double worth = 0.7;
    return largestNamed >= worth * largestPlain ? named : plain;
}

HeatCell Montage::cellOf(int map, int position) const
{
    return {.row = rowsOf(map).begin + position / m_width, .column = columnsOf(map).begin + position % m_width};
}

Montage::Place Montage::at(HeatCell cell) const
{
    if (!cell.isValid() || cell.row >= rows() || cell.column >= columns())
        return {};
    const int y = cell.row % (m_height + m_strip) - m_strip;
    const int x = cell.column % (m_width + 1);
    const int map = cell.row / (m_height + m_strip) * m_across + cell.column / (m_width + 1);
    if (y < 0 || x == m_width || map >= m_maps)
        return {};
    return {.map = map, .position = y * m_width + x};
}

data::CellRange Montage::rowsOf(int map) const
{
    const int begin = map / m_across * (m_height + m_strip) + m_strip;
    return {.begin = begin, .end = begin + m_height};
}

data::CellRange Montage::columnsOf(int map) const
{
    const int begin = map % m_across * (m_width + 1);
    return {.begin = begin, .end = begin + m_width};
}

data::CellRange Montage::stripOf(int map) const
{
    const int end = rowsOf(map).begin;
    return {.begin = end - m_strip, .end = end};
}

}
