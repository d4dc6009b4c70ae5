#pragma once

#include "core/data/training.h"
#include "widgets/view_panel.h"

#include <memory>

class QPushButton;

namespace spikeclip::widgets {

class ResultTable;
class ResultView;

/// Why something cannot be done with a run's model now, each a sentence; empty: it can.
struct ResultReasons
{
    QString adopt, undo, save;

    friend bool operator==(const ResultReasons&, const ResultReasons&) = default;
};

/// What a run has achieved, and what may be done with its model: use it, go back, save it.
class RunResultPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit RunResultPanel(QWidget* parent = nullptr);

    void setSummary(const std::shared_ptr<const data::RunSummary>& summary); ///< null: no run has ended
    void setAdopted(bool adopted);                                           ///< whether its model is in use: it is adopted or undone by turns
    void setEnabledReasons(const ResultReasons& reasons);

    QString headline() const;
    QString verdict() const; ///< what the difference is worth

Q_SIGNALS:
    void adoptAsked();
    void undoAsked();
    void saveAsked();

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override { return QStringLiteral("training-result"); }
    ExportNotes ownNotes() const override;

private:
    RunResultPanel(ResultView* view, ResultTable* table, QWidget* parent);
    void showVerdict();
    void showButtons();

    std::shared_ptr<const data::RunSummary> m_summary;
    bool m_adopted = false;
    ResultReasons m_reasons;

    ResultView* m_view;
    ResultTable* m_table;
};

}
