#pragma once

#include "core/data/class_results.h"
#include "widgets/row_view.h"

#include <QStringList>

#include <vector>

namespace spikeclip::widgets {

/// What is taken for what most often, largest first: "owl taken for tabby cat", a bar and the number of pictures. A click, Up and Down, Home and
/// End choose one.
class ConfusionList : public RowView
{
    Q_OBJECT
public:
    explicit ConfusionList(QWidget* parent = nullptr);

    void setConfusions(const std::vector<data::Confusion>& confusions, const QStringList& labels);

    QSize sizeHint() const override { return {260, 220}; }
    QSize minimumSizeHint() const override { return {150, 90}; }

Q_SIGNALS:
    void confusionChosen(int label, int takenFor); ///< by the reader

protected:
    int rowCount() const override { return static_cast<int>(m_confusions.size()); }
    QString absence() const override;
    QString rowTip(int row) const override;
    int spareHeight() const override { return 14; }
    int leastSpareHeight() const override { return 4; }
    bool isChoosable(int) const override { return true; }
    int chosenRow() const override { return m_chosen; }
    void onChosen(int row) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;

private:
    QString rowText(int row) const;

    std::vector<data::Confusion> m_confusions;
    QStringList m_labels;
    int m_chosen = -1;
};

}
