#include "core/train/picture_data.h"

#include "core/data/outcome.h"
#include "core/io/class_folder.h"
#include "core/io/preprocess.h"
#include "core/io/sample_source.h"
#include "core/text/utf8.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

namespace spikeclip::train {

namespace {

namespace fs = std::filesystem;

struct Listed
{
    std::string name;
    std::int64_t label = 0;
    int repeat = 1;
};

/// Walks the sources and decides what belongs where, without opening a picture.
class Listing
{
public:
    explicit Listing(const Recipe& recipe) : m_recipe(recipe) {}

    void add(const DataSource& source, const std::string& dataRoot)
    {
        const auto list = io::underLabels(io::listSamples((fs::path(dataRoot) / source.path).string()),
                                          source.labelFile.empty() ? std::vector<io::LabelLine>{}
                                                                   : io::readLabelFile((fs::path(m_recipe.folder) / source.labelFile).string()));
        broken.insert(broken.end(), list.broken.begin(), list.broken.end());
        std::map<int, std::vector<std::string>> samples; // by class, in order
        for (const auto& sample : list.samples)
            samples[sample.label].push_back(sample.name);
        for (const auto& [number, names] : samples)
            addClass(list.classes[static_cast<std::size_t>(number)], names, source.repeat);
    }

    std::vector<std::string> labels;
    std::vector<Listed> train;
    std::vector<Listed> validation;
    std::vector<data::BrokenSample> broken;
    std::int64_t heldOut = 0;
    std::int64_t lonely = 0;

private:
    void addClass(const std::string& name, const std::vector<std::string>& samples, int repeat)
    {
        const auto count = static_cast<std::int64_t>(samples.size());
        if (std::ranges::any_of(m_recipe.heldOut, [&](const std::string& held) { return text::folded(held) == text::folded(name); })) {
            heldOut += count;
            return;
        }
        lonely += count == 1;
        const auto label = labelIndex(name);
        const auto trained = count - data::validationCount(count, m_recipe.validationShare);
        for (std::int64_t i = 0; i < count; ++i)
            (i < trained ? train : validation).push_back({samples[static_cast<std::size_t>(i)], label, i < trained ? repeat : 1});
    }

    std::int64_t labelIndex(const std::string& name)
    {
        const auto [entry, isNew] = m_index.try_emplace(text::folded(name), static_cast<std::int64_t>(labels.size()));
        if (isNew)
            labels.push_back(name);
        return entry->second;
    }

    const Recipe& m_recipe;
    std::map<std::string, std::int64_t> m_index;
};

Listing listed(const Recipe& recipe, const std::string& dataRoot)
{
    Listing listing(recipe);
    for (const auto& source : recipe.data)
        listing.add(source, dataRoot);
    if (listing.train.empty())
        throw Error(ErrorCode::DataMissing, recipe.data.empty() ? "the recipe names no data" : (fs::path(dataRoot) / recipe.data.front().path).string());
    return listing;
}

/// Decodes one list into one tensor; pictures that repeat share nothing but their pixels.
class Reader
{
public:
    Reader(const data::ModelConfig& model, std::function<void(std::int64_t)> read, std::stop_token stop) : m_model(model), m_read(std::move(read)), m_stop(std::move(stop)) {}

    /// `names`: of the pictures that are kept, if somebody wants them.
    PictureSet read(const std::vector<Listed>& list, std::vector<std::string>* names)
    {
        const std::int64_t side = m_model.image.imageSize;
        const auto size = static_cast<std::size_t>(3 * side * side);
        const auto count = static_cast<std::int64_t>(list.size());
        std::vector<std::uint8_t> pixels(list.size() * size);
        std::vector<std::optional<data::BrokenSample>> failures(list.size());
        constexpr std::int64_t block = 256;
        for (std::int64_t first = 0; first < count; first += block) {
            if (m_stop.stop_requested())
                throw Stopped{};
            const auto end = std::min(count, first + block);
            at::parallel_for(first, end, 16, [&](std::int64_t begin, std::int64_t behind) {
                for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(behind); ++i)
                    failures[i] = decode(list[i].name, std::span(pixels).subspan(i * size, size));
            });
            m_read(end - first);
        }

        std::vector<std::int64_t> rows, labels;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (failures[i]) {
                broken.push_back(*failures[i]);
                continue;
            }
            for (int copy = 0; copy < list[i].repeat; ++copy) {
                rows.push_back(static_cast<std::int64_t>(i));
                labels.push_back(list[i].label);
                if (names)
                    names->push_back(list[i].name);
            }
        }
        const auto all = at::from_blob(pixels.data(), {count, 3, side, side}, at::kByte);
        return {all.index_select(0, at::tensor(rows, at::kLong)), at::tensor(labels, at::kLong)};
    }

    std::vector<data::BrokenSample> broken;

private:
    std::optional<data::BrokenSample> decode(const std::string& name, std::span<std::uint8_t> planes) const
    {
        try {
            const auto picture = io::networkInput(*io::readSample(name), m_model.image, m_model.preprocess).shown;
            const auto positions = planes.size() / 3;
            for (std::size_t p = 0; p < positions; ++p)
                for (std::size_t c = 0; c < 3; ++c)
                    planes[c * positions + p] = picture->pixels[3 * p + c];
            return std::nullopt;
        } catch (const Error& error) {
            return io::brokenSample(name, error);
        }
    }

    const data::ModelConfig& m_model;
    std::function<void(std::int64_t)> m_read;
    std::stop_token m_stop;
};

}

PictureCounts countPictures(const Recipe& recipe, const std::string& dataRoot)
{
    const auto listing = listed(recipe, dataRoot);
    PictureCounts counts{.validation = static_cast<std::int64_t>(listing.validation.size()),
                         .files = static_cast<std::int64_t>(listing.train.size() + listing.validation.size()),
                         .labels = listing.labels};
    for (const auto& item : listing.train)
        counts.train += item.repeat;
    return counts;
}

PictureData loadPictures(const Recipe& recipe, const data::ModelConfig& model, const std::string& dataRoot, const std::function<void(double)>& progress, std::stop_token stop)
{
    const auto listing = listed(recipe, dataRoot);
    const auto total = static_cast<std::int64_t>(listing.train.size() + listing.validation.size());
    std::int64_t done = 0;
    Reader reader(model, [&](std::int64_t count) { progress(static_cast<double>(done += count) / static_cast<double>(total)); }, stop);
    PictureData data{.labels = listing.labels, .broken = listing.broken, .heldOut = listing.heldOut, .lonely = listing.lonely};
    data.train = reader.read(listing.train, nullptr);
    data.validation = reader.read(listing.validation, &data.validationNames);
    if (2 * static_cast<std::int64_t>(reader.broken.size()) > total || data.train.size() == 0)
        throw Error(ErrorCode::DataMissing, std::to_string(reader.broken.size()) + " of " + std::to_string(total) + " pictures cannot be read, the first of them "
                                                + reader.broken.front().sample + ": " + reader.broken.front().reason);
    data.broken.insert(data.broken.end(), reader.broken.begin(), reader.broken.end());
    return data;
}

at::Tensor pictureBatch(const PictureSet& set, std::span<const std::int64_t> indices, const data::Preprocess& preprocess, const Augmentation& augmentation,
                        std::uint64_t seed, std::uint64_t firstPosition)
{
    const auto side = set.pixels.size(2);
    const auto size = 3 * side * side;
    auto batch = at::zeros({static_cast<std::int64_t>(indices.size()), 3, side, side}); // 0 is the mean colour
    auto* out = batch.data_ptr<float>();
    const auto* pixels = set.pixels.data_ptr<std::uint8_t>();
    for (std::size_t i = 0; i < indices.size(); ++i)
        varied(pixels + indices[i] * size, side, preprocess, augmentation, seed, firstPosition + i, out + static_cast<std::int64_t>(i) * size);
    return batch;
}

}
