#pragma once

#include "widgets/rate_chart.h"
#include "widgets/view_panel.h"

namespace spikeclip::widgets {

class LayerRateTable;

/// Firing rate of every layer for one picture, against the mean of the session.
class RatePanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit RatePanel(QWidget* parent = nullptr);

    void setTable(const RateTable& table);

    QString chosenLayer() const; ///< module path; empty: none
    void chooseLayer(const QString& layer);

Q_SIGNALS:
    void layerChosen(const QString& layer); ///< by the reader, in the chart

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override { return QStringLiteral("firing-rates"); }
    ExportNotes ownNotes() const override;

private:
    RatePanel(RateChart* chart, LayerRateTable* table, QWidget* parent);

    RateTable m_rates;
    RateChart* m_chart;
    LayerRateTable* m_table;
};

}
