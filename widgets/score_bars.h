#pragma once

#include "widgets/score_table.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPaintDevice;
class QToolButton;

namespace spikeclip::widgets {

class BarList;
class ElidedLabel;

/// The answer: the winner in large type, a bar for each label, and the scale the softmax was taken at.
class ScoreBars : public QWidget
{
    Q_OBJECT
public:
    static constexpr int rowsByDefault = 5;

    explicit ScoreBars(QWidget* parent = nullptr);

    void setTable(const ScoreTable& table);
    void setShowAll(bool showAll);
    void setLoading(bool loading); ///< an answer is on its way as soon as the model is there
    bool showAll() const;

    QString headline() const; ///< the winner, or all that tie for it
    QString summary() const;  ///< what the bars show, as text

    void paintTo(QPaintDevice& device, QSize size); ///< the bars in sight or to be scrolled to, on any device

Q_SIGNALS:
    void scaleEdited(double scale); ///< 0: back to the model's own
    void showAllToggled(bool showAll);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    void updateColours();

    ScoreTable m_table;
    bool m_loading = false;
    ElidedLabel* m_headline;
    ElidedLabel* m_detail;
    BarList* m_bars;
    QCheckBox* m_showAll;
    QLabel* m_scaleLabel;
    QDoubleSpinBox* m_scale;
    QToolButton* m_resetScale;
};

}
