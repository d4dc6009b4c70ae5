#include "core/label_vectors.h"

#include "core/data/outcome.h"
#include "core/text/labels.h"

#include <algorithm>

namespace spikeclip {

namespace {

constexpr std::size_t block = 256; // sentences at once: bounds the memory of thousands of labels

/// Ids of sentences [first, last), which are numbered label by label.
std::vector<std::vector<int>> idsOf(const Backend& backend, const std::vector<std::string>& labels, const std::vector<std::string>& templates,
                                    std::size_t first, std::size_t last)
{
    std::vector<std::vector<int>> ids;
    for (auto i = first; i < last; ++i) {
        const auto sentence = text::fillTemplate(templates[i % templates.size()], labels[i / templates.size()]);
        ids.push_back(text::encode(*backend.words(), sentence, backend.config().text.length).ids);
    }
    return ids;
}

}

void requireWords(const Backend& backend)
{
    if (!backend.words() || !backend.hasText())
        throw Error(ErrorCode::PartMissing, "this model has no text encoder with a word table, so labels cannot be typed");
}

std::vector<std::vector<float>> labelVectors(Backend& backend, const std::vector<std::string>& labels, const std::vector<std::string>& templates,
                                             std::stop_token stop)
{
    if (templates.empty())
        throw Error(ErrorCode::BadArgument, "at least one template is needed");
    if (labels.empty())
        throw Error(ErrorCode::NoLabels, "there is no label");
    requireWords(backend);

    const auto& config = backend.config();
    std::vector<std::vector<float>> means(labels.size(), std::vector<float>(static_cast<std::size_t>(config.text.embedding)));
    const auto share = 1 / static_cast<float>(templates.size());
    const auto sentences = labels.size() * templates.size();
    for (std::size_t first = 0; first < sentences; first += block) {
        const auto last = std::min(sentences, first + block);
        const auto vectors = backend.read(idsOf(backend, labels, templates, first, last), stop);
        for (auto i = first; i < last; ++i)
            std::ranges::transform(means[i / templates.size()], vectors[i - first], means[i / templates.size()].begin(),
                                   [share](float mean, float value) { return mean + share * value; });
    }
    if (config.labels.renormalise)
        for (auto& mean : means)
            mean = normalised(mean);
    return means;
}

}
