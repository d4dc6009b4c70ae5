#pragma once

#include "core/energy/ledger.h"
#include "widgets/ledger_figures.h"
#include "widgets/view_panel.h"

#include <vector>

class QComboBox;
class QScrollArea;
class QSplitter;
class QToolButton;

namespace spikeclip::widgets {

class EnergyRulesForm;
class LedgerTable;
class LedgerView;

/// The energy estimate taken apart: three verdicts, a row for everything that may be charged, and every rule on which papers differ as a switch.
class EnergyPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit EnergyPanel(QWidget* parent = nullptr);

    /// Of the picture shown. Without its text, the labels' side is asked for again where the rules charge it.
    void setCounts(const energy::Counts& counts);

    /// The labels' side, an entry each; `neurons` may be empty.
    void setText(const std::vector<std::vector<data::LayerOperations>>& operations, const std::vector<std::vector<data::LayerActivity>>& neurons);

    void setStep(int step);                    ///< T, from 1; more than were counted shows the last
    void setRules(const energy::Rules& rules); ///< emits nothing
    const energy::Rules& rules() const;

    bool showsRules() const;
    void showRules(bool shown); ///< the form with the switches; hidden at first

Q_SIGNALS:
    void rulesChanged(const spikeclip::energy::Rules& rules); ///< by the reader
    void textWanted(); ///< the rules charge the labels' side, which has no counts; once until counts or rules change

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Views; ///< what is made before the panel
    EnergyPanel(const Views& views, QWidget* parent);
    LedgerFigures shownFigures() const;
    int countedStep() const;
    void askForText();
    void arrange();

    energy::Counts m_counts;
    int m_step = 1;
    bool m_askedForText = false;
    LedgerView* m_view;
    LedgerTable* m_table;
    EnergyRulesForm* m_form;
    QScrollArea* m_formArea;
    QSplitter* m_splitter;
    QToolButton* m_showRules;
    QComboBox* m_network;
};

}
