#include "widgets/view_panel.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr double printScale = 2; // of a PNG, against the screen

enum Page { NoticePage, ViewPage, TablePage };

/// Columns as wide as the rows in sight need. Qt asks every row as long as the table is hidden, and there may be a million.
class LongTable : public QTableView
{
protected:
    int sizeHintForColumn(int column) const override
    {
        constexpr int mostAsked = 100;
        const int first = std::max(0, rowAt(0));
        const int inSight = std::clamp(viewport()->height() / std::max(1, verticalHeader()->defaultSectionSize()) + 2, 1, mostAsked);
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        int widest = 0;
        for (int row = first; row < std::min(model()->rowCount(), first + inSight); ++row)
            widest = std::max(widest, itemDelegate()->sizeHint(option, model()->index(row, column)).width());
        return widest + 1;
    }
};

}

ViewPanel::ViewPanel(Parts parts, QWidget* parent)
    : Panel(parent), m_parts(std::move(parts)), m_choices(new QHBoxLayout), m_showTable(new QToolButton), m_export(new QToolButton),
      m_exportMenu(new QMenu(this)), m_table(new LongTable), m_notice(new QLabel), m_pages(new QStackedWidget)
{
    auto* sorted = new QSortFilterProxyModel(this);
    m_parts.table->setParent(this);
    sorted->setSourceModel(m_parts.table);
    sorted->setSortRole(SortRole);
    m_table->setModel(sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as shown, until a header is clicked
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setTabKeyNavigation(false); // Tab leads on to the next widget
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_pages->insertWidget(NoticePage, m_notice);
    m_pages->insertWidget(ViewPage, m_parts.view);
    m_pages->insertWidget(TablePage, m_table);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(m_choices);
    layout->addWidget(m_pages, 1);
    setContent(content);

    m_showTable->setCheckable(true);
    connect(m_showTable, &QToolButton::toggled, this, &ViewPanel::choosePage);
    buildExportMenu();
    for (auto* button : {m_showTable, m_export}) {
        button->setAutoRaise(true);
        addToHeader(button);
    }
}

void ViewPanel::buildExportMenu()
{
    const auto add = [this](const QKeySequence& key, auto slot) {
        auto* action = m_exportMenu->addAction(QString());
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action); // the key works wherever the focus is in the panel
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_savePng = add(Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] { chooseFile(QStringLiteral(".png"), tr("Picture (*.png)")); });
    m_saveSvg = add(Qt::CTRL | Qt::ALT | Qt::Key_E, [this] { chooseFile(QStringLiteral(".svg"), tr("Drawing (*.svg)")); });
    m_saveCsv = add({}, [this] { chooseFile(QStringLiteral(".csv"), tr("Table (*.csv)")); });
    if (m_parts.json)
        m_saveJson = add({}, [this] { chooseFile(QStringLiteral(".json"), tr("Document (*.json)")); });
    m_exportMenu->addSeparator();
    m_copyPicture = add(Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copyPicture(); });
    m_copyData = add({}, [this] { copyData(); });
    m_export->setMenu(m_exportMenu);
    m_export->setPopupMode(QToolButton::InstantPopup);
}

bool ViewPanel::showsTable() const
{
    return m_showTable->isChecked();
}

void ViewPanel::showTable(bool table)
{
    m_showTable->setChecked(table);
}

QString ViewPanel::notice() const
{
    return m_notice->text();
}

void ViewPanel::setNotice(const QString& notice)
{
    m_notice->setText(notice);
    m_export->setEnabled(notice.isEmpty());
    for (auto* action : m_exportMenu->actions())
        action->setEnabled(notice.isEmpty());
    choosePage();
}

void ViewPanel::choosePage()
{
    m_pages->setCurrentIndex(!notice().isEmpty() ? NoticePage : showsTable() ? TablePage : ViewPage);
}

void ViewPanel::invalidate()
{
    m_stale = true;
    if (isVisible())
        refreshNow();
}

void ViewPanel::refreshNow()
{
    m_stale = false;
    refresh();
}

QByteArray ViewPanel::encoded(const QString& suffix)
{
    if (m_stale)
        refreshNow();
    if (m_parts.json && suffix == QLatin1String("json"))
        return m_parts.json();
    const auto notes = m_notes + ownNotes();
    if (suffix == QLatin1String("csv"))
        return m_parts.csv ? m_parts.csv(notes) : toCsv(*m_parts.table, SortRole, notes);
    const auto size = m_parts.view->size();
    return suffix == QLatin1String("svg") ? toSvg(m_parts.paint, size, title(), notes) : toPng(m_parts.paint, size, printScale, notes);
}

QString ViewPanel::saveTo(const QString& path)
{
    const auto dot = path.lastIndexOf(QLatin1Char('.'));
    return saveFile(path, encoded(dot < 0 ? QString() : path.mid(dot + 1).toLower()));
}

void ViewPanel::chooseFile(const QString& suffix, const QString& filter)
{
    auto path = QFileDialog::getSaveFileName(this, tr("Save \u201c%1\u201d").arg(title()), fileName() + suffix, filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(suffix, Qt::CaseInsensitive))
        path += suffix;
    if (const auto reason = saveTo(path); !reason.isEmpty())
        Q_EMIT failed(tr("%1 was not saved: %2").arg(path, reason));
}

void ViewPanel::copyPicture()
{
    QGuiApplication::clipboard()->setImage(QImage::fromData(encoded(QStringLiteral("png")), "PNG"));
}

void ViewPanel::copyData()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(encoded(QStringLiteral("csv"))));
}

void ViewPanel::retranslate()
{
    m_showTable->setText(tr("Table"));
    m_showTable->setToolTip(tr("The same as numbers"));
    m_export->setText(tr("Save"));
    m_export->setToolTip(tr("Save or copy what is shown"));
    m_savePng->setText(tr("Save &Picture (PNG)\u2026"));
    m_saveSvg->setText(tr("Save &Drawing (SVG)\u2026"));
    m_saveCsv->setText(tr("Save &Table (CSV)\u2026"));
    if (m_saveJson)
        m_saveJson->setText(tr("Save D&ocument (JSON)\u2026"));
    m_copyPicture->setText(tr("&Copy Picture"));
    m_copyData->setText(tr("Copy D&ata"));
    invalidate();
}

void ViewPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void ViewPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    if (m_stale)
        refreshNow();
}

}
