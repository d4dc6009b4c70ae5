#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace spikeclip::widgets {

enum class Theme { System, Light, Dark };

/// "system", "light", "dark": as kept in the settings. Anything else is System.
Theme themeFromName(const QString& name);
QString nameOf(Theme theme);

/// Fusion with a palette of our own. `System` follows the platform's palette as it was when the program started.
void applyTheme(Theme theme);

bool isDark(const QPalette& palette);

/// Colours of charts, readable on the palette's Base. Categories are Okabe and Ito's, which differ for every kind of colour vision.
/// Source: Okabe and Ito, "Color universal design", 2008
struct ChartColours
{
    QColor accent;  ///< the winner, the spiking network
    QColor quiet;   ///< everything beside it
    QColor second;  ///< a second category: blocks, the ANN twin
    QColor event;   ///< layers that skip silent neurons
    QColor dense;   ///< layers that compute every neuron
    QColor warning; ///< never alone: always with a word or a mark
    QColor grid;
    QColor faint;   ///< text of less weight, still 4.5 : 1
};
ChartColours chartColours(const QPalette& palette);

}
