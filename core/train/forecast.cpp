#include "core/train/forecast.h"

#include "core/data/outcome.h"
#include "core/io/preprocess.h"
#include "core/io/sample_source.h"
#include "core/portion.h"
#include "core/race.h"
#include "core/random.h"
#include "core/torch_errors.h"
#include "core/train/gradient_angle.h"
#include "core/train/meter.h"
#include "core/train/objective.h"
#include "core/train/run_model.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

namespace spikeclip::train {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int timedBatches = 3;      // after one to warm up
constexpr double enoughSeconds = 2;  // of a stage
constexpr std::int64_t openedPictures = 8;
constexpr double judgementsPerRun = 12; // of the validation pictures, with those before and after
constexpr double forwardShare = 0.35;   // of a training step that a forward pass takes

/// Pictures of noise, with every label.
PictureSet noise(std::int64_t count, std::int64_t side, std::size_t labels)
{
    auto pixels = at::empty({count, 3, side, side}, at::kByte);
    auto* out = pixels.data_ptr<std::uint8_t>();
    for (std::int64_t i = 0; i < pixels.numel(); ++i)
        out[i] = static_cast<std::uint8_t>(randomAt(1, 1, static_cast<std::uint64_t>(i)));
    return {pixels, at::arange(count, at::kLong).remainder(static_cast<std::int64_t>(labels))};
}

/// Seconds that reading one picture takes, from a few spread over the data.
double secondsPerPicture(const Recipe& recipe, const data::ModelConfig& model, const std::string& dataRoot)
{
    const auto list = io::listSamples((std::filesystem::path(dataRoot) / recipe.data.front().path).string());
    const auto chosen = spreadOver(static_cast<std::int64_t>(list.samples.size()), openedPictures);
    const auto start = Clock::now();
    for (const auto index : chosen) {
        try {
            io::networkInput(*io::readSample(list.samples[static_cast<std::size_t>(index)].name), model.image, model.preprocess);
        } catch (const Error&) {
            continue; // the run will say so
        }
    }
    return chosen.empty() ? 0 : secondsSince(start) / static_cast<double>(chosen.size());
}

}

data::TrainingForecast forecast(const TrainingRequest& request, const ComputeOptions& compute, std::stop_token stop)
{
    const auto recipe = readRecipe(request.recipeFile);
    const at::Device device(compute.device);
    const auto residentBefore = residentBytes();
    const RunModel model(recipe, request.dataRoot, device, compute.precision, nullptr);
    const auto& config = model.model().config;

    data::TrainingForecast forecast;
    PictureData data;
    const bool learnsPictures = std::ranges::any_of(recipe.stages, [](const Stage& stage) { return stage.kind != Stage::Kind::AlignText; });
    double bytes = 0;
    if (learnsPictures) {
        const auto counts = countPictures(recipe, request.dataRoot);
        forecast.pictures = counts.train;
        forecast.validation = std::min<std::int64_t>(counts.validation, recipe.validationLimit);
        forecast.seconds += static_cast<double>(counts.files) * secondsPerPicture(recipe, config, request.dataRoot);
        bytes += static_cast<double>((counts.train + counts.files) * 3 * config.image.imageSize * config.image.imageSize);
        data.labels = counts.labels;
    }
    for (const auto& stage : recipe.stages) {
        if (stop.stop_requested())
            throw Stopped{};
        const auto trained = std::min<std::int64_t>(forecast.pictures, stage.batch);
        if (stage.kind != Stage::Kind::AlignText)
            data.train = noise(std::max<std::int64_t>(trained, 1), config.image.imageSize, data.labels.size());
        auto began = Clock::now();
        const auto objective = model.objective(
            stage, &data,
            [&](double share) {
                if (share == 0)
                    began = Clock::now(); // the vectors of the labels are there
            },
            stop);
        const auto preparing = secondsSince(began); // a head computes the features of the pictures it is given here

        AdamW optimizer(objective->parameters(), stage.weightDecay);
        const auto samples = objective->samplesPerBatch();
        Portion portion(samples);
        const auto learn = [&](std::int64_t number, int size) {
            optimizer.clearGradients();
            for (int first = 0; first < samples; first += size) {
                const auto loss = objective->loss(number, {first, std::min(size, samples - first)});
                if (first == 0 && stage.angleGate > 0 && loss.crossEntropy.defined() && loss.divergence.defined())
                    gradientAngle(loss.crossEntropy, loss.divergence, objective->parameters());
                loss.total.backward();
            }
            optimizer.step(0, stage.clipNorm);
            return true;
        };
        const auto step = [&](std::int64_t number) {
            portion.fit([&](int size) { return withOurErrors(device.str() + ", forecast", [&] { return learn(number, size); }); });
        };
        step(0);
        const auto start = Clock::now();
        int timed = 0;
        do {
            if (stop.stop_requested())
                throw Stopped{};
            step(++timed);
        } while (timed < timedBatches && secondsSince(start) < enoughSeconds);
        const auto perBatch = secondsSince(start) / timed;

        const bool pictures = stage.kind != Stage::Kind::AlignText;
        const auto batchesPerEpoch = pictures ? std::max<std::int64_t>(1, forecast.pictures / stage.batch) : objective->batchesPerEpoch();
        const auto steps = static_cast<std::int64_t>(std::ceil(stage.epochs * static_cast<double>(batchesPerEpoch)));
        forecast.steps += steps;
        forecast.seconds += static_cast<double>(steps) * perBatch;
        if (stage.kind == Stage::Kind::Head) {
            const auto views = stage.augmentation.shift ? 2.0 : 1.0;
            const auto perPicture = preparing / (views * static_cast<double>(samples));
            // features of all pictures once, and the validation pictures judged by the whole network before and after
            forecast.seconds += perPicture * (views * static_cast<double>(forecast.pictures) + 3 * static_cast<double>(forecast.validation));
            bytes += views * static_cast<double>(forecast.pictures) * config.image.steps * config.image.width * sizeof(float);
        } else if (pictures) {
            forecast.seconds += judgementsPerRun * forwardShare * perBatch / samples * static_cast<double>(forecast.validation);
        }
        const auto speed = static_cast<double>(samples) / perBatch;
        forecast.imagesPerSecond = forecast.imagesPerSecond == 0 ? speed : std::min(forecast.imagesPerSecond, speed);
    }
    forecast.peakBytes = bytes + static_cast<double>(std::max<std::int64_t>(0, residentBytes() - residentBefore));
    return forecast;
}

}
