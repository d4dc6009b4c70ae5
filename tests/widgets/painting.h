#pragma once

#include "widgets/theme.h"

#include <QTranslator>
#include <QWidget>
#include <QtTest>

/// What tests of views share.
namespace spikeclip::test {

/// Qt tells widgets about a new palette of the application only while its event loop runs.
inline void showIn(widgets::Theme theme, QWidget& widget)
{
    widgets::applyTheme(theme);
    widget.setPalette(QGuiApplication::palette());
}

/// Paints at several sizes, down to one that holds nothing, in both themes. Any mistake is a crash or a sanitizer's report.
inline void paintEverywhere(QWidget& widget)
{
    for (const auto theme : {widgets::Theme::Light, widgets::Theme::Dark}) {
        showIn(theme, widget);
        for (const QSize size : {QSize(640, 480), QSize(60, 20), QSize(1, 1), QSize(3000, 40)}) {
            widget.resize(size);
            QVERIFY(!widget.grab().isNull());
        }
    }
    showIn(widgets::Theme::Light, widget);
    widget.resize(480, 320);
}

/// Whether a pixel has about this colour: marks and bars have soft edges.
inline bool isLike(QRgb pixel, const QColor& colour)
{
    return std::abs(qRed(pixel) - colour.red()) + std::abs(qGreen(pixel) - colour.green()) + std::abs(qBlue(pixel) - colour.blue()) < 40;
}

/// Changes every text it is asked for, so that a text which stays was not translated again.
class MarkingTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int) const override { return QLatin1Char('#') + QString::fromUtf8(text); }
};

}
