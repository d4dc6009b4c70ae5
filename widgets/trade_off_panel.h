#pragma once

#include "core/data/labelled_set.h"
#include "core/energy/rules.h"
#include "core/energy/trade_off.h"
#include "widgets/view_panel.h"

class QCheckBox;
class QLabel;
class QSlider;

namespace spikeclip::widgets {

class TradeOffChart;
class TradeOffTable;

/// Estimated energy against accuracy of labelled pictures: after each T, with early exit, and of the ANN twin.
class TradeOffPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit TradeOffPanel(QWidget* parent = nullptr);

    void setSet(const data::LabelledSet& set); ///< without pictures: how to get some is said instead
    void setRules(const energy::Rules& rules);
    void setTwinLags(bool lags); ///< the model's last training left the twin out
    void setStep(int step); ///< T that is emphasised

    double threshold() const; ///< of the confidence, in [0.3, 1]
    void setThreshold(double threshold);
    bool chargesMemory() const;
    void setChargesMemory(bool charges);

Q_SIGNALS:
    void stepChosen(int step); ///< by the reader, here

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override { return QStringLiteral("energy-accuracy"); }
    ExportNotes ownNotes() const override;

private:
    TradeOffPanel(TradeOffChart* chart, TradeOffTable* table, QWidget* parent);

    data::LabelledSet m_set;
    energy::Rules m_rules;
    energy::TradeOff m_trade;
    std::vector<energy::EarlyExit> m_path;
    bool m_twinLags = false;
    int m_step = 0;
    bool m_isNew = true; ///< set, rules or charge: the trade-off is not computed yet

    TradeOffChart* m_chart;
    TradeOffTable* m_table;
    QCheckBox* m_memory;
    QCheckBox* m_logarithmic;
    QLabel* m_name;
    QSlider* m_slider;
};

}
