#pragma once

#include "widgets/plot/heat_table.h"

#include <QSizeF>

namespace spikeclip::widgets {

/// Where many pictures of one size stand in one table: row by row, parted by a column without values and, above each, a strip of rows without
/// values, for its name.
class Montage
{
public:
    struct Place
    {
        int map = -1;
        int position = -1; ///< y * width + x
        bool isValid() const { return map >= 0; }
    };

    Montage() = default;
    Montage(int maps, int height, int width, int across, int strip); ///< `across` of them side by side, `strip` rows above each

    /// The one whose square cells are largest in `room`. Names of `nameHeight` get room unless cells would become much smaller.
    static Montage fitted(int maps, int height, int width, QSizeF room, double nameHeight);

    int rows() const { return down() * (m_height + m_strip); }
    int columns() const { return m_across > 0 ? m_across * (m_width + 1) - 1 : 0; }

    HeatCell cellOf(int map, int position) const;
    Place at(HeatCell cell) const; ///< none between the pictures
    data::CellRange rowsOf(int map) const;
    data::CellRange columnsOf(int map) const;
    data::CellRange stripOf(int map) const; ///< rows; its columns are the map's

    friend bool operator==(const Montage&, const Montage&) = default;

private:
    int down() const { return m_across > 0 ? (m_maps + m_across - 1) / m_across : 0; }

    int m_maps = 0;
    int m_height = 0;
    int m_width = 0;
    int m_across = 0;
    int m_strip = 1;
};

}
