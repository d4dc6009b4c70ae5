#include "core/check/turns.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <sstream>

namespace spikeclip::check {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int fewestRounds = 3;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Makes the kernel forget the highest resident size so far. Source: proc(5), clear_refs.
void resetPeak()
{
    std::ofstream("/proc/self/clear_refs") << "5";
}

double peakMb()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) {
            double kilobytes = 0;
            std::istringstream(line.substr(6)) >> kilobytes;
            return kilobytes / 1024;
        }
    return 0;
}

}

void takeTurns(std::vector<Turn>& turns, int repeats, double patienceSeconds, const std::stop_token& stop)
{
    const auto start = Clock::now();
    for (int round = 0; round <= repeats; ++round) { // round 0 warms up
        if (round > fewestRounds && secondsSince(start) > patienceSeconds)
            break;
        for (auto& turn : turns) {
            if (stop.stop_requested())
                throw Stopped{};
            if (round == 0)
                resetPeak();
            const auto begin = Clock::now();
            const auto result = turn.work();
            const auto taken = 1000 * secondsSince(begin);
            if (!std::isfinite(result))
                throw Error(ErrorCode::Internal, "bench: " + turn.name + " gave no number");
            if (round == 0)
                turn.peakMb = peakMb();
            else
                turn.milliseconds.push_back(taken);
        }
    }
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double percentile95(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(values.size()))) - 1];
}

}
