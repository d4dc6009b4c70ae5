#include "app/cli/json_output.h"

#include <cmath>

namespace spikeclip::cli {

Json finite(double value, const std::string& name)
{
    if (!std::isfinite(value))
        throw Error(ErrorCode::Internal, name + " is not a number");
    return value;
}

Json finiteOrNull(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json energyDocument(const EnergySummary& energy)
{
    Json document;
    document["preset"] = energy.preset;
    document["rules"] = energy.rules;
    document["snn_pj"] = Json::array();
    for (const double picojoules : energy.snnPj)
        document["snn_pj"].push_back(finite(picojoules, "the energy of the spiking network"));
    document["ann_pj"] = energy.annPj > 0 ? finite(energy.annPj, "the energy of the twin") : Json(nullptr);
    if (energy.snnWithMemoryPj > 0) {
        const auto orNull = [](double picojoules) { return picojoules > 0 ? finite(picojoules, "an energy with memory") : Json(nullptr); };
        document["with_memory"] = {{"snn_pj", finite(energy.snnWithMemoryPj, "an energy with memory")},
                                   {"ann_pj", orNull(energy.annWithMemoryPj)},
                                   {"quantised_ann_pj", orNull(energy.quantisedAnnPj)},
                                   {"quantised_bits", energy.quantisedBits}};
    }
    return document;
}

void addProvenance(Json& document, const ModelInfo& info)
{
    document["model"] = info.config.name;
    document["model_file"] = info.file;
    document["model_sha256"] = info.hash;
    document["version"] = SPIKECLIP_VERSION;
    document["device"] = info.device;
    document["threads"] = info.threads;
    document["path"] = pathName(info.path);
    document["precision"] = info.precision == Precision::Mixed ? "mixed" : "float32";
}

std::string written(const Json& document)
{
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string encoderName(Encoder encoder)
{
    return encoder == Encoder::Snn ? "snn" : "ann";
}

std::string pathName(ComputePath path)
{
    switch (path) {
    case ComputePath::Auto: return "auto";
    case ComputePath::Event: return "event";
    case ComputePath::Dense: return "dense";
    case ComputePath::Fused: return "fused";
    case ComputePath::Plain: break;
    }
    return "plain";
}

}
