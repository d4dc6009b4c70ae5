#pragma once

#include "core/data/activity.h"

#include <string>
#include <vector>

namespace spikeclip::io {

/// What one picture made the network do.
struct RecordedPicture
{
    std::string file;
    std::string hash;                        ///< SHA-256 of the file, hexadecimal
    std::vector<data::LayerActivity> layers; ///< with every spike
    std::vector<std::vector<double>> logits; ///< [T][label]: score before softmax
};

struct SpikeRecording
{
    std::string modelHash;
    std::string version; ///< of the program
    std::vector<std::string> labels;
    std::vector<RecordedPicture> pictures;
};

/// Writes spikes as an NPZ file that plain numpy loads. Its keys:
///
/// spikes/LAYER   uint64 [T, B, positions, words], in the layout of data::SpikeRecord
/// shape/LAYER    int64 [5]: T, B, height, width, channels
/// rate/LAYER     float64 [T, B], spikes per neuron
/// logits_t       float64 [T, B, labels]
/// labels, image_file, image_sha256   strings [labels], [B], [B]
/// model_sha256, version, format      one string each; the format is "spikeclip-recording/1"
///
/// Errors  Error(BadArgument) without pictures; Error(BadShape) if a layer lacks spikes or pictures differ in layers, steps or labels; those of writeNpz()
void writeRecording(const std::string& path, const SpikeRecording& recording);

}
