#include "widgets/compare_figures.h"

#include "core/data/comparison.h"
#include "widgets/energy_line.h"
#include "widgets/layer_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

struct CompareText
{
    Q_DECLARE_TR_FUNCTIONS(CompareText)
};

constexpr double timeMargin = 0.05; // medians of the same thing differ by so much from one run to the next
constexpr double sizeMargin = 0.005;

QString whoIsFaster(const RaceFigures& race)
{
    switch (data::smallerOf(race.snnMedianMs, race.annMedianMs, timeMargin)) {
    case data::Smaller::First:
        return CompareText::tr("The spiking network is faster here.");
    case data::Smaller::Second:
        return CompareText::tr("The ANN twin is faster here.");
    case data::Smaller::Neither:
        break;
    }
    return CompareText::tr("Neither is clearly faster here.");
}

QString conditions(const RaceFigures& race)
{
    const auto passes = CompareText::tr("Medians of %n pass(es)", nullptr, race.repeats);
    return race.threads > 0 ? CompareText::tr("%1, %n thread(s), batch 1, T = %2.", nullptr, race.threads).arg(passes).arg(race.steps)
                            : CompareText::tr("%1, batch 1, T = %2.").arg(passes).arg(race.steps);
}

QString colonTo(const QString& name, const QString& rest)
{
    return CompareText::tr("%1: %2", "a figure's name and what it is").arg(name, rest);
}

}

QString relationText(double first, double second, double margin)
{
    if (!(first > 0) || !(second > 0))
        return {};
    if (data::smallerOf(first, second, margin) == data::Smaller::Neither)
        return CompareText::tr("about equal");
    const auto percent = QLocale().toString(100 * std::abs(first / second - 1), 'f', 0);
    return first < second ? CompareText::tr("%1 % less").arg(percent) : CompareText::tr("%1 % more").arg(percent);
}

QString megabytesText(double bytes)
{
    const double mb = bytes / 1e6;
    return CompareText::tr("%1 MB").arg(QLocale().toString(mb, 'f', mb < 10 ? 2 : mb < 100 ? 1 : 0));
}

CompareFigure latencyFigure(const std::optional<RaceFigures>& race, bool measuring)
{
    CompareFigure figure{.name = CompareText::tr("Latency"), .snn = {}, .twin = {}, .verdict = {}, .note = {}, .sentence = {}};
    if (!race) {
        figure.note = measuring ? CompareText::tr("Measuring both on this computer\u2026")
                                : CompareText::tr("Not measured yet: \u201cMeasure\u201d runs both on this computer.");
        figure.sentence = colonTo(figure.name, figure.note);
        return figure;
    }
    figure.snn = timeText(race->snnMedianMs);
    figure.twin = timeText(race->annMedianMs);
    figure.verdict = relationText(race->snnMedianMs, race->annMedianMs, timeMargin);
    figure.note = measuring ? CompareText::tr("Measuring again\u2026") : whoIsFaster(*race) + QLatin1Char(' ') + conditions(*race);
    figure.sentence =
        CompareText::tr("Latency on this computer: spiking network %1 (%2), ANN twin %3 (%4).")
            .arg(figure.snn, race->snnPath, figure.twin, race->annPath)
        + QLatin1Char(' ') + whoIsFaster(*race) + QLatin1Char(' ') + conditions(*race) + QLatin1Char(' ')
        + CompareText::tr("Of the passes, which took turns, 95 % took at most %1 and %2. Making the picture small and reading labels is not "
                          "included.")
              .arg(timeText(race->snnP95Ms), timeText(race->annP95Ms));
    return figure;
}

CompareFigure weightsFigure(const RaceFigures& race)
{
    CompareFigure figure{.name = CompareText::tr("Weights"),
                         .snn = megabytesText(race.snnWeightBytes),
                         .twin = megabytesText(race.annWeightBytes),
                         .verdict = relationText(race.snnWeightBytes, race.annWeightBytes, sizeMargin),
                         .note = CompareText::tr("As 32-bit numbers."),
                         .sentence = {}};
    if (race.residentBeforeBytes > 0 && race.residentAfterBytes > 0)
        figure.note += QLatin1Char(' ')
                       + CompareText::tr("Memory of the program: %1, with LibTorch and the twin %2.")
                             .arg(megabytesText(race.residentBeforeBytes), megabytesText(race.residentAfterBytes));
    else if (race.residentAfterBytes > 0)
        figure.note += QLatin1Char(' ') + CompareText::tr("Memory of the program: %1.").arg(megabytesText(race.residentAfterBytes));
    figure.sentence = CompareText::tr("Weights of the image encoders: spiking network %1, ANN twin %2.").arg(figure.snn, figure.twin)
                      + QLatin1Char(' ') + figure.note;
    return figure;
}

CompareFigure energyFigure(const ComparedEnergy& energy, int step)
{
    const double unit = std::max(energy.snnPj, energy.annPj);
    CompareFigure figure{.name = CompareText::tr("Energy"),
                         .snn = energyText(energy.snnPj, unit),
                         .twin = energyText(energy.annPj, unit),
                         .verdict = relationText(energy.snnPj, energy.annPj, sizeMargin),
                         .note = CompareText::tr("Estimated, up to T = %1. %2.").arg(step).arg(energy.preset),
                         .sentence = {}};
    figure.sentence = CompareText::tr("Estimated energy of one picture: spiking network %1 up to T = %2, ANN twin %3. %4.")
                          .arg(figure.snn)
                          .arg(step)
                          .arg(figure.twin, energy.preset);
    for (const auto& rule : energy.rules)
        figure.sentence += QStringLiteral("\n\u2022 ") + rule;
    return figure;
}

CompareFigure agreementFigure(int agree, int of)
{
    const auto text = CompareText::tr("Both have the same answer for %1 of %n picture(s).", nullptr, of).arg(QLocale().toString(agree));
    return {.name = CompareText::tr("Gallery"),
            .snn = {},
            .twin = {},
            .verdict = {},
            .note = text,
            .sentence = colonTo(CompareText::tr("Gallery"), text)};
}

}
