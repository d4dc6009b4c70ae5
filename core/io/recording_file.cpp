#include "core/io/recording_file.h"

#include "core/data/outcome.h"
#include "core/io/npz.h"

#include <algorithm>

namespace spikeclip::io {

namespace {

void addLayer(std::vector<NpzArray>& arrays, const std::vector<RecordedPicture>& pictures, std::size_t index)
{
    const auto& first = pictures.front().layers[index];
    for (const auto& picture : pictures) {
        const auto& layer = picture.layers.at(index);
        if (!layer.spikes || layer.name != first.name || layer.spikes->shape() != first.spikes->shape())
            throw Error(ErrorCode::BadShape, picture.file + ": " + layer.name + " has no spikes, or others than " + pictures.front().file);
    }
    auto shape = first.spikes->shape();
    shape.batch = static_cast<int>(pictures.size());
    std::vector<std::uint64_t> words;
    std::vector<double> rates;
    for (int step = 0; step < shape.steps; ++step)
        for (const auto& picture : pictures) {
            const auto& spikes = *picture.layers[index].spikes;
            const auto some = spikes.words(step, 0);
            words.insert(words.end(), some.begin(), some.end());
            rates.push_back(static_cast<double>(spikes.spikes(step, 0)) / static_cast<double>(shape.neurons()));
        }
    const std::vector<std::int64_t> extents{shape.steps, shape.batch, shape.height, shape.width, shape.channels};
    arrays.push_back(npzArray("spikes/" + first.name, words, {shape.steps, shape.batch, shape.positions(), shape.wordsPerPosition()}));
    arrays.push_back(npzArray("shape/" + first.name, extents, {5}));
    arrays.push_back(npzArray("rate/" + first.name, rates, {shape.steps, shape.batch}));
}

}

void writeRecording(const std::string& path, const SpikeRecording& recording)
{
    const auto& pictures = recording.pictures;
    if (pictures.empty())
        throw Error(ErrorCode::BadArgument, "there is no picture to record");
    const auto steps = pictures.front().logits.size();
    std::vector<std::string> files, hashes;
    for (const auto& picture : pictures) {
        const bool fits = picture.layers.size() == pictures.front().layers.size() && picture.logits.size() == steps
                          && std::ranges::all_of(picture.logits, [&](const auto& row) { return row.size() == recording.labels.size(); });
        if (!fits)
            throw Error(ErrorCode::BadShape, picture.file + ": other layers, steps or labels than " + pictures.front().file);
        files.push_back(picture.file);
        hashes.push_back(picture.hash);
    }

    std::vector<NpzArray> arrays{npzText("format", "spikeclip-recording/1"), npzText("version", recording.version),
                                 npzText("model_sha256", recording.modelHash), npzTexts("labels", recording.labels),
                                 npzTexts("image_file", files), npzTexts("image_sha256", hashes)};
    std::vector<double> logits;
    for (std::size_t step = 0; step < steps; ++step)
        for (const auto& picture : pictures)
            logits.insert(logits.end(), picture.logits[step].begin(), picture.logits[step].end());
    arrays.push_back(npzArray("logits_t", logits,
                              {static_cast<std::int64_t>(steps), static_cast<std::int64_t>(pictures.size()), static_cast<std::int64_t>(recording.labels.size())}));
    for (std::size_t layer = 0; layer < pictures.front().layers.size(); ++layer)
        addLayer(arrays, pictures, layer);
    writeNpz(path, arrays);
}

}
