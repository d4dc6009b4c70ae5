#include "app/cli/train.h"

#include "app/cli/progress_line.h"
#include "app/cli/text_output.h"
#include "core/io/atomic_file.h"
#include "core/io/recipe_text.h"
#include "core/io/run_files.h"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <ostream>
#include <span>

namespace spikeclip::cli {

namespace {

namespace fs = std::filesystem;

/// The recipe of data of one's own. Its paths are absolute: the recipe lies elsewhere.
std::string recipeOf(const TrainOptions& options, const Context& context)
{
    const auto absolute = [](const std::string& path) { return fs::absolute(path).lexically_normal(); };
    auto plan = data::usualPlan(options.what);
    plan.dataPath = absolute(options.dataPath).string();
    plan.name = absolute(options.dataPath + "/.").parent_path().filename().string();
    plan.initialModel = absolute(modelFile(options.model, context)).string();
    if (!options.labelFile.empty())
        plan.labelFile = absolute(options.labelFile).string();
    for (const auto& choose : options.choices)
        choose(plan);
    return io::recipeText(plan);
}

void writeRecipe(const std::string& file, const std::string& text)
{
    std::error_code error;
    fs::create_directories(fs::path(file).parent_path(), error);
    if (error)
        throw Error(ErrorCode::FileUnwritable, file + ": " + error.message());
    io::writeFileAtomically(file, std::as_bytes(std::span(text)));
}

/// A folder that is gone when this object is.
class PassingFolder
{
public:
    PassingFolder()
    {
        auto pattern = (fs::temp_directory_path() / "spikeclip-XXXXXX").string();
        if (!mkdtemp(pattern.data()))
            throw Error(ErrorCode::FileUnwritable, pattern);
        m_path = pattern;
    }
    ~PassingFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

ExitCode foretell(const TrainOptions& options, const Context& context)
{
    auto request = options.request;
    std::optional<PassingFolder> folder;
    if (!options.dataPath.empty()) {
        request.recipeFile = (folder.emplace().path() / "recipe.json").string();
        writeRecipe(request.recipeFile, recipeOf(options, context));
    }
    context.out << forecastText(take(take(context.makeEngine())->forecast(request, options.compute, context.stop)));
    return Success;
}

/// What the engine is asked for: a recipe file and a folder, whatever was typed.
TrainingRequest settled(const TrainOptions& options, const Context& context)
{
    auto request = options.request;
    std::error_code error;
    if (fs::is_directory(request.recipeFile, error)) {
        request.outFolder = request.recipeFile;
        request.recipeFile = (fs::path(request.recipeFile) / "recipe.json").string();
        request.resume = true;
        return request;
    }
    if (options.dataPath.empty())
        return request;
    // The recipe lies where the run keeps it, so that the folder says all there is to know of it.
    request.recipeFile = (fs::path(request.outFolder) / "recipe.json").string();
    if (fs::exists(request.recipeFile, error))
        throw Error(ErrorCode::BadArgument, request.outFolder + " already holds a run; continue it with \"spikeclip train " + request.outFolder + "\" or choose another folder");
    writeRecipe(request.recipeFile, recipeOf(options, context));
    return request;
}

std::string minutes(double seconds)
{
    return seconds < 90 ? fixed(std::ceil(seconds), 0) + " s" : fixed(seconds / 60, 1) + " min";
}

}

ExitCode train(const TrainOptions& options, const Context& context)
{
    if (options.forecast)
        return foretell(options, context);
    auto request = settled(options, context);
    auto compute = options.compute;
    request.place = data::processPlace([](const char* name) { return std::getenv(name); });
    if (request.place)
        compute.device = data::deviceAt(*request.place, compute.device);
    const bool shows = !request.place || request.place->rank == 0; // of several processes one speaks for all
    const auto engine = take(context.makeEngine());
    TrainingSummary summary;
    {
        ProgressLine line(context.err, {.rewrite = context.errIsTerminal, .columns = context.columns}, context.seconds);
        summary = take(engine->train(
            request, compute, [&](double fraction, const std::string& note) { line.report(fraction, note); }, context.stop));
    }
    if (!shows)
        return Success;
    context.out << trainText(summary);
    const auto judged = fs::path(request.outFolder) / "summary.json";
    if (std::error_code error; fs::exists(judged, error))
        context.out << summaryText(io::readRunSummary(judged.string()));
    return Success;
}

std::string forecastText(const data::TrainingForecast& forecast)
{
    return table({{"forecast"}, {"estimated", Align::Right}}, {{"pictures to learn from", std::to_string(forecast.pictures)},
                                                                {"pictures to judge by", std::to_string(forecast.validation)},
                                                                {"batches", std::to_string(forecast.steps)},
                                                                {"images/s, slowest stage", fixed(forecast.imagesPerSecond, 0)},
                                                                {"time", minutes(forecast.seconds)},
                                                                {"further memory", fixed(forecast.peakBytes / 1e6, 0) + " MB"}});
}

std::string summaryText(const data::RunSummary& summary)
{
    if (summary.samples.empty())
        return {};
    const auto judged = std::to_string(summary.samples.size()) + " pictures not learnt from";
    const auto percent = [](const std::vector<double>& perStep) { return perStep.empty() ? std::string("-") : fixed(100 * perStep.back(), 1) + " %"; };
    std::string text = table({{judged}, {"before", Align::Right}, {"after", Align::Right}},
                             {{"recognised", percent(summary.top1BeforePerStep), percent(summary.top1AfterPerStep)},
                              {"mean firing rate", summary.top1BeforePerStep.empty() ? "-" : fixed(summary.rateBefore, 3), fixed(summary.rateAfter, 3)},
                              {"estimated energy, uJ", summary.top1BeforePerStep.empty() ? "-" : fixed(summary.energyBeforePj / 1e6, 1), fixed(summary.energyAfterPj / 1e6, 1)}});
    for (const auto& broken : summary.broken)
        text += "left out: " + printable(broken.sample) + ": " + printable(broken.reason) + '\n';
    return text;
}

std::string trainText(const TrainingSummary& summary)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, value] : summary.metrics)
        rows.push_back({printable(name), fixed(value, 4)});
    std::string text = "checkpoint: " + printable(summary.checkpoint) + '\n';
    return rows.empty() ? text : text + table({{"last validation"}, {"value", Align::Right}}, rows);
}

}
