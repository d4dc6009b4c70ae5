#include "widgets/panel.h"

#include "widgets/elided_label.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWhatsThis>

namespace spikeclip::widgets {

Panel::Panel(QWidget* parent)
    : QWidget(parent), m_headerLine(new QWidget(this)), m_title(new QLabel(m_headerLine)), m_note(new ElidedLabel(m_headerLine)),
      m_help(new QToolButton(m_headerLine)), m_header(new QHBoxLayout(m_headerLine)), m_layout(new QVBoxLayout(this))
{
    auto bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_header->setContentsMargins({});
    m_header->addWidget(m_title);
    m_header->addWidget(m_note, 1);
    m_header->addWidget(m_help);
    m_header->setSpacing(8);
    m_layout->setContentsMargins(10, 7, 10, 8);
    m_layout->setSpacing(5);
    m_layout->addWidget(m_headerLine);

    m_help->setText(QStringLiteral("?"));
    m_help->setAutoRaise(true);
    m_help->hide();
    connect(m_help, &QToolButton::clicked, this, &Panel::showHelp);
    auto* key = new QShortcut(QKeySequence::HelpContents, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &Panel::showHelp);
    retranslateHelp();
    updateNoteColour();
}

QString Panel::title() const { return m_title->text(); }

void Panel::setTitle(const QString& title)
{
    m_title->setText(title);
    Q_EMIT titleChanged(title);
}

QString Panel::note() const { return m_note->text(); }

void Panel::setNote(const QString& note) { m_note->setText(note); }

void Panel::setHelp(const QString& help)
{
    setWhatsThis(help);
    m_help->setVisible(!help.isEmpty());
}

void Panel::showHelp()
{
    if (whatsThis().isEmpty())
        return;
    const auto* anchor = m_help->isVisible() ? m_help : static_cast<const QWidget*>(this);
    QWhatsThis::showText(anchor->mapToGlobal(QPoint(anchor->width() / 2, anchor->height() / 2)), whatsThis(), this);
}

void Panel::addToHeader(QWidget* widget) { m_header->insertWidget(m_header->count() - 1, widget); } // the "?" stays last

void Panel::setContent(QWidget* widget) { m_layout->addWidget(widget, 1); }

QWidget* Panel::takeHeader()
{
    m_layout->removeWidget(m_headerLine);
    m_layout->setContentsMargins(8, 5, 8, 6);
    return m_headerLine;
}

void Panel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(chartColours(palette()).grid);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
}

void Panel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        updateNoteColour();
    else if (event->type() == QEvent::LanguageChange)
        retranslateHelp();
    QWidget::changeEvent(event);
}

void Panel::retranslateHelp()
{
    m_help->setToolTip(tr("What is this? (F1)"));
    m_help->setAccessibleName(tr("Help"));
}

void Panel::updateNoteColour()
{
    auto faint = palette();
    faint.setColor(QPalette::WindowText, chartColours(palette()).faint);
    m_note->setPalette(faint);
}

}
