#pragma once

#include "core/backend.h"
#include "core/data/outcome.h"
#include "core/data/weight_specs.h"
#include "core/io/checkpoint.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace spikeclip::test {

/// What a test learns of the backends that were made.
struct BackendLog
{
    int made = 0;
    int looks = 0;
    std::vector<std::size_t> reads; ///< sentences of each call
    bool runsTwin = false;          ///< otherwise it says that it cannot
    std::vector<Encoder> passes;    ///< in order
    ComputeOptions compute;         ///< of the last one made
};

/// A backend of four dimensions without a network: a picture is the mean of its channels, a sentence the words it holds.
class FakeBackend : public Backend
{
public:
    static constexpr int threadsInUse = 3;

    FakeBackend(const io::Checkpoint& checkpoint, const ComputeOptions& compute, BackendLog& log)
        : m_config(checkpoint.config), m_words(std::make_shared<const text::WordTable>(checkpoint.words)), m_hasTwin(io::hasPart(checkpoint, "ann.")),
          m_log(log)
    {
        ++m_log.made;
        m_log.compute = compute;
    }

    const data::ModelConfig& config() const override { return m_config; }
    const std::shared_ptr<const text::WordTable>& words() const override { return m_words; }
    bool hasImage() const override { return true; }
    bool hasText() const override { return true; }
    bool hasTwin() const override { return m_hasTwin; }
    int threads() const override { return threadsInUse; }

    std::vector<Sight> look(const std::vector<std::span<const float>>& inputs, Encoder encoder, int steps, data::Recording recording,
                            std::stop_token) override
    {
        if (encoder == Encoder::Ann && !m_log.runsTwin)
            throw Error(ErrorCode::PartMissing, "this backend does not run the twin");
        ++m_log.looks;
        m_log.passes.push_back(encoder);
        std::vector<Sight> sights;
        for (const auto& input : inputs) {
            Sight sight;
            for (int t = 0; t < steps; ++t)
                sight.features.push_back(seen(input, t));
            if (recording != data::Recording::Off) {
                const std::vector<std::int64_t> perStep(static_cast<std::size_t>(steps), 5);
                sight.layers = {{.name = "patch_embed.block1_lif", .neurons = 10, .spikesPerStep = perStep}};
                sight.operations = {{.name = "patch_embed.block2_conv", .dense = 100, .effective = perStep}};
                sight.times = {{.name = "patch_embed.block2_conv", .ms = 0.5}};
            }
            sights.push_back(std::move(sight));
        }
        return sights;
    }

    data::PotentialTrace trace(std::span<const float>, const std::string& layer, const std::vector<std::int64_t>& neurons, int steps, std::stop_token) override
    {
        data::PotentialTrace trace{.layer = layer};
        for (const auto neuron : neurons)
            trace.neurons.push_back(data::traceOf(neuron, std::vector<float>(static_cast<std::size_t>(steps), 1.25F), {}));
        return trace;
    }

    std::vector<UnitVector> read(const std::vector<std::vector<int>>& ids, std::stop_token) override
    {
        m_log.reads.push_back(ids.size());
        std::vector<UnitVector> vectors;
        for (const auto& sentence : ids) {
            std::vector<float> sum(4, 0.25F);
            for (const int id : sentence)
                if (id >= 0)
                    sum[static_cast<std::size_t>(id % 4)] += 1;
            vectors.push_back(normalised(sum));
        }
        return vectors;
    }

    /// One spike a step in the first layer for each word.
    std::vector<std::vector<data::LayerActivity>> readRecorded(const std::vector<std::vector<int>>& ids, std::stop_token) override
    {
        std::vector<std::vector<data::LayerActivity>> layers;
        for (const auto& sentence : ids) {
            const auto words = std::ranges::count_if(sentence, [](int id) { return id >= 0; });
            layers.push_back({{.name = "mlp_lif1", .neurons = 30, .spikesPerStep = std::vector<std::int64_t>(4, words)}});
        }
        return layers;
    }

    data::MachineSpeed speed(bool, const Progress&, std::stop_token) override { return {.machine = "fake", .threads = threadsInUse}; }

private:
    static UnitVector seen(std::span<const float> input, int step)
    {
        std::vector<float> sum(4, 0.5F);
        for (std::size_t i = 0; i < input.size(); ++i)
            sum[i * 3 / input.size()] += 3 * input[i] / static_cast<float>(input.size());
        sum[3] += 0.1F * static_cast<float>(step);
        return normalised(sum);
    }

    data::ModelConfig m_config;
    std::shared_ptr<const text::WordTable> m_words;
    bool m_hasTwin;
    BackendLog& m_log;
};

/// A small model of the right shapes; all its weights are zero.
inline io::Checkpoint silentCheckpoint()
{
    io::Checkpoint checkpoint;
    checkpoint.config.name = "silent";
    checkpoint.config.image = {.imageSize = 16, .width = 16, .heads = 2, .blocks = 1, .embedding = 4, .poolBefore = {1, 3}, .twinStemRelu = true};
    checkpoint.config.text = {.input = data::TextConfig::Input::Words, .vocabulary = 4, .tableWidth = 6, .length = 5, .projection = 6, .hidden = 12, .embedding = 4};
    checkpoint.config.preprocess = {.method = data::Preprocess::Method::Area, .mean = {0, 0, 0}, .deviation = {1, 1, 1}};
    checkpoint.config.labels.templates = {"a photo of {}"};
    checkpoint.config.logitScale = 10;
    checkpoint.card = R"({"summary":"silent"})";
    checkpoint.words = {"red", "green", "blue", "photo"};
    const auto add = [&](const std::string& prefix, const std::vector<data::WeightSpec>& specs) {
        for (const auto& spec : specs) {
            const auto type = spec.role == data::WeightRole::Table ? io::DType::I8 : spec.role == data::WeightRole::Count ? io::DType::I64 : io::DType::F32;
            const auto bytes = static_cast<std::size_t>(spec.numbers()) * io::bytesPerElement(type);
            checkpoint.tensors[prefix + spec.key] = {.dtype = type, .shape = spec.shape, .bytes = std::vector<std::byte>(bytes)};
        }
    };
    add("image.", data::imageWeights(checkpoint.config.image));
    add("ann.", data::twinWeights(checkpoint.config.image));
    add("text.", data::textWeights(checkpoint.config.text));
    return checkpoint;
}

}
