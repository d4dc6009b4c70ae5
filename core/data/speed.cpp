#include "core/data/speed.h"

#include <algorithm>

namespace spikeclip::data {

const LayerSpeed* MachineSpeed::find(const std::string& shape) const
{
    const auto found = std::ranges::find(layers, shape, &LayerSpeed::shape);
    return found == layers.end() ? nullptr : &*found;
}

}
