#pragma once

namespace spikeclip {

/// In which numbers a CUDA device multiplies inputs and weights. The CPU always uses Float32.
enum class Precision {
    Float32,
    Mixed, ///< bfloat16 for products with weights; neurons, normalisation, attention and losses stay in float32
};

}
