#include "app/session/training_worker.h"

#include "app/session/attempt.h"
#include "app/session/run_folder.h"
#include "core/io/atomic_file.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <span>

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace spikeclip::session {

namespace {

constexpr const char* doing = "training";

/// Makes the window's threads go first where there are too few processors for all. Qt's priorities say nothing to Linux; there a thread has a nice value of its
/// own, which those that it starts, LibTorch's among them, inherit.
void giveWayToOthers()
{
#ifdef __linux__
    constexpr int nicer = 10;
    setpriority(PRIO_PROCESS, 0, nicer); // 0: of the thread that calls; refused only if it is nicer already
#endif
}

}

/// Throws as take() does.
Engine& TrainingWorker::engine()
{
    if (!m_engine) {
        giveWayToOthers();
        m_engine = take(m_makeEngine());
    }
    return *m_engine;
}

void TrainingWorker::train(TrainingRun& run, const Progress& progress, const std::function<void()>& wake)
{
    auto outcome = attempt(doing, [&] {
        auto& worker = engine();
        TrainingRequest request{.recipeFile = inFolder(run.folder, recipeFileName).toStdString(), .outFolder = run.folder.toStdString()};
        request.resume = QFileInfo(inFolder(run.folder, stateFileName)).isFile();
        if (request.resume) {
            auto past = attempt(doing, [&] { return m_files.readLog(inFolder(run.folder, logFileName).toStdString()); });
            if (auto* log = std::get_if<data::TrainingLog>(&past); log && run.feed.begin(std::move(*log)))
                wake();
        }
        request.watch = [&](const data::TrainingEvent& event) {
            if (run.feed.push(event))
                wake();
        };
        return take(worker.train(request, run.compute, progress, run.stop.get_token()));
    });
    run.outcome = std::move(outcome);
    lookForResults(run.folder, run.left);
}

ForecastOutcome TrainingWorker::forecast(const data::TrainingPlan& plan, const ComputeOptions& compute, std::stop_token stop)
{
    return attempt(doing, [&] {
        const QTemporaryDir scratch;
        if (!scratch.isValid())
            throw Error(ErrorCode::FileUnwritable, scratch.errorString().toStdString());
        const auto recipe = inFolder(scratch.path(), recipeFileName).toStdString();
        const auto text = m_files.recipeText(plan);
        io::writeFileAtomically(recipe, std::as_bytes(std::span(text)));
        auto& worker = engine();
        return take(worker.forecast({.recipeFile = recipe, .outFolder = inFolder(scratch.path(), "run").toStdString()}, compute, stop));
    });
}

}
