#include "widgets/train/class_table.h"

#include "widgets/train/training_text.h"

#include <QLocale>

namespace spikeclip::widgets {

namespace {

QVariant numberOr(const std::optional<double>& share)
{
    return share ? QVariant(*share) : QVariant();
}

}

void ClassTable::setResults(const std::vector<data::ClassResult>& results, const QStringList& labels)
{
    beginResetModel();
    m_results = results;
    m_labels = labels;
    endResetModel();
}

QVariant ClassTable::value(int row, int column) const
{
    const auto& result = m_results[static_cast<std::size_t>(row)];
    switch (column) {
    case Label:
        return m_labels[result.label];
    case Pictures:
        return static_cast<qint64>(result.pictures);
    case RecallBefore:
        return numberOr(result.recallBefore);
    case RecallAfter:
        return numberOr(result.recallAfter);
    case Change:
        return numberOr(result.change());
    case Precision:
        return numberOr(result.precisionAfter);
    case ConfusedWith:
        return result.confusedWith < 0 ? QString() : m_labels[result.confusedWith];
    case Confusions:
        return static_cast<qint64>(result.confusions);
    default:
        return {};
    }
}

QString ClassTable::text(int row, int column) const
{
    const auto found = value(row, column);
    if (isText(row, column) || !found.isValid())
        return found.toString();
    switch (column) {
    case Pictures:
    case Confusions:
        return QLocale().toString(found.toLongLong());
    case Change:
        return changeText(found.toDouble());
    default:
        return shareText1(found.toDouble());
    }
}

QString ClassTable::header(int column) const
{
    switch (column) {
    case Label:
        return tr("Label");
    case Pictures:
        return tr("Pictures");
    case RecallBefore:
        return tr("Before");
    case RecallAfter:
        return tr("After");
    case Change:
        return tr("Change");
    case Precision:
        return tr("Precision");
    case ConfusedWith:
        return tr("Most confused with");
    case Confusions:
        return tr("How often");
    default:
        return {};
    }
}

QString ClassTable::headerTip(int column) const
{
    switch (column) {
    case Pictures:
        return tr("Validation pictures of the label");
    case RecallBefore:
        return tr("Recall: the share of its pictures that were recognised before the run");
    case RecallAfter:
        return tr("Recall: the share of its pictures that are recognised after the run");
    case Change:
        return tr("After less before, in percentage points");
    case Precision:
        return tr("Of the pictures taken for this label after the run, the share that are");
    case ConfusedWith:
        return tr("What its pictures are most often taken for instead, after the run");
    case Confusions:
        return tr("How many of its pictures");
    default:
        return {};
    }
}

}
