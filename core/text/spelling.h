#pragma once

#include <string>
#include <utility>
#include <vector>

namespace spikeclip::text {

/// Other ways to spell a lower-case English word, to be tried in this order against a list of words. They are guesses by rule: most are not
/// words at all, which is why only a word that is not known itself is ever respelt.

/// What the word may be the plural of: "cherries" -> "cherry", "knives" -> "knife", "boxes" -> "box".
std::vector<std::string> singulars(const std::string& word);

/// Regular plurals of the word, for names that are mostly met in the plural: "chopstick" -> "chopsticks".
std::vector<std::string> plurals(const std::string& word);

/// The ways to read a closed compound as two words of at least three letters: "lampshade" -> "lamp", "shade" among others.
std::vector<std::pair<std::string, std::string>> halves(const std::string& word);

/// The American spelling of a British word and the reverse: "colour" <-> "color", "tyre" <-> "tire", "organise" <-> "organize". Also "a" -> "an" and
/// single digits as words, which lists of words often lack.
std::vector<std::string> otherSpellings(const std::string& word);

}
