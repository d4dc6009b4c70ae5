#pragma once

#include "widgets/plot/heat_map.h"

#include <QtTest>

/// What tests of heat maps share.
namespace spikeclip::test {

/// Whether a click on that cell, in sight, finds it.
inline bool click(widgets::HeatMap& map, widgets::HeatCell cell, Qt::KeyboardModifiers modifiers = {})
{
    auto* plot = map.childAt(map.rect().center());
    for (int y = 0; y < map.height(); y += 2)
        for (int x = 0; x < map.width(); x += 2)
            if (map.cellAt(QPointF(x, y)) == cell) {
                QTest::mouseClick(plot, Qt::LeftButton, modifiers, plot->mapFrom(&map, QPoint(x, y)));
                return true;
            }
    return false;
}

/// Twice: the first time QCustomPlot lays itself out.
inline void show(QWidget& panel, QSize size = QSize(600, 420))
{
    panel.resize(size);
    panel.show();
    QVERIFY(!panel.grab().isNull());
    QCoreApplication::processEvents();
    QVERIFY(!panel.grab().isNull());
}

}
