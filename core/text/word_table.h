#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace spikeclip::text {

/// One word of a sentence and its row in the table.
struct Piece
{
    std::string text; ///< lower case, without punctuation; spelt as typed, not as found
    int id = -1;      ///< row; -1: unknown, the word does not contribute
    friend bool operator==(const Piece&, const Piece&) = default;
};

/// The words a model knows, and the rules by which typed text meets them. Never changes once made.
///
/// White space, underscores, slashes and all other punctuation separate; a lone "&" reads "and". A word is looked up as typed in
/// lower case, then in the other spelling (British or American), then in the singular, then in the plural, then without
/// accents. A word with hyphens,
/// dots or apostrophes inside is looked up whole, then without a possessive "'s", then in its parts ("t-shirt" is a word of its own,
/// "school-bus" is two), then joined ("flip-flop", "flipflop"). A closed compound whose
/// halves are both common is two words ("lampshade"). What stays unknown is kept with id -1. The locale plays no part.
///
/// Errors  Error(BadValue) if a word is empty or appears twice
/// Source  `default-model.md`, "Text side"
class WordTable
{
public:
    explicit WordTable(std::vector<std::string> words); ///< lower case, the most frequent first; row = index

    int size() const { return static_cast<int>(m_ids.size()); }
    int id(std::string_view word) const; ///< exactly this word; -1 if it is not in the table

    std::vector<Piece> pieces(std::string_view sentence) const;

private:
    int lookUp(const std::string& word) const;
    int lookUpSpellings(const std::string& word) const;
    std::vector<Piece> compound(const std::string& word) const;
    void append(std::vector<Piece>& pieces, const std::u32string& chunk) const;

    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
    };
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_ids;
};

/// A sentence as the text encoder reads it.
struct Encoded
{
    std::vector<int> ids;             ///< exactly the model's length; -1 where there is no word, all of them in front
    int used = 0;                     ///< words in `ids`
    bool truncated = false;           ///< known words were cut
    std::vector<std::string> unknown; ///< each once, in order; they are not in `ids`
};

/// The known words of a sentence in the LAST places of `length`, empty places in front; of too many words the first are cut.
///
/// The encoder has weights of its own for every place. An English name ends in the word that says what the thing is ("school bus"), so this word
/// always stands in the same place, whatever precedes it, and is the last to be lost.
///
/// Errors  Error(BadArgument) if length < 1
Encoded encode(const WordTable& table, const std::string& sentence, int length);

}
