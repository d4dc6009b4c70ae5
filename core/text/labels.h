#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spikeclip::text {

/// The labels in what a person typed: separated by commas or line ends, trimmed, empty ones dropped, duplicates merged without regard
/// to case, the first spelling kept. Inner runs of white space become one space; invalid UTF-8 becomes U+FFFD.
std::vector<std::string> splitLabels(std::string_view typed);

/// The pattern with its "{}" replaced by the label, which may hold braces itself.
///
/// Errors  Error(BadArgument) unless the pattern has exactly one "{}"
std::string fillTemplate(const std::string& pattern, const std::string& label);

/// Throws Error(BadArgument) naming the first pattern that fillTemplate() would refuse. No pattern at all is fine.
void checkTemplates(const std::vector<std::string>& patterns);

}
