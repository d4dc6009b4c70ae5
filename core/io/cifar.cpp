#include "core/io/cifar.h"

#include "core/data/outcome.h"
#include "core/io/class_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <string_view>

namespace spikeclip::io {

namespace {

namespace fs = std::filesystem;
using data::DataFormat;

constexpr int side = 32;                           ///< pixels
constexpr std::uint64_t plane = side * side;       ///< bytes
constexpr std::uint64_t pictureBytes = 3 * plane;

std::uint64_t labelBytes(DataFormat format)
{
    return format == DataFormat::Cifar10 ? 1 : 2;
}

std::uint64_t recordBytes(DataFormat format)
{
    return labelBytes(format) + pictureBytes;
}

bool isForJudging(const std::string& file)
{
    return fs::path(file).filename().string().starts_with("test");
}

/// The class is the last of the label bytes.
std::optional<int> labelAt(const SeekableFile& file, DataFormat format, std::uint64_t record)
{
    std::array<std::byte, 1> label{};
    if (file.read(record * recordBytes(format) + labelBytes(format) - 1, label) < label.size())
        return std::nullopt; // somebody shortened it meanwhile
    return std::to_integer<int>(label.front());
}

class Listing
{
public:
    explicit Listing(DataFormat format, const std::vector<std::string>& names) : m_format(format)
    {
        m_list.format = format;
        const std::int64_t usual = format == DataFormat::Cifar10 ? 10 : 100;
        const auto count = names.empty() ? usual : std::min<std::int64_t>(256, static_cast<std::int64_t>(names.size())); // a byte tells no more apart
        for (std::int64_t i = 0; i < count; ++i)
            m_list.classes.push_back(numberedClass(i, names));
        m_samples.resize(m_list.classes.size());
    }

    void add(const std::string& path)
    {
        try {
            const SeekableFile file(path);
            if (cifarFormat(path, file.size()) != m_format)
                m_list.broken.push_back({path, "is of the other kind of CIFAR than the first file"});
            else
                addRecords(file);
        } catch (const Error& error) { // the other files can still be used
            m_list.broken.push_back(brokenSample(path, error));
        }
    }

    SampleList take()
    {
        for (std::size_t label = 0; label < m_samples.size(); ++label)
            for (auto& name : m_samples[label])
                m_list.samples.push_back({.name = std::move(name), .label = static_cast<int>(label)});
        return std::move(m_list);
    }

private:
    void addRecords(const SeekableFile& file)
    {
        const auto count = file.size() / recordBytes(m_format);
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto name = file.path() + '#' + std::to_string(i);
            const auto label = labelAt(file, m_format, i);
            if (label && static_cast<std::size_t>(*label) < m_samples.size())
                m_samples[static_cast<std::size_t>(*label)].push_back(name);
            else
                m_list.broken.push_back({name, label ? "has the label " + std::to_string(*label) + " of " + std::to_string(m_samples.size()) : "is cut off"});
        }
        if (file.size() % recordBytes(m_format) != 0)
            m_list.broken.push_back({file.path() + '#' + std::to_string(count), "is cut off"});
    }

    DataFormat m_format;
    SampleList m_list;
    std::vector<std::vector<std::string>> m_samples; ///< by class
};

}

std::optional<DataFormat> cifarFormat(const std::string& file, std::uint64_t size)
{
    const auto path = fs::path(file);
    if (path.extension() != ".bin" || size == 0)
        return std::nullopt;
    const auto name = path.stem().string();
    const bool fits10 = size % recordBytes(DataFormat::Cifar10) == 0;
    const bool fits100 = size % recordBytes(DataFormat::Cifar100) == 0;
    if (name.starts_with("data_batch") || name == "test_batch" || (fits10 && !fits100))
        return DataFormat::Cifar10;
    if (fits100 || name == "train" || name == "test")
        return DataFormat::Cifar100;
    return std::nullopt;
}

SampleList listCifar(const std::vector<std::string>& files)
{
    std::vector<std::string> wanted;
    std::ranges::copy_if(files, std::back_inserter(wanted), [](const auto& file) { return !isForJudging(file); });
    if (wanted.empty())
        wanted = files;
    if (wanted.empty())
        return {};
    const auto format = cifarFormat(wanted.front(), SeekableFile(wanted.front()).size()).value_or(DataFormat::Cifar10);
    const auto folder = fs::path(wanted.front()).parent_path();
    Listing listing(format, readNameList((folder / (format == DataFormat::Cifar10 ? "batches.meta.txt" : "fine_label_names.txt")).string()));
    for (const auto& file : wanted)
        listing.add(file);
    return listing.take();
}

data::ImagePtr readCifar(const SeekableFile& file, const std::string& number)
{
    std::uint64_t record = 0;
    const auto* end = number.data() + number.size();
    const auto [last, wrong] = std::from_chars(number.data(), end, record);
    const auto format = cifarFormat(file.path(), file.size());
    if (!format || number.empty() || wrong != std::errc() || last != end || record >= file.size() / recordBytes(*format))
        throw Error(ErrorCode::FileMissing, file.path() + '#' + number);
    const auto planes = file.bytes(record * recordBytes(*format) + labelBytes(*format), pictureBytes);
    data::Image image{.width = side, .height = side, .pixels = std::vector<std::uint8_t>(pictureBytes)};
    for (std::size_t pixel = 0; pixel < plane; ++pixel)
        for (std::size_t channel = 0; channel < 3; ++channel)
            image.pixels[3 * pixel + channel] = std::to_integer<std::uint8_t>(planes[channel * plane + pixel]);
    return std::make_shared<const data::Image>(std::move(image));
}

}
