// How long the raster takes to pan, zoom and select: raster_bench [--pictures FOLDER] prints JSON, times in milliseconds of wall time.
// Meant for a quiet computer; ctest does not run it.

#include "tests/spikes.h"
#include "widgets/plot/raster_image.h"
#include "widgets/plot/spike_raster.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <vector>

using namespace spikeclip;
using widgets::RasterWindow;

namespace {

QJsonObject percentiles(std::vector<double> ms)
{
    std::ranges::sort(ms);
    const auto at = [&](double part) { return ms[static_cast<std::size_t>(part * static_cast<double>(ms.size() - 1))]; };
    return {{QStringLiteral("p50"), at(0.5)}, {QStringLiteral("p95"), at(0.95)}, {QStringLiteral("worst"), at(1)}};
}

/// Zooms in to a hundredth and out again while panning to and fro.
RasterWindow scripted(const data::SpikeRaster& raster, int frame, int frames)
{
    const double turn = 2 * std::numbers::pi * frame / frames;
    const double zoom = std::pow(10, std::cos(turn) - 1);
    const double place = 0.5 + 0.5 * std::sin(3 * turn);
    const double width = raster.columns() * zoom;
    const double height = raster.rows() * zoom;
    return {.left = place * (raster.columns() - width),
            .right = place * (raster.columns() - width) + width,
            .bottom = place * (raster.rows() - height),
            .top = place * (raster.rows() - height) + height};
}

/// From the change of the window to pixels on the widget: as events would cause it, without waiting for a screen.
double redrawMs(widgets::SpikeRaster& view, const RasterWindow& window)
{
    QElapsedTimer clock;
    clock.start();
    view.setWindow(window);
    QCoreApplication::processEvents(); // the queued replot and its paint event
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

QJsonObject measure(int rows, int trials, double rate, const QString& pictures)
{
    constexpr int frames = 100;
    const auto raster = test::chanceRaster(rows, 4, trials, rate);
    widgets::SpikeRaster view;
    view.resize(1600, 900);
    view.setRaster(raster, {.of = rows, .chosenBy = QStringLiteral("chance"), .sortedBy = QStringLiteral("index")});
    view.show();
    QCoreApplication::processEvents();

    std::vector<double> redraws;
    std::vector<double> selections;
    for (int frame = 0; frame < frames; ++frame) {
        const auto window = scripted(raster, frame, frames);
        redraws.push_back(redrawMs(view, window));
        QElapsedTimer clock;
        clock.start();
        view.selectIn(window);
        view.chooseRow((static_cast<int>(window.bottom) + frame) % rows);
        QCoreApplication::processEvents();
        selections.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    if (!pictures.isEmpty())
        for (const auto theme : {widgets::Theme::Light, widgets::Theme::Dark})
            for (const double part : {1.0, 0.05, 0.0}) { // all, a part, the least one can zoom in to
                widgets::applyTheme(theme);
                QCoreApplication::processEvents();
                view.resize(700, 420);
                view.setWindow({.left = 0, .right = raster.columns() * part, .bottom = 0, .top = raster.rows() * part});
                QCoreApplication::processEvents();
                view.grab().save(QStringLiteral("%1/%2-%3-%4-%5.png").arg(pictures).arg(rows).arg(trials).arg(widgets::nameOf(theme)).arg(part));
            }
    return {{QStringLiteral("rows"), rows},
            {QStringLiteral("columns"), raster.columns()},
            {QStringLiteral("spikes"), static_cast<double>(raster.spikes())},
            {QStringLiteral("redraw_ms"), percentiles(redraws)},
            {QStringLiteral("select_and_choose_ms"), percentiles(selections)}};
}

}

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    widgets::applyTheme(widgets::Theme::Light);
    const auto arguments = QCoreApplication::arguments();
    const auto pictures = arguments.size() == 3 && arguments[1] == QStringLiteral("--pictures") ? arguments[2] : QString();
    QJsonArray cases;
    cases << measure(120'000, 1, 0.208, pictures) << measure(1'204'224, 1, 0.208, pictures) << measure(16'384, 250, 0.061, pictures)
          << measure(16'384, 250, 0.244, pictures);
    const QJsonObject report{{QStringLiteral("format"), QStringLiteral("spikeclip-raster-bench/1")},
                             {QStringLiteral("view"), QStringLiteral("1600x900")},
                             {QStringLiteral("cases"), cases}};
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
