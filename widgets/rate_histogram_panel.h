#pragma once

#include "core/data/activity.h"
#include "core/data/layer_statistics.h"
#include "core/data/running_activity.h"
#include "widgets/view_panel.h"

#include <vector>

class QComboBox;
class QLabel;

namespace spikeclip::widgets {

class HistogramTable;
class LayerBox;
class RateHistogram;

/// The neurons of one layer by how often they fired for one picture: who is dead, who saturated, and who never fired in this session.
class RateHistogramPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit RateHistogramPanel(QWidget* parent = nullptr);

    /// The layers of one picture, input to output. Layers without recorded spikes are not offered.
    void setLayers(const std::vector<data::LayerActivity>& layers);
    void setStep(int step); ///< T: spikes of steps 1 to T count; cut to what there is
    void setSession(const data::SessionActivity& session);

    QString layer() const; ///< module path; empty while there is nothing
    void chooseLayer(const QString& layer);

Q_SIGNALS:
    void layerChosen(const QString& layer);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    RateHistogramPanel(RateHistogram* histogram, HistogramTable* table, QWidget* parent);

    data::SessionActivity m_session;
    data::LayerStatistics m_statistics; ///< shown
    int m_step = 1'000'000;             ///< until somebody says less: all of them

    RateHistogram* m_histogram;
    HistogramTable* m_table;
    LayerBox* m_layerBox;
    QLabel* m_scaleLabel;
    QComboBox* m_scaleBox;
};

}
