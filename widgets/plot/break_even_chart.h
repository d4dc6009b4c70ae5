#pragma once

#include "core/energy/break_even.h"
#include "widgets/plot/plot_card.h"

#include <QString>

#include <memory>
#include <vector>

namespace spikeclip::widgets {

class BreakEvenPlottable;

/// One layer of neurons among the lines: its firing rate is the input rate of what it feeds.
struct BreakEvenDot
{
    QString layer;     ///< module path
    double rate = 0;   ///< up to the step shown, in [0, 1]
    QStringList feeds; ///< module paths of synapses, as far as they name this layer as their source

    friend bool operator==(const BreakEvenDot&, const BreakEvenDot&) = default;
};

/// What the chart shows.
struct BreakEvenView
{
    int step = 1;                         ///< T of the dots
    std::vector<energy::BreakEven> lines; ///< T = 1, 2, ...
    std::vector<BreakEvenDot> dots;       ///< input to output
    double mean = 0;                      ///< firing rate over all neurons
    bool hasTwin = false;
};

/// "128 %", without a bound.
QString rateTextOf(double rate);

/// What is above and below at the view's step, in sentences of their own lines.
QStringList breakEvenSentences(const BreakEvenView& view);

/// What the chart and its plottable share.
struct BreakEvenState
{
    BreakEvenView view;
    bool logarithmic = true;
    int chosen = -1;  ///< index of a dot
    double least = 0; ///< lower end of the axis of rates
};

/// Lines of break-even over T, with the layers of one picture as dots. Left and Right go through the layers, Up and Down to the next rate.
class BreakEvenChart : public PlotCard
{
    Q_OBJECT
public:
    static constexpr int mostSteps = 32;

    explicit BreakEvenChart(QWidget* parent = nullptr);

    void setView(const BreakEvenView& view); ///< a chosen layer stays chosen if it is there again
    void setLogarithmic(bool logarithmic);
    void chooseLayer(const QString& layer); ///< one that has no dot: none
    QString chosenLayer() const;

    QString summary() const override;
    QPointF dotAt(int index) const; ///< in this widget

Q_SIGNALS:
    void layerChosen(const QString& layer);

protected:
    void describe() override;
    void fitAxes(int height) override;
    void restyle() override;
    QString tipAt(QPointF position) const override;
    void onClicked(QPointF position) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString dotText(int index) const;
    void choose(int index);
    void setRanges();

    std::shared_ptr<BreakEvenState> m_state;
    BreakEvenPlottable* m_marks; ///< belongs to the plot
};

}
