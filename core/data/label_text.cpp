#include "core/data/label_text.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <map>

namespace spikeclip::data {

std::string wordAt(const LabelReading& reading, int place)
{
    const auto found = std::ranges::find_if(reading.words, [place](const WordReading& word) { return word.place >= 0 && word.place == place; });
    return found == reading.words.end() ? std::string() : found->text;
}

std::vector<int> wordsThatDiffer(const LabelReading& reading, const LabelReading& other)
{
    std::map<int, int> idAt; // of a place in `other`
    for (const auto& word : other.words)
        if (word.place >= 0)
            idAt[word.place] = word.id;
    std::vector<int> words;
    for (std::size_t i = 0; i < reading.words.size(); ++i) {
        const auto& word = reading.words[i];
        const auto there = idAt.find(word.place);
        if (word.place >= 0 && (there == idAt.end() || there->second != word.id))
            words.push_back(static_cast<int>(i));
    }
    return words;
}

std::vector<PositionRows> rowsByPosition(std::span<const std::int64_t> neurons, int channels)
{
    if (channels < 1)
        throw Error(ErrorCode::BadShape, "rows by position: a position without neurons");
    std::vector<PositionRows> bands;
    for (std::size_t i = 0; i < neurons.size(); ++i) {
        const int row = static_cast<int>(i);
        const int position = static_cast<int>(neurons[i] / channels);
        if (bands.empty() || bands.back().position != position)
            bands.push_back({.position = position, .rows = {row, row}});
        bands.back().rows.end = row + 1;
    }
    return bands;
}

}
