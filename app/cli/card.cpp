#include "app/cli/card.h"

#include "app/cli/json_output.h"
#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/io/checkpoint.h"

#include <array>
#include <filesystem>
#include <ostream>

namespace spikeclip::cli {

namespace {

constexpr std::uint64_t largestDocument = std::uint64_t{16} << 20; // bytes

Json object(const std::string& file)
{
    const auto bytes = io::readFile(file, largestDocument);
    const auto* text = reinterpret_cast<const char*>(bytes.data());
    auto document = Json::parse(text, text + bytes.size(), nullptr, false);
    if (!document.is_object())
        throw Error(ErrorCode::BadArgument, file + " is not a JSON object");
    return document;
}

}

std::string cardWithMeasurements(const std::string& cardFile, const std::vector<std::string>& measuredFiles)
{
    constexpr std::array kept = {"encoder", "top1", "top5", "top1_per_step", "count", "rate"};
    auto card = object(cardFile);
    for (const auto& file : measuredFiles) {
        const auto document = object(file);
        if (document.value("format", "") != "spikeclip-evaluate/1")
            throw Error(ErrorCode::BadArgument, file + " is not a document of evaluate --json");
        Json entry;
        for (const char* key : kept)
            entry[key] = document.at(key);
        entry["labels"] = document.at("labels").size();
        entry["unknown_labels"] = document.at("unknown_labels");
        entry["estimated_snn_pj"] = document.at("energy").at("snn_pj");
        entry["estimated_ann_pj"] = document.at("energy").at("ann_pj");
        if (document.at("energy").contains("with_memory"))
            entry["estimated_with_memory"] = document.at("energy").at("with_memory");
        entry["energy_preset"] = document.at("energy").at("preset");
        card["measured"][std::filesystem::path(file).stem().string()] = std::move(entry);
    }
    return card.dump(-1, ' ', false, Json::error_handler_t::replace);
}

ExitCode card(const CardOptions& options, const Context& context)
{
    auto checkpoint = io::readCheckpoint(options.model);
    checkpoint.card = cardWithMeasurements(options.card, options.measured);
    io::writeCheckpoint(options.model, checkpoint);
    context.out << options.model << " carries the card " << options.card << '\n';
    return Success;
}

}
