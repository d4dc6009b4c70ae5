#include "app/session/attempt.h"
#include "app/session/run_folder.h"
#include "app/session/throttled.h"
#include "app/session/training.h"
#include "core/io/atomic_file.h"
#include "core/io/picture.h"

#include <QFileInfo>

#include <utility>

namespace spikeclip::session {

using Kind = FileThread::Kind;

void Training::onEvents()
{
    if (!m_delivery.isActive())
        deliver();
}

/// Shows what has come, and lets what comes next wait a moment.
void Training::deliver()
{
    if (!m_run)
        return;
    auto batch = m_run->feed.take();
    if (!batch.past && batch.events.empty())
        return;
    const auto id = m_run->id;
    auto& entry = m_entries.at(id);
    if (batch.past)
        entry.log.emplace(std::move(*batch.past));
    if (!batch.events.empty())
        entry.log->add(std::move(batch.events));
    m_delivery.start();
    Q_EMIT logChanged(id, entry.log->log());
}

void Training::requestLog(const QString& id)
{
    const auto* entry = find(id);
    if (!entry || entry->log) {
        const auto outcome = entry ? TrainingLogOutcome(entry->log->log()) : Failure{ErrorCode::FileMissing, id.toStdString()};
        QMetaObject::invokeMethod(this, [this, id, outcome] { Q_EMIT logRead(id, outcome); }, Qt::QueuedConnection);
        return;
    }
    const auto work = [file = inFolder(pathOf(id), logFileName), read = m_work.readLog] {
        return attempt("reading a log", [&]() -> TrainingLogPtr {
            if (!QFileInfo::exists(file))
                return std::make_shared<const data::TrainingLog>(); // it has said nothing yet
            return std::make_shared<const data::TrainingLog>(read(file.toStdString()));
        });
    };
    m_files.post(Kind::Read, work, [this, id](const TrainingLogOutcome& outcome) { Q_EMIT logRead(id, outcome); });
}

void Training::requestSummary(const QString& id)
{
    if (!find(id)) {
        QMetaObject::invokeMethod(this, [this, id] { Q_EMIT summaryRead(id, Failure{ErrorCode::FileMissing, id.toStdString()}); }, Qt::QueuedConnection);
        return;
    }
    const auto work = [file = inFolder(pathOf(id), summaryFileName).toStdString(), read = m_work.readSummary] {
        return attempt("reading a summary", [&]() -> RunSummaryPtr { return std::make_shared<const data::RunSummary>(read(file)); });
    };
    m_files.post(Kind::Read, work, [this, id](const RunSummaryOutcome& outcome) { Q_EMIT summaryRead(id, outcome); });
}

void Training::requestSurvey(const SurveyRequest& request)
{
    m_surveyStop.request_stop();
    if (const auto next = m_surveys.offer(request))
        startSurvey(*next);
}

void Training::startSurvey(const SurveyRequest& request)
{
    m_surveyCancelled = false;
    m_surveyStop = std::stop_source();
    const auto stop = m_surveyStop.get_token();
    const auto report = [this, stop](double fraction, const QString&) {
        m_files.reply([this, stop, fraction] {
            if (!stop.stop_requested())
                Q_EMIT surveyProgressed(fraction);
        });
    };
    const auto work = [this, request, stop, progress = throttled(report), survey = m_work.survey] {
        const auto told = [&](double fraction) {
            m_files.giveWay();
            progress(fraction, {});
        };
        return attempt("looking at a data set", [&] { return survey(request, told, stop); });
    };
    m_files.post(Kind::Read, work, [this](const SurveyOutcome& outcome) {
        const bool cancelled = m_surveyCancelled;
        if (const auto next = m_surveys.ended())
            startSurvey(*next); // a newer one was asked for meanwhile: it is the one to show
        else if (!cancelled)
            Q_EMIT surveyed(outcome);
    });
}

void Training::cancelSurvey()
{
    m_surveys.dropWaiting();
    m_surveyCancelled = true;
    m_surveyStop.request_stop();
}

void Training::requestForecast(const data::TrainingPlan& plan)
{
    m_forecastStop.request_stop();
    m_plan = plan;
    startNext();
}

void Training::cancelForecast()
{
    m_plan.reset();
    m_forecastCancelled = true;
    m_forecastStop.request_stop();
}

/// True if a plan waits, whose forecast begins.
bool Training::startForecast()
{
    if (!m_plan)
        return false;
    m_forecasting = true;
    m_forecastCancelled = false;
    m_forecastStop = std::stop_source();
    m_thread.post([plan = *std::exchange(m_plan, std::nullopt), compute = m_compute, stop = m_forecastStop.get_token()](
                      TrainingWorker& worker) { return worker.forecast(plan, compute, stop); },
                  [this](const ForecastOutcome& outcome) {
                      m_forecasting = false;
                      const bool tell = !m_plan && !m_forecastCancelled;
                      startNext();
                      if (tell)
                          Q_EMIT forecasted(outcome);
                  });
    return true;
}

void Training::requestSamples(const QStringList& names, QSize size)
{
    for (const auto& name : names) {
        const auto work = [name = name.toStdString(), size, read = m_work.readSample, stop = m_samplesStop.get_token()]() -> data::ImagePtr {
            if (stop.stop_requested())
                return nullptr;
            auto picture = attempt("reading a picture", [&]() -> data::ImagePtr {
                return std::make_shared<const data::Image>(io::scaledToFit(*read(name), size.width(), size.height()));
            });
            const auto* image = std::get_if<data::ImagePtr>(&picture);
            return image ? *image : nullptr;
        };
        m_files.post(Kind::Read, work, [this, name, stop = m_samplesStop.get_token()](const data::ImagePtr& picture) {
            if (!stop.stop_requested())
                Q_EMIT sampleRead(name, picture);
        });
    }
}

void Training::cancelSamples()
{
    m_samplesStop.request_stop();
    m_samplesStop = std::stop_source();
}

void Training::requestPicture(const QString& name)
{
    m_pictureStop.request_stop();
    m_pictureStop = std::stop_source();
    const auto stop = m_pictureStop.get_token();
    const auto work = [name, stop, read = m_work.readSample]() -> PictureOutcome {
        return attempt("reading a picture", [&]() -> Picture {
            if (stop.stop_requested())
                throw Stopped{};
            const bool isFile = QFileInfo(name).isFile(); // else it lies in an archive
            return {.name = QFileInfo(name).fileName(), .path = isFile ? name : QString(), .image = read(name.toStdString())};
        });
    };
    m_files.post(Kind::Read, work, [this, name, stop](const PictureOutcome& outcome) {
        if (!stop.stop_requested())
            Q_EMIT pictureRead(name, outcome);
    });
}

void Training::copyModel(const QString& id, const QString& target)
{
    const auto work = [file = modelFile(id), id, target]() -> CopyOutcome {
        return attempt("copying a model", [&] {
            if (file.isEmpty())
                throw Error(ErrorCode::FileMissing, id.toStdString());
            const auto source = file.toStdString();
            io::writeFileAtomically(target.toStdString(), io::readFile(source, io::fileSize(source)));
            return target;
        });
    };
    m_files.post(Kind::Write, work, [this, id](const CopyOutcome& outcome) { Q_EMIT modelCopied(id, outcome); });
}

}
