#include "core/io/sample_source.h"

#include "core/io/cifar.h"
#include "core/io/class_names.h"
#include "core/io/picture.h"
#include "core/io/tar.h"
#include "core/io/web_dataset.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <system_error>

namespace spikeclip::io {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t shownSamples = 12; ///< of a class

SampleList classFolder(const std::string& path)
{
    auto folder = scanClassFolder(path);
    SampleList list{.format = data::DataFormat::ClassFolder, .classes = std::move(folder.classes), .samples = {}, .broken = {}};
    list.samples.reserve(folder.files.size());
    for (auto& file : folder.files)
        list.samples.push_back({.name = std::move(file.path), .label = file.label});
    return list;
}

/// The visible files of a folder, in byte order of their names.
std::vector<std::string> filesIn(const std::string& folder)
{
    std::vector<std::string> files;
    try {
        for (const auto& entry : fs::directory_iterator(folder)) {
            std::error_code dangling;
            if (entry.is_regular_file(dangling) && !entry.path().filename().string().starts_with('.'))
                files.push_back(entry.path().string());
        }
    } catch (const fs::filesystem_error& error) {
        throw Error(ErrorCode::FileUnreadable, folder + ": " + error.code().message());
    }
    std::ranges::sort(files);
    return files;
}

/// How an archive is packed; it would have to be unpacked to find anything in it.
std::optional<std::string> packing(const std::string& path)
{
    for (const auto& [ending, name] : {std::pair{".gz", "gzip"}, {".tgz", "gzip"}, {".zst", "zstd"}, {".xz", "xz"}, {".bz2", "bzip2"}, {".zip", "zip"}})
        if (path.ends_with(ending))
            return "is packed with " + std::string(name) + ": unpack it first";
    return std::nullopt;
}

bool isArchive(const std::string& path)
{
    return path.ends_with(".tar");
}

SampleList listFolder(const std::string& path)
{
    try {
        return classFolder(path);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::DataMissing)
            throw;
    }
    std::vector<std::string> records;
    std::vector<std::string> archives;
    std::vector<data::BrokenSample> broken;
    for (const auto& file : filesIn(path)) {
        std::error_code failed;
        const auto size = fs::file_size(file, failed);
        if (!failed && cifarFormat(file, size))
            records.push_back(file);
        else if (isArchive(file))
            archives.push_back(file);
        else if (const auto why = packing(file))
            broken.push_back({file, *why});
    }
    auto list = records.empty() ? listWebDataset(archives) : listCifar(records);
    list.broken.insert(list.broken.end(), broken.begin(), broken.end());
    return list;
}

SampleList listFile(const std::string& path)
{
    const SeekableFile file(path);
    if (cifarFormat(path, file.size()))
        return listCifar({path});
    if (isTar(file) || isArchive(path))
        return listWebDataset({path});
    throw Error(ErrorCode::FileUnreadable, path + ": " + packing(path).value_or("is neither a tar archive nor one of CIFAR's binary files"));
}

class Survey
{
public:
    Survey(SampleList list, double validationShare) : m_list(std::move(list)), m_share(validationShare), m_isBroken(m_list.samples.size())
    {
        m_result.format = m_list.format;
        m_result.broken = m_list.broken;
    }

    void open(const std::function<void(double)>& progress, const std::stop_token& stop)
    {
        constexpr std::size_t often = 16; // pictures; small ones take a fraction of a millisecond
        const auto count = m_list.samples.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (stop.stop_requested())
                throw Stopped{};
            if (i % often == 0)
                progress(static_cast<double>(i) / static_cast<double>(count));
            const auto& name = m_list.samples[i].name;
            try {
                readSample(name);
            } catch (const Error& error) {
                m_isBroken[i] = true;
                m_result.broken.push_back(brokenSample(name, error));
            }
        }
        progress(1);
        m_result.opened = true;
    }

    data::DataSurvey divide()
    {
        for (std::size_t first = 0; first < m_list.samples.size();) {
            const auto label = m_list.samples[first].label;
            auto last = first;
            while (last < m_list.samples.size() && m_list.samples[last].label == label)
                ++last;
            addClass(m_list.classes[static_cast<std::size_t>(label)], first, last);
            first = last;
        }
        return std::move(m_result);
    }

private:
    /// By the listing, broken pictures included: what a picture is for must not depend on whether another one has been opened.
    void addClass(const std::string& label, std::size_t first, std::size_t last)
    {
        const auto aside = static_cast<std::size_t>(data::validationCount(static_cast<std::int64_t>(last - first), m_share));
        data::ClassSurvey one{.label = label, .train = 0, .validation = 0, .samples = {}};
        std::vector<std::size_t> readable;
        for (auto i = first; i < last; ++i) {
            if (m_isBroken[i])
                continue;
            ++(i + aside < last ? one.train : one.validation);
            readable.push_back(i);
        }
        const auto shown = std::min(shownSamples, readable.size());
        for (std::size_t i = 0; i < shown; ++i)
            one.samples.push_back(m_list.samples[readable[i * readable.size() / shown]].name);
        if (one.all() > 0)
            m_result.classes.push_back(std::move(one));
    }

    SampleList m_list;
    double m_share;
    std::vector<bool> m_isBroken; ///< by sample
    data::DataSurvey m_result;
};

}

SampleList listSamples(const std::string& path)
{
    std::error_code failed;
    const auto kind = fs::status(path, failed).type();
    if (kind == fs::file_type::not_found)
        throw Error(ErrorCode::FileMissing, path);
    auto list = kind == fs::file_type::directory ? listFolder(path) : listFile(path);
    if (!list.samples.empty())
        return list;
    const auto why = list.broken.empty() ? std::string() : " (" + list.broken.front().sample + ' ' + list.broken.front().reason + ')';
    throw Error(ErrorCode::DataMissing, path + why);
}

SampleList underLabels(SampleList list, const std::vector<LabelLine>& labels)
{
    std::map<std::string, std::string> typed; // by folder
    for (const auto& line : labels)
        if (!line.folder.empty())
            typed[line.folder] = line.name;
    const auto nameOf = [&](const std::string& own) {
        if (const auto found = typed.find(own); found != typed.end())
            return found->second;
        const auto number = numberOfClass(own);
        const auto found = number ? typed.find(*number) : typed.end();
        return found == typed.end() ? own : found->second;
    };
    std::vector<bool> isUsed(list.classes.size());
    for (const auto& sample : list.samples)
        isUsed[static_cast<std::size_t>(sample.label)] = true;
    std::vector<std::string> names;
    std::map<std::string, int> index; // by folded name
    std::vector<int> places(list.classes.size());
    for (std::size_t i = 0; i < list.classes.size(); ++i) {
        if (!isUsed[i])
            continue;
        const auto name = nameOf(list.classes[i]);
        const auto [entry, isNew] = index.try_emplace(text::folded(name), static_cast<int>(names.size()));
        if (isNew)
            names.push_back(name);
        places[i] = entry->second;
    }
    list.classes = std::move(names);
    for (auto& sample : list.samples)
        sample.label = places[static_cast<std::size_t>(sample.label)];
    std::ranges::stable_sort(list.samples, {}, &SampleList::Sample::label);
    return list;
}

data::ImagePtr readSample(const std::string& name)
{
    std::error_code failed;
    if (fs::is_regular_file(name, failed))
        return std::make_shared<const data::Image>(readPicture(name));
    for (auto mark = name.find('#'); mark != std::string::npos; mark = name.find('#', mark + 1)) {
        const auto file = name.substr(0, mark);
        if (!fs::is_regular_file(file, failed))
            continue;
        const SeekableFile opened(file);
        const auto place = name.substr(mark + 1);
        return cifarFormat(file, opened.size()) ? readCifar(opened, place) : readFromArchive(opened, place);
    }
    return std::make_shared<const data::Image>(readPicture(name)); // which says what is wrong with it
}

data::BrokenSample brokenSample(const std::string& sample, const Error& error)
{
    const std::string detail = error.what();
    const auto begin = sample + ": ";
    return {.sample = sample, .reason = error.code() == ErrorCode::FileMissing ? "is not there" : detail.starts_with(begin) ? detail.substr(begin.size()) : detail};
}

data::DataSurvey surveyData(const std::string& path, const std::vector<LabelLine>& labels, double validationShare, bool open, const std::function<void(double)>& progress,
                            std::stop_token stop)
{
    Survey survey(underLabels(listSamples(path), labels), validationShare);
    if (open)
        survey.open(progress, stop);
    auto result = survey.divide();
    result.path = path;
    return result;
}

}
