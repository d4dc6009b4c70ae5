#pragma once

#include "core/engine.h"
#include "core/random.h"
#include "tests/core/io/archives.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>

/// Three plain colours, a few words, and a network small enough to learn them in a second.
namespace spikeclip::tests {

inline constexpr int toySide = 16; ///< of the pictures, pixels
inline constexpr int toyPicturesPerClass = 12;

inline void silent(double, const std::string&) {}

/// A picture of one colour with noise, as an uncompressed BMP, whose rows must not need padding: `side` is a multiple of four.
inline std::string toyPicture(std::array<int, 3> bgr, std::uint64_t seed, int side = toySide)
{
    std::string bytes = "BM";
    const auto number = [&](int value, int size) {
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(value >> 8 * i & 255);
    };
    const int numbers = 3 * side * side;
    for (const int value : {54 + numbers, 0, 54, 40, side, side})
        number(value, 4);
    number(1, 2);  // planes
    number(24, 2); // bits a pixel
    for (int i = 0; i < 6; ++i)
        number(0, 4);
    for (int i = 0; i < numbers; ++i)
        bytes += static_cast<char>(bgr[static_cast<std::size_t>(i % 3)] + randomBelow(40, seed, 1, static_cast<std::uint64_t>(i)));
    return bytes;
}

/// The classes of the toy, by name as every listing has them.
inline const std::array<std::pair<const char*, std::array<int, 3>>, 3> toyClasses = {{{"blue", {200, 20, 20}}, {"green", {20, 200, 20}}, {"red", {20, 20, 200}}}};

/// Picture `number` of class `index`.
inline std::string toyPictureOf(std::size_t index, int number, int side = toySide)
{
    return toyPicture(toyClasses[index].second, 100 * index + static_cast<std::uint64_t>(number) + 1, side);
}

/// A folder of classes.
inline void writeToyPictures(const std::filesystem::path& folder, int perClass = toyPicturesPerClass, int side = toySide)
{
    for (std::size_t i = 0; i < toyClasses.size(); ++i)
        for (int number = 0; number < perClass; ++number)
            write(folder / toyClasses[i].first / (std::to_string(10 + number) + ".bmp"), toyPictureOf(i, number, side));
}

/// Numbers in [-1, 1] as float16.
inline void writeHalves(const std::filesystem::path& path, std::int64_t rows, std::int64_t width, std::uint64_t seed)
{
    auto numbers = at::empty({rows, width});
    for (std::int64_t i = 0; i < numbers.numel(); ++i)
        numbers.data_ptr<float>()[i] = static_cast<float>(randomBelow(2001, seed, 2, static_cast<std::uint64_t>(i))) / 1000 - 1;
    const auto halves = numbers.to(at::kHalf);
    write(path, {static_cast<const char*>(halves.data_ptr()), static_cast<std::size_t>(halves.numel()) * 2});
}

/// All that toyRecipe() names. `zebra` and `unicorn` are words that nobody knows.
inline void writeToyData(const std::filesystem::path& root)
{
    writeToyPictures(root / "toy");
    write(root / "words.txt", "a\nthe\nof\nphoto\npicture\nred\ngreen\nblue\ncat\ndog\nbird\ntree\n");
    writeHalves(root / "vectors.f16", 12, 8, 1);
    write(root / "names.tsv", "rank\tname\n1\tred\n2\tgreen\n3\tblue\n4\tcat\n5\tzebra\n");
    writeHalves(root / "targets.f16", 5, 8, 2);
    write(root / "nouns.tsv", "lemma\tlexname\ndog\tanimal\ncat\tanimal\nbird\tanimal\nunicorn\tanimal\ntree\tstate\n");
}

inline nlohmann::json toyStage(const char* name, double epochs, int batch = 8)
{
    return {{"stage", name}, {"epochs", epochs}, {"batch", batch}};
}

/// A stage alone is a list of one: compilers differ in what they make of {stage}.
inline nlohmann::json listOf(nlohmann::json stages)
{
    return stages.is_array() ? stages : nlohmann::json::array({stages});
}

/// A recipe of all parts, from fresh weights; the stages are the caller's.
inline nlohmann::json toyRecipe(nlohmann::json stages)
{
    nlohmann::json recipe = {{"format", "spikeclip-recipe/1"}, {"seed", 1}, {"validation_share", 0.25}, {"checkpoint_minutes", 1000}};
    recipe["model"] = {{"name", "toy"},
                       {"image", {{"image_size", toySide}, {"width", 16}, {"heads", 2}, {"blocks", 1}, {"embedding", 8}, {"pool_before", {1, 3}}}},
                       {"text", {{"input", "words"}, {"vocabulary", 12}, {"table_width", 8}, {"length", 6}, {"projection", 8}, {"hidden", 32}, {"embedding", 8},
                                 {"lif", {{"threshold", 0.3}}}}},
                       {"preprocess", {{"method", "area"}}}};
    recipe["data"] = nlohmann::json::array({nlohmann::json{{"folder", "toy"}}});
    recipe["text"] = {{"words", "words.txt"}, {"vectors", "vectors.f16"}, {"names", "names.tsv"}, {"targets", "targets.f16"}, {"nouns", "nouns.tsv"},
                      {"templates", {"{}", "a {}"}}};
    recipe["stages"] = listOf(std::move(stages));
    return recipe;
}

/// Writes the recipe beside others and asks for a folder called `name`.
inline TrainingRequest toyRequest(const std::filesystem::path& root, const std::string& name, const nlohmann::json& recipe)
{
    const auto file = root / "recipes" / (name + ".json");
    write(file, recipe.dump());
    return {.recipeFile = file.string(), .outFolder = (root / "runs" / name).string(), .dataRoot = root.string()};
}

inline std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every file of a folder with its bytes.
inline std::map<std::string, std::string> contents(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[entry.path().string()] = bytesOf(entry.path());
    return files;
}

/// Calls `reached` with the number of batches done in this call.
template <typename Reached>
Progress countingBatches(Reached&& reached)
{
    return [reached, batches = 0](double, const std::string& note) mutable {
        if (note.find(": batch ") != std::string::npos)
            reached(++batches);
    };
}

}
