#pragma once

#include "core/data/training_curves.h"
#include "widgets/plot/plot_card.h"

#include <memory>
#include <optional>
#include <vector>

namespace spikeclip::widgets {

class CurvesPlottable;

/// One series of one run.
struct ShownCurve
{
    data::CurveSeries series = data::CurveSeries::Loss;
    data::Curve raw;
    data::Curve smooth; ///< empty: drawn as it is
};

struct ShownRun
{
    QString name;
    std::vector<data::StageSpan> stages;
    std::vector<ShownCurve> curves; ///< those that have points
};

/// What the chart shows.
struct CurvesView
{
    data::CurveQuantity quantity = data::CurveQuantity::Loss;
    data::CurveAxis axis = data::CurveAxis::Batches;
    bool logarithmic = false;
    std::vector<ShownRun> runs; ///< at most `categoryCount`
    int leftOut = 0;            ///< runs beyond those
};

/// What the chart and its plottable share.
struct CurvesState
{
    CurvesView view;
    std::optional<double> cursor; ///< place on the axis whose values the words tell

    bool isOverlay() const { return view.runs.size() > 1; }
};

/// Training curves of one run, a colour a series, or of several, a colour a run and dashes a series. Stages stand one behind another. The wheel
/// zooms at the pointer, dragging pans, a double click or Escape shows all again; a click, Left and Right choose a place whose values are told.
class CurvesChart : public PlotCard
{
    Q_OBJECT
public:
    explicit CurvesChart(QWidget* parent = nullptr);

    void setView(CurvesView view); ///< what is in sight stays, if a part was chosen of the same axis
    const CurvesView& view() const { return m_state->view; }
    bool hasCurves() const;

    void showAll();
    std::optional<double> cursor() const { return m_state->cursor; }

    QString summary() const override;

protected:
    void describe() override;
    void fitAxes(int height) override;
    void restyle() override;
    QString tipAt(QPointF position) const override;
    void onClicked(QPointF position) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double xEnd() const;
    void fitRanges();
    void fitValues();
    void moveCursor(int points);
    QString valuesAt(const ShownRun& run, double place) const;
    QString valuesText(std::optional<double> place) const; ///< of all runs; without a place the newest

    std::shared_ptr<CurvesState> m_state;
    CurvesPlottable* m_curves; ///< belongs to the plot
    bool m_zoomed = false;
};

}
