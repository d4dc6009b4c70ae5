#include "widgets/plot/heat_table.h"

#include "widgets/plot/raster_image.h"

#include <algorithm>

namespace spikeclip::widgets {

double scaleEndOf(const HeatTable& table)
{
    if (table.scaleEnd > 0)
        return table.scaleEnd;
    float largest = 0;
    for (const float value : table.values)
        largest = value > largest ? value : largest; // NaN is never larger
    return roundRateEnd(static_cast<double>(largest));
}

HeatCell highestOf(const HeatTable& table)
{
    HeatCell highest;
    float most = -1;
    for (int row = 0; row < table.rows; ++row)
        for (int column = 0; column < table.columns; ++column)
            if (const float value = table.at(row, column); value > most) {
                most = value;
                highest = {row, column};
            }
    return highest;
}

HeatCell nextCell(const HeatTable& table, HeatCell from, int down, int right)
{
    const auto sign = [](int number) { return (number > 0) - (number < 0); };
    const auto search = [&](HeatCell cell, int way) {
        while (cell.row >= 0 && cell.row < table.rows && cell.column >= 0 && cell.column < table.columns) {
            if (table.has(cell))
                return cell;
            cell = {cell.row + way * sign(down), cell.column + way * sign(right)};
        }
        return HeatCell{};
    };
    if (table.isEmpty() || !table.has(from) || (down == 0 && right == 0))
        return from;
    const HeatCell aim{std::clamp(from.row + down, 0, table.rows - 1), std::clamp(from.column + right, 0, table.columns - 1)};
    const auto onwards = search(aim, 1);
    return onwards.isValid() ? onwards : search(aim, -1); // which meets `from` at the latest
}

}
