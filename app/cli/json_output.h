#pragma once

#include "core/engine.h"

#include <nlohmann/json.hpp>

#include <string>

/// JSON documents: keys in the order of their format, numbers finite, text valid UTF-8. For .cpp files only: the header behind is heavy.
namespace spikeclip::cli {

using Json = nlohmann::ordered_json;

/// The number. Throws Error(Internal) for one that JSON cannot hold, because a score that is not a number must not pass for a score.
Json finite(double value, const std::string& name);

/// The number, or null where infinite or undefined is a possible answer.
Json finiteOrNull(double value);

/// {"preset", "rules", "snn_pj", "ann_pj", "with_memory"}; a twin that does not exist costs null, not nothing. With memory only where that was estimated.
Json energyDocument(const EnergySummary& energy);

/// The model a figure belongs to: "model", "model_file", "model_sha256", "version" of this program, "device", "threads", "path" (who ran
/// the spiking network).
void addProvenance(Json& document, const ModelInfo& info);

/// The finished text, with a line end. Bytes that are not UTF-8 (a file name may hold any) become U+FFFD.
std::string written(const Json& document);

std::string encoderName(Encoder encoder);  ///< "snn", "ann"
std::string pathName(ComputePath path);    ///< "auto", "event", "dense", "fused", "plain"

}
