#pragma once

#include "core/data/network_health.h"
#include "widgets/train/curves_table.h"
#include "widgets/view_panel.h"

class QComboBox;

namespace spikeclip::widgets {

class HealthBars;
class HealthTable;
class HealthView;
class HeatMap;
class VerdictLine;

/// Whether the layers of the spiking network are well while it learns: each over time, the newest moment as bars, and a sentence that says what is
/// wrong.
class SpikeHealthPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit SpikeHealthPanel(QWidget* parent = nullptr);

    void setLog(const std::shared_ptr<const data::TrainingLog>& log); ///< null: no run
    void setMeasure(data::HealthMeasure measure);
    data::HealthMeasure measure() const;
    void chooseLayer(const QString& path);

    QString verdict() const; ///< as it is shown

Q_SIGNALS:
    void layerChosen(const QString& path); ///< by the reader

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    SpikeHealthPanel(HealthView* view, HealthTable* table, QWidget* parent);
    void onCellChosen(int row, int column);
    void onLayerChosen(const QString& path);
    void showChoice();
    void showVerdict();
    void fillMap();
    int shownColumn() const; ///< the one chosen, else the newest

    std::shared_ptr<const data::TrainingLog> m_log;
    QString m_layer;
    int m_column = -1; ///< chosen by the reader; -1: the newest, whichever that is

    HealthView* m_view;
    HealthTable* m_table;
    QComboBox* m_measureBox;
};

}
