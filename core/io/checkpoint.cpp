#include "core/io/checkpoint.h"

#include "core/data/outcome.h"
#include "core/data/weight_specs.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"
#include "core/io/sha256.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace spikeclip::io {

namespace {

constexpr const char* formatName = "spikeclip-checkpoint/1";
constexpr const char* wordsKey = "text.words";
constexpr std::array<std::string_view, 3> parts = {"image.", "text.", "ann."};

void checkKeys(const std::map<std::string, TensorData>& tensors)
{
    for (const auto& item : tensors)
        if (std::ranges::none_of(parts, [&](std::string_view part) { return item.first.starts_with(part); }))
            throw Error(ErrorCode::BadValue, "tensor '" + item.first + "' belongs to no part of a model");
}

const std::string& entry(const Safetensors& file, const char* key)
{
    const auto found = file.metadata.find(key);
    if (found == file.metadata.end())
        throw Error(ErrorCode::BadValue, "'" + std::string(key) + "' is missing from its metadata");
    return found->second;
}

std::vector<std::string> split(const TensorData& tensor)
{
    if (tensor.dtype != DType::U8 || tensor.shape.size() != 1)
        throw Error(ErrorCode::BadValue, "'text.words' is not a list of bytes");
    const std::string text(reinterpret_cast<const char*>(tensor.bytes.data()), tensor.bytes.size()); // NOLINT: bytes as characters
    if (!text::isUtf8(text))
        throw Error(ErrorCode::BadValue, "'text.words' is not UTF-8");
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end == begin)
            throw Error(ErrorCode::BadValue, "'text.words' has an empty line");
        words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

TensorData joined(const std::vector<std::string>& words)
{
    TensorData tensor{.dtype = DType::U8, .shape = {}, .bytes = {}};
    for (const std::string& word : words) {
        if (word.empty() || word.find('\n') != std::string::npos || !text::isUtf8(word))
            throw Error(ErrorCode::BadValue, "the word '" + word + "' cannot be saved");
        std::ranges::transform(word + '\n', std::back_inserter(tensor.bytes), [](char c) { return static_cast<std::byte>(c); });
    }
    tensor.shape = {static_cast<std::int64_t>(tensor.bytes.size())};
    return tensor;
}

data::ModelConfig readConfig(const Safetensors& file)
{
    nlohmann::json whole = parseJsonObject(entry(file, "config"));
    if (whole.contains("preprocess"))
        throw Error(ErrorCode::BadValue, "preprocess is not a known key");
    whole["preprocess"] = parseJsonObject(entry(file, "preprocess"));
    const data::ModelConfig config = modelConfigFromJson(whole.dump());
    data::check(config);
    return config;
}

}

Checkpoint readCheckpoint(const std::string& path)
{
    Checkpoint checkpoint;
    Safetensors file;
    {
        const std::vector<std::byte> bytes = readFile(path, largestSafetensorsFile);
        checkpoint.hash = sha256(bytes);
        file = parseSafetensors(bytes, path);
    }
    const auto format = file.metadata.find("format");
    if (format == file.metadata.end() || format->second != formatName)
        throw Error(ErrorCode::CheckpointForeign, path + ": its metadata does not say format '" + formatName + "'");
    try {
        checkpoint.config = readConfig(file);
        if (const auto card = file.metadata.find("card"); card != file.metadata.end()) {
            parseJsonObject(card->second);
            checkpoint.card = card->second;
        }
        checkKeys(file.tensors);
        if (const auto words = file.tensors.find(wordsKey); words != file.tensors.end()) {
            checkpoint.words = split(words->second);
            file.tensors.erase(words);
        }
    } catch (const Error& error) {
        throw Error(ErrorCode::CheckpointForeign, path + ": " + error.what());
    }
    checkpoint.tensors = std::move(file.tensors);
    return checkpoint;
}

bool hasPart(const Checkpoint& checkpoint, const std::string& prefix)
{
    const auto first = checkpoint.tensors.lower_bound(prefix);
    return first != checkpoint.tensors.end() && first->first.starts_with(prefix);
}

void checkModel(const Checkpoint& checkpoint, const std::string& path)
{
    const auto fits = [&](const std::string& prefix, const std::vector<data::WeightSpec>& specs) {
        std::map<std::string, std::vector<std::int64_t>> shapes;
        for (auto entry = checkpoint.tensors.lower_bound(prefix); entry != checkpoint.tensors.end() && entry->first.starts_with(prefix); ++entry)
            shapes[entry->first.substr(prefix.size())] = entry->second.shape;
        if (!shapes.empty())
            data::checkShapes(shapes, specs);
    };
    try {
        fits("image.", data::imageWeights(checkpoint.config.image));
        fits("ann.", data::twinWeights(checkpoint.config.image));
        fits("text.", data::textWeights(checkpoint.config.text));
        if (!checkpoint.words.empty() && static_cast<int>(checkpoint.words.size()) != checkpoint.config.text.vocabulary)
            throw Error(ErrorCode::CheckpointForeign, "the number of words is not the vocabulary of the configuration");
        if (!hasPart(checkpoint, "image.") && !hasPart(checkpoint, "ann."))
            throw Error(ErrorCode::CheckpointForeign, "no image encoder");
    } catch (const Error& error) {
        throw Error(error.code(), path + ": " + error.what());
    }
}

void writeCheckpoint(const std::string& path, const Checkpoint& checkpoint)
{
    data::check(checkpoint.config);
    checkKeys(checkpoint.tensors);
    if (checkpoint.tensors.contains(wordsKey))
        throw Error(ErrorCode::BadValue, "'text.words' is made from the words and cannot be a tensor of the model");
    nlohmann::json config = nlohmann::json::parse(toJson(checkpoint.config));
    config.erase("preprocess");

    Safetensors file{.metadata = {{"format", formatName}, {"config", config.dump()}, {"preprocess", toJson(checkpoint.config.preprocess)}},
                     .tensors = checkpoint.tensors};
    if (!checkpoint.card.empty()) {
        parseJsonObject(checkpoint.card);
        file.metadata["card"] = checkpoint.card;
    }
    if (!checkpoint.words.empty())
        file.tensors[wordsKey] = joined(checkpoint.words);
    writeSafetensors(path, file);
}

}
