#pragma once

#include "core/data/spike_record.h"

#include <cstdint>
#include <span>

/// Exact operation counts of one sample at one step. Packed spikes are those of `SpikeRecord::words(step, sample)`; of a shape only height,
/// width and channels are read. All counts are products of an input and a weight (or of two spikes); bias and normalisation are not counted.
///
/// Errors  Error(BadShape) unless the words fit the shape and every extent is at least 1
/// Source  `algorithm.md` 2.5 (dense), 6.4 (which layer costs what); NeuroBench for the word "effective"
namespace spikeclip::energy {

/// kernel * kernel * cin * cout * hOut * wOut: the usual figure, products with the padding included. A linear layer has 1 x 1 positions.
std::int64_t denseConv(int kernel, int cin, int cout, int hOut, int wOut);

/// Accumulates of a 3x3 convolution, stride 1, padding 1: each spike counts cout times the output positions it reaches (9 inside, 6 at an
/// edge, 4 in a corner; fewer on maps less than three wide).
std::int64_t effectiveConv(std::span<const std::uint64_t> spikes, const data::SpikeShape& shape, int cout);

/// The same with every input firing: the products inside the picture, which is what real-valued input costs.
std::int64_t effectiveConvDense(const data::SpikeShape& shape, int cout);

/// Accumulates of a 1x1 convolution or a linear layer: spikes * cout.
std::int64_t effectivePointwise(std::span<const std::uint64_t> spikes, int cout);

/// Accumulates of A = q k^T: coincidences of a spike of q with one of k in the same channel, over all pairs of positions. Heads split the channels
/// among them, so their number does not change the sum. q and k have the same shape.
std::int64_t effectiveQk(std::span<const std::uint64_t> q, std::span<const std::uint64_t> k, const data::SpikeShape& shape);

/// Accumulates of A v: for each head and each non-zero A[i][j], the spikes of v at position j in that head. Head h has the channels
/// [h * d, (h + 1) * d), d = channels / heads.
///
/// Errors  also Error(BadShape) if heads does not divide channels
std::int64_t effectiveAv(std::span<const std::uint64_t> q, std::span<const std::uint64_t> k, std::span<const std::uint64_t> v,
                         const data::SpikeShape& shape, int heads);

}
