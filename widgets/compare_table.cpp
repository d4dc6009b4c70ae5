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

QVariant CompareTable::value(int row, int column) const
{
    const auto& label = m_comparison.labels[static_cast<std::size_t>(row)];
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

QString CompareTable::text(int row, int column) const
{
    const auto found = value(row, column);
    switch (column) {
    case Label:
        return found.toString();
    case Difference:
        return differenceText(found.toDouble());
    case SnnSoftmax:
    case TwinSoftmax:
        return percentText(found.toDouble());
    default:
        return found.isValid() ? cosineText(found.toDouble()) : QString();
    }
}

int CompareTable::rows() const
{
    return static_cast<int>(m_comparison.labels.size());
}

QString CompareTable::header(int column) const
{
    switch (column) {
    case Label:
        return tr("Label");
    case Snn:
        return tr("SNN cosine");
    case Twin:
        return tr("Twin cosine");
    case Difference:
        return tr("Difference");
    case SnnSoftmax:
        return tr("SNN softmax");
    case TwinSoftmax:
        return tr("Twin softmax");
    case Third:
        return m_third;
    default:
        return {};
    }
}

QString CompareTable::headerTip(int column) const
{
    switch (column) {
    case Label:
        return tr("Best first by the spiking network");
    case Snn:
        return tr("Cosine of the spiking network at the step shown");
    case Twin:
        return tr("Cosine of the ANN twin");
    case Difference:
        return tr("Cosine of the spiking network less that of the twin");
    case SnnSoftmax:
        return tr("Softmax of the spiking network over all labels");
    case TwinSoftmax:
        return tr("Softmax of the ANN twin over all labels");
    case Third:
        return tr("Cosine of %1").arg(m_third);
    default:
        return {};
    }
}

}
