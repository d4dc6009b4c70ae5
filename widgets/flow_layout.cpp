#include "widgets/flow_layout.h"

#include <algorithm>
#include <utility>

namespace spikeclip::widgets {

namespace {

constexpr int gap = 4;

}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto* item : m_items)
        size = QSize(size.width() + item->sizeHint().width() + (size.isEmpty() ? 0 : gap), std::max(size.height(), item->sizeHint().height()));
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int FlowLayout::arrange(const QRect& area, bool moves) const
{
    QList<std::pair<QLayoutItem*, QRect>> line;
    int x = area.left();
    int y = area.top();
    int lineHeight = 0;
    const auto endLine = [&] {
        if (moves)
            for (const auto& [item, place] : line)
                item->setGeometry(place.translated(0, (lineHeight - place.height()) / 2));
        line.clear();
    };
    for (auto* item : m_items) {
        if (item->isEmpty()) // hidden
            continue;
        const QSize size(std::min(item->sizeHint().width(), std::max(area.width(), item->minimumSize().width())), item->sizeHint().height());
        if (x > area.left() && x + size.width() > area.left() + area.width()) {
            endLine();
            x = area.left();
            y += lineHeight + gap;
            lineHeight = 0;
        }
        line.emplaceBack(item, QRect(QPoint(x, y), size));
        x += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return y + lineHeight - area.top();
}

}
