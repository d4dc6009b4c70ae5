#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// What the spiking network and its ANN twin cost, in words.
namespace spikeclip::widgets {

/// How long both networks took on this computer, one picture at a time, and what they take up.
struct RaceFigures
{
    double snnMedianMs = 0;
    double snnP95Ms = 0; ///< the smallest time that 95 % of the passes do not exceed
    double annMedianMs = 0;
    double annP95Ms = 0;
    int steps = 0;   ///< T of the spiking network
    int repeats = 0; ///< passes of each
    int threads = 0; ///< that both may use; 0: not on the CPU
    QString snnPath; ///< who computed it, e.g. "on bits"
    QString annPath;
    double snnWeightBytes = 0;
    double annWeightBytes = 0;
    double residentBeforeBytes = 0; ///< of the program before the twin was needed; 0: unknown
    double residentAfterBytes = 0;
};

/// Estimated energy of one picture.
struct ComparedEnergy
{
    double snnPj = 0; ///< up to the step shown, picojoules
    double annPj = 0;
    QString preset;
    QStringList rules; ///< each counting choice as a sentence
};

/// One line under the labels.
struct CompareFigure
{
    QString name; ///< "Latency"
    QString snn;  ///< "2.10 ms"; empty: there is only the note
    QString twin;
    QString verdict;  ///< of the spiking network against its twin: "25 % less"
    QString note;     ///< who wins, and under which conditions
    QString sentence; ///< all of it, and what there is no room for
};

/// Nothing measured: says so, or that it is being done.
CompareFigure latencyFigure(const std::optional<RaceFigures>& race, bool measuring);
CompareFigure weightsFigure(const RaceFigures& race);
CompareFigure energyFigure(const ComparedEnergy& energy, int step);
CompareFigure agreementFigure(int agree, int of);

/// "25 % less", "25 % more", "about equal": `first` against `second`, equal if they differ by no more than `margin` of the larger one.
QString relationText(double first, double second, double margin);

/// "9.4 MB", of a million bytes each.
QString megabytesText(double bytes);

}
