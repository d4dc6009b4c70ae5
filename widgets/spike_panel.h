#pragma once

#include "core/data/activity.h"
#include "core/data/neuron_choice.h"
#include "widgets/view_panel.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <vector>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace spikeclip::widgets {

class LayerBox;
class RasterTable;
class SpikeRaster;

/// What one picture made the network do.
struct SpikeTrial
{
    QString name;
    std::vector<data::LayerActivity> layers; ///< input to output
};

/// The spikes of one layer for one picture, or for several side by side: which layer and which neurons is the reader's choice, and said in words beside
/// the raster.
class SpikePanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit SpikePanel(QWidget* parent = nullptr);

    /// Layers of the first picture without recorded spikes are not offered; pictures that lack the chosen layer are left out, and counted in the note.
    void setTrials(const QList<SpikeTrial>& trials);
    void setHeads(int heads); ///< of the model's attention layers; 1: there are none to choose
    void setStep(int step);   ///< T that other views show, from 1; 0: none

    QString layer() const; ///< module path; empty while there is nothing
    void chooseLayer(const QString& layer);
    void chooseChannel(int channel);                              ///< shown where the choice is "channel"; -1: as before
    void chooseNeurons(const std::vector<std::int64_t>& neurons); ///< marked where they are in sight, shown where the choice is "by hand"
    void choose(const data::NeuronChoice& choice);

Q_SIGNALS:
    void layerChosen(const QString& layer);
    void channelChosen(int channel);
    void stepChosen(int step);
    void neuronsChosen(const std::vector<std::int64_t>& neurons);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    SpikePanel(SpikeRaster* raster, RasterTable* table, QWidget* parent);
    void fitChoices(const data::SpikeShape& shape);
    void onHandEdited();
    void markNeurons();
    std::vector<data::SpikeRecordPtr> records() const; ///< of the chosen layer, one a picture
    bool hasHeads() const;
    data::NeuronChoice::By by() const;
    data::NeuronChoice choice() const;
    QString choiceText() const;

    QList<SpikeTrial> m_trials;
    std::vector<std::int64_t> m_neurons; ///< chosen, here or elsewhere; ascending
    int m_heads = 1;

    SpikeRaster* m_raster;
    RasterTable* m_table;
    LayerBox* m_layerBox;
    QComboBox* m_choiceBox;
    QSpinBox* m_most;
    QSpinBox* m_number; ///< channel or head
    QLineEdit* m_hand;
    QComboBox* m_sortBox;
};

}
