#pragma once

#include "core/data/spike_maps.h"
#include "widgets/plot/montage.h"
#include "widgets/view_panel.h"

#include <cstdint>
#include <vector>

class QComboBox;
class QSpinBox;

namespace spikeclip::widgets {

class FeatureTable;
class HeatMap;
class LayerBox;

/// Where channels of one layer fire: a small picture for each, as wide and high as the layer's positions. Row 0 of the picture is on top.
class FeatureMapPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit FeatureMapPanel(QWidget* parent = nullptr);

    /// The layers of one picture, input to output. Layers without recorded spikes are not offered.
    void setLayers(const std::vector<data::LayerActivity>& layers);

    // What a program chooses is not announced.
    void chooseLayer(const QString& path);
    void chooseChannel(int channel);                              ///< -1: none
    void setStep(int step);                                       ///< T, from 1; 0: all steps
    void chooseNeurons(const std::vector<std::int64_t>& neurons); ///< as in data::SpikeRecord
    void choose(const data::ChannelChoice& choice);               ///< which channels are shown; `around` is the one chosen
    void showStepAlone(bool alone);                               ///< otherwise all steps up to it

    QString layer() const;
    int channel() const { return m_channel; }
    const std::vector<std::int64_t>& neurons() const { return m_neurons; }
    const data::ChannelMaps& maps() const { return m_maps; } ///< what is shown

Q_SIGNALS:
    void layerChosen(const QString& path);
    void channelChosen(int channel);
    void neuronsChosen(const std::vector<std::int64_t>& neurons);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    FeatureMapPanel(HeatMap* map, FeatureTable* table, QWidget* parent);
    data::ChannelChoice choice() const;
    data::CellRange steps() const; ///< from 0
    std::vector<int> channelsToShow(const data::SpikeRecord& record) const;
    std::int64_t neuronAt(int row, int column) const;
    void forgetWhatIsAbsent();
    void forgetLayersChoice();
    void onCellChosen(int row, int column);
    void onCellToggled(int row, int column);
    void onResized();
    Montage fittedMontage() const; ///< of the maps in the room that there is
    void fillTable();
    HeatCell cellOf(std::int64_t neuron) const; ///< none if its channel is not shown
    void showFrames();
    void nameSteps();
    QString captionText() const;
    QString wordsOf(int row, int column) const;

    data::ChannelMaps m_maps;
    Montage m_montage;
    int m_channel = -1;
    int m_anchor = 0; ///< the channel around which others are shown: it stays while the reader chooses among those
    int m_step = 0;
    std::vector<std::int64_t> m_neurons;

    HeatMap* m_map;
    FeatureTable* m_table;
    LayerBox* m_layerBox;
    QComboBox* m_choiceBox;
    QSpinBox* m_most;
    QComboBox* m_sortBox;
    QComboBox* m_stepsBox;
};

}
