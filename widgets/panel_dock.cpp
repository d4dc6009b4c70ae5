#include "widgets/panel_dock.h"

#include "widgets/panel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

namespace spikeclip::widgets {

PanelDock::PanelDock(Panel* panel, const QString& name, QWidget* parent)
    : QDockWidget(parent), m_panel(panel), m_float(new QToolButton), m_close(new QToolButton)
{
    setObjectName(name);
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(9, 3, 3, 1);
    layout->setSpacing(2);
    layout->addWidget(panel->takeHeader(), 1);
    const auto side = style()->pixelMetric(QStyle::PM_SmallIconSize) * 3 / 4;
    for (auto* button : {m_float, m_close}) {
        button->setAutoRaise(true);
        button->setIconSize({side, side});
        layout->addWidget(button);
    }
    setTitleBarWidget(bar);
    setWidget(panel);
    setWindowTitle(panel->title());

    connect(panel, &Panel::titleChanged, this, &QWidget::setWindowTitle);
    connect(m_float, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::close);
    retranslate();
}

void PanelDock::reveal()
{
    show();
    raise();
    if (isFloating())
        activateWindow();
    if (auto* first = m_panel->nextInFocusChain(); first && m_panel->isAncestorOf(first))
        first->setFocus(Qt::OtherFocusReason);
}

void PanelDock::retranslate()
{
    m_float->setToolTip(tr("Into a window of its own, or back"));
    m_float->setAccessibleName(m_float->toolTip());
    m_close->setToolTip(tr("Close; View \u203a Panels brings it back"));
    m_close->setAccessibleName(m_close->toolTip());
    m_float->setIcon(style()->standardIcon(QStyle::SP_TitleBarNormalButton));
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
}

void PanelDock::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

}
