#include "app/session/training_files.h"

#include "core/io/class_folder.h"
#include "core/io/recipe_text.h"
#include "core/io/run_files.h"
#include "core/io/sample_source.h"

#include <QFile>

namespace spikeclip::session {

TrainingFiles programFiles()
{
    return {.recipeText = &io::recipeText,
            .survey =
                [](const SurveyRequest& request, const std::function<void(double)>& progress, std::stop_token stop) {
                    const auto labels = request.labelFile.isEmpty() ? std::vector<io::LabelLine>() : io::readLabelFile(request.labelFile.toStdString());
                    return io::surveyData(request.path.toStdString(), labels, request.validationShare, request.open, progress, std::move(stop));
                },
            .readSample = &io::readSample,
            .readLog = &io::readTrainingLog,
            .readSummary = &io::readRunSummary,
            .moveToTrash = [](const QString& folder) { return QFile::moveToTrash(folder); }};
}

}
