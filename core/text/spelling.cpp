#include "core/text/spelling.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace spikeclip::text {

namespace {

/// Two spellings of one word or group of letters.
struct Pair
{
    std::string_view british;
    std::string_view american;
};

/// Words that follow no rule, also as parts of longer words ("tyres", "greyhound", "doughnuts").
constexpr std::array irregular = {
    Pair{"aeroplane", "airplane"}, Pair{"aluminium", "aluminum"}, Pair{"artefact", "artifact"}, Pair{"chilli", "chili"},
    Pair{"cosy", "cozy"},          Pair{"doughnut", "donut"},     Pair{"draught", "draft"},     Pair{"grey", "gray"},
    Pair{"jewellery", "jewelry"},  Pair{"kerb", "curb"},          Pair{"mould", "mold"},        Pair{"moustache", "mustache"},
    Pair{"omelette", "omelet"},    Pair{"plough", "plow"},        Pair{"programme", "program"}, Pair{"pyjama", "pajama"},
    Pair{"sceptic", "skeptic"},    Pair{"smoulder", "smolder"},   Pair{"sulphur", "sulfur"},    Pair{"tyre", "tire"},
    Pair{"whisky", "whiskey"},     Pair{"woollen", "woolen"},     Pair{"yoghurt", "yogurt"},    Pair{"racoon", "raccoon"},
};

/// One-character words, which a list of words may lack.
constexpr std::array oneCharacter = {
    Pair{"a", "an"},   Pair{"0", "zero"}, Pair{"1", "one"}, Pair{"2", "two"},   Pair{"3", "three"}, Pair{"4", "four"},
    Pair{"5", "five"}, Pair{"6", "six"},  Pair{"7", "seven"}, Pair{"8", "eight"}, Pair{"9", "nine"},
};

/// Endings that only look like a word of their own: "dropper" is not a drop and a per.
constexpr std::array falseSeconds = {"per", "her", "let", "ton", "try", "ate", "ant", "ing", "ist", "ess", "tall", "aware"};

/// Letter groups that differ wherever they stand: colour, organise, analyse, anaesthetic, oestrogen.
constexpr std::array anywhere = {
    Pair{"our", "or"}, Pair{"ise", "ize"}, Pair{"isa", "iza"}, Pair{"isi", "izi"}, Pair{"yse", "yze"}, Pair{"ae", "e"}, Pair{"oe", "e"},
};

/// Letter groups that differ at the end: centre, fibre, catalogue, defence, travelled, pickaxe.
constexpr std::array atTheEnd = {
    Pair{"tre", "ter"},    Pair{"tres", "ters"},  Pair{"bre", "ber"},    Pair{"bres", "bers"},  Pair{"ogue", "og"},
    Pair{"ogues", "ogs"},  Pair{"ence", "ense"},  Pair{"lled", "led"},   Pair{"lling", "ling"}, Pair{"ller", "ler"},
    Pair{"llers", "lers"}, Pair{"axe", "ax"},
};

void replaceEach(const std::string& word, std::string_view from, std::string_view to, std::vector<std::string>& found)
{
    for (auto at = word.find(from); at != std::string::npos; at = word.find(from, at + 1))
        found.push_back(word.substr(0, at) + std::string(to) + word.substr(at + from.size()));
}

void replaceEnd(const std::string& word, std::string_view from, std::string_view to, std::vector<std::string>& found)
{
    if (word.ends_with(from))
        found.push_back(word.substr(0, word.size() - from.size()) + std::string(to));
}

bool endsInOneOf(const std::string& word, std::initializer_list<std::string_view> ends)
{
    for (const auto end : ends)
        if (word.ends_with(end))
            return true;
    return false;
}

}

std::vector<std::string> singulars(const std::string& word)
{
    std::vector<std::string> found;
    if (word.size() < 4)
        return found;
    if (word.ends_with("ies")) {
        replaceEnd(word, "ies", "y", found);  // cherries
        replaceEnd(word, "ies", "ie", found); // cookies
    } else if (word.ends_with("ves")) {
        replaceEnd(word, "ves", "fe", found); // knives
        replaceEnd(word, "ves", "f", found);  // wolves
        replaceEnd(word, "ves", "ve", found); // gloves
    } else if (endsInOneOf(word, {"sses", "xes", "ches", "shes", "zzes"})) {
        replaceEnd(word, "es", "", found); // boxes
        replaceEnd(word, "s", "", found);  // headaches
    } else if (endsInOneOf(word, {"ses", "oes", "zes"})) {
        replaceEnd(word, "s", "", found);  // vases
        replaceEnd(word, "es", "", found); // octopuses, mangoes
    } else if (word.ends_with("men")) {
        replaceEnd(word, "men", "man", found); // snowmen
    } else if (word.ends_with("s") && !endsInOneOf(word, {"ss", "us", "is"})) {
        replaceEnd(word, "s", "", found);
    }
    return found;
}

std::vector<std::string> otherSpellings(const std::string& word)
{
    std::vector<std::string> found;
    for (const auto& [character, spelled] : oneCharacter)
        if (word == character)
            found.emplace_back(spelled);
    for (const auto& [british, american] : irregular) {
        replaceEach(word, british, american, found);
        replaceEach(word, american, british, found);
    }
    if (word.size() < 5)
        return found;
    for (const auto& [british, american] : anywhere) {
        replaceEach(word, british, american, found);
        if (american.size() > 1) // a lone "e" is everywhere: that way round only where the word starts with it
            replaceEach(word, american, british, found);
        else if (word.starts_with(american))
            found.push_back(std::string(british) + word.substr(american.size()));
    }
    for (const auto& [british, american] : atTheEnd) {
        replaceEnd(word, british, american, found);
        replaceEnd(word, american, british, found);
    }
    return found;
}

std::vector<std::string> plurals(const std::string& word)
{
    if (word.size() < 3 || word.ends_with("s"))
        return {};
    return {word + "s", word + "es"};
}

std::vector<std::pair<std::string, std::string>> halves(const std::string& word)
{
    constexpr std::size_t shortest = 3; // letters of a half
    std::vector<std::pair<std::string, std::string>> found;
    for (std::size_t at = shortest; at + shortest <= word.size(); ++at) {
        auto second = word.substr(at);
        if (std::ranges::find(falseSeconds, second) == falseSeconds.end())
            found.emplace_back(word.substr(0, at), std::move(second));
    }
    return found;
}

}
