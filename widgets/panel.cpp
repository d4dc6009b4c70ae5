#include "widgets/panel.h"

#include "widgets/elided_label.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace spikeclip::widgets {

Panel::Panel(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_note(new ElidedLabel(this)), m_header(new QHBoxLayout), m_layout(new QVBoxLayout(this))
{
    auto bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_header->addWidget(m_title);
    m_header->addWidget(m_note, 1);
    m_header->setSpacing(8);
    m_layout->setContentsMargins(10, 7, 10, 8);
    m_layout->setSpacing(5);
    m_layout->addLayout(m_header);
    updateNoteColour();
}

void Panel::setTitle(const QString& title) { m_title->setText(title); }

void Panel::setNote(const QString& note) { m_note->setText(note); }

void Panel::addToHeader(QWidget* widget) { m_header->addWidget(widget); }

void Panel::setContent(QWidget* widget) { m_layout->addWidget(widget, 1); }

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
    QWidget::changeEvent(event);
}

void Panel::updateNoteColour()
{
    auto faint = palette();
    faint.setColor(QPalette::WindowText, chartColours(palette()).faint);
    m_note->setPalette(faint);
}

}
