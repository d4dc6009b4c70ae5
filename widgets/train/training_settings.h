#pragma once

#include "core/data/training_plan.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace spikeclip::widgets {

/// The numbers of a training plan, each with a line that says what it does. Folded at first: the usual ones will do.
class TrainingSettings : public QWidget
{
    Q_OBJECT
public:
    explicit TrainingSettings(QWidget* parent = nullptr);

    void show(const data::TrainingPlan& plan); ///< announces nothing
    using QWidget::show;
    void readInto(data::TrainingPlan& plan) const; ///< what the reader has set, and nothing else
    void setModelSteps(int steps);                 ///< most T that the model has weights for; 0: not known

    bool isUnfolded() const;
    void setUnfolded(bool unfolded);
    QString digest() const; ///< "30 epochs, batches of 64, learning rate 0.01"

Q_SIGNALS:
    void edited(); ///< by the reader
    void usualAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row
    {
        QLabel* name = nullptr;
        QWidget* field = nullptr;
        QLabel* words = nullptr;
    };
    void addRow(QGridLayout& grid, Row& row, QWidget* field);
    void showRows();
    void retranslate();

    data::TrainingPlan m_plan; ///< as it was last shown
    QToolButton* m_fold;
    QLabel* m_digest;
    QWidget* m_content;
    QLineEdit* m_name;
    QDoubleSpinBox* m_epochs;
    QSpinBox* m_batch;
    QDoubleSpinBox* m_rate;
    QSpinBox* m_steps;
    QSpinBox* m_share;
    QDoubleSpinBox* m_klWeight;
    QDoubleSpinBox* m_rateWeight;
    QSpinBox* m_gate;
    QCheckBox* m_augment;
    QLabel* m_augmentWords;
    QPushButton* m_usual;
    Row m_nameRow, m_epochsRow, m_batchRow, m_rateRow, m_stepsRow, m_shareRow, m_klRow, m_gateRow, m_rateWeightRow;
};

}
