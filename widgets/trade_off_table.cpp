#include "widgets/trade_off_table.h"

#include "widgets/energy_line.h"

#include <QLocale>

namespace spikeclip::widgets {

void TradeOffTable::setView(const TradeOffView& view)
{
    beginResetModel();
    m_view = view;
    endResetModel();
}

QVariant TradeOffTable::value(int row, int column) const
{
    const auto steps = static_cast<int>(m_view.overSteps.size());
    const bool isStep = row < steps;
    const bool isExit = row == steps;
    const auto& point = isStep ? m_view.overSteps[static_cast<std::size_t>(row)] : isExit ? m_view.exit.point : *m_view.twin;
    const bool judged = point.accuracy.of > 0;
    switch (column) {
    case What:
        return isStep ? tr("SNN") : isExit ? tr("early exit at %1").arg(QLocale().toString(m_view.exit.threshold, 'f', 2)) : tr("ANN twin");
    case Steps:
        return isStep ? QVariant(static_cast<double>(row + 1)) : isExit ? QVariant(m_view.exit.meanSteps) : QVariant();
    case Energy:
        return point.energyPj;
    case Right:
        return judged ? QVariant(point.accuracy.share()) : QVariant();
    case Least:
        return judged ? QVariant(energy::confidenceInterval(point.accuracy).least) : QVariant();
    case Most:
        return judged ? QVariant(energy::confidenceInterval(point.accuracy).most) : QVariant();
    case Pictures:
        return point.accuracy.of;
    case Leaving:
        return isStep && m_view.exit.point.accuracy.of > 0
                   ? QVariant(static_cast<double>(m_view.exit.leaving[static_cast<std::size_t>(row)]) / m_view.exit.point.accuracy.of)
                   : QVariant();
    default:
        return {};
    }
}

int TradeOffTable::rows() const
{
    return m_view.overSteps.empty() ? 0 : static_cast<int>(m_view.overSteps.size()) + (m_view.twin ? 2 : 1);
}

QString TradeOffTable::text(int row, int column) const
{
    const auto found = value(row, column);
    if (!found.isValid())
        return {};
    switch (column) {
    case What:
        return found.toString();
    case Steps:
        return QLocale().toString(found.toDouble(), 'f', row < static_cast<int>(m_view.overSteps.size()) ? 0 : 2);
    case Energy:
        return energyText(found.toDouble(), found.toDouble());
    case Pictures:
        return QLocale().toString(found.toInt());
    default:
        return tr("%1 %").arg(QLocale().toString(100 * found.toDouble(), 'f', 1));
    }
}

QString TradeOffTable::header(int column) const
{
    switch (column) {
    case What:
        return tr("What");
    case Steps:
        return tr("T");
    case Energy:
        return tr("Estimated energy");
    case Right:
        return tr("Right");
    case Least:
        return tr("From");
    case Most:
        return tr("To");
    case Pictures:
        return tr("Pictures");
    case Leaving:
        return tr("Leaving");
    default:
        return {};
    }
}

QString TradeOffTable::headerTip(int column) const
{
    switch (column) {
    case What:
        return tr("Which network, and when its answer is taken");
    case Steps:
        return tr("Time steps; the mean, where pictures leave at different ones");
    case Energy:
        return tr("Estimated energy per picture, on average; in files in picojoules");
    case Right:
        return tr("Share of pictures whose own label leads");
    case Least:
        return tr("Lower end of its 95 % confidence interval (Wilson)");
    case Most:
        return tr("Upper end of its 95 % confidence interval (Wilson)");
    case Pictures:
        return tr("How many pictures that is of");
    case Leaving:
        return tr("Share of pictures that leave after so many steps, at the threshold chosen");
    default:
        return {};
    }
}

}
