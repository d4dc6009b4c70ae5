#pragma once

#include "core/data/training.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

/// Training runs as tests need them: made up, but like real ones.
namespace spikeclip::test {

/// The layers of a small spiking network, input to output.
inline std::vector<std::string> trainedLayers(int blocks = 2)
{
    std::vector<std::string> names{"patch_embed.proj_lif", "patch_embed.proj_lif1", "patch_embed.proj_lif2"};
    for (int block = 0; block < blocks; ++block)
        for (const char* layer : {"attn.q_lif", "attn.k_lif", "attn.v_lif", "attn.attn_lif", "attn.proj_lif", "mlp.mlp1_lif", "mlp.mlp2_lif"})
            names.push_back("block." + std::to_string(block) + "." + layer);
    return names;
}

inline data::HealthPoint healthPoint(double progress, unsigned seed = 1, int blocks = 2)
{
    std::mt19937 generator(seed);
    std::uniform_real_distribution<double> noise(0.8, 1.2);
    data::HealthPoint point{.stage = "full", .pictures = 64, .energyPj = 4.2e6 * (1 - 0.3 * progress), .twinPj = 11.4e6};
    const auto names = trainedLayers(blocks);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double rate = 0.05 + 0.15 * std::abs(std::sin(static_cast<double>(i))) * (1 - 0.4 * progress) * noise(generator);
        point.layers.push_back({.name = names[i], .rate = rate, .dead = std::min(0.7, 0.02 / rate * noise(generator)), .saturated = rate * 0.1});
        point.rate += rate / static_cast<double>(names.size());
    }
    return point;
}

/// A run of two stages, alignment and two losses, `points` in each.
inline std::shared_ptr<data::TrainingLog> trainingLog(int points, unsigned seed = 1)
{
    std::mt19937 generator(seed);
    std::normal_distribution<double> noise(0, 1);
    auto log = std::make_shared<data::TrainingLog>();
    for (int stage = 0; stage < 2; ++stage)
        for (int i = 0; i < points; ++i) {
            const double part = static_cast<double>(i + 1) / points;
            const double fall = std::exp(-3 * part) * (1 + 0.05 * seed);
            data::TrainingPoint point{.stage = stage == 0 ? "align-image" : "dual",
                                      .stageIndex = stage,
                                      .step = 5 * (i + 1),
                                      .steps = 5 * points,
                                      .epoch = 10 * part,
                                      .learningRate = 5e-4 * (1 - part) + 1e-5,
                                      .gradientNorm = 1 + 0.1 * noise(generator),
                                      .imagesPerSecond = 210 + 8 * noise(generator),
                                      .secondsLeft = 60 * (1 - part)};
            if (stage == 0) {
                point.alignment = std::max(0.01, 0.2 + 0.6 * fall + 0.04 * noise(generator));
                point.loss = *point.alignment;
            } else {
                point.crossEntropy = std::max(0.02, 0.5 + 1.6 * fall + 0.12 * noise(generator));
                point.divergence = std::max(0.01, 0.2 + 0.7 * fall + 0.06 * noise(generator));
                point.loss = *point.crossEntropy + *point.divergence;
                point.trainTop1 = std::clamp(0.9 - 0.7 * fall + 0.04 * noise(generator), 0.0, 1.0);
                point.gradientAngle = std::clamp(70 + 15 * noise(generator), 0.0, 180.0);
                point.skipped = 0.0;
            }
            log->points.push_back(point);
            if ((i + 1) % std::max(1, points / 10) == 0) {
                log->validations.push_back({.stage = point.stage,
                                            .stageIndex = stage,
                                            .step = point.step,
                                            .epoch = point.epoch,
                                            .top1 = std::clamp((stage == 0 ? 0.45 : 0.8) - 0.3 * fall + 0.01 * noise(generator), 0.0, 1.0),
                                            .top1PerStep = {}});
                auto health = healthPoint((stage + part) / 2, seed + static_cast<unsigned>(i));
                health.stage = point.stage;
                health.stageIndex = stage;
                health.step = point.step;
                health.epoch = point.epoch;
                log->healths.push_back(health);
            }
        }
    return log;
}

/// A judged run: each of `labels` with so many pictures; two thirds right before, five sixths after; some labels are taken for their neighbour.
inline data::RunSummary runSummary(int labels, int pictures, unsigned seed = 1)
{
    static const std::vector<std::string> names{"tabby cat",    "golden retriever", "owl",    "sports car", "fire truck",
                                                "sailing ship", "mushroom",         "violin", "teapot",     "bridge"};
    std::mt19937 generator(seed);
    data::RunSummary summary{
        .name = "My animals", .initialModel = "/models/default.safetensors", .initialHash = "ab12", .model = "best.safetensors", .hash = "cd34"};
    for (int label = 0; label < labels; ++label)
        summary.labels.push_back(label < 10 ? names[static_cast<std::size_t>(label)] : "class " + std::to_string(label + 1));
    const auto guess = [&](int label, unsigned sixthsRight) {
        if (generator() % 6 < sixthsRight)
            return label;
        return generator() % 3 > 0 ? (label + 1) % labels : static_cast<int>(generator() % static_cast<unsigned>(labels));
    };
    int right[2] = {0, 0};
    for (int label = 0; label < labels; ++label)
        for (int i = 0; i < pictures; ++i) {
            data::JudgedSample sample{.sample = "/pictures/" + summary.labels[static_cast<std::size_t>(label)] + "/" + std::to_string(i) + ".jpg",
                                      .label = label};
            sample.before = guess(label, 4);
            sample.after = guess(label, 5);
            sample.confidenceBefore = 0.3 + 0.05 * (i % 8);
            sample.confidenceAfter = 0.5 + 0.05 * (i % 9);
            right[0] += sample.before == label;
            right[1] += sample.after == label;
            summary.samples.push_back(sample);
        }
    const double all = std::max(1, labels * pictures);
    for (int step = 1; step <= 4; ++step) {
        summary.top1BeforePerStep.push_back(right[0] / all * (0.7 + 0.075 * step));
        summary.top1AfterPerStep.push_back(right[1] / all * (0.8 + 0.05 * step));
    }
    summary.rateBefore = 0.142;
    summary.rateAfter = 0.118;
    summary.energyBeforePj = 4.21e6;
    summary.energyAfterPj = 3.55e6;
    summary.seconds = 95;
    return summary;
}

}
