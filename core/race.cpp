#include "core/race.h"

#include "core/check/turns.h"
#include "core/data/outcome.h"
#include "core/data/weight_specs.h"
#include "core/io/preprocess.h"

#include <unistd.h>

#include <fstream>
#include <numeric>
#include <utility>
#include <vector>

namespace spikeclip {

namespace {

constexpr double patienceSeconds = 3; // somebody may be waiting for another answer

std::int64_t float32Bytes(const std::vector<data::WeightSpec>& specs)
{
    return std::accumulate(specs.begin(), specs.end(), std::int64_t{0}, [](std::int64_t sum, const data::WeightSpec& spec) {
        return sum + (spec.role == data::WeightRole::Count ? 0 : spec.numbers() * std::int64_t{sizeof(float)});
    });
}

}

double onePass(Backend& backend, std::span<const float> input, Encoder encoder, int steps, std::stop_token stop)
{
    const auto sights = backend.look({input}, encoder, steps, data::Recording::Off, std::move(stop));
    const auto& vector = sights.front().features.back();
    return std::accumulate(vector.begin(), vector.end(), 0.0);
}

RaceReport race(Backend& backend, const RaceRequest& request, const std::string& path, std::stop_token stop)
{
    if (!request.image || request.image->empty())
        throw Error(ErrorCode::BadArgument, "there is no picture to run both networks on");
    if (request.repeats < 1)
        throw Error(ErrorCode::BadArgument, "a race needs at least one pass of each network");
    if (!backend.hasTwin())
        throw Error(ErrorCode::PartMissing, "this model has no ANN twin");
    const auto& config = backend.config();
    const auto steps = data::checkedSteps(request.steps, config.image.steps);
    const auto input = io::networkInput(*request.image, config.image, config.preprocess);
    const auto run = [&](Encoder encoder) { return onePass(backend, input.values, encoder, steps, stop); };

    std::vector<check::Turn> turns{{.name = "spiking network", .work = request.spiking ? request.spiking : [&] { return run(Encoder::Snn); }},
                                   {.name = "ANN twin", .work = [&] { return run(Encoder::Ann); }}};
    check::takeTurns(turns, request.repeats, patienceSeconds, stop);
    const auto& snn = turns[0].milliseconds;
    const auto& ann = turns[1].milliseconds;
    return {.snnMedianMs = check::median(snn),
            .snnP95Ms = check::percentile95(snn),
            .annMedianMs = check::median(ann),
            .annP95Ms = check::percentile95(ann),
            .steps = steps,
            .repeats = static_cast<int>(snn.size()),
            .threads = backend.threads(),
            .snnPath = path,
            .annPath = path,
            .snnWeightBytes = float32Bytes(data::imageWeights(config.image)),
            .annWeightBytes = float32Bytes(data::twinWeights(config.image)),
            .residentAfterBytes = residentBytes()};
}

std::int64_t residentBytes()
{
    std::int64_t all = 0;
    std::int64_t resident = 0;
    std::ifstream statm("/proc/self/statm"); // in pages
    return statm >> all >> resident ? resident * sysconf(_SC_PAGESIZE) : 0;
}

}
