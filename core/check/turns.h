#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

/// Timing several ways of doing the same work fairly: they take turns, so that whatever else the machine does meets all of them.
namespace spikeclip::check {

/// One way, and how long each of its turns took.
struct Turn
{
    std::string name;
    std::function<double()> work; ///< returns a number that depends on all of the work, which a device has to wait for
    std::vector<double> milliseconds = {};
    double peakMb = 0; ///< resident memory of the process at its highest during the first turn, MiB; 0 where the system does not say
};

/// Runs each turn once to warm up and then at most `repeats` times; fewer, but at least three, when the whole takes longer than `patienceSeconds`.
///
/// Errors  Error(Internal) if a turn gives no finite number; Stopped
void takeTurns(std::vector<Turn>& turns, int repeats, double patienceSeconds, const std::stop_token& stop);

double median(std::vector<double> values);

/// The smallest value that 95 % do not exceed.
double percentile95(std::vector<double> values);

}
