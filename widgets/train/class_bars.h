#pragma once

#include "core/data/class_results.h"
#include "widgets/row_view.h"

#include <QStringList>

#include <vector>

namespace spikeclip::widgets {

/// Each label's recall before a run, a ring, and after it, a disc, on one axis from 0 to 100 %. A click, Up and Down, Home and End choose a label.
class ClassBars : public RowView
{
    Q_OBJECT
public:
    explicit ClassBars(QWidget* parent = nullptr);

    void setResults(const std::vector<data::ClassResult>& results, const QStringList& labels); ///< in the order shown
    void chooseLabel(int label);                                                               ///< announces nothing
    QString summary() const;

    QSize sizeHint() const override { return {460, 300}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void labelChosen(int label); ///< by the reader; index into the labels

protected:
    int rowCount() const override { return static_cast<int>(m_results.size()); }
    QString absence() const override;
    QString rowTip(int row) const override;
    QString headerTip() const override;
    int headerHeight() const override { return fontMetrics().height() + 4; }
    int spareHeight() const override { return 14; }
    int leastSpareHeight() const override { return 3; }
    bool isChoosable(int) const override { return true; }
    int chosenRow() const override;
    void onChosen(int row) override;
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;

private:
    /// Where names end, the axis begins and ends, and numbers end.
    struct Places
    {
        double names = 0, left = 0, right = 0, numbers = 0;
        bool briefly = false; ///< no room for both numbers
    };
    Places places() const;
    QString numbersText(const data::ClassResult& result, bool briefly) const;

    std::vector<data::ClassResult> m_results;
    QStringList m_labels;
    int m_chosen = -1; ///< label
    Places m_places;   ///< of the rows being painted
};

}
