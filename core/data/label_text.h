#pragma once

#include "core/data/activity.h"
#include "core/data/spike_raster.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// How the text encoder reads a label: words, the places they take, the spikes they become.
namespace spikeclip::data {

/// One word of a sentence, and where the text encoder has it.
struct WordReading
{
    std::string text;        ///< as text::Piece
    int id = -1;             ///< row of the word table; -1: unknown
    int place = -1;          ///< token, from 0 to the model's length less one; -1: unknown or cut, so it does not contribute
    bool ofTemplate = false; ///< by itself; a word that touches the label, as in "{}s", is the label's
};

/// How the text encoder reads one label.
struct LabelReading
{
    std::string label;
    std::string sentence; ///< the template with the label in it
    std::vector<WordReading> words;
    bool truncated = false;            ///< known words were cut
    std::vector<LayerActivity> layers; ///< of neurons, input to output, with every spike; the first has one position a token
};

/// The word that stands at a token; empty if none does.
std::string wordAt(const LabelReading& reading, int place);

/// Words whose place holds another word, or none, in `other`: indices into `reading.words`, ascending. Words without a place are not among them.
std::vector<int> wordsThatDiffer(const LabelReading& reading, const LabelReading& other);

/// Neighbouring rows whose neurons stand at the same position, in a list of neurons.
struct PositionRows
{
    int position = 0; ///< of the layer; for the text encoder's first layer the token
    CellRange rows;
    friend bool operator==(const PositionRows&, const PositionRows&) = default;
};

/// `neurons` as in SpikeRaster, position * channels + channel. Positions come as often as their rows are parted.
///
/// Errors  Error(BadShape) unless `channels` is positive
std::vector<PositionRows> rowsByPosition(std::span<const std::int64_t> neurons, int channels);

}
