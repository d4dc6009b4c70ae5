#include "widgets/gallery_table.h"

#include "widgets/layer_text.h"

#include <QLocale>

#include <algorithm>

namespace spikeclip::widgets {

using State = GalleryRow::State;

void GalleryTable::setRows(const QList<GalleryRow>& rows)
{
    if (!rows.isEmpty() && std::ranges::equal(rows, m_rows, {}, &GalleryRow::path, &GalleryRow::path)) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void GalleryTable::addRows(const QList<GalleryRow>& rows)
{
    if (rows.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

void GalleryTable::setRow(int row, const GalleryRow& changed)
{
    m_rows[row] = changed;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void GalleryTable::setScale(double scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    Q_EMIT headerDataChanged(Qt::Horizontal, Probability, Probability);
}

void GalleryTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int GalleryTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GalleryTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString GalleryTable::text(const GalleryRow& row, int column) const
{
    const bool done = row.state == State::Done;
    switch (column) {
    case File:
        return row.name;
    case Winner:
        return row.winner;
    case Cosine:
        return done ? QLocale().toString(row.cosine, 'f', 3) : QString();
    case Probability:
        return done ? percentText(row.probability) : QString();
    case Kept:
        return row.kept ? tr("yes") : tr("no");
    case Note:
        return row.state == State::Failed ? row.problem : done ? QString() : tr("waiting");
    default:
        return {};
    }
}

QVariant GalleryTable::number(const GalleryRow& row, int column) const
{
    const bool done = row.state == State::Done;
    switch (column) {
    case File:
        return row.path;
    case Cosine:
        return done ? QVariant(row.cosine) : QVariant();
    case Probability:
        return done ? QVariant(row.probability) : QVariant();
    case Kept:
        return row.kept ? 1 : 0;
    default:
        return text(row, column);
    }
}

QString GalleryTable::toolTip(const GalleryRow& row) const
{
    QStringList lines{row.path};
    if (row.state == State::Failed)
        lines << row.problem;
    else if (row.state == State::Waiting)
        lines << tr("Waiting to be classified");
    else
        lines << tr("%1: cosine %2, softmax %3 at scale %4")
                     .arg(row.winner, text(row, Cosine), text(row, Probability), QLocale().toString(m_scale, 'f', 1));
    if (row.kept)
        lines << tr("Its spikes are kept");
    return lines.join(QLatin1Char('\n'));
}

QVariant GalleryTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row);
    case Qt::AccessibleTextRole: // of the grid, which has one column
        return index.column() == File ? QVariant(toolTip(row).replace(QLatin1Char('\n'), QLatin1String("; ")).replace(row.path, row.name))
                                      : text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((index.column() == Cosine || index.column() == Probability ? Qt::AlignRight : Qt::AlignLeft)
                                                  | Qt::AlignVCenter);
    case SortRole:
        return number(row, index.column());
    case RowRole:
        return QVariant::fromValue(row);
    default:
        return {};
    }
}

QVariant GalleryTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case File:
        return tr("File");
    case Winner:
        return tr("Winner");
    case Cosine:
        return tr("Cosine");
    case Probability:
        return tr("Softmax (scale %1)").arg(QLocale().toString(m_scale, 'f', 1));
    case Kept:
        return tr("Spikes kept");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

GalleryOrder::GalleryOrder(GalleryTable* table) : m_table(table)
{
    table->setParent(this);
    setSourceModel(table);
    sort(0);
}

void GalleryOrder::sortBy(By by)
{
    if (std::exchange(m_by, by) != by)
        invalidate();
}

void GalleryOrder::show(Show show, const QString& winner)
{
    if (m_show == show && m_winner == winner)
        return;
    m_show = show;
    m_winner = winner;
    invalidateFilter();
}

bool GalleryOrder::filterAcceptsRow(int index, const QModelIndex&) const
{
    const auto& row = m_table->rows()[index];
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Winner:
        return row.state == State::Done && row.winner == m_winner;
    case Show::Waiting:
        return row.state == State::Waiting;
    case Show::Failed:
        return row.state == State::Failed;
    }
    return true;
}

bool GalleryOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (m_by != By::Added) {
        const auto& a = m_table->rows()[left.row()];
        const auto& b = m_table->rows()[right.row()];
        if ((a.state == State::Done) != (b.state == State::Done))
            return a.state == State::Done;
        if (m_by == By::Winner && a.winner != b.winner)
            return QString::localeAwareCompare(a.winner, b.winner) < 0;
        if (a.cosine != b.cosine)
            return a.cosine > b.cosine;
    }
    return left.row() < right.row();
}

}
