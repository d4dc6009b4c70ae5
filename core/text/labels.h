#pragma once

#include "core/text/word_table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace spikeclip::text {

/// All labels in what a person typed, as data::typedLabels() reads them; invalid UTF-8 becomes U+FFFD.
std::vector<std::string> listLabels(std::string_view typed);

/// The same, duplicates merged without regard to case, the first spelling kept.
std::vector<std::string> splitLabels(std::string_view typed);

/// What a person would type for labels without line ends: splitLabels() gives them back.
std::string joinLabels(const std::vector<std::string>& labels);

/// The pattern with its "{}" replaced by the label, which may hold braces itself.
///
/// Errors  Error(BadArgument) unless the pattern has exactly one "{}"
std::string fillTemplate(const std::string& pattern, const std::string& label);

/// Words of a pattern that stand by themselves before and after its "{}", known or not. One that touches it, as in "{}s", is the label's.
struct WordsAround
{
    std::size_t before = 0;
    std::size_t after = 0;
    friend bool operator==(const WordsAround&, const WordsAround&) = default;
};

/// Whatever the label: WordTable::pieces() of the filled pattern begins and ends with that many words of the pattern.
///
/// Errors  Error(BadArgument) unless the pattern has exactly one "{}"
WordsAround wordsAround(const WordTable& table, const std::string& pattern);

/// Throws Error(BadArgument) naming the first pattern that fillTemplate() would refuse. No pattern at all is fine.
void checkTemplates(const std::vector<std::string>& patterns);

}
