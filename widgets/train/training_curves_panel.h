#pragma once

#include "widgets/train/curves_table.h"
#include "widgets/view_panel.h"

#include <optional>

class QCheckBox;
class QComboBox;

namespace spikeclip::widgets {

class CurvesChart;

/// What one training run, or several over one another, says of itself while it runs: losses, accuracy, learning rate, speed, firing rate, energy,
/// angle of gradients.
class TrainingCurvesPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit TrainingCurvesPanel(QWidget* parent = nullptr);

    /// In the order of their colours. A log that has grown is another log; runs whose log is the same object cost nothing.
    void setRuns(const std::vector<TrainingRun>& runs);

    data::CurveQuantity quantity() const;
    void setQuantity(data::CurveQuantity quantity);
    data::CurveAxis axis() const;
    void setAxis(data::CurveAxis axis);
    int smoothing() const; ///< points over which curves of batches are smoothed, or so many of each thousand; 0: not at all
    void setSmoothing(int span);
    bool isLogarithmic() const; ///< of loss and learning rate only
    void setLogarithmic(bool logarithmic);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    /// What was computed from a log, for as long as it is asked for again.
    struct Drawn
    {
        std::shared_ptr<const data::TrainingLog> log;
        data::CurveQuantity quantity = data::CurveQuantity::Loss;
        data::CurveAxis axis = data::CurveAxis::Batches;
        int smoothing = 0;
        std::vector<data::StageSpan> stages;
        std::vector<data::CurveSeries> series;
        std::vector<data::Curve> raw, smooth;
    };
    TrainingCurvesPanel(CurvesChart* chart, CurvesTable* table, QWidget* parent);
    const Drawn& drawn(const TrainingRun& run);
    bool hasScales() const;

    std::vector<TrainingRun> m_runs;
    std::vector<Drawn> m_drawn;

    CurvesChart* m_chart;
    CurvesTable* m_table;
    QComboBox* m_quantityBox;
    QComboBox* m_axisBox;
    QComboBox* m_smoothingBox;
    QCheckBox* m_logarithmic;
};

}
