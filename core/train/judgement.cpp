#include "core/train/judgement.h"

#include "core/data/layer_statistics.h"
#include "core/data/outcome.h"
#include "core/energy/site_counts.h"
#include "core/energy/estimate.h"
#include "core/nn/recorder.h"
#include "core/portion.h"
#include "core/torch_errors.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace spikeclip::train {

namespace {

constexpr int judgedAtOnce = 250; // pictures, if they fit into memory

void require(const Model& model)
{
    if (!model.image)
        throw Error(ErrorCode::PartMissing, "this model has no spiking image encoder");
}

at::Device deviceOf(const Model& model)
{
    return model.image->weights()["weights_tensor"].device();
}

/// How often each neuron of a layer fired, over all pictures and steps, word by word of the record.
class FiringCounts
{
public:
    void add(const data::SpikeRecord& record)
    {
        const auto& shape = record.shape();
        m_channels = shape.channels;
        m_stride = shape.wordsPerPosition();
        m_counts.resize(shape.wordsPerSample() * 64);
        for (int step = 0; step < shape.steps; ++step)
            for (int sample = 0; sample < shape.batch; ++sample) {
                const auto words = record.words(step, sample);
                for (std::size_t w = 0; w < words.size(); ++w)
                    for (auto rest = words[w]; rest != 0; rest &= rest - 1)
                        ++m_counts[64 * w + static_cast<std::size_t>(std::countr_zero(rest))];
            }
        m_chances += shape.steps * shape.batch;
    }

    data::LayerHealth health(const std::string& name) const
    {
        data::LayerHealth health{.name = name};
        std::int64_t neurons = 0, spikes = 0, dead = 0, saturated = 0;
        for (std::size_t w = 0; w < m_counts.size() / 64; ++w) {
            const auto first = static_cast<int>(w) % m_stride * 64;
            for (int bit = 0; bit < std::min(64, m_channels - first); ++bit) { // the bits behind are padding
                const auto count = m_counts[64 * w + static_cast<std::size_t>(bit)];
                ++neurons;
                spikes += count;
                dead += count == 0;
                saturated += data::LayerStatistics::isSaturated(static_cast<int>(count), static_cast<int>(m_chances));
            }
        }
        if (neurons > 0 && m_chances > 0) {
            health.rate = static_cast<double>(spikes) / static_cast<double>(neurons * m_chances);
            health.dead = static_cast<double>(dead) / static_cast<double>(neurons);
            health.saturated = static_cast<double>(saturated) / static_cast<double>(neurons);
        }
        return health;
    }

private:
    std::vector<std::int64_t> m_counts; ///< one a bit of a sample's words
    std::int64_t m_chances = 0;         ///< how often each neuron could have fired
    int m_channels = 0;
    int m_stride = 1;
};

}

data::HealthPoint health(const Model& model, const PictureSet& set, std::span<const std::int64_t> indices, int steps, nn::Path path)
{
    require(model);
    at::NoGradGuard quiet;
    data::HealthPoint point{.pictures = static_cast<int>(indices.size())};
    if (indices.empty())
        return point;
    const auto device = deviceOf(model);
    const auto known = data::checkedSteps(steps, model.config.image.steps);
    const auto twin = energy::twinOperations(model.config.image);
    std::vector<FiringCounts> counts;
    std::vector<std::string> names;
    double spikes = 0, chances = 0;
    Portion portion(point.pictures);
    for (std::size_t first = 0; first < indices.size();) {
        const auto recorded = portion.fit([&](int size) {
            const auto some = indices.subspan(first, std::min(static_cast<std::size_t>(size), indices.size() - first));
            return withOurErrors(device.str() + ", validation", [&] {
                nn::Recorder recorder(data::Recording::Full, known, static_cast<int>(some.size()));
                model.image->forward(pictureBatch(set, some, model.config.preprocess, untouched, 0, 0).to(device),
                                     {.steps = known, .path = path, .precision = model.precision, .observer = &recorder});
                return std::pair(std::move(recorder), some.size());
            });
        });
        for (int sample = 0; sample < static_cast<int>(recorded.second); ++sample) {
            const auto layers = recorded.first.layers(sample);
            counts.resize(layers.size());
            names.resize(layers.size());
            for (std::size_t i = 0; i < layers.size(); ++i) {
                names[i] = layers[i].name;
                counts[i].add(*layers[i].spikes);
                spikes += static_cast<double>(layers[i].spikes->spikes());
                chances += static_cast<double>(layers[i].neurons) * known;
            }
            const auto energy = energy::estimate(recorded.first.operations(sample), twin, known);
            point.energyPj += energy.snnPj.back() / point.pictures;
            point.twinPj = model.twin ? energy.annPj : 0;
        }
        first += recorded.second;
    }
    point.rate = chances > 0 ? spikes / chances : 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        point.layers.push_back(counts[i].health(names[i]));
    return point;
}

Judgement judge(const Model& model, const PictureSet& set, std::span<const std::int64_t> indices, const std::vector<std::string>& labels, nn::Path path, std::stop_token stop)
{
    require(model);
    at::NoGradGuard quiet;
    const auto device = deviceOf(model);
    const auto vectors = labelTensor(model, labels, model.config.labels.templates, path).to(device); // [C, E]
    Portion portion(judgedAtOnce);
    std::vector<at::Tensor> right; // [T, b] each
    Judgement judgement;
    for (std::size_t first = 0; first < indices.size(); first += static_cast<std::size_t>(right.back().size(1))) {
        if (stop.stop_requested())
            throw Stopped{};
        const auto cosines = portion.fit([&](int size) { // [T, b, C]
            const auto some = indices.subspan(first, std::min(static_cast<std::size_t>(size), indices.size() - first));
            return withOurErrors(device.str() + ", validation", [&] {
                const auto pictures = pictureBatch(set, some, model.config.preprocess, untouched, 0, 0).to(device);
                return at::matmul(nn::normalised(model.image->forward(pictures, {.path = path, .precision = model.precision})), vectors.t());
            });
        });
        const auto some = indices.subspan(first, static_cast<std::size_t>(cosines.size(1)));
        const auto truth = set.labels.index_select(0, at::tensor(at::ArrayRef<std::int64_t>(some.data(), some.size()))).to(device);
        right.push_back(cosines.argmax(-1).eq(truth));
        const auto [confidence, leaders] = at::softmax(cosines[-1] * model.config.logitScale, -1).max(-1);
        for (std::int64_t i = 0; i < cosines.size(1); ++i) {
            judgement.leaders.push_back(static_cast<int>(leaders[i].item<std::int64_t>()));
            judgement.confidence.push_back(confidence[i].item<double>());
        }
    }
    if (!right.empty()) {
        const auto perStep = at::cat(right, 1).to(at::kCPU, at::kDouble).mean(1).contiguous(); // [T]
        judgement.top1PerStep.assign(perStep.data_ptr<double>(), perStep.data_ptr<double>() + perStep.numel());
    }
    return judgement;
}

}
