#include "widgets/train/health_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

namespace spikeclip::widgets {

void HealthTable::setLog(const std::shared_ptr<const data::TrainingLog>& log)
{
    beginResetModel();
    m_log = log;
    m_places.clear();
    m_batches = m_epochs = {};
    if (log) {
        m_batches = {*log, data::CurveAxis::Batches};
        m_epochs = {*log, data::CurveAxis::Epochs};
        for (int point = static_cast<int>(log->healths.size()) - 1; point >= 0; --point)
            for (int layer = 0; layer < static_cast<int>(log->healths[static_cast<std::size_t>(point)].layers.size()); ++layer)
                m_places.push_back({.point = point, .layer = layer});
    }
    endResetModel();
}

QVariant HealthTable::value(int row, int column) const
{
    const auto& place = m_places[static_cast<std::size_t>(row)];
    const auto& point = m_log->healths[static_cast<std::size_t>(place.point)];
    const auto& layer = point.layers[static_cast<std::size_t>(place.layer)];
    switch (column) {
    case Layer:
        return QString::fromStdString(layer.name);
    case Batch:
        return m_batches.of(point);
    case Epoch:
        return m_epochs.of(point);
    case Rate:
        return layer.rate;
    case Dead:
        return layer.dead;
    case Saturated:
        return layer.saturated;
    default:
        return {};
    }
}

QString HealthTable::text(int row, int column) const
{
    const auto found = value(row, column);
    switch (column) {
    case Layer:
        return found.toString();
    case Batch:
        return QLocale().toString(found.toDouble(), 'f', 0);
    case Epoch:
        return QLocale().toString(found.toDouble(), 'f', 2);
    case Rate:
        return rateText(found.toDouble());
    default:
        return percentText(found.toDouble());
    }
}

QString HealthTable::header(int column) const
{
    switch (column) {
    case Layer:
        return tr("Layer");
    case Batch:
        return tr("Batch");
    case Epoch:
        return tr("Epoch");
    case Rate:
        return tr("Rate");
    case Dead:
        return tr("Dead");
    case Saturated:
        return tr("Saturated");
    default:
        return {};
    }
}

QString HealthTable::headerTip(int column) const
{
    switch (column) {
    case Rate:
        return tr("Spikes per neuron and step");
    case Dead:
        return tr("Share of neurons that fired for none of the pictures");
    case Saturated:
        return tr("Share of neurons that fired in more than half of all steps");
    default:
        return {};
    }
}

}
