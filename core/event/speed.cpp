#include "core/event/speed.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <span>

namespace spikeclip::event {

namespace {

constexpr auto formatName = "spikeclip-speed/1";
constexpr std::array rates = {0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5};
constexpr int leastRounds = 3;
constexpr double enoughMs = 4; // of measuring one path at one rate, after which the best is taken

Spikes randomSpikes(const data::SpikeShape& shape, double rate)
{
    Spikes spikes(shape);
    std::mt19937_64 random(1);
    std::bernoulli_distribution fires(rate);
    const auto words = static_cast<std::size_t>(shape.wordsPerPosition());
    for (std::size_t at = 0; at < spikes.words.size(); ++at) {
        const auto channels = std::min(64, shape.channels - static_cast<int>(at % words) * 64);
        for (int c = 0; c < channels; ++c)
            spikes.words[at] |= std::uint64_t{fires(random)} << c;
    }
    return spikes;
}

double bestMs(const Synapses& synapses, const Spikes& in, const Target& target, data::SynapsePath path, Workshop& workshop)
{
    double best = 1e300;
    double total = 0;
    for (int round = 0; round < leastRounds || total < enoughMs; ++round) {
        const auto start = std::chrono::steady_clock::now();
        synapses.run(in, target, path, workshop);
        const auto ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        best = std::min(best, ms);
        total += ms;
    }
    return best;
}

/// Where the event-driven times, taken as a chain of straight lines, reach the dense time.
double crossing(const std::vector<data::LayerSpeed::Point>& event, double denseMs)
{
    data::LayerSpeed::Point before;
    for (const auto& point : event) {
        if (point.ms >= denseMs)
            return point.ms > before.ms ? before.rate + (point.rate - before.rate) * std::max(0.0, denseMs - before.ms) / (point.ms - before.ms) : point.rate;
        before = point;
    }
    return 1;
}

nlohmann::json toJson(const data::MachineSpeed& speed)
{
    nlohmann::json layers = nlohmann::json::array();
    for (const auto& layer : speed.layers) {
        nlohmann::json points = nlohmann::json::array();
        for (const auto& point : layer.event)
            points.push_back({point.rate, point.ms});
        layers.push_back({{"shape", layer.shape}, {"dense_ms", layer.denseMs}, {"event_ms", points}, {"break_even", layer.breakEven}});
    }
    return {{"machine", speed.machine}, {"threads", speed.threads}, {"layers", layers}};
}

data::MachineSpeed fromJson(const nlohmann::json& json)
{
    data::MachineSpeed speed{.machine = json.at("machine").get<std::string>(), .threads = json.at("threads").get<int>()};
    for (const auto& item : json.at("layers")) {
        data::LayerSpeed layer{.shape = item.at("shape").get<std::string>(), .denseMs = item.at("dense_ms").get<double>(),
                               .breakEven = item.at("break_even").get<double>()};
        for (const auto& point : item.at("event_ms"))
            layer.event.push_back({point.at(0).get<double>(), point.at(1).get<double>()});
        if (layer.denseMs > 0 && layer.breakEven >= 0 && layer.breakEven <= 1)
            speed.layers.push_back(std::move(layer));
    }
    return speed;
}

/// All machines a file knows; none if it cannot be read as what keepSpeed() writes.
std::vector<data::MachineSpeed> machinesIn(const std::string& file)
{
    std::vector<data::MachineSpeed> machines;
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("format", "") != formatName)
        return machines;
    try {
        for (const auto& machine : json.at("machines"))
            machines.push_back(fromJson(machine));
    } catch (const nlohmann::json::exception&) {
        machines.clear(); // measured again rather than half believed
    }
    return machines;
}

std::string processorName()
{
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("model name"))
            if (const auto colon = line.find(": "); colon != std::string::npos)
                return line.substr(colon + 2);
    return "unknown processor";
}

}

data::LayerSpeed measure(const Synapses& synapses, const data::SpikeShape& in, Workshop& workshop)
{
    data::LayerSpeed speed{.shape = synapses.shapeOn(in)};
    const bool whole = speed.shape.starts_with("linear");
    Spikes fired({.steps = in.steps, .batch = in.batch, .height = whole ? 1 : in.height, .width = whole ? 1 : in.width,
                  .channels = synapses.weights().outputs()});
    const Target target{.spikes = &fired};
    speed.denseMs = bestMs(synapses, randomSpikes(in, rates[3]), target, data::SynapsePath::Dense, workshop);
    for (const double rate : rates)
        speed.event.push_back({rate, bestMs(synapses, randomSpikes(in, rate), target, data::SynapsePath::Event, workshop)});
    speed.breakEven = crossing(speed.event, speed.denseMs);
    return speed;
}

std::string machineName(KernelSet set)
{
    return processorName() + ", " + std::to_string(std::max(1U, std::thread::hardware_concurrency())) + " cores, " + nameOf(set);
}

std::string speedFile()
{
    namespace fs = std::filesystem;
    const auto* cache = std::getenv("XDG_CACHE_HOME");
    if (cache && fs::path(cache).is_absolute())
        return (fs::path(cache) / "spikeclip-explorer" / "speed.json").string();
    const auto* home = std::getenv("HOME");
    return home && *home ? (fs::path(home) / ".cache" / "spikeclip-explorer" / "speed.json").string() : std::string();
}

data::MachineSpeed readSpeed(const std::string& file, const std::string& machine, int threads)
{
    for (auto& known : machinesIn(file))
        if (known.machine == machine && known.threads == threads)
            return std::move(known);
    return {.machine = machine, .threads = threads};
}

void keepSpeed(const std::string& file, const data::MachineSpeed& speed)
{
    if (file.empty())
        return;
    auto machines = machinesIn(file);
    std::erase_if(machines, [&](const auto& known) { return known.machine != speed.machine || known.threads == speed.threads; });
    machines.push_back(speed);
    nlohmann::json json{{"format", formatName}, {"machines", nlohmann::json::array()}};
    for (const auto& machine : machines)
        json["machines"].push_back(toJson(machine));
    try {
        std::error_code ignored; // writing says what is wrong
        std::filesystem::create_directories(std::filesystem::path(file).parent_path(), ignored);
        const auto text = json.dump(1) + '\n';
        io::writeFileAtomically(file, std::as_bytes(std::span(text)));
    } catch (const Error&) {
    }
}

data::MachineSpeed completed(data::MachineSpeed known, const std::vector<std::pair<const Synapses*, data::SpikeShape>>& layers, bool anew, Workshop& workshop,
                             const std::function<void(double, const std::string&)>& progress, std::stop_token stop)
{
    if (anew)
        known.layers.clear();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (stop.stop_requested())
            throw Stopped{};
        const auto& [synapses, in] = layers[i];
        const auto shape = synapses->shapeOn(in);
        if (known.find(shape))
            continue;
        progress(static_cast<double>(i) / static_cast<double>(layers.size()), shape);
        known.layers.push_back(measure(*synapses, in, workshop));
    }
    return known;
}

}
