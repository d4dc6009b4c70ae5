#include "widgets/compare_table.h"

#include "widgets/compare_view.h"
#include "widgets/layer_text.h"

#include <QLocale>

namespace spikeclip::widgets {

void CompareTable::setComparison(const data::Comparison& comparison, const QStringList& labels, const QString& third)
{
    beginResetModel();
    m_comparison = comparison;
    m_labels = labels;
    m_third = third;
    endResetModel();
}

void CompareTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CompareTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison.labels.size());
}

int CompareTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_third.isEmpty() ? Third : Third + 1;
}

QVariant CompareTable::number(const data::ComparedLabel& label, int column) const
{
    switch (column) {
    case Label:
        return m_labels.value(label.label);
    case Snn:
        return label.snn;
    case Twin:
        return label.twin;
    case Difference:
        return label.difference();
    case SnnSoftmax:
        return label.snnProbability;
    case TwinSoftmax:
        return label.twinProbability;
    case Third:
        return label.third ? QVariant(*label.third) : QVariant();
    default:
        return {};
    }
}

QString CompareTable::text(const data::ComparedLabel& label, int column) const
{
    const auto value = number(label, column);
    switch (column) {
    case Label:
        return value.toString();
    case Difference:
        return differenceText(value.toDouble());
    case SnnSoftmax:
    case TwinSoftmax:
        return percentText(value.toDouble());
    default:
        return value.isValid() ? cosineText(value.toDouble()) : QString();
    }
}

QVariant CompareTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& label = m_comparison.labels[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(label, index.column());
    case SortRole:
        return number(label, index.column());
    case Qt::ToolTipRole:
        return index.column() == Label ? text(label, Label) : QVariant(); // it may be cut off
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((index.column() == Label ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CompareTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractTableModel::headerData(section, orientation, role);
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case Label:
        return tip ? tr("Best first by the spiking network") : tr("Label");
    case Snn:
        return tip ? tr("Cosine of the spiking network at the step shown") : tr("SNN cosine");
    case Twin:
        return tip ? tr("Cosine of the ANN twin") : tr("Twin cosine");
    case Difference:
        return tip ? tr("Cosine of the spiking network less that of the twin") : tr("Difference");
    case SnnSoftmax:
        return tip ? tr("Softmax of the spiking network over all labels") : tr("SNN softmax");
    case TwinSoftmax:
        return tip ? tr("Softmax of the ANN twin over all labels") : tr("Twin softmax");
    case Third:
        return tip ? tr("Cosine of %1").arg(m_third) : m_third;
    default:
        return {};
    }
}

}
