#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QMainWindow;

namespace spikeclip::widgets {
class Panel;
class PanelDock;
}

namespace spikeclip::explorer {

/// The docks of the window, and the arrangements of them that can be asked for. How a person arranges them further is kept with the settings.
class DockLayout : public QObject
{
    Q_OBJECT
public:
    enum class Preset {
        Simple, ///< what an answer needs; other views open in windows of their own
        Full,   ///< the answer in a narrow column, all views of spikes beside it
        Energy, ///< likewise, with the views of energy
        Train,  ///< how a model is trained, and what comes of it, instead of the answer: the window hides what lies in its middle
    };

    /// A place in a grid of docks. Those of one place lie behind one another, the first added in front.
    struct Cell
    {
        int column = 0;
        int row = 0;
    };

    /// Where a dock belongs.
    struct Place
    {
        bool inSimple = false;
        std::optional<Cell> full;
        std::optional<Cell> energy;
        std::optional<Cell> train;
    };

    explicit DockLayout(QMainWindow* window);

    /// All docks are added before the first arrange().
    widgets::PanelDock* add(widgets::Panel* panel, const QString& name, const Place& place);
    const QList<widgets::PanelDock*>& docks() const { return m_docks; }

    void arrange(Preset preset);
    Preset preset() const { return m_preset; }

    /// A state that state() gave, whenever that was; false leaves things as they were.
    bool restore(const QByteArray& state);
    QByteArray state() const;

    static Preset presetFromName(const QString& name); ///< "simple", "full", "energy", "train"; anything else is Simple
    static QString nameOf(Preset preset);

private:
    void arrangeSimple();
    void arrangeGrid(const std::function<std::optional<Cell>(const Place&)>& cellOf, Qt::DockWidgetArea area = Qt::RightDockWidgetArea);
    void arrangeTrain();
    void putAside(widgets::PanelDock* dock);
    void raiseFront();

    QMainWindow* m_window;
    QList<widgets::PanelDock*> m_docks;
    QList<Place> m_places;
    QList<widgets::PanelDock*> m_front; ///< still to be raised
    Preset m_preset = Preset::Simple;
};

}
