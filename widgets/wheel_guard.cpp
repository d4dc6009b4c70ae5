#include "widgets/wheel_guard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace spikeclip::widgets {

namespace {

class WheelGuard : public QObject
{
public:
    explicit WheelGuard(QWidget& field) : QObject(&field)
    {
        if (field.focusPolicy() == Qt::WheelFocus)
            field.setFocusPolicy(Qt::StrongFocus);
        field.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return false;
        event->ignore(); // it goes on to the form
        return true;
    }
};

}

void guardFromWheel(QWidget& form)
{
    for (auto* field : form.findChildren<QWidget*>())
        if (qobject_cast<QAbstractSpinBox*>(field) || qobject_cast<QComboBox*>(field))
            new WheelGuard(*field);
}

}
