#include "widgets/gallery_panel.h"

#include "widgets/gallery_grid.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QMap>
#include <QPainter>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

using State = GalleryRow::State;

namespace {

constexpr int mostMb = 65'536;
constexpr int refreshMs = 100;
constexpr int ShowRole = Qt::UserRole;
constexpr int WinnerRole = Qt::UserRole + 1;

/// The mark of kept spikes beside the line that counts them.
class KeptMark : public QWidget
{
public:
    KeptMark() { setFixedSize(14, 14); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        GalleryGrid::paintKeptMark(painter, QRectF(rect()).adjusted(1, 1, -1, -1), chartColours(palette()).accent);
    }
};

QString mbText(double bytes)
{
    const double mb = bytes / GalleryPanel::bytesPerMb;
    return QLocale().toString(mb, 'f', mb > 0 && mb < 100 ? 1 : 0);
}

}

GalleryPanel::GalleryPanel(QWidget* parent) : GalleryPanel(new GalleryGrid, new GalleryTable, parent) {}

GalleryPanel::GalleryPanel(GalleryGrid* grid, GalleryTable* table, QWidget* parent) : GalleryPanel(grid, table, new GalleryOrder(table), parent) {}

GalleryPanel::GalleryPanel(GalleryGrid* grid, GalleryTable* table, GalleryOrder* order, QWidget* parent)
    : ViewPanel({.view = grid, .table = order, .paint = [grid](QPaintDevice& device, QSize size) { grid->paintTo(device, size); }, .csv = {}},
                parent),
      m_grid(grid), m_table(table), m_order(order), m_open(new QToolButton), m_clear(new QToolButton), m_filter(new QComboBox), m_sort(new QComboBox),
      m_stack(new QToolButton), m_added(new QLabel), m_progressLine(new QWidget), m_progress(new QProgressBar), m_stop(new QToolButton),
      m_recordsLine(new QWidget), m_records(new QLabel), m_cap(new QSpinBox), m_soon(new QTimer(this))
{
    m_grid->setModel(m_order);
    for (auto* box : {m_filter, m_sort}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(5);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        box->setMaximumWidth(220);
        choices()->addWidget(box);
    }
    for (int i = 0; i < 3; ++i)
        m_sort->addItem(QString());
    choices()->addStretch();
    choices()->addWidget(m_stack);
    choices()->addWidget(m_clear);
    m_open->setAutoRaise(true);
    addToHeader(m_open);
    buildBottom();
    connectParts();
    retranslate();
}

void GalleryPanel::buildBottom()
{
    auto* bottom = new QWidget;
    auto* lines = new QVBoxLayout(bottom);
    lines->setContentsMargins({});
    lines->setSpacing(4);
    m_added->setWordWrap(true);
    lines->addWidget(m_added);

    auto* progress = new QHBoxLayout(m_progressLine);
    progress->setContentsMargins({});
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_stop);
    lines->addWidget(m_progressLine);

    auto* records = new QHBoxLayout(m_recordsLine);
    records->setContentsMargins({});
    m_records->setWordWrap(true);
    m_cap->setRange(0, mostMb);
    m_cap->setSingleStep(64);
    m_cap->setGroupSeparatorShown(true);
    m_cap->setKeyboardTracking(false); // a number half typed is not meant
    records->addWidget(new KeptMark);
    records->addWidget(m_records, 1);
    records->addWidget(m_cap);
    lines->addWidget(m_recordsLine);
    layout()->addWidget(bottom);
}

void GalleryPanel::connectParts()
{
    const auto source = [this](const QModelIndex& index) { return m_order->mapToSource(index).row(); };
    connect(m_open, &QToolButton::clicked, this, &GalleryPanel::folderRequested);
    connect(m_clear, &QToolButton::clicked, this, &GalleryPanel::clearRequested);
    connect(m_stack, &QToolButton::clicked, this, [this] { Q_EMIT stackRequested(selected()); });
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_figures.running || m_figures.reading)
            Q_EMIT cancelRequested();
        else
            Q_EMIT retryRequested();
    });
    connect(m_cap, &QSpinBox::valueChanged, this, &GalleryPanel::capEdited);
    connect(m_sort, &QComboBox::activated, this, [this](int index) { sortBy(static_cast<GalleryOrder::By>(index)); });
    connect(m_filter, &QComboBox::activated, this, &GalleryPanel::chooseFilter);
    connect(m_grid, &QAbstractItemView::activated, this, [this, source](const QModelIndex& index) { Q_EMIT pictureChosen(source(index)); });
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showSelection();
        Q_EMIT selectionChanged(selected());
    });
    auto* rows = findChild<QTableView*>(); // the twin opens pictures, too
    rows->setWordWrap(false);
    rows->horizontalHeader()->setStretchLastSection(true);
    connect(rows, &QAbstractItemView::activated, this, [this, source, rows](const QModelIndex& index) {
        Q_EMIT pictureChosen(source(qobject_cast<const QSortFilterProxyModel*>(rows->model())->mapToSource(index)));
    });
    m_soon->setSingleShot(true);
    m_soon->setInterval(refreshMs);
    connect(m_soon, &QTimer::timeout, this, &GalleryPanel::invalidate);
}

void GalleryPanel::setRows(const QList<GalleryRow>& rows)
{
    m_rows = rows;
    m_rowsStale = true;
    if (rows.isEmpty())
        m_additions = {};
    invalidate();
}

void GalleryPanel::addRows(const QList<GalleryRow>& rows)
{
    m_rows += rows;
    if (isVisible() && !m_rowsStale)
        m_table->addRows(rows);
    else
        m_rowsStale = true;
    invalidate();
}

void GalleryPanel::setRow(int index, const GalleryRow& row)
{
    m_rows[index] = row;
    if (isVisible() && !m_rowsStale)
        m_table->setRow(index, row);
    else
        m_rowsStale = true;
    scheduleRefresh();
}

void GalleryPanel::setFigures(const GalleryFigures& figures)
{
    m_figures = figures;
    scheduleRefresh();
}

void GalleryPanel::setNotes(const GalleryNotes& notes)
{
    m_additions = notes;
    invalidate();
}

void GalleryPanel::setScale(double scale)
{
    m_table->setScale(scale);
}

/// The words follow the pictures some times a second; a hidden panel waits until it is shown.
void GalleryPanel::scheduleRefresh()
{
    if (!isVisible())
        invalidate();
    else if (!m_soon->isActive())
        m_soon->start();
}

QList<int> GalleryPanel::selected() const
{
    auto chosen = m_grid->selectionModel()->selectedIndexes();
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    QList<int> rows;
    for (const auto& index : chosen)
        rows << m_order->mapToSource(index).row();
    return rows;
}

void GalleryPanel::sortBy(GalleryOrder::By by)
{
    m_sort->setCurrentIndex(static_cast<int>(by));
    m_order->sortBy(by);
    invalidate();
}

void GalleryPanel::chooseFilter(int index)
{
    m_order->show(static_cast<GalleryOrder::Show>(m_filter->itemData(index, ShowRole).toInt()), m_filter->itemData(index, WinnerRole).toString());
    invalidate();
}

/// What may be chosen, with counts. A choice that holds no picture any more falls back to all.
void GalleryPanel::fillFilter()
{
    using Show = GalleryOrder::Show;
    QMap<QString, int> winners;
    int waiting = 0;
    int failed = 0;
    for (const auto& row : std::as_const(m_rows)) {
        if (row.state == State::Done)
            ++winners[row.winner];
        waiting += row.state == State::Waiting;
        failed += row.state == State::Failed;
    }
    struct Entry
    {
        QString text;
        Show show;
        QString winner;
    };
    const auto counted = [](const QString& name, qsizetype count) { return tr("%1 (%2)").arg(name, QLocale().toString(count)); };
    QList<Entry> entries{{counted(tr("all pictures"), m_rows.size()), Show::All, {}}};
    for (auto winner = winners.cbegin(); winner != winners.cend(); ++winner)
        entries << Entry{counted(winner.key(), winner.value()), Show::Winner, winner.key()};
    if (waiting > 0)
        entries << Entry{counted(tr("waiting"), waiting), Show::Waiting, {}};
    if (failed > 0)
        entries << Entry{counted(tr("failed"), failed), Show::Failed, {}};

    const auto show = m_filter->currentData(ShowRole).toInt();
    const auto winner = m_filter->currentData(WinnerRole).toString();
    const auto same = [&](const Entry& entry) { return static_cast<int>(entry.show) == show && entry.winner == winner; };
    const auto found = std::ranges::find_if(entries, same);
    const int current = found == entries.end() ? 0 : static_cast<int>(found - entries.begin());
    while (m_filter->count() > entries.size())
        m_filter->removeItem(m_filter->count() - 1);
    for (int i = 0; i < entries.size(); ++i) {
        if (i == m_filter->count())
            m_filter->addItem(QString());
        m_filter->setItemText(i, entries[i].text);
        m_filter->setItemData(i, static_cast<int>(entries[i].show), ShowRole);
        m_filter->setItemData(i, entries[i].winner, WinnerRole);
    }
    m_filter->setCurrentIndex(current);
    m_order->show(entries[current].show, entries[current].winner);
}

/// Columns as wide as their headers and usual contents need, without looking at thousands of rows.
void GalleryPanel::fitTable()
{
    const auto* rows = findChild<QTableView*>();
    const auto metrics = rows->fontMetrics();
    const std::array<int, GalleryTable::ColumnCount> letters = {18, 16, 8, 8, 8, 12};
    for (int column = 0; column < GalleryTable::ColumnCount; ++column)
        rows->horizontalHeader()->resizeSection(
            column, std::max(letters[static_cast<std::size_t>(column)] * metrics.averageCharWidth(),
                             metrics.horizontalAdvance(m_table->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 16));
    rows->verticalHeader()->setDefaultSectionSize(metrics.height() + 6);
}

QString GalleryPanel::caption() const
{
    const auto shown = m_order->rowCount();
    const QStringList orders = {tr("in the order added"), tr("sorted by winner, then by cosine"), tr("sorted by cosine, highest first")};
    const auto& order = orders[m_sort->currentIndex()];
    if (m_filter->currentIndex() <= 0)
        return tr("All %n picture(s), %1", nullptr, shown).arg(order);
    const auto winner = m_filter->currentData(WinnerRole).toString();
    const bool failed = m_filter->currentData(ShowRole).toInt() == static_cast<int>(GalleryOrder::Show::Failed);
    const auto chosen = !winner.isEmpty() ? tr("those that say \u201c%1\u201d").arg(winner)
                        : failed          ? tr("those that failed")
                                          : tr("those that wait");
    return tr("%1 of %n picture(s), %2, %3", nullptr, static_cast<int>(m_rows.size())).arg(QLocale().toString(shown), chosen, order);
}

QString GalleryPanel::additions() const
{
    const auto& notes = m_additions;
    QStringList sentences;
    if (notes.leftOut > 0 || notes.atLeast)
        sentences << (notes.atLeast ? tr("At least %n further picture(s) were left out: a gallery holds %1.", nullptr, notes.leftOut)
                                    : tr("%n further picture(s) were left out: a gallery holds %1.", nullptr, notes.leftOut))
                         .arg(QLocale().toString(notes.most));
    if (notes.unreadableFolders > 0)
        sentences << tr("%n folder(s) could not be read.", nullptr, notes.unreadableFolders);
    if (notes.known > 0)
        sentences << tr("%n picture(s) were here already.", nullptr, notes.known);
    return sentences.join(QLatin1Char(' '));
}

QString GalleryPanel::recordLine() const
{
    const auto kept = QLocale().toString(m_figures.kept);
    const auto bytes = mbText(m_figures.bytes);
    const auto cap = mbText(m_figures.capBytes);
    const auto total = static_cast<int>(m_rows.size());
    if (m_figures.others > 0)
        return tr("Spikes of %1 of %n picture(s), and of %2 not in the gallery, kept: %3 of %4 MB", nullptr, total)
            .arg(kept, QLocale().toString(m_figures.others), bytes, cap);
    return tr("Spikes of %1 of %n picture(s) kept: %2 of %3 MB", nullptr, total).arg(kept, bytes, cap);
}

void GalleryPanel::showProgress()
{
    const auto total = static_cast<int>(m_rows.size());
    const int ended = m_figures.done + m_figures.failed;
    const bool busy = m_figures.running || m_figures.reading;
    m_progressLine->setVisible(total > 0 && (busy || m_figures.done < total));
    m_progress->setRange(0, m_figures.reading && !m_figures.running ? 0 : total);
    m_progress->setValue(ended);
    m_progress->setFormat(m_figures.failed > 0 ? tr("%1 of %2 classified, %n failed", nullptr, m_figures.failed).arg(m_figures.done).arg(total)
                                               : tr("%1 of %2 classified").arg(m_figures.done).arg(total));
    m_stop->setText(busy ? tr("Stop") : ended < total ? tr("Go on") : tr("Try again"));
    m_stop->setToolTip(busy ? tr("Stop classifying: what is done stays") : tr("Classify what waits or failed"));
}

void GalleryPanel::showSelection()
{
    const auto count = static_cast<int>(m_grid->selectionModel()->selectedIndexes().size());
    m_stack->setEnabled(count >= 2);
    m_stack->setText(count >= 2 ? tr("Stack %n as &trials", nullptr, count) : tr("Stack as &trials"));
}

void GalleryPanel::refresh()
{
    if (std::exchange(m_rowsStale, false))
        m_table->setRows(m_rows);
    fillFilter();
    showProgress();
    showSelection();
    const bool any = !m_rows.isEmpty();
    for (auto* widget :
         {static_cast<QWidget*>(m_filter), static_cast<QWidget*>(m_sort), static_cast<QWidget*>(m_stack), static_cast<QWidget*>(m_clear)})
        widget->setVisible(any);
    setNote(any ? caption() : tr("many pictures, the same labels"));
    m_added->setText(additions());
    m_added->setVisible(!additions().isEmpty());
    m_recordsLine->setVisible(any || m_figures.others > 0);
    m_records->setText(recordLine());
    const QSignalBlocker quiet(m_cap);
    m_cap->setValue(qRound(m_figures.capBytes / bytesPerMb));
    m_grid->setAccessibleDescription(caption() + QLatin1String(". ") + recordLine());
    if (any)
        setNotice({});
    else if (m_figures.reading)
        setNotice(tr("Looking for pictures\u2026"));
    else
        setNotice(tr("Drop photographs, or a folder of them, onto the window: each is classified with your labels, one after another."));
}

ExportNotes GalleryPanel::ownNotes() const
{
    static constexpr std::array<const char*, 3> orders = {"as added", "winner", "cosine"};
    ExportNotes notes{{QStringLiteral("pictures"), QString::number(m_rows.size())},
                      {QStringLiteral("pictures_shown"), QString::number(m_order->rowCount())},
                      {QStringLiteral("sorted_by"), QString::fromLatin1(orders[static_cast<std::size_t>(m_sort->currentIndex())])}};
    if (const auto winner = m_filter->currentData(WinnerRole).toString(); !winner.isEmpty())
        notes.append({QStringLiteral("only_winner"), winner});
    return notes;
}

void GalleryPanel::retranslate()
{
    setTitle(tr("Gallery"));
    setHelp(tr("<p>Every picture is classified with the labels and the network of the moment, after all steps. Other labels classify all of them "
               "again; what you click "
               "on goes first.</p><p>Below each picture stand its winner and the cosine of that, from \u2212" "1 to 1. A short spike train marks "
               "pictures whose spikes are kept in memory: they can be "
               "stacked as trials. When the memory is full, those not looked at for longest go.</p><p>Double-click or Return shows a picture; Ctrl "
               "and Shift "
               "select several.</p>"));
    m_open->setText(tr("Open &folder\u2026"));
    m_clear->setText(tr("C&lear"));
    m_clear->setToolTip(tr("Forget all pictures and their spikes; no file is touched"));
    m_stack->setToolTip(tr("Show the spikes of the selected pictures as trials of one raster: select two or more"));
    m_filter->setAccessibleName(tr("Pictures shown"));
    m_filter->setToolTip(tr("Which pictures are shown"));
    m_sort->setAccessibleName(tr("Order"));
    m_sort->setToolTip(tr("In which order"));
    const QStringList orders = {tr("as added"), tr("by winner"), tr("by score")};
    for (int i = 0; i < orders.size(); ++i)
        m_sort->setItemText(i, orders[i]);
    m_progress->setAccessibleName(tr("Pictures classified"));
    m_cap->setSuffix(tr(" MB"));
    m_cap->setSpecialValueText(tr("nothing"));
    m_cap->setAccessibleName(tr("Memory for spikes, at most"));
    m_cap->setToolTip(tr("How much memory the spikes of all pictures may take: 1 MB is a million bytes"));
    m_table->retranslate();
    fitTable();
    ViewPanel::retranslate();
}

}
