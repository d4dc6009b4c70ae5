#pragma once

#include "core/data/activity.h"
#include "core/data/neuron_choice.h"
#include "widgets/view_panel.h"

#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;

namespace spikeclip::widgets {

class RasterTable;
class SpikeRaster;

/// The spikes of one layer for one picture: which layer and which neurons is the reader's choice, and said in words beside the raster.
class SpikePanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit SpikePanel(QWidget* parent = nullptr);

    /// The layers of one picture, input to output. Layers without recorded spikes are not offered.
    void setLayers(const std::vector<data::LayerActivity>& layers);

    QString layer() const; ///< module path; empty while there is nothing
    void chooseLayer(const QString& layer);
    void choose(const data::NeuronChoice& choice);

Q_SIGNALS:
    void layerChosen(const QString& layer);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    SpikePanel(SpikeRaster* raster, RasterTable* table, QWidget* parent);
    void fillLayers();
    data::NeuronChoice choice() const;

    std::vector<data::LayerActivity> m_layers;
    QString m_wanted; ///< stays from picture to picture

    SpikeRaster* m_raster;
    RasterTable* m_table;
    QComboBox* m_layerBox;
    QLabel* m_neuronsLabel;
    QComboBox* m_choiceBox;
    QSpinBox* m_most;
    QLabel* m_sortLabel;
    QComboBox* m_sortBox;
};

}
