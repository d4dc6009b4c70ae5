#pragma once

#include "core/data/training_plan.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QComboBox;
class QLabel;
class QRadioButton;

namespace spikeclip::widgets {

/// What is trained: four ways, each explained, one chosen. Alignment has a teacher.
class KindCards : public QWidget
{
    Q_OBJECT
public:
    using What = data::TrainingPlan::What;
    using Teacher = data::TrainingPlan::Teacher;

    explicit KindCards(QWidget* parent = nullptr);

    What what() const;
    Teacher teacher() const;
    void choose(What what, Teacher teacher);          ///< announces nothing
    void setReason(What what, const QString& reason); ///< why it cannot be chosen; empty: it can
    QString reason(What what) const { return m_cards[static_cast<std::size_t>(what)].why; }

Q_SIGNALS:
    void whatChosen(); ///< by the reader
    void teacherChosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Card
    {
        QRadioButton* button = nullptr;
        QLabel* words = nullptr;
        QString why;
    };
    void refresh();

    std::array<Card, 4> m_cards;
    QButtonGroup* m_group;
    QWidget* m_teacherLine;
    QLabel* m_teacherLabel;
    QComboBox* m_teacher;
};

}
