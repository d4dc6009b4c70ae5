#include "widgets/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QStyleHints>
#endif

namespace spikeclip::widgets {

namespace {

QColor mixed(const QColor& a, const QColor& b, double partOfB)
{
    const auto mix = [partOfB](float x, float y) { return static_cast<float>(x + (y - x) * partOfB); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

QPalette lightPalette()
{
    const QColor text(0x1c, 0x21, 0x28);
    QPalette palette(text, QColor(0xf1, 0xf3, 0xf5), Qt::white, QColor(0xc4, 0xca, 0xd1), QColor(0xdd, 0xe1, 0xe6), text, Qt::white,
                     Qt::white, QColor(0xf1, 0xf3, 0xf5));
    palette.setColor(QPalette::Button, QColor(0xf8, 0xf9, 0xfa));
    palette.setColor(QPalette::AlternateBase, QColor(0xf6, 0xf7, 0xf9));
    palette.setColor(QPalette::Highlight, QColor(0x00, 0x72, 0xb2));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x00, 0x5f, 0x96));
    palette.setColor(QPalette::ToolTipBase, QColor(0xff, 0xff, 0xf2));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x6b, 0x73, 0x7d));
    return palette;
}

QPalette darkPalette()
{
    const QColor text(0xe6, 0xe9, 0xed);
    QPalette palette(text, QColor(0x1d, 0x20, 0x24), QColor(0x44, 0x4a, 0x52), QColor(0x14, 0x16, 0x19), QColor(0x3a, 0x3f, 0x46), text,
                     Qt::white, QColor(0x26, 0x2a, 0x2f), QColor(0x1d, 0x20, 0x24));
    palette.setColor(QPalette::Button, QColor(0x30, 0x35, 0x3b));
    palette.setColor(QPalette::AlternateBase, QColor(0x2c, 0x30, 0x36));
    palette.setColor(QPalette::Highlight, QColor(0x56, 0xb4, 0xe9));
    palette.setColor(QPalette::HighlightedText, QColor(0x10, 0x14, 0x18));
    palette.setColor(QPalette::Link, QColor(0x7c, 0xc6, 0xf2));
    palette.setColor(QPalette::ToolTipBase, QColor(0x35, 0x3a, 0x41));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x96, 0x9e, 0xa8));
    return palette;
}

QPalette withDisabled(QPalette palette)
{
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(palette.color(role), palette.color(QPalette::Window), 0.55));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, palette.color(QPalette::Mid));
    return palette;
}

bool platformIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    static const bool darkAtStart = isDark(QGuiApplication::palette()); // before we ever set a palette
    return darkAtStart;
}

}

Theme themeFromName(const QString& name)
{
    if (name == QLatin1String("light"))
        return Theme::Light;
    return name == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

QString nameOf(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::System:
        break;
    }
    return QStringLiteral("system");
}

void applyTheme(Theme theme)
{
    const bool systemIsDark = platformIsDark();
    const bool dark = theme == Theme::Dark || (theme == Theme::System && systemIsDark);
    if (QApplication::style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(withDisabled(dark ? darkPalette() : lightPalette()));
    if (dark) // Fusion fills boxes with Base and frames them darker than it: on a panel, which is Base, nobody would see one that is not ticked
        for (const char* boxes : {"QCheckBox", "QRadioButton"}) {
            auto palette = QApplication::palette();
            palette.setColor(QPalette::Base, palette.color(QPalette::Mid).lighter(115));
            QApplication::setPalette(palette, boxes);
        }
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

ChartColours chartColours(const QPalette& palette)
{
    const auto text = palette.color(QPalette::Text);
    const auto base = palette.color(QPalette::Base);
    const bool dark = isDark(palette);
    return {.accent = dark ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x72, 0xb2),
            .quiet = mixed(text, base, dark ? 0.55 : 0.62),
            .second = QColor(0xe6, 0x9f, 0x00),
            .event = dark ? QColor(0x1f, 0xc0, 0x94) : QColor(0x00, 0x8a, 0x64), // bluish green and reddish purple, likewise
            .dense = dark ? QColor(0xdd, 0x93, 0xbc) : QColor(0xa8, 0x55, 0x85),
            .warning = dark ? QColor(0xff, 0x8a, 0x3d) : QColor(0xb8, 0x4d, 0x00), // vermilion, darker or lighter for contrast
            .grid = mixed(text, base, 0.85),
            .faint = mixed(text, base, 0.3)};
}

}
