#include "core/model.h"

#include "core/data/outcome.h"
#include "core/io/checkpoint.h"
#include "core/label_vectors.h"
#include "core/tensor_data.h"
#include "core/torch_backend.h"

#include <ATen/ATen.h>

namespace spikeclip {

namespace {

/// The tensors under a prefix, without it.
nn::Weights part(const io::Checkpoint& checkpoint, const std::string& prefix, const at::Device& device)
{
    std::map<std::string, at::Tensor> tensors;
    for (auto entry = checkpoint.tensors.lower_bound(prefix); entry != checkpoint.tensors.end() && entry->first.starts_with(prefix); ++entry)
        tensors[entry->first.substr(prefix.size())] = toTensor(entry->second);
    return nn::Weights(std::move(tensors)).to(device, at::kFloat);
}

void append(io::Checkpoint& checkpoint, const std::string& prefix, const nn::Weights& weights)
{
    for (const auto& [key, tensor] : weights.tensors())
        checkpoint.tensors[prefix + key] = toTensorData(tensor.is_floating_point() ? tensor.to(at::kFloat) : tensor);
}

}

Model readModel(const std::string& file, const at::Device& device)
{
    const auto checkpoint = io::readCheckpoint(file);
    io::checkModel(checkpoint, file);
    Model model{.config = checkpoint.config, .card = checkpoint.card, .hash = checkpoint.hash, .wordList = checkpoint.words};
    if (auto weights = part(checkpoint, "image.", device); !weights.empty())
        model.image.emplace(model.config.image, std::move(weights));
    if (auto weights = part(checkpoint, "ann.", device); !weights.empty())
        model.twin.emplace(model.config.image, std::move(weights));
    if (auto weights = part(checkpoint, "text.", device); !weights.empty())
        model.text.emplace(model.config.text, std::move(weights));
    if (!model.wordList.empty())
        model.words = std::make_shared<text::WordTable>(model.wordList);
    return model;
}

void writeModel(const std::string& file, const Model& model)
{
    io::Checkpoint checkpoint{.config = model.config, .card = model.card, .words = model.wordList};
    if (model.image)
        append(checkpoint, "image.", model.image->weights());
    if (model.twin)
        append(checkpoint, "ann.", model.twin->weights());
    if (model.text)
        append(checkpoint, "text.", model.text->weights());
    io::writeCheckpoint(file, checkpoint);
}

at::Tensor sentenceIds(const Model& model, const std::vector<std::string>& sentences)
{
    if (!model.words || !model.text)
        throw Error(ErrorCode::PartMissing, "this model has no text encoder with a word table, so labels cannot be typed");
    const auto length = model.config.text.length;
    auto ids = at::empty({static_cast<std::int64_t>(sentences.size()), length}, at::kLong);
    auto* out = ids.data_ptr<std::int64_t>();
    for (const auto& sentence : sentences)
        for (const int id : text::encode(*model.words, sentence, length).ids)
            *out++ = id;
    return ids;
}

at::Tensor labelTensor(const Model& model, const std::vector<std::string>& labels, const std::vector<std::string>& templates, nn::Path path)
{
    if (!model.text)
        throw Error(ErrorCode::PartMissing, "this model has no text encoder");
    const auto device = model.text->weights()["weights_tensor"].device();
    TorchBackend backend(model, device, path);
    return toMatrix(labelVectors(backend, labels, templates, {})).to(device);
}

}
