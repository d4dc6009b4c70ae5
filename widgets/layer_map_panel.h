#pragma once

#include "core/data/activity.h"
#include "widgets/view_panel.h"

#include <vector>

namespace spikeclip::widgets {

class HeatMap;
class StepTable;

/// How much each layer fires at each step: rows are layers from input to output, columns are steps, colours are firing rates.
class LayerMapPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit LayerMapPanel(QWidget* parent = nullptr);

    /// The layers of one picture, input to output. Those without counted spikes are left out, and the caption says so.
    void setLayers(const std::vector<data::LayerActivity>& layers);

    // What a program chooses is not announced.
    void chooseLayer(const QString& path);
    void setStep(int step); ///< from 1; 0: none

    QString layer() const { return m_layer; } ///< module path; empty: none
    int step() const { return m_step; }

Q_SIGNALS:
    void layerChosen(const QString& path);
    void stepChosen(int step);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    LayerMapPanel(HeatMap* map, StepTable* table, QWidget* parent);
    int rowOf(const QString& path) const; ///< -1: no such layer
    void onCellChosen(int row, int column);
    void showChoice();

    std::vector<data::LayerActivity> m_layers;
    int m_allLayers = 0;
    QString m_layer;
    int m_step = 0;

    HeatMap* m_map;
    StepTable* m_table;
};

}
