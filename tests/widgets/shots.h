#pragma once

#include "tests/widgets/painting.h"

#include <QApplication>
#include <QDir>

namespace spikeclip::test {

/// For the eye of a person: where the environment names a folder in SPIKECLIP_SHOTS, the widget as it looks, light and dark, in each of the sizes.
inline void shoot(QWidget& widget, const QString& name, const QList<QSize>& sizes = {QSize(360, 420), QSize(760, 420), QSize(1600, 520)})
{
    const auto folder = qEnvironmentVariable("SPIKECLIP_SHOTS");
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    for (const auto theme : {widgets::Theme::Light, widgets::Theme::Dark}) {
        showIn(theme, widget);
        for (auto* child : widget.findChildren<QWidget*>())
            child->setPalette(QApplication::palette(child));
        for (const auto& size : sizes) {
            widget.resize(size);
            widget.show();
            for (int pass = 0; pass < 3; ++pass) { // QCustomPlot lays itself out when it draws first
                QCoreApplication::processEvents();
                (void)widget.grab();
            }
            widget.grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                   .arg(folder, name, QString::number(size.width()),
                                        theme == widgets::Theme::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }
    showIn(widgets::Theme::Light, widget);
    for (auto* child : widget.findChildren<QWidget*>())
        child->setPalette(QApplication::palette(child));
}

}
