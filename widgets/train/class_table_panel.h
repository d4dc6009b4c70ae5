#pragma once

#include "core/data/class_results.h"
#include "widgets/view_panel.h"

#include <memory>

class QComboBox;

namespace spikeclip::widgets {

class ClassBars;
class ClassTable;

/// How well each label is recognised before a run and after it.
class ClassTablePanel : public ViewPanel
{
    Q_OBJECT
public:
    enum class Order { Listed, WorstFirst, MostLostFirst, MostPicturesFirst };

    explicit ClassTablePanel(QWidget* parent = nullptr);

    void setSummary(const std::shared_ptr<const data::RunSummary>& summary); ///< null: no run has ended
    void sortBy(Order order);
    void chooseLabel(int label); ///< announces nothing

Q_SIGNALS:
    void labelChosen(int label); ///< by the reader; index into RunSummary::labels

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override { return QStringLiteral("classes"); }
    ExportNotes ownNotes() const override;

private:
    ClassTablePanel(ClassBars* bars, ClassTable* table, QWidget* parent);
    Order order() const;

    std::shared_ptr<const data::RunSummary> m_summary;
    std::vector<data::ClassResult> m_results;

    ClassBars* m_bars;
    ClassTable* m_table;
    QComboBox* m_orderBox;
};

}
