#include "core/evaluation_data.h"

#include "core/data/outcome.h"
#include "core/io/class_folder.h"
#include "core/io/sample_source.h"
#include "core/io/table.h"
#include "core/random.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>

namespace spikeclip {

namespace {

namespace fs = std::filesystem;

enum Purpose : std::uint64_t { ChooseDistractors = 2001, ChooseCandidates = 3001 };

class Listing
{
public:
    explicit Listing(const EvaluationRequest& request) : m_request(request)
    {
        if (!request.onlyLabelsFile.empty())
            for (const auto& line : io::readLabelFile(request.onlyLabelsFile))
                m_only.insert(text::folded(line.name));
        if (!request.labelFile.empty())
            m_typed = io::readLabelFile(request.labelFile);
    }

    void addDataSet(const std::string& path)
    {
        const auto list = io::underLabels(io::listSamples(path), m_typed);
        for (const auto& sample : list.samples)
            add(sample.name, list.classes[static_cast<std::size_t>(sample.label)]);
        for (const auto& one : list.broken)
            m_data.broken.push_back(one.sample);
    }

    void addList(const std::string& path)
    {
        for (const auto& row : io::readColumns(path, {"file", "label"}))
            add((fs::path(path).parent_path() / row[0]).string(), row[1]);
    }

    /// Each picture's own label and others drawn from all.
    void drawCandidates()
    {
        const auto all = static_cast<std::int64_t>(m_data.labels.size());
        const auto wanted = std::min<std::int64_t>(m_request.candidates, all);
        for (std::size_t i = 0; i < m_data.pictures.size() && wanted > 0; ++i) {
            auto& picture = m_data.pictures[i];
            picture.candidates = {picture.label};
            for (const auto label : permutation(all, m_request.seed, ChooseCandidates + i))
                if (label != picture.label && static_cast<std::int64_t>(picture.candidates.size()) < wanted)
                    picture.candidates.push_back(label);
        }
    }

    void addDistractors()
    {
        if (m_request.distractorCount <= 0)
            return;
        std::vector<std::string> pool;
        for (const auto& name : distractorNames())
            if (!m_index.contains(text::folded(name)))
                pool.push_back(name);
        if (static_cast<int>(pool.size()) < m_request.distractorCount)
            throw Error(ErrorCode::BadArgument, m_request.distractorFile + " holds only " + std::to_string(pool.size()) + " usable distractors");
        const auto order = permutation(static_cast<std::int64_t>(pool.size()), m_request.seed, ChooseDistractors);
        for (int i = 0; i < m_request.distractorCount; ++i)
            m_data.labels.push_back(pool[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])]);
    }

    EvaluationData take() { return std::move(m_data); }

private:
    void add(const std::string& file, const std::string& label)
    {
        if (!m_only.empty() && !m_only.contains(text::folded(label)))
            return;
        const auto [entry, isNew] = m_index.try_emplace(text::folded(label), static_cast<std::int64_t>(m_data.labels.size()));
        if (isNew)
            m_data.labels.push_back(label);
        m_data.pictures.push_back({.file = file, .label = entry->second});
    }

    /// A table of nouns (columns `lemma` and `lexname`, of which concrete kinds are taken) or a plain label file.
    std::vector<std::string> distractorNames() const
    {
        constexpr std::array concrete = {"animal", "artifact", "food", "plant"};
        std::vector<std::string> names;
        const auto lines = io::readLines(m_request.distractorFile);
        if (!lines.empty() && lines.front().starts_with("lemma\t")) {
            for (const auto& row : io::readColumns(m_request.distractorFile, {"lemma", "lexname"}))
                if (std::ranges::count(concrete, row[1]) > 0)
                    names.push_back(row[0]);
        } else {
            for (const auto& line : io::readLabelFile(m_request.distractorFile))
                names.push_back(line.name);
        }
        return names;
    }

    const EvaluationRequest& m_request;
    std::set<std::string> m_only;
    std::vector<io::LabelLine> m_typed;
    std::map<std::string, std::int64_t> m_index;
    EvaluationData m_data;
};

}

EvaluationData listPictures(const EvaluationRequest& request)
{
    Listing listing(request);
    for (const auto& path : request.data)
        listing.addDataSet(path);
    if (!request.listFile.empty())
        listing.addList(request.listFile);
    listing.drawCandidates();
    listing.addDistractors();
    auto data = listing.take();
    if (data.pictures.empty())
        throw Error(ErrorCode::DataMissing, request.data.empty() ? request.listFile : request.data.front());
    return data;
}

}
