#include "app/explorer/setup_link.h"

#include "app/explorer/presentation.h"
#include "app/explorer/text_link.h"
#include "widgets/train/training_setup.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>

#include <algorithm>

namespace spikeclip::explorer {

using session::Training;
using widgets::TrainingSetup;
using What = data::TrainingPlan::What;

namespace {

constexpr int forecastDelayMs = 400; // after the last edit
constexpr QSize thumbnailSize{144, 144};
constexpr qsizetype mostQuoted = 3; // labels in a sentence

bool isChosenData(const TrainingSetup& panel, const std::string& path)
{
    return !path.empty() && panel.plan().dataPath == path;
}

}

SetupLink::SetupLink(Training& training, TextLink& text, TrainingSetup& panel, QObject* parent)
    : QObject(parent), m_training(training), m_text(text), m_panel(panel)
{
    m_forecastTimer.setSingleShot(true);
    m_forecastTimer.setInterval(forecastDelayMs);
    connect(&m_forecastTimer, &QTimer::timeout, this, &SetupLink::forecast);

    connect(&panel, &TrainingSetup::dataChosen, this, &SetupLink::onDataChosen);
    connect(&panel, &TrainingSetup::planChanged, this, [this] {
        showReasons();
        scheduleForecast();
    });
    connect(&panel, &TrainingSetup::startAsked, this, &SetupLink::start);
    connect(&panel, &TrainingSetup::thumbnailsWanted, this, [this](const QStringList& samples) {
        for (const auto& sample : samples)
            m_thumbnails.insert(sample);
        m_training.requestSamples(samples, thumbnailSize);
    });
    panel.installEventFilter(this);

    connect(&training, &Training::surveyed, this, &SetupLink::onSurveyed);
    connect(&training, &Training::surveyProgressed, this, [this](double fraction) {
        m_panel.setNote(tr("looking through the pictures: %1 %").arg(static_cast<int>(100 * fraction)));
    });
    connect(&training, &Training::sampleRead, this, [this](const QString& name, const data::ImagePtr& picture) {
        if (m_thumbnails.remove(name))
            m_panel.setThumbnail(name, picture);
        settleIfDone();
    });
    connect(&training, &Training::forecasted, this, &SetupLink::onForecasted);
    connect(&training, &Training::jobChanged, this, &SetupLink::onJobChanged);
    connect(&text, &TextLink::read, this, &SetupLink::onRead);
    connect(&text, &TextLink::forgot, this, [this] {
        m_known.clear();
        readLabels();
    });
    showReasons();
}

void SetupLink::setModel(const ModelInfo& model)
{
    m_model = model;
    auto plan = m_panel.plan();
    plan.initialModel = QFileInfo(QString::fromStdString(model.file)).absoluteFilePath().toStdString();
    m_panel.setPlan(plan);
    m_panel.setModelSteps(model.config.image.steps);
    m_panel.setKindReason(What::Dual, model.hasTwin ? QString() : tr("The model has no ANN twin to learn from."));
    m_known.clear();
    readLabels();
    showReasons();
    scheduleForecast();
}

void SetupLink::choose(const QString& path)
{
    auto plan = m_panel.plan();
    const QFileInfo data(path);
    plan.dataPath = QDir::cleanPath(data.absoluteFilePath()).toStdString();
    plan.name = QFileInfo(QString::fromStdString(plan.dataPath)).fileName().toStdString();
    m_panel.setPlan(plan);
    m_panel.setReading();
    onDataChosen(QString::fromStdString(plan.dataPath));
}

void SetupLink::onDataChosen(const QString&)
{
    m_training.cancelSamples(); // of the data before
    m_thumbnails.clear();
    m_training.cancelForecast();
    m_forecastTimer.stop();
    m_panel.setForecast({});
    m_labels.clear();
    m_known.clear();
    showReasons();
    survey(false);
}

void SetupLink::survey(bool open)
{
    const auto& plan = m_panel.plan();
    m_training.requestSurvey({.path = QString::fromStdString(plan.dataPath),
                              .labelFile = QString::fromStdString(plan.labelFile),
                              .validationShare = plan.validationShare,
                              .open = open});
}

void SetupLink::onSurveyed(const session::SurveyOutcome& outcome)
{
    m_panel.setNote({});
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        m_panel.setSurveyFailure(sentenceFor(*failure));
    } else if (const auto* survey = std::get_if<data::DataSurvey>(&outcome); survey && isChosenData(m_panel, survey->path)) {
        m_panel.setSurvey(*survey);
        m_labels.clear();
        for (const auto& one : survey->classes)
            m_labels << QString::fromStdString(one.label);
        readLabels();
        scheduleForecast();
        if (!survey->opened)
            this->survey(true); // counts are there in a moment, broken pictures take as long as decoding all
    }
    showReasons();
    settleIfDone();
}

void SetupLink::readLabels()
{
    QStringList missing;
    for (const auto& label : m_labels)
        if (!m_known.contains(label.toStdString()))
            missing << label;
    if (m_model && m_model->hasText && !missing.isEmpty())
        m_text.want(missing);
}

void SetupLink::onRead(const std::vector<data::LabelReading>& readings)
{
    bool isOurs = false;
    for (const auto& reading : readings) {
        if (!m_labels.contains(QString::fromStdString(reading.label)))
            continue;
        isOurs = true;
        int known = 0, unknown = 0;
        for (const auto& word : reading.words)
            if (!word.ofTemplate)
                ++(word.id < 0 ? unknown : known);
        m_known[reading.label] = known == 0 ? Known::Nothing : unknown > 0 ? Known::Some : Known::All;
    }
    if (isOurs)
        showReasons();
}

/// Those labels of which so much is known, a few by name.
QString SetupLink::quoted(Known known) const
{
    QStringList names;
    for (const auto& label : m_labels)
        if (const auto found = m_known.find(label.toStdString()); found != m_known.end() && found->second == known)
            names << tr("\u201c%1\u201d").arg(label);
    if (names.size() <= mostQuoted)
        return names.join(tr(", ", "between labels"));
    const auto more = static_cast<int>(names.size() - mostQuoted);
    return tr("%1 and %n more", "labels", more).arg(names.mid(0, mostQuoted).join(tr(", ", "between labels")));
}

QString SetupLink::labelReason() const
{
    const auto names = quoted(Known::Nothing);
    return names.isEmpty() ? QString()
                           : tr("The model knows no word of %1: rename the folder to what a person would type, and choose it again.").arg(names);
}

QString SetupLink::labelWarning() const
{
    const auto names = quoted(Known::Some);
    return names.isEmpty() ? QString() : tr("The model does not know every word of %1: words it does not know do not count.").arg(names);
}

void SetupLink::showReasons()
{
    m_panel.setLabelWarning(labelWarning());
    const auto& plan = m_panel.plan();
    QString reason = labelReason();
    if (!m_model)
        reason = tr("No model is open to begin from.");
    else if (!m_model->hasText)
        reason = tr("The model has no text encoder, so it cannot know what labels mean.");
    else if (plan.what == What::Alignment && plan.teacher == data::TrainingPlan::Teacher::Twin && !m_model->hasTwin)
        reason = tr("The model has no ANN twin to learn from: choose the labels as teacher.");
    else if (!m_engineReason.isEmpty())
        reason = m_engineReason;
    m_panel.setStartReason(reason);
}

void SetupLink::onJobChanged()
{
    if (m_training.isBusy()) { // a forecast would wait for the run, and then come as a surprise
        m_forecastTimer.stop();
        m_training.cancelForecast();
        m_panel.setForecast({});
    } else {
        scheduleForecast();
    }
}

/// It costs seconds of the computer's time, so it is made only where somebody looks.
void SetupLink::scheduleForecast()
{
    if (m_panel.isVisible() && m_model && !m_labels.isEmpty() && !m_training.isBusy())
        m_forecastTimer.start();
}

void SetupLink::forecast()
{
    if (!m_panel.isVisible() || m_training.isBusy() || m_labels.size() < 2)
        return settleIfDone();
    m_panel.setMeasuring();
    m_training.requestForecast(m_panel.plan());
}

void SetupLink::onForecasted(const session::ForecastOutcome& outcome)
{
    m_engineReason.clear();
    if (const auto* forecast = std::get_if<data::TrainingForecast>(&outcome)) {
        m_panel.setForecast(*forecast);
    } else {
        m_panel.setForecast({});
        if (const auto* failure = std::get_if<Failure>(&outcome)) {
            if (failure->code == ErrorCode::EngineMissing)
                m_engineReason = sentenceFor(*failure);
            else
                Q_EMIT failed(sentenceFor(*failure));
        }
    }
    showReasons();
    settleIfDone();
}

void SetupLink::start()
{
    const auto outcome = m_training.submit(m_panel.plan());
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        Q_EMIT failed(sentenceFor(*failure));
    } else if (const auto* id = std::get_if<QString>(&outcome)) {
        onJobChanged();
        Q_EMIT submitted(*id);
    }
}

bool SetupLink::isSettled() const
{
    return !m_panel.isVisible() || (!m_training.isSurveying() && m_thumbnails.isEmpty() && !m_forecastTimer.isActive() && !m_training.isForecasting());
}

void SetupLink::settleIfDone()
{
    if (isSettled())
        Q_EMIT settled();
}

bool SetupLink::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show) {
        scheduleForecast();
    } else if (event->type() == QEvent::Hide) {
        m_forecastTimer.stop();
        m_training.cancelForecast();
        settleIfDone();
    } else if (event->type() == QEvent::LanguageChange) {
        showReasons();
    }
    return QObject::eventFilter(watched, event);
}

}
