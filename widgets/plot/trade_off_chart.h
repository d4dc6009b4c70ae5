#pragma once

#include "core/energy/trade_off.h"
#include "widgets/plot/plot_card.h"

#include <memory>
#include <vector>

namespace spikeclip::widgets {

class LeavingBar;
class TradeOffPlottable;

/// What the chart shows.
struct TradeOffView
{
    std::vector<energy::TradeOffPoint> overSteps; ///< after T = 1, 2, ...; empty: nothing is shown
    std::optional<energy::TradeOffPoint> twin;    ///< its accuracy may be of no pictures
    std::vector<energy::EarlyExit> path;          ///< early exit at every threshold of the slider
    energy::EarlyExit exit;                       ///< at the threshold chosen
    energy::Charge charge = energy::Charge::Compute;
    int unlabelled = 0; ///< pictures left out
};

/// "62 %" of how many pictures there are.
QString accuracyText(const energy::Accuracy& accuracy);

/// What the chart and its plottable share.
struct TradeOffState
{
    TradeOffView view;
    bool logarithmic = true;
    int step = 0; ///< emphasised; 0: none
};

/// Estimated energy (x) against accuracy (y): a curve over T, early exit, and the ANN twin. A click on a point, Left and Right choose a T.
class TradeOffChart : public PlotCard
{
    Q_OBJECT
public:
    explicit TradeOffChart(QWidget* parent = nullptr);

    void setView(const TradeOffView& view);
    void setLogarithmic(bool logarithmic);
    void setStep(int step); ///< one that is not there: none

    QString summary() const override;

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void describe() override;
    void fitAxes(int height) override;
    void restyle() override;
    QString tipAt(QPointF position) const override;
    void onClicked(QPointF position) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int steps() const { return static_cast<int>(m_state->view.overSteps.size()); }
    QString exitText() const;
    QString pointText(int step) const;
    void moveTo(int step);
    void setRanges();

    std::shared_ptr<TradeOffState> m_state;
    TradeOffPlottable* m_marks; ///< belongs to the plot
    LeavingBar* m_leaving;
};

}
