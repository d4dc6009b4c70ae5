#pragma once

#include <string>

namespace spikeclip::data {

/// A number in the fewest digits that tell it from every other, with a point whatever the locale says: 0.9, 65536, 1e-06.
std::string numberText(double value);

}
