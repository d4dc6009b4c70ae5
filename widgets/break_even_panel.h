#pragma once

#include "core/energy/ledger.h"
#include "core/energy/rules.h"
#include "widgets/view_panel.h"

class QComboBox;

namespace spikeclip::widgets {

class BreakEvenChart;
class BreakEvenTable;

/// At which firing rates the spiking network is estimated to cost less than an ordinary one, and where this picture's layers lie.
class BreakEvenPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit BreakEvenPanel(QWidget* parent = nullptr);

    void setCounts(const energy::Counts& counts); ///< of one picture; without layers of neurons there is nothing to show
    void setStep(int step);                       ///< T, kept within the steps counted
    void setRules(const energy::Rules& rules);
    void chooseLayer(const QString& neuronsModulePath); ///< emphasised, if it has a dot

Q_SIGNALS:
    void layerChosen(const QString& neuronsModulePath); ///< by the reader, here

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override { return QStringLiteral("break-even"); }
    ExportNotes ownNotes() const override;

private:
    BreakEvenPanel(BreakEvenChart* chart, BreakEvenTable* table, QWidget* parent);
    int countedSteps() const;
    int shownStep() const;

    energy::Counts m_counts;
    energy::Rules m_rules;
    int m_step = 0; ///< 0: the last
    bool m_isNew = true;
    QString m_layer;

    BreakEvenChart* m_chart;
    BreakEvenTable* m_table;
    QComboBox* m_axes;
};

}
