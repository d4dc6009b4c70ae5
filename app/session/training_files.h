#pragma once

#include "app/session/training_job.h"
#include "core/data/image.h"
#include "core/data/training_plan.h"

#include <functional>
#include <stop_token>
#include <string>

namespace spikeclip::session {

/// What Training reads and writes beside its own job.json. Each throws as the function of `core/io` that it stands for.
struct TrainingFiles
{
    std::function<std::string(const data::TrainingPlan& plan)> recipeText;
    std::function<data::DataSurvey(const SurveyRequest& request, const std::function<void(double)>& progress, std::stop_token stop)> survey;
    std::function<data::ImagePtr(const std::string& name)> readSample;
    std::function<data::TrainingLog(const std::string& file)> readLog;
    std::function<data::RunSummary(const std::string& file)> readSummary;
    std::function<bool(const QString& folder)> moveToTrash;
};

/// Those of the program.
TrainingFiles programFiles();

}
