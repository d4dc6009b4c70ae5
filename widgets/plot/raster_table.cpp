#include "widgets/plot/raster_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

namespace spikeclip::widgets {

void RasterTable::setRaster(const data::SpikeRaster& raster)
{
    beginResetModel();
    m_raster = raster;
    endResetModel();
}

int RasterTable::rows() const { return m_raster.rows(); }

QVariant RasterTable::value(int row, int column) const
{
    const auto spikes = [&] { return static_cast<qint64>(m_raster.spikesOfRows({row, row + 1})); };
    switch (column) {
    case Neuron:
        return static_cast<qint64>(m_raster.neurons()[static_cast<std::size_t>(row)]);
    case Spikes:
        return spikes();
    case Rate:
        return m_raster.columns() > 0 ? static_cast<double>(spikes()) / m_raster.columns() : 0.0;
    default:
        return static_cast<qint64>(row);
    }
}

QString RasterTable::text(int row, int column) const
{
    const auto plain = value(row, column);
    return column == Rate ? rateText(plain.toDouble()) : QLocale().toString(plain.toLongLong());
}

QString RasterTable::header(int column) const
{
    switch (column) {
    case Row:
        return tr("Row");
    case Neuron:
        return tr("Neuron");
    case Spikes:
        return tr("Spikes");
    case Rate:
        return tr("Rate");
    default:
        return {};
    }
}

}
