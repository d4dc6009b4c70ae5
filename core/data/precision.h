#pragma once

namespace spikeclip {

/// In which numbers LibTorch multiplies. What runs on bits multiplies nothing and knows no other than Float32.
enum class Precision {
    Float32,
    Mixed, ///< bfloat16 for products with weights and, in the twin, of queries, keys and values; neurons, normalisation, spiking attention and losses
           ///< compute in float32. For CUDA devices and for processors with AVX-512 BF16.
};

}
