#pragma once

#include "core/data/activity.h"
#include "core/data/neuron_choice.h"
#include "widgets/export.h"
#include "widgets/panel.h"

#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace spikeclip::widgets {

class RasterTable;
class SpikeRaster;

/// The spikes of one layer for one picture: which layer and which neurons is the reader's choice, and said in words beside the raster.
/// Draws nothing while hidden.
class SpikePanel : public Panel
{
    Q_OBJECT
public:
    explicit SpikePanel(QWidget* parent = nullptr);

    /// The layers of one picture, input to output. Layers without recorded spikes are not offered. `notes` go into exported files.
    void setLayers(const std::vector<data::LayerActivity>& layers, const ExportNotes& notes);

    QString layer() const; ///< module path; empty while there is nothing
    void chooseLayer(const QString& layer);
    void choose(const data::NeuronChoice& choice);
    QString notice() const; ///< said instead of a raster; empty while there is one

Q_SIGNALS:
    void layerChosen(const QString& layer);
    void failed(const QString& sentence); ///< an export could not be written

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void fillLayers();
    void refresh();
    data::NeuronChoice choice() const;
    void save();

    std::vector<data::LayerActivity> m_layers;
    ExportNotes m_notes;
    QString m_wanted; ///< stays from picture to picture
    bool m_stale = true;

    QComboBox* m_layerBox;
    QLabel* m_neuronsLabel;
    QComboBox* m_choiceBox;
    QSpinBox* m_most;
    QLabel* m_sortLabel;
    QComboBox* m_sortBox;
    QToolButton* m_showTable;
    QToolButton* m_save;
    SpikeRaster* m_raster;
    RasterTable* m_table;
    QTableView* m_view;
    QLabel* m_notice;
    QStackedWidget* m_pages;
};

}
