#pragma once

#include "core/data/spike_raster.h"

#include <QString>
#include <QStringList>

#include <cmath>
#include <functional>
#include <vector>

namespace spikeclip::widgets {

/// One cell of a HeatTable; -1: none.
struct HeatCell
{
    int row = -1;
    int column = -1;

    bool isValid() const { return row >= 0 && column >= 0; }
    friend bool operator==(const HeatCell&, const HeatCell&) = default;
};

/// A matrix of magnitudes from 0 on, or of changes around 0, and what is written around it.
///
/// Shape   values, numbers [rows, columns]; NaN: nothing there, the paper shows
struct HeatTable
{
    /// Neighbouring rows that belong together: from `begin` up to the next group.
    struct Group
    {
        int begin = 0;
        QString text;
        QString brief; ///< where the text has no room
    };
    /// A text in place of cells without a value; drawn if all of them have room.
    struct Tag
    {
        data::CellRange rows, columns;
        QString text;
    };

    int rows = 0;
    int columns = 0;
    std::vector<float> values;
    std::vector<float> numbers; ///< written into cells instead of the values, unless 0; empty: the values are
    QStringList rowLabels;      ///< one a row; empty: numbers from firstRow on
    QStringList columnLabels;   ///< likewise
    int firstRow = 0;
    int firstColumn = 1;
    QString rowTitle;
    QString columnTitle;
    QString caption;     ///< "64 of 512 channels, ..."
    QString meaning;     ///< of the colours: "spikes per neuron and step"
    double scaleEnd = 0; ///< value of the last colour; 0: a round number that no value exceeds
    int decimals = 3;    ///< of values written into cells
    bool firstRowOnTop = true;
    bool isSigned = false;          ///< changes: orange below 0, blue above, down to -scaleEnd
    bool marksDiagonal = false;     ///< where a row and a column mean the same
    bool tiltsColumnLabels = false; ///< where they have no room side by side
    bool isPicture = false;         ///< square cells and no axes
    std::vector<Group> groups;      ///< from row 0 on, or none
    std::vector<Tag> tags;

    bool isEmpty() const { return rows < 1 || columns < 1; }
    bool has(HeatCell cell) const ///< whether there is such a cell, and something in it
    {
        return cell.row >= 0 && cell.row < rows && cell.column >= 0 && cell.column < columns && !std::isnan(at(cell.row, cell.column));
    }
    float at(int row, int column) const
    {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
    }
};

/// What cells are called: in words for readers, as fields for programs.
struct HeatCells
{
    std::function<QString(int row, int column)> words;      ///< "Channel 12, step 2: 7 of 64 neurons fired"
    QStringList header;                                     ///< English names of the fields, without the value's
    std::function<QStringList(int row, int column)> fields; ///< numbers in the C locale
};

/// The value of the last colour: the table's own, or a round number that no value exceeds.
double scaleEndOf(const HeatTable& table);

/// The first cell of the highest value; none if there are no values.
HeatCell highestOf(const HeatTable& table);

/// The cell so far below and to the right that holds a value; over gaps, and from the edge back to the last cell before it.
HeatCell nextCell(const HeatTable& table, HeatCell from, int down, int right);

}
