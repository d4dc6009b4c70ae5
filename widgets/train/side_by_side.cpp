#include "widgets/train/side_by_side.h"

#include <QBoxLayout>

#include <algorithm>

namespace spikeclip::widgets {

SideBySide::SideBySide(QWidget* large, QWidget* small, QWidget* parent)
    : QWidget(parent), m_large(large), m_small(small), m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(4);
    m_layout->addWidget(large, 3);
    m_layout->addWidget(small, 2);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint); // else what is needed side by side would keep it from becoming narrower
}

QSize SideBySide::minimumSizeHint() const
{
    const auto a = m_large->minimumSizeHint();
    const auto b = m_small->minimumSizeHint();
    return {std::max(a.width(), b.width()), a.height() + b.height() / 2};
}

void SideBySide::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SideBySide::arrange()
{
    const bool beside = width() >= leastBeside || (height() < lowest && width() >= leastBesideWhereLow);
    const auto direction = beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_layout->direction() == direction)
        return;
    m_layout->setDirection(direction);
}

}
