#pragma once

#include "core/data/spike_raster.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace spikeclip::widgets {

/// Where cells of equal size fall on a line of pixels. A cell covers every pixel from the one its beginning falls into up to the one its
/// end falls into, without the latter, but always at least one: no cell vanishes however far one zooms out.
///
/// Units   cell i reaches from i to i + 1; the line shows [from, to) on `pixels` pixels
class CellAxis
{
public:
    CellAxis(double from, double to, int pixels, int cells)
        : m_from(from), m_scale(to > from ? pixels / (to - from) : 0), m_pixels(std::max(0, pixels)), m_cells(std::max(0, cells))
    {
    }

    int pixels() const { return m_pixels; }
    double scale() const { return m_scale; } ///< pixels per cell

    int begin(int cell) const
    {
        const double place = std::floor((cell - m_from) * m_scale);
        return static_cast<int>(std::clamp(place, -1.0, m_pixels + 1.0));
    }
    int end(int cell) const { return std::max(begin(cell) + 1, begin(cell + 1)); }

    /// All cells that cover `pixel`.
    data::CellRange at(int pixel) const
    {
        return {.begin = firstWhere(pixel, [&](int cell) { return end(cell) > pixel; }),
                .end = firstWhere(pixel + 1, [&](int cell) { return begin(cell) > pixel; })};
    }

    /// All cells of which at least a pixel is in sight.
    data::CellRange visible() const
    {
        return {.begin = firstWhere(0, [&](int cell) { return end(cell) > 0; }),
                .end = firstWhere(m_pixels, [&](int cell) { return begin(cell) >= m_pixels; })};
    }

private:
    template <typename Predicate>
    int firstWhere(int pixel, Predicate holds) const ///< for a predicate that stays true once it is, about where `pixel` is
    {
        const double guess = m_scale > 0 ? m_from + pixel / m_scale : 0;
        int low = static_cast<int>(std::clamp(guess - 1, 0.0, double(m_cells)));
        int high = std::min(m_cells, low + 2);
        if (low > 0 && holds(low - 1)) {
            high = low - 1;
            low = 0;
        } else if (high < m_cells && !holds(high)) {
            low = high + 1;
            high = m_cells;
        }
        while (low < high) {
            const int middle = low + (high - low) / 2;
            if (holds(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    double m_from;
    double m_scale;
    int m_pixels;
    int m_cells;
};

/// Neighbouring pixels that show the same cells.
struct CellSpan
{
    int begin, end;
    data::CellRange cells;
    double share; ///< of one cell among them
};

/// All pixels that show anything, first to last.
inline std::vector<CellSpan> spansOf(const CellAxis& axis)
{
    std::vector<CellSpan> spans;
    for (int pixel = 0; pixel < axis.pixels(); ++pixel) {
        const auto cells = axis.at(pixel);
        if (cells.size() == 0)
            continue;
        if (!spans.empty() && spans.back().cells == cells && spans.back().end == pixel)
            spans.back().end = pixel + 1;
        else
            spans.push_back({pixel, pixel + 1, cells, 1.0 / cells.size()});
    }
    return spans;
}

}
