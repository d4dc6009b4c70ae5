#include "widgets/break_even_table.h"

#include <QLocale>

namespace spikeclip::widgets {

namespace {

constexpr int regionRows = 2; // its lower and its upper end

QVariant numberOr(const std::optional<double>& rate)
{
    return rate ? QVariant(*rate) : QVariant();
}

}

void BreakEvenTable::setView(const BreakEvenView& view)
{
    beginResetModel();
    m_view = view;
    endResetModel();
}

QVariant BreakEvenTable::value(int row, int column) const
{
    const auto lines = static_cast<int>(m_view.lines.size());
    if (row < lines) {
        const auto& at = m_view.lines[static_cast<std::size_t>(row)];
        switch (column) {
        case What:
            return tr("break-even");
        case Steps:
            return at.steps;
        case Compute:
            return at.compute;
        case Memory:
            return numberOr(at.memory);
        case Quantised:
            return numberOr(at.quantised);
        default:
            return {};
        }
    }
    if (row < lines + regionRows) {
        const bool upper = row > lines;
        switch (column) {
        case What:
            return tr("published, against a quantised network (arXiv 2409.08290)");
        case Steps:
            return upper ? energy::publishedRegion.mostSteps : energy::publishedRegion.leastSteps;
        case Rate:
            return upper ? energy::publishedRegion.mostRate : energy::publishedRegion.leastRate;
        default:
            return {};
        }
    }
    const auto dot = static_cast<std::size_t>(row - lines - regionRows);
    const bool isMean = dot == m_view.dots.size();
    switch (column) {
    case What:
        return isMean ? tr("mean of all neurons") : m_view.dots[dot].layer;
    case Steps:
        return m_view.step;
    case Rate:
        return isMean ? m_view.mean : m_view.dots[dot].rate;
    default:
        return {};
    }
}

int BreakEvenTable::rows() const
{
    if (m_view.lines.empty())
        return 0;
    return static_cast<int>(m_view.lines.size()) + regionRows + (m_view.dots.empty() ? 0 : static_cast<int>(m_view.dots.size()) + 1);
}

QString BreakEvenTable::text(int row, int column) const
{
    const auto found = value(row, column);
    if (column == What || !found.isValid())
        return found.toString();
    return column == Steps ? QLocale().toString(found.toInt()) : rateTextOf(found.toDouble());
}

QString BreakEvenTable::header(int column) const
{
    switch (column) {
    case What:
        return tr("What");
    case Steps:
        return tr("T");
    case Compute:
        return tr("Compute only");
    case Memory:
        return tr("With memory");
    case Quantised:
        return tr("Quantised twin");
    case Rate:
        return tr("Firing rate");
    default:
        return {};
    }
}

QString BreakEvenTable::headerTip(int column) const
{
    switch (column) {
    case What:
        return tr("A line\u2019s rate at one T, or a layer of neurons");
    case Steps:
        return tr("Time steps");
    case Compute:
        return tr("Rate at which both are estimated to cost the same, operations alone");
    case Memory:
        return tr("Likewise with memory traffic; below 0 the SNN loses at any rate");
    case Quantised:
        return tr("With memory traffic, against the twin with log\u2082(T + 1) bits, rounded up");
    case Rate:
        return tr("Spikes per neuron and step");
    default:
        return {};
    }
}

}
