#include "core/train/picture_data.h"

#include "core/data/outcome.h"
#include "core/io/class_folder.h"
#include "core/io/picture.h"
#include "core/io/preprocess.h"
#include "core/random.h"
#include "core/text/utf8.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

namespace spikeclip::train {

namespace {

namespace fs = std::filesystem;

struct Listed
{
    std::string path;
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
        const auto folder = io::scanClassFolder((fs::path(dataRoot) / source.folder).string());
        const auto names = labelNames(folder, source);
        std::map<int, std::vector<std::string>> files; // by class, in order
        for (const auto& file : folder.files)
            files[file.label].push_back(file.path);
        for (const auto& [number, paths] : files) {
            const auto& name = names[static_cast<std::size_t>(number)];
            if (std::ranges::any_of(m_recipe.heldOut, [&](const std::string& held) { return text::folded(held) == text::folded(name); })) {
                heldOut += static_cast<std::int64_t>(paths.size());
                continue;
            }
            const auto label = labelIndex(name);
            const auto judged = static_cast<std::size_t>(std::floor(m_recipe.validationShare * static_cast<double>(paths.size())));
            for (std::size_t i = 0; i < paths.size(); ++i) {
                const bool training = i + judged < paths.size();
                (training ? train : validation).push_back({paths[i], label, training ? source.repeat : 1});
            }
        }
    }

    std::vector<std::string> labels;
    std::vector<Listed> train;
    std::vector<Listed> validation;
    std::int64_t heldOut = 0;

private:
    std::vector<std::string> labelNames(const io::ClassFolder& folder, const DataSource& source) const
    {
        std::map<std::string, std::string> typed;
        if (!source.labelFile.empty())
            for (const auto& line : io::readLabelFile((fs::path(m_recipe.folder) / source.labelFile).string()))
                typed[line.folder] = line.name;
        std::vector<std::string> names;
        for (const auto& name : folder.classes)
            names.push_back(typed.contains(name) ? typed[name] : name);
        return names;
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

/// Decodes one list into one tensor; pictures that repeat share nothing but their pixels.
class Reader
{
public:
    Reader(const data::ModelConfig& model, std::function<void()> read, std::stop_token stop)
        : m_model(model), m_read(std::move(read)), m_stop(std::move(stop))
    {
    }

    PictureSet read(const std::vector<Listed>& list)
    {
        const std::int64_t side = m_model.image.imageSize;
        const auto size = static_cast<std::size_t>(3 * side * side);
        std::vector<std::uint8_t> pixels;
        std::vector<std::int64_t> labels;
        pixels.reserve(list.size() * size);
        std::vector<std::uint8_t> planes(size);
        for (const auto& item : list) {
            if (m_stop.stop_requested())
                throw Stopped{};
            if (decode(item.path, planes))
                for (int i = 0; i < item.repeat; ++i) {
                    pixels.insert(pixels.end(), planes.begin(), planes.end());
                    labels.push_back(item.label);
                }
            m_read();
        }
        const auto count = static_cast<std::int64_t>(labels.size());
        PictureSet set{at::empty({count, 3, side, side}, at::kByte), at::empty({count}, at::kLong)};
        std::ranges::copy(pixels, set.pixels.data_ptr<std::uint8_t>());
        std::ranges::copy(labels, set.labels.data_ptr<std::int64_t>());
        return set;
    }

    std::vector<std::string> broken;

private:
    bool decode(const std::string& path, std::vector<std::uint8_t>& planes)
    {
        try {
            const auto picture = io::networkInput(io::readPicture(path), m_model.image, m_model.preprocess).shown;
            const auto positions = planes.size() / 3;
            for (std::size_t p = 0; p < positions; ++p)
                for (std::size_t c = 0; c < 3; ++c)
                    planes[c * positions + p] = picture->pixels[3 * p + c];
            return true;
        } catch (const Error&) {
            broken.push_back(path); // one bad file must not end a run; the summary lists it
            return false;
        }
    }

    const data::ModelConfig& m_model;
    std::function<void()> m_read;
    std::stop_token m_stop;
};

}

PictureData loadPictures(const Recipe& recipe, const std::string& dataRoot, const std::function<void(double)>& progress, std::stop_token stop)
{
    Listing listing(recipe);
    for (const auto& source : recipe.data)
        listing.add(source, dataRoot);
    if (listing.train.empty())
        throw Error(ErrorCode::DataMissing, "the recipe's data below " + dataRoot);

    const auto total = static_cast<double>(listing.train.size() + listing.validation.size());
    std::size_t done = 0;
    Reader reader(recipe.model, [&] {
        if (++done % 256 == 0)
            progress(static_cast<double>(done) / total);
    }, stop);
    PictureData data{.labels = listing.labels, .heldOut = listing.heldOut};
    data.train = reader.read(listing.train);
    data.validation = reader.read(listing.validation);
    data.broken = reader.broken;
    if (data.train.size() == 0)
        throw Error(ErrorCode::DataMissing, "no readable picture below " + dataRoot);
    return data;
}

at::Tensor pictureBatch(const PictureSet& set, std::span<const std::int64_t> indices, const data::Preprocess& preprocess, bool augment,
                        std::uint64_t seed, std::uint64_t firstPosition)
{
    const auto side = set.pixels.size(2);
    const auto reach = side / 8;
    const auto positions = side * side;
    auto batch = at::zeros({static_cast<std::int64_t>(indices.size()), 3, side, side}); // 0 is the mean colour
    auto* out = batch.data_ptr<float>();
    const auto* pixels = set.pixels.data_ptr<std::uint8_t>();
    enum Purpose : std::uint64_t { Down = 101, Right, Mirror };
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const auto position = firstPosition + i;
        const auto down = augment ? randomBelow(2 * reach + 1, seed, Down, position) - reach : 0;
        const auto right = augment ? randomBelow(2 * reach + 1, seed, Right, position) - reach : 0;
        const bool mirrored = augment && randomBelow(2, seed, Mirror, position) == 1;
        for (std::int64_t c = 0; c < 3; ++c) {
            const auto scale = static_cast<float>(1 / (255 * preprocess.deviation[static_cast<std::size_t>(c)]));
            const auto shift = static_cast<float>(-preprocess.mean[static_cast<std::size_t>(c)] / preprocess.deviation[static_cast<std::size_t>(c)]);
            const auto* plane = pixels + (indices[i] * 3 + c) * positions;
            auto* target = out + (static_cast<std::int64_t>(i) * 3 + c) * positions;
            for (auto y = std::max<std::int64_t>(0, -down); y < std::min(side, side - down); ++y)
                for (auto x = std::max<std::int64_t>(0, -right); x < std::min(side, side - right); ++x) {
                    const auto column = mirrored ? side - 1 - (x + right) : x + right;
                    target[y * side + x] = static_cast<float>(plane[(y + down) * side + column]) * scale + shift;
                }
        }
    }
    return batch;
}

}
