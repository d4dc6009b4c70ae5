#include "core/text/word_table.h"

#include "core/data/outcome.h"
#include "core/data/white_space.h"
#include "core/text/spelling.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace spikeclip::text {

namespace {

/// Letters (or bytes) beyond which nothing is a word, only a test of our patience: it is looked up as it stands and never respelt.
constexpr std::size_t longestWord = 64;

/// One spelling of each mark that may stand inside a word, so that typographic apostrophes and hyphens meet the plain ones.
char32_t plainMark(char32_t point)
{
    switch (point) {
    case 0x2018: case 0x2019: case 0x02BC: case 0x60: case 0xB4: return U'\'';
    case 0x2010: case 0x2011: return U'-';
    default: return point;
    }
}

bool isMark(char32_t point)
{
    return point == U'\'' || point == U'-' || point == U'.';
}

/// Letters, digits, and everything beyond Latin-1 that is not punctuation: better an unknown word shown than a sign lost.
bool isLetter(char32_t point)
{
    if (point < 0x80)
        return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z') || (point >= U'0' && point <= U'9');
    if (point < 0xC0)
        return point == 0xAA || point == 0xB5 || point == 0xBA;
    const bool generalPunctuation = point >= 0x2000 && point <= 0x206F;
    const bool variationSelector = point >= 0xFE00 && point <= 0xFE0F; // follows an emoji, is none itself
    const bool eastAsianPunctuation = (point >= 0x3001 && point <= 0x3011) || point == 0xFF0C || point == 0xFF0E;
    return point != 0xD7 && point != 0xF7 && !generalPunctuation && !variationSelector && !eastAsianPunctuation && !data::isSpace(point);
}

std::vector<std::u32string> split(const std::u32string& chunk)
{
    std::vector<std::u32string> parts(1);
    for (const char32_t point : chunk) {
        if (!isMark(point))
            parts.back().push_back(point);
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    if (parts.back().empty())
        parts.pop_back();
    return parts;
}

/// What the sentence is made of: letters with marks inside, in lower case.
std::vector<std::u32string> chunks(std::string_view sentence)
{
    std::vector<std::u32string> found;
    std::u32string chunk;
    const auto finish = [&] {
        while (!chunk.empty() && isMark(chunk.back()))
            chunk.pop_back();
        chunk.erase(0, std::min(chunk.size(), static_cast<std::size_t>(std::ranges::find_if_not(chunk, isMark) - chunk.begin())));
        if (!chunk.empty())
            found.push_back(std::move(chunk));
        chunk.clear();
    };
    const auto points = decode(sentence);
    for (std::size_t at = 0; at < points.size(); ++at) {
        const char32_t point = plainMark(points[at]);
        if (isLetter(point) || isMark(point)) {
            chunk.push_back(foldCase(point));
            continue;
        }
        finish();
        const bool alone = (at == 0 || data::isSpace(points[at - 1])) && (at + 1 == points.size() || data::isSpace(points[at + 1]));
        if (point == U'&' && alone)
            found.emplace_back(U"and");
    }
    finish();
    return found;
}

}

WordTable::WordTable(std::vector<std::string> words)
{
    if (words.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error(ErrorCode::BadValue, "word table: too many words");
    m_ids.reserve(words.size());
    for (auto& word : words) {
        const int row = size();
        if (word.empty())
            throw Error(ErrorCode::BadValue, "word table: row " + std::to_string(row) + " is empty");
        if (const auto [other, isNew] = m_ids.emplace(std::move(word), row); !isNew)
            throw Error(ErrorCode::BadValue, "word table: rows " + std::to_string(other->second) + " and " + std::to_string(row) + " are the same word");
    }
}

int WordTable::id(std::string_view word) const
{
    const auto found = m_ids.find(word);
    return found == m_ids.end() ? -1 : found->second;
}

int WordTable::lookUpSpellings(const std::string& word) const
{
    int found = id(word);
    if (found < 0)
        for (const auto& other : otherSpellings(word))
            if (found = id(other); found >= 0)
                break;
    return found;
}

int WordTable::lookUp(const std::string& word) const
{
    if (word.size() > longestWord)
        return id(word);
    int found = lookUpSpellings(word);
    for (const auto& others : {singulars(word), plurals(word)})
        for (const auto& other : others)
            if (found < 0)
                found = lookUpSpellings(other);
    if (found >= 0)
        return found;

    std::u32string plain;
    for (const char32_t point : decode(word))
        plain += withoutAccent(point);
    const auto plainWord = encode(plain);
    return plainWord == word || plainWord.empty() ? -1 : lookUp(plainWord);
}

std::vector<Piece> WordTable::compound(const std::string& word) const
{
    // Beyond these rows of a list in order of frequency, names and fragments make a pair out of almost any string of letters.
    constexpr int commonRows = 20'000;
    std::vector<Piece> best;
    if (word.size() > longestWord)
        return best;
    int bestRank = commonRows;
    for (auto& [first, second] : halves(word)) {
        const int firstRow = id(first);
        int secondRow = id(second);
        for (const auto& singular : singulars(second))
            if (secondRow < 0)
                secondRow = id(singular);
        if (firstRow < 0 || secondRow < 0 || std::max(firstRow, secondRow) >= bestRank)
            continue;
        bestRank = std::max(firstRow, secondRow); // of several ways, the one whose rarer half is the most common
        best = {{std::move(first), firstRow}, {std::move(second), secondRow}};
    }
    return best;
}

void WordTable::append(std::vector<Piece>& pieces, const std::u32string& chunk) const
{
    auto whole = encode(chunk);
    if (const int row = lookUp(whole); row >= 0) {
        pieces.push_back({std::move(whole), row});
        return;
    }
    const auto parts = split(chunk);
    if (parts.size() < 2) {
        auto two = compound(whole);
        if (two.empty())
            two.push_back({std::move(whole), -1});
        pieces.insert(pieces.end(), two.begin(), two.end());
        return;
    }
    if (chunk.size() <= longestWord && chunk.ends_with(U"'s")) {
        append(pieces, chunk.substr(0, chunk.size() - 2));
        return;
    }

    std::vector<Piece> separate;
    std::u32string joined;
    for (const auto& part : parts) {
        auto text = encode(part);
        const int row = lookUp(text);
        separate.push_back({std::move(text), row});
        joined += part;
    }
    const bool allKnown = std::ranges::all_of(separate, [](const Piece& piece) { return piece.id >= 0; });
    const int joinedRow = allKnown ? -1 : lookUp(encode(joined));
    if (joinedRow >= 0)
        pieces.push_back({std::move(whole), joinedRow});
    else
        pieces.insert(pieces.end(), separate.begin(), separate.end());
}

std::vector<Piece> WordTable::pieces(std::string_view sentence) const
{
    std::vector<Piece> found;
    for (const auto& chunk : chunks(sentence))
        append(found, chunk);
    return found;
}

Encoded encode(const WordTable& table, const std::string& sentence, int length)
{
    if (length < 1)
        throw Error(ErrorCode::BadArgument, "a sentence needs room for at least one word");
    Encoded encoded;
    std::vector<int> known;
    std::unordered_set<std::string> reported;
    for (const auto& piece : table.pieces(sentence)) {
        if (piece.id >= 0)
            known.push_back(piece.id);
        else if (reported.insert(piece.text).second)
            encoded.unknown.push_back(piece.text);
    }
    const auto room = static_cast<std::size_t>(length);
    encoded.truncated = known.size() > room;
    if (encoded.truncated)
        known.erase(known.begin(), known.end() - length);
    encoded.used = static_cast<int>(known.size());
    encoded.ids.assign(room - known.size(), -1);
    encoded.ids.insert(encoded.ids.end(), known.begin(), known.end());
    return encoded;
}

}
