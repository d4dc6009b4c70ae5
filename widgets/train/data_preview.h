#pragma once

#include "core/data/data_survey.h"
#include "core/data/image.h"

#include <QWidget>

class QLabel;
class QListView;
class QStringListModel;
class QToolButton;

namespace spikeclip::widgets {

class ClassList;
class DropHint;
class VerdictLine;

/// What is known of the data set chosen: its labels with their pictures, what is wrong with it, or why it cannot be used.
class DataPreview : public QWidget
{
    Q_OBJECT
public:
    explicit DataPreview(QWidget* parent = nullptr);

    void clear();      ///< nothing was chosen: how to do that
    void setReading(); ///< it is being looked through
    void setFailure(const QString& sentence);
    void setSurvey(const data::DataSurvey& survey);
    void setValidationShare(double share); ///< how the survey's pictures are divided
    void setThumbnail(const QString& sample, const data::ImagePtr& picture);
    void setLabelWarning(const QString& sentence); ///< what somebody who knows the model has to say of the labels; until the next survey of other data

    bool hasSurvey() const { return m_state == State::Surveyed; }
    const data::DataSurvey& survey() const { return m_survey; } ///< divided as asked
    QString headline() const;
    QString warnings() const;

Q_SIGNALS:
    void browseAsked();
    void thumbnailsWanted(const QStringList& samples);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class State { Nothing, Reading, Failed, Surveyed };
    void refresh();
    void divide();
    QString warningText() const;

    State m_state = State::Nothing;
    QString m_failure;
    QString m_labelWarning;
    data::DataSurvey m_survey;
    double m_share = 0.2;

    DropHint* m_hint;
    VerdictLine* m_problem;
    QLabel* m_headline;
    ClassList* m_classes;
    VerdictLine* m_warnings;
    QToolButton* m_showBroken;
    QListView* m_broken;
    QStringListModel* m_brokenModel;
};

}
