#include "core/train/distractors.h"

#include "core/data/outcome.h"
#include "core/io/table.h"
#include "core/random.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace spikeclip::train {

std::vector<std::string> chooseDistractors(const Recipe& recipe, const std::string& dataRoot, const text::WordTable& words, const std::vector<std::string>& labels)
{
    if (recipe.distractors == 0)
        return {};
    constexpr std::uint64_t chooseNouns = 501;
    std::set<std::string> taken;
    for (const auto* list : {&labels, &recipe.heldOut})
        for (const auto& name : *list)
            taken.insert(text::folded(name));

    std::vector<std::string> pool;
    const auto file = (std::filesystem::path(dataRoot) / recipe.text.nouns).string();
    for (const auto& row : io::readColumns(file, {"lemma", "lexname"})) {
        if (std::ranges::count(recipe.text.nounKinds, row[1]) == 0 || !taken.insert(text::folded(row[0])).second)
            continue;
        const auto pieces = words.pieces(row[0]);
        if (!pieces.empty() && std::ranges::all_of(pieces, [](const auto& piece) { return piece.id >= 0; }))
            pool.push_back(row[0]);
    }
    const auto count = static_cast<std::size_t>(recipe.distractors);
    if (pool.size() < count)
        throw Error(ErrorCode::DataMissing, file + " holds only " + std::to_string(pool.size()) + " usable distractors");
    std::vector<std::string> chosen;
    for (const auto index : permutation(static_cast<std::int64_t>(pool.size()), recipe.seed, chooseNouns)) {
        if (chosen.size() == count)
            break;
        chosen.push_back(pool[static_cast<std::size_t>(index)]);
    }
    return chosen;
}

}
