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

void SpeedTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
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

int SpeedTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int SpeedTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

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

QString SpeedTable::text(const Row& row, int column) const
{
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

QVariant SpeedTable::number(const Row& row, int column) const
{
    switch (column) {
    case Rate:
        return row.rate.value_or(-1);
    case Time:
        return row.ms;
    case Share:
        return row.share.value_or(-1);
    default:
        return text(row, column);
    }
}

QVariant SpeedTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isNumber = index.column() == Rate || index.column() == Time || index.column() == Share;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == What || index.column() == Shape ? text(row, index.column()) : QVariant(); // these may be cut off
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return number(row, index.column());
    default:
        return {};
    }
}

QVariant SpeedTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
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
