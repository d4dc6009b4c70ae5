#include "core/label_reading.h"

#include "core/data/label_text.h"
#include "core/data/outcome.h"
#include "core/label_vectors.h"
#include "core/text/labels.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace spikeclip {

namespace {

/// Known words stand in the last places, as text::encode() puts them.
std::vector<data::WordReading> placed(std::vector<text::Piece> pieces, int length)
{
    const auto known = std::ranges::count_if(pieces, [](const text::Piece& piece) { return piece.id >= 0; });
    auto place = length - static_cast<int>(known); // below 0: cut
    std::vector<data::WordReading> words;
    for (auto& piece : pieces) {
        words.push_back({.text = std::move(piece.text), .id = piece.id});
        if (piece.id >= 0)
            words.back().place = std::max(-1, place++);
    }
    return words;
}

}

std::vector<data::LabelReading> readLabels(Backend& backend, const ReadRequest& request, std::stop_token stop)
{
    if (request.labels.empty())
        throw Error(ErrorCode::NoLabels, "there is no label");
    requireWords(backend);
    const auto& config = backend.config();
    const auto& templates = request.templates.empty() ? config.labels.templates : request.templates;
    text::checkTemplates(templates);

    std::vector<data::LabelReading> readings;
    std::vector<std::vector<int>> ids;
    for (const auto& label : request.labels) {
        auto sentence = text::fillTemplate(templates.front(), label);
        auto encoded = text::encode(*backend.words(), sentence, config.text.length);
        auto words = placed(backend.words()->pieces(sentence), config.text.length);
        const auto around = text::wordsAround(*backend.words(), templates.front());
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i].ofTemplate = i < around.before || i >= words.size() - around.after;
        readings.push_back({.label = label, .sentence = std::move(sentence), .words = std::move(words), .truncated = encoded.truncated});
        ids.push_back(std::move(encoded.ids));
    }
    auto layers = backend.readRecorded(ids, std::move(stop));
    for (std::size_t i = 0; i < readings.size(); ++i)
        readings[i].layers = std::move(layers[i]);
    return readings;
}

}
