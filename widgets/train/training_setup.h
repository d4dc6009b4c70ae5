#pragma once

#include "core/data/data_survey.h"
#include "core/data/image.h"
#include "core/data/training.h"
#include "core/data/training_plan.h"
#include "widgets/panel.h"

#include <optional>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace spikeclip::widgets {

class DataPreview;
class KindCards;
class TrainingSettings;

/// How a person trains a model on pictures of their own: drop a folder, press Start. All else has a value that usually works.
class TrainingSetup : public Panel
{
    Q_OBJECT
public:
    explicit TrainingSetup(QWidget* parent = nullptr);

    const data::TrainingPlan& plan() const { return m_plan; }
    void setPlan(const data::TrainingPlan& plan); ///< announces nothing

    // What somebody else finds out about the data chosen.
    void setReading(); ///< being looked through
    void setSurvey(const data::DataSurvey& survey);
    void setSurveyFailure(const QString& sentence);
    void clearSurvey();
    void setThumbnail(const QString& sample, const data::ImagePtr& picture); ///< null: it could not be read

    void setLabelWarning(const QString& sentence); ///< about the labels of these data, which does not keep a run from starting

    void setForecast(const std::optional<data::TrainingForecast>& forecast); ///< none: nothing is said
    void setMeasuring();                                                     ///< a forecast is being made
    void setStartReason(const QString& reason); ///< why no run can start now, beyond what the form knows; empty: nothing is in the way
    void setKindReason(data::TrainingPlan::What what, const QString& reason); ///< why it cannot be trained so, such as a model without a twin
    void setModelSteps(int steps);                                            ///< most T that the model has weights for

    void setSettingsShown(bool shown);

    QString forecastText() const;
    QString startReason() const; ///< as it is shown; empty: Start is enabled

Q_SIGNALS:
    void dataChosen(const QString& path); ///< by the reader; the plan has it already
    void planChanged(const spikeclip::data::TrainingPlan& plan);
    void startAsked();
    void thumbnailsWanted(const QStringList& samples); ///< for setThumbnail

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void browse();
    void chooseData(const QString& path);
    void takeEdits();
    void onWhatChosen();
    void onUsualAsked();
    void change(const data::TrainingPlan& plan);
    void showPlan();
    void showStart();
    QString ownReason() const;
    void retranslate();

    data::TrainingPlan m_plan;
    std::optional<data::TrainingForecast> m_forecast;
    bool m_measuring = false;
    QString m_outerReason;

    QBoxLayout* m_columns = nullptr;
    QLabel* m_dataTitle;
    QLineEdit* m_path;
    QPushButton* m_browse;
    DataPreview* m_preview;
    QLabel* m_kindTitle;
    KindCards* m_kinds;
    TrainingSettings* m_settings;
    QLabel* m_forecastLine;
    QLabel* m_reason;
    QPushButton* m_start;
};

}
