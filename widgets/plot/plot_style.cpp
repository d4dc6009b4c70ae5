#include "widgets/plot/plot_style.h"

#include "widgets/paint.h"
#include "widgets/plot/qcp.h"
#include "widgets/theme.h"

#include <algorithm>

namespace spikeclip::widgets {

void stylePlot(QCustomPlot& plot, const QPalette& palette, const QFont& font)
{
    const auto colours = chartColours(palette);
    const QPen line(colours.faint, 1);
    const auto small = scaled(font, 0.9);
    plot.setBackground(QBrush(palette.color(QPalette::Base)));
    for (auto* rect : plot.axisRects())
        for (auto* axis : rect->axes()) {
            axis->setBasePen(line);
            axis->setTickPen(line);
            axis->setSubTickPen(line);
            axis->setTickLabelColor(palette.color(QPalette::Text));
            axis->setLabelColor(colours.faint);
            axis->setTickLabelFont(small);
            axis->setLabelFont(small);
            axis->grid()->setPen(QPen(colours.grid, 1));
            axis->grid()->setZeroLinePen(Qt::NoPen);
        }
}

const std::array<QRgb, 256>& viridis()
{
    static const auto map = [] {
        constexpr std::array<QRgb, 9> stops = {0xff440154, 0xff472d7b, 0xff3b528b, 0xff2c728e, 0xff21918c, 0xff28ae80, 0xff5ec962, 0xffaddc30, 0xfffde725};
        std::array<QRgb, 256> colours{};
        for (std::size_t i = 0; i < colours.size(); ++i) {
            const double place = static_cast<double>(i) / 255 * (stops.size() - 1);
            const auto stop = std::min(static_cast<std::size_t>(place), stops.size() - 2);
            const double part = place - static_cast<double>(stop);
            const auto mix = [part](int a, int b) { return qRound(a + (b - a) * part); };
            const auto a = stops[stop];
            const auto b = stops[stop + 1];
            colours[i] = qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
        }
        return colours;
    }();
    return map;
}

QColor inkOn(QRgb colour) { return qGray(colour) > 120 ? Qt::black : Qt::white; }

}
