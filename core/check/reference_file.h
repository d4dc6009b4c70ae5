#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <optional>
#include <string>

namespace spikeclip::check {

/// Expected values of the reference implementation at its full size, for weights that both sides make from the hash rule.
///
/// Format  `algorithm.md` appendix A, "The files". Members that are not named there are passed over
struct ReferenceFile
{
    /// float64
    struct Outputs
    {
        at::Tensor first16;  ///< [B, 16]
        at::Tensor sum;      ///< scalar, of all outputs
        at::Tensor rowNorms; ///< [B]
    };
    using Spikes = std::map<std::string, at::Tensor>; ///< by layer: [T] float64, spikes over batch and neurons

    struct Image
    {
        Outputs outputs;
        at::Tensor prefixFirst4; ///< [T, B, 4]
        Spikes spikes;
    };
    struct Training
    {
        at::Tensor loss;         ///< scalar
        at::Tensor first8;       ///< [B, 8]
        at::Tensor timeGradient; ///< [T], of the loss by the time weights
        at::Tensor gradientNorm; ///< scalar, over all parameters
        at::Tensor normMean;     ///< [4], running mean of block0_bn after the pass
        at::Tensor normVariance; ///< [4]
    };
    struct Ann
    {
        double gain = 1;
        Outputs outputs;
    };
    struct Text
    {
        at::Tensor ids; ///< [sentences, length] int64
        Outputs outputs;
        Spikes spikes;
    };

    std::string salt;
    double gain = 1;
    std::int64_t batch = 1;
    std::optional<Image> image;
    std::optional<Training> training;
    std::optional<Ann> ann;
    std::optional<Text> text;
};

/// Errors  Error(BadArgument, "PATH: what") for anything but such a file; those of io::readFile()
ReferenceFile readReferenceFile(const std::string& path);

}
