#include "widgets/speed_panel.h"

#include "widgets/speed_chart.h"
#include "widgets/speed_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace spikeclip::widgets {

SpeedPanel::SpeedPanel(QWidget* parent)
    : Panel(parent), m_chart(new SpeedChart), m_table(new SpeedTable(this)), m_view(new QTableView), m_emptyPage(new QWidget), m_notice(new QLabel),
      m_measure(new QPushButton), m_again(new QToolButton), m_showTable(new QToolButton), m_pages(new QStackedWidget)
{
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_table);
    sorted->setSortRole(SpeedTable::SortRole);
    m_view->setModel(sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // as measured, until a header is clicked
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    m_view->horizontalHeader()->setHighlightSections(false);

    m_notice->setWordWrap(true);
    m_notice->setAlignment(Qt::AlignCenter);
    auto* empty = new QVBoxLayout(m_emptyPage);
    empty->addStretch();
    empty->addWidget(m_notice);
    empty->addWidget(m_measure, 0, Qt::AlignCenter);
    empty->addStretch();

    for (auto* page : {m_emptyPage, static_cast<QWidget*>(m_chart), static_cast<QWidget*>(m_view)})
        m_pages->addWidget(page);
    m_showTable->setCheckable(true);
    for (auto* button : {m_showTable, m_again}) {
        button->setAutoRaise(true);
        addToHeader(button);
    }
    setContent(m_pages);

    connect(m_measure, &QPushButton::clicked, this, &SpeedPanel::press);
    connect(m_again, &QToolButton::clicked, this, &SpeedPanel::press);
    connect(m_showTable, &QToolButton::toggled, this, &SpeedPanel::refresh);
    refresh();
}

void SpeedPanel::setSpeed(const data::MachineSpeed& speed)
{
    m_speed = speed;
    m_chart->setSpeed(speed);
    m_table->setSpeed(speed);
    refresh();
    m_view->resizeColumnsToContents();
}

void SpeedPanel::setTimes(const std::vector<data::LayerTime>& times)
{
    m_chart->setTimes(times);
    m_table->setTimes(times);
    m_view->resizeColumnsToContents();
}

void SpeedPanel::setMeasuring(std::optional<double> fraction)
{
    m_measuring = fraction;
    refresh();
}

void SpeedPanel::forget()
{
    setTimes({});
    setSpeed({});
    m_speed.reset();
    refresh();
}

void SpeedPanel::press()
{
    if (m_measuring)
        Q_EMIT cancelRequested();
    else
        Q_EMIT measureRequested(m_speed.has_value());
}

QString SpeedPanel::notice() const
{
    if (isMeasured())
        return {};
    if (m_measuring)
        return tr("Measuring this computer\u2026 %1 %").arg(QLocale().toString(100 * *m_measuring, 'f', 0));
    return m_speed ? tr("Nothing to compare: this model is computed here in one way only.") : tr("Not measured yet");
}

void SpeedPanel::refresh()
{
    setTitle(tr("Rate against time"));
    setNote(m_measuring && isMeasured() ? tr("measuring\u2026 %1 %").arg(QLocale().toString(100 * *m_measuring, 'f', 0)) : tr("on this computer"));
    m_notice->setText(notice());
    m_measure->setText(m_measuring ? tr("Stop") : tr("Measure now"));
    m_measure->setVisible(m_measuring || !m_speed);
    m_again->setVisible(isMeasured());
    m_again->setText(m_measuring ? QStringLiteral("\u00d7") : QStringLiteral("\u21ba"));
    m_again->setAccessibleName(m_measuring ? tr("Stop measuring") : tr("Measure again"));
    m_again->setToolTip(m_measuring ? tr("Stop measuring: the earlier figures stay")
                                    : tr("Measure again: forget what was measured on this computer and begin anew"));
    m_showTable->setVisible(isMeasured());
    m_showTable->setText(tr("Table"));
    m_showTable->setToolTip(tr("The same figures as a table"));
    m_view->setAccessibleName(tr("Rate against time on this computer, as a table"));
    m_table->retranslate();
    if (!isMeasured())
        m_pages->setCurrentWidget(m_emptyPage);
    else
        m_pages->setCurrentWidget(m_showTable->isChecked() ? static_cast<QWidget*>(m_view) : m_chart);
}

void SpeedPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
    Panel::changeEvent(event);
}

}
