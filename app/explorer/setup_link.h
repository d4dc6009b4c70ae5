#pragma once

#include "app/session/training.h"
#include "core/data/label_text.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace spikeclip::widgets {
class TrainingSetup;
}

namespace spikeclip::explorer {

class TextLink;

/// Joins the form that begins a run with those who know what it needs: surveys, thumbnails and forecasts come from Training, and whether the model knows the
/// words of a label from the text side.
class SetupLink : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this object.
    SetupLink(session::Training& training, TextLink& text, widgets::TrainingSetup& panel, QObject* parent);

    void setModel(const ModelInfo& model); ///< from which runs begin
    void choose(const QString& path);      ///< data, as if the reader had chosen them
    bool isSettled() const;                ///< what is chosen is known, or nobody looks

Q_SIGNALS:
    void submitted(const QString& id);
    void failed(const QString& sentence);
    void settled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// How much of a label the model's text encoder knows.
    enum class Known { All, Some, Nothing };

    void onDataChosen(const QString& path);
    void survey(bool open);
    void onSurveyed(const session::SurveyOutcome& outcome);
    void readLabels();
    void onRead(const std::vector<data::LabelReading>& readings);
    void onForecasted(const session::ForecastOutcome& outcome);
    void onJobChanged();
    void scheduleForecast();
    void forecast();
    void showReasons();
    QString labelReason() const;
    QString labelWarning() const;
    QString quoted(Known known) const;
    void start();
    void settleIfDone();

    session::Training& m_training;
    TextLink& m_text;
    widgets::TrainingSetup& m_panel;
    std::optional<ModelInfo> m_model;
    QStringList m_labels;                ///< of the data
    std::map<std::string, Known> m_known; ///< those that have been read
    QSet<QString> m_thumbnails;          ///< asked for and not read yet
    QString m_engineReason;              ///< why nothing can be learnt on this computer
    QTimer m_forecastTimer;              ///< several edits in a row make one forecast
};

}
