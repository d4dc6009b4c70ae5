#pragma once

#include <string>

namespace spikeclip::io {

/// Whether the training that made this model taught its spiking network and left the ANN twin as it was: then the two no longer know the same, and a comparison of their answers is not one
/// of spikes and numbers. By the recipe that a run puts into the card of what it makes; a card without one says no such thing.
///
/// card    a JSON object as text, or anything else, which says nothing
bool twinLags(const std::string& card);

}
