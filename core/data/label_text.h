#pragma once

#include "core/data/activity.h"

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

}
