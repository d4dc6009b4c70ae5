#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QMainWindow;

namespace spikeclip::widgets {
class Panel;
class PanelDock;
}

namespace spikeclip::explorer {

/// The docks of the window, and the two arrangements of them that can be asked for. How a person arranges them further is kept with the settings.
class DockLayout : public QObject
{
    Q_OBJECT
public:
    enum class Preset {
        Simple, ///< what an answer needs; other views open in windows of their own
        Full,   ///< the answer in a narrow column, all views of spikes beside it
    };

    /// Where a dock belongs.
    struct Place
    {
        bool inSimple = false;
        int column = 0; ///< of the full arrangement, from 0
        int row = 0;    ///< within the column; docks of one place lie behind one another, the first added in front
    };

    explicit DockLayout(QMainWindow* window);

    /// All docks are added before the first arrange().
    widgets::PanelDock* add(widgets::Panel* panel, const QString& name, Place place);
    const QList<widgets::PanelDock*>& docks() const { return m_docks; }

    void arrange(Preset preset);
    Preset preset() const { return m_preset; }

    /// A state that state() gave, whenever that was; false leaves things as they were.
    bool restore(const QByteArray& state);
    QByteArray state() const;

    static Preset presetFromName(const QString& name); ///< "full"; anything else is Simple
    static QString nameOf(Preset preset);

Q_SIGNALS:
    void arranged(spikeclip::explorer::DockLayout::Preset preset);

private:
    void arrangeSimple();
    void arrangeFull();

    QMainWindow* m_window;
    QList<widgets::PanelDock*> m_docks;
    QList<Place> m_places;
    Preset m_preset = Preset::Simple;
};

}
