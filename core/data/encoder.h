#pragma once

namespace spikeclip {

/// Which of a model's two image encoders.
enum class Encoder {
    Snn, ///< the spiking one
    Ann, ///< its twin without spikes
};

}
