#pragma once

#include <QWidget>

class QBoxLayout;

namespace spikeclip::widgets {

/// A large view and a smaller one: side by side where there is room, one above the other where there is not.
class SideBySide : public QWidget
{
    Q_OBJECT
public:
    static constexpr int leastBeside = 560; ///< width from which on they stand side by side

    SideBySide(QWidget* large, QWidget* small, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QWidget* m_large;
    QWidget* m_small;
    QBoxLayout* m_layout;
};

}
