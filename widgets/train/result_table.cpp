#include "widgets/train/result_table.h"

#include "core/energy/trade_off.h"
#include "widgets/energy_line.h"
#include "widgets/layer_text.h"
#include "widgets/train/training_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

void ResultTable::setSummary(const std::shared_ptr<const data::RunSummary>& summary)
{
    beginResetModel();
    m_summary = summary;
    m_steps = summary ? static_cast<int>(summary->top1AfterPerStep.size()) : 0;
    m_judged =
        summary ? static_cast<int>(std::ranges::count_if(summary->samples, [](const data::JudgedSample& sample) { return sample.after >= 0; })) : 0;
    endResetModel();
}

QVariant ResultTable::value(int row, int column) const
{
    const auto& summary = *m_summary;
    const bool hasBefore = !summary.top1BeforePerStep.empty();
    const auto known = [](double number) { return number > 0 ? QVariant(number) : QVariant(); };
    QVariant before;
    QVariant after;
    if (row < m_steps) {
        const auto step = static_cast<std::size_t>(row);
        after = summary.top1AfterPerStep[step];
        if (step < summary.top1BeforePerStep.size())
            before = summary.top1BeforePerStep[step];
    } else if (row == m_steps) {
        after = known(summary.rateAfter);
        before = hasBefore ? known(summary.rateBefore) : QVariant();
    } else {
        after = known(summary.energyAfterPj);
        before = hasBefore ? known(summary.energyBeforePj) : QVariant();
    }
    const auto end = [&](const QVariant& share, bool least) {
        if (row >= m_steps || !share.isValid())
            return QVariant();
        const auto interval = energy::confidenceInterval({.right = static_cast<int>(std::lround(share.toDouble() * m_judged)), .of = m_judged});
        return QVariant(least ? interval.least : interval.most);
    };
    switch (column) {
    case What:
        return row < m_steps ? tr("recognised after T = %1").arg(row + 1) : row == m_steps ? tr("firing rate") : tr("estimated energy a picture");
    case Before:
        return before;
    case After:
        return after;
    case Change:
        return before.isValid() && after.isValid() ? QVariant(after.toDouble() - before.toDouble()) : QVariant();
    case BeforeFrom:
        return end(before, true);
    case BeforeTo:
        return end(before, false);
    case AfterFrom:
        return end(after, true);
    case AfterTo:
        return end(after, false);
    case Pictures:
        return row < m_steps ? QVariant(m_judged) : QVariant();
    default:
        return {};
    }
}

QString ResultTable::text(int row, int column) const
{
    const auto found = value(row, column);
    if (column == What || !found.isValid())
        return found.toString();
    if (column == Pictures)
        return QLocale().toString(found.toInt());
    const double number = found.toDouble();
    if (row < m_steps)
        return column == Change ? changeText(number) : shareText1(number);
    const auto size =
        row == m_steps ? rateText(std::abs(number)) : energyText(std::abs(number), std::max(m_summary->energyBeforePj, m_summary->energyAfterPj));
    return number < 0 ? QStringLiteral("\u2212") + size : column == Change ? QLatin1Char('+') + size : size;
}

QString ResultTable::header(int column) const
{
    switch (column) {
    case What:
        return tr("What");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case Change:
        return tr("Change");
    case BeforeFrom:
        return tr("Before, from");
    case BeforeTo:
        return tr("Before, to");
    case AfterFrom:
        return tr("After, from");
    case AfterTo:
        return tr("After, to");
    case Pictures:
        return tr("Pictures");
    default:
        return {};
    }
}

QString ResultTable::headerTip(int column) const
{
    switch (column) {
    case Change:
        return tr("After less before; shares in percentage points");
    case BeforeFrom:
    case AfterFrom:
        return tr("Lower end of the 95 % confidence interval (Wilson)");
    case BeforeTo:
    case AfterTo:
        return tr("Upper end of the 95 % confidence interval (Wilson)");
    case Pictures:
        return tr("Validation pictures that were judged");
    default:
        return {};
    }
}

}
