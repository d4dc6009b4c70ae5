#pragma once

#include <QWidget>

class QBoxLayout;

namespace spikeclip::widgets {

/// A large view and a smaller one: side by side where there is room, one above the other where there is not.
class SideBySide : public QWidget
{
    Q_OBJECT
public:
    static constexpr int leastBeside = 560;         ///< width from which on they stand side by side
    static constexpr int leastBesideWhereLow = 380; ///< the same where one above the other would leave neither enough height
    static constexpr int lowest = 360;              ///< height from which on there is room for both, one above the other

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
