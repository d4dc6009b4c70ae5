#pragma once

#include "core/data/spike_maps.h"
#include "widgets/view_panel.h"

#include <vector>

class QComboBox;

namespace spikeclip::widgets {

class HeatMap;
class LayerBox;
class StepTable;

/// How much each channel of one layer fires at each step, over all its positions.
class ChannelMapPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit ChannelMapPanel(QWidget* parent = nullptr);

    /// The layers of one picture, input to output. Layers without recorded spikes are not offered.
    void setLayers(const std::vector<data::LayerActivity>& layers);

    // What a program chooses is not announced.
    void chooseLayer(const QString& path);
    void chooseChannel(int channel); ///< -1: none
    void setStep(int step);          ///< from 1; 0: none
    void sortByRate(bool byRate);    ///< otherwise by index

    QString layer() const;
    int channel() const { return m_channel; }
    int step() const { return m_step; }

Q_SIGNALS:
    void layerChosen(const QString& path);
    void channelChosen(int channel);
    void stepChosen(int step);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    ChannelMapPanel(HeatMap* map, StepTable* table, QWidget* parent);
    void onCellChosen(int row, int column);
    void forgetAbsentChannel();
    void showChoice();

    data::ChannelCounts m_counts;
    std::vector<int> m_order; ///< channel of each row
    int m_channel = -1;
    int m_step = 0;

    HeatMap* m_map;
    StepTable* m_table;
    LayerBox* m_layerBox;
    QComboBox* m_sortBox;
};

}
