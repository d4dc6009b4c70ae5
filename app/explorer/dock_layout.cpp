#include "app/explorer/dock_layout.h"

#include "widgets/panel_dock.h"

#include <QMainWindow>
#include <QTimer>

#include <algorithm>
#include <map>
#include <utility>

namespace spikeclip::explorer {

namespace {

constexpr int stateVersion = 2;       // of the set of docks: a saved state of another is not used
constexpr QSize windowSize{820, 560}; // of a view that opens in a window of its own
constexpr QSize roomySize{1500, 760};  // of the window, from which on the arrangement for training has three columns, and the runs below the form
constexpr int leastHeight = 100;      // of all docks but the first in the simple arrangement, to begin with

}

DockLayout::DockLayout(QMainWindow* window) : QObject(window), m_window(window)
{
    m_window->setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::GroupedDragging);
    m_window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

widgets::PanelDock* DockLayout::add(widgets::Panel* panel, const QString& name, const Place& place)
{
    auto* dock = new widgets::PanelDock(panel, name, m_window);
    dock->hide();
    m_docks << dock;
    m_places << place;
    return dock;
}

void DockLayout::arrange(Preset preset)
{
    m_preset = preset;
    m_front.clear();
    for (auto* dock : m_docks) {
        dock->setFloating(false);
        m_window->removeDockWidget(dock); // which hides it
    }
    switch (preset) {
    case Preset::Simple:
        arrangeSimple();
        break;
    case Preset::Full:
        arrangeGrid([](const Place& place) { return place.full; });
        break;
    case Preset::Energy:
        arrangeGrid([](const Place& place) { return place.energy; });
        break;
    case Preset::Train:
        arrangeTrain();
        break;
    }
}

/// It opens in a window of its own.
void DockLayout::putAside(widgets::PanelDock* dock)
{
    m_window->addDockWidget(Qt::RightDockWidgetArea, dock, Qt::Vertical);
    dock->setFloating(true);
    dock->resize(windowSize);
    dock->hide();
}

void DockLayout::arrangeSimple()
{
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        if (!m_places[i].inSimple) {
            putAside(m_docks[i]);
            continue;
        }
        m_window->addDockWidget(Qt::RightDockWidgetArea, m_docks[i], Qt::Vertical);
        m_docks[i]->show();
    }
    QList<QDockWidget*> shown;
    for (auto* dock : m_docks)
        if (!dock->isHidden())
            shown << dock;
    QList<int> heights(shown.size(), leastHeight);
    if (!heights.isEmpty())
        heights.front() = m_window->height(); // the first as high as may be
    m_window->resizeDocks(shown, heights, Qt::Vertical);
}

/// Over the whole width: above is room for a message.
void DockLayout::arrangeTrain()
{
    const int lastColumn = m_window->width() >= roomySize.width() ? 2 : 1;
    const int lastRow = m_window->height() >= roomySize.height() ? 1 : 0; // of the first column
    arrangeGrid(
        [=](const Place& place) {
            auto cell = place.train;
            if (cell)
                cell = Cell{.column = std::min(cell->column, lastColumn), .row = cell->column == 0 ? std::min(cell->row, lastRow) : cell->row};
            return cell;
        },
        Qt::BottomDockWidgetArea);
}

void DockLayout::arrangeGrid(const std::function<std::optional<Cell>(const Place&)>& cellOf, Qt::DockWidgetArea area)
{
    // A place that is split or shared can no longer be split beside: first the columns, then their rows, at last what lies behind.
    std::map<std::pair<int, int>, widgets::PanelDock*> front; // of each cell, by row and column
    QList<std::pair<widgets::PanelDock*, widgets::PanelDock*>> behind;
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        const auto cell = cellOf(m_places[i]);
        if (!cell) {
            putAside(m_docks[i]);
            continue;
        }
        if (const auto [place, isFirst] = front.try_emplace({cell->row, cell->column}, m_docks[i]); !isFirst)
            behind << std::pair(place->second, m_docks[i]);
    }
    widgets::PanelDock* left = nullptr;
    QList<widgets::PanelDock*> tops;
    for (const auto& [place, dock] : front) {
        const auto [row, column] = place;
        if (row > 0)
            m_window->splitDockWidget(front.at({row - 1, column}), dock, Qt::Vertical);
        else if (left)
            m_window->splitDockWidget(left, dock, Qt::Horizontal);
        else
            m_window->addDockWidget(area, dock);
        if (row == 0)
            tops << (left = dock);
    }
    for (const auto& [first, dock] : behind) {
        m_window->tabifyDockWidget(first, dock);
        dock->show();
    }
    for (const auto& [place, dock] : front)
        dock->show();
    for (const auto& [place, dock] : front)
        m_front << dock;
    QTimer::singleShot(0, this, &DockLayout::raiseFront); // a window that has not been laid out yet forgets what was raised
    m_window->resizeDocks(QList<QDockWidget*>(tops.begin(), tops.end()), QList<int>(tops.size(), m_window->width()),
                          Qt::Horizontal); // as wide as may be
}

void DockLayout::raiseFront()
{
    for (auto* dock : std::exchange(m_front, {}))
        dock->raise();
}

bool DockLayout::restore(const QByteArray& state)
{
    const bool restored = m_window->restoreState(state, stateVersion);
    if (restored)
        m_front.clear(); // the state says which are
    return restored;
}

QByteArray DockLayout::state() const
{
    return m_window->saveState(stateVersion);
}

DockLayout::Preset DockLayout::presetFromName(const QString& name)
{
    for (const auto preset : {Preset::Full, Preset::Energy, Preset::Train})
        if (name == nameOf(preset))
            return preset;
    return Preset::Simple;
}

QString DockLayout::nameOf(Preset preset)
{
    switch (preset) {
    case Preset::Full:
        return QStringLiteral("full");
    case Preset::Energy:
        return QStringLiteral("energy");
    case Preset::Train:
        return QStringLiteral("train");
    case Preset::Simple:
        break;
    }
    return QStringLiteral("simple");
}

}
