#include "widgets/speed_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

namespace spikeclip::widgets {

void SpeedTable::setSpeed(const data::MachineSpeed& speed)
{
    m_speed = speed;
    rebuild();
}

void SpeedTable::setTimes(const std::vector<data::LayerTime>& times)
{
    m_times = times;
    rebuild();
}

void SpeedTable::rebuild()
{
    using data::SynapsePath;
    beginResetModel();
    m_rows.clear();
    for (const auto& time : m_times) {
        Row row{.kind = Row::Kind::Layer, .name = time.name, .shape = time.shape, .path = {}, .rate = {}, .ms = time.ms, .share = {}};
        if (!time.source.empty())
            row.rate = time.inputRate;
        if (hasChoice(time))
            row.path = time.path;
        if (const auto* speed = m_speed.find(time.shape); speed && speed->denseMs > 0)
            row.share = time.ms / speed->denseMs;
        m_rows.push_back(std::move(row));
    }
    for (const auto& layer : m_speed.layers) {
        const auto add = [&](Row::Kind kind, std::optional<SynapsePath> path, std::optional<double> rate, double ms) {
            m_rows.push_back({.kind = kind, .name = {}, .shape = layer.shape, .path = path, .rate = rate, .ms = ms, .share = {}});
            if (layer.denseMs > 0)
                m_rows.back().share = ms / layer.denseMs;
        };
        add(Row::Kind::Measured, SynapsePath::Dense, {}, layer.denseMs);
        for (const auto& point : layer.event)
            add(Row::Kind::Measured, SynapsePath::Event, point.rate, point.ms);
        if (layer.breakEven < 1)
            add(Row::Kind::BreakEven, {}, layer.breakEven, layer.denseMs);
    }
    endResetModel();
}

QString SpeedTable::what(const Row& row) const
{
    switch (row.kind) {
    case Row::Kind::Layer:
        return QString::fromStdString(row.name);
    case Row::Kind::Measured:
        return tr("measured");
    case Row::Kind::BreakEven:
        return tr("break-even");
    }
    return {};
}

QString SpeedTable::text(int index, int column) const
{
    const auto& row = m_rows[static_cast<std::size_t>(index)];
    switch (column) {
    case What:
        return what(row);
    case Path:
        return row.path ? pathText(*row.path) : QString();
    case Rate:
        return row.rate ? percentText(*row.rate) : QString();
    case Time:
        return timeText(row.ms);
    case Share:
        return row.share ? QLocale().toString(*row.share, 'f', 2) : QString();
    case Shape:
        return QString::fromStdString(row.shape);
    default:
        return {};
    }
}

QVariant SpeedTable::value(int index, int column) const
{
    const auto& row = m_rows[static_cast<std::size_t>(index)];
    switch (column) {
    case Rate:
        return row.rate.value_or(-1);
    case Time:
        return row.ms;
    case Share:
        return row.share.value_or(-1);
    default:
        return text(index, column);
    }
}

int SpeedTable::rows() const
{
    return static_cast<int>(m_rows.size());
}

QString SpeedTable::header(int column) const
{
    switch (column) {
    case What:
        return tr("Layer");
    case Path:
        return tr("Path");
    case Rate:
        return tr("Input rate");
    case Time:
        return tr("Time");
    case Share:
        return tr("Dense = 1");
    case Shape:
        return tr("Shape");
    default:
        return {};
    }
}

}
