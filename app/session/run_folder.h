#pragma once

#include "app/session/training_job.h"

#include <QDate>
#include <QLockFile>
#include <QString>

#include <memory>
#include <vector>

/// The folders of training runs: one for each job, side by side in one folder. `job.json` in it ("spikeclip-job/1") says what became of the job;
/// `job.lock` is held by the window that runs it or has it in its queue; all other files are the recipe and what the engine writes.
namespace spikeclip::session {

inline constexpr const char* recipeFileName = "recipe.json";
inline constexpr const char* logFileName = "log.jsonl";
inline constexpr const char* stateFileName = "state.safetensors";
inline constexpr const char* modelFileName = "model.safetensors";
inline constexpr const char* summaryFileName = "summary.json";

QString inFolder(const QString& folder, const char* file);

/// Makes a folder of its own for a new run, and `runs` if it is not there. Its name is made of letters and digits of `name`, the date, and a number where that is
/// taken.
///
/// Errors  Failure(FileUnwritable)
Outcome<QString> makeRunFolder(const QString& runs, const QString& name, QDate date);

/// What job.json says, with `id` the folder's name. Under way, if it was when that was written: the caller knows about locks. Damaged and failed if it cannot be
/// understood. Throws nothing.
TrainingJob readJob(const QString& folder);

/// Errors  Error(FileUnwritable)
void writeJob(const QString& folder, const TrainingJob& job);

/// Whether the engine has left a state and a model.
void lookForResults(const QString& folder, TrainingJob& job);

/// All jobs below `runs`. What was under way and is not locked by anybody has been interrupted. Folders without a job.json, links and files are somebody else's and
/// passed over; at most `most` folders are looked at.
std::vector<TrainingJob> scanRuns(const QString& runs, int most = 10'000);

/// The lock of a run's folder; null while another window has it. Locks of processes that are gone do not count.
///
/// Errors  Error(FileUnwritable) if no lock can be made there
std::shared_ptr<QLockFile> lockRun(const QString& folder);

/// Deletes a run's folder with all that is in it; links in it are removed, not followed. Only real folders directly in `runs` that hold a job.json are touched.
///
/// Errors  Error(BadArgument) for any other folder; Error(FileUnwritable) if something could not be deleted
void deleteRun(const QString& runs, const QString& id);

/// Whether `id` names a folder that deleteRun() would touch.
bool isRun(const QString& runs, const QString& id);

}
