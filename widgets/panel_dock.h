#pragma once

#include <QDockWidget>

class QToolButton;

namespace spikeclip::widgets {

class Panel;

/// A panel that can be moved, floated, put behind another and closed. The panel's own header line is the title bar, so nothing is said twice.
class PanelDock : public QDockWidget
{
    Q_OBJECT
public:
    /// Takes the panel over. `name` is how a saved layout knows it.
    PanelDock(Panel* panel, const QString& name, QWidget* parent = nullptr);

    Panel* panel() const { return m_panel; }
    void reveal(); ///< shows it, in front of those that share its place, with the keyboard's focus

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Panel* m_panel;
    QToolButton* m_float;
    QToolButton* m_close;
};

}
