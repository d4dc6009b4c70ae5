#include "app/explorer/results_link.h"

#include "app/explorer/presentation.h"
#include "widgets/train/class_table_panel.h"
#include "widgets/train/confusion_panel.h"
#include "widgets/train/run_result_panel.h"

#include <utility>

namespace spikeclip::explorer {

using session::Training;
using widgets::ClassTablePanel;
using widgets::ConfusionPanel;

namespace {
constexpr QSize thumbnailSize{192, 192};
}

ResultsLink::ResultsLink(Training& training, widgets::RunResultPanel& result, ConfusionPanel& confusions, ClassTablePanel& classes, QObject* parent)
    : QObject(parent), m_training(training), m_result(result), m_confusions(confusions), m_classes(classes)
{
    connect(&training, &Training::summaryRead, this, [this](const QString& id, const session::RunSummaryOutcome& outcome) {
        if (id != m_shown)
            return; // another was chosen meanwhile
        m_reading = false;
        if (const auto* summary = std::get_if<session::RunSummaryPtr>(&outcome))
            setSummary(*summary);
        else if (const auto* failure = std::get_if<Failure>(&outcome))
            Q_EMIT failed(sentenceFor(*failure));
        settleIfDone();
    });
    connect(&training, &Training::sampleRead, this, [this](const QString& name, const data::ImagePtr& picture) {
        if (m_thumbnails.remove(name))
            m_confusions.setThumbnail(name, picture);
        settleIfDone();
    });
    connect(&training, &Training::pictureRead, this, [this](const QString& name, const session::PictureOutcome& outcome) {
        if (name != std::exchange(m_opening, {}))
            return;
        if (const auto* picture = std::get_if<session::Picture>(&outcome))
            Q_EMIT pictureOpened(*picture, labels());
        else if (const auto* failure = std::get_if<Failure>(&outcome))
            Q_EMIT failed(sentenceFor(*failure));
    });
    joinPanels();
}

void ResultsLink::joinPanels()
{
    connect(&m_confusions, &ConfusionPanel::thumbnailsWanted, this, [this](const QStringList& samples) {
        for (const auto& sample : samples)
            m_thumbnails.insert(sample);
        m_training.requestSamples(samples, thumbnailSize);
    });
    connect(&m_confusions, &ConfusionPanel::pictureActivated, this, [this](const QString& sample) {
        m_opening = sample;
        m_training.requestPicture(sample);
    });
    connect(&m_confusions, &ConfusionPanel::cellChosen, this, [this](data::Moment, int label, int) { m_classes.chooseLabel(label); });
    connect(&m_classes, &ClassTablePanel::labelChosen, this, [this](int label) { m_confusions.chooseCell(label, label); });
}

QStringList ResultsLink::labels() const
{
    QStringList names;
    if (m_summary)
        for (const auto& label : m_summary->labels)
            names << QString::fromStdString(label);
    return names;
}

void ResultsLink::show(const QString& id)
{
    const auto job = m_training.job(id);
    const bool isDone = job && job->state == session::TrainingJob::State::Finished;
    if (isDone && id == m_shown && (m_summary || m_reading))
        return;
    m_shown = id;
    m_reading = isDone;
    setSummary(nullptr);
    if (isDone)
        m_training.requestSummary(id);
}

void ResultsLink::setSummary(const session::RunSummaryPtr& summary)
{
    m_summary = summary;
    m_result.setSummary(summary);
    m_confusions.setSummary(summary);
    m_classes.setSummary(summary);
    Q_EMIT summaryShown();
}

void ResultsLink::settleIfDone()
{
    if (isSettled())
        Q_EMIT settled();
}

}
