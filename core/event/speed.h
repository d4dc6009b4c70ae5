#pragma once

#include "core/data/speed.h"
#include "core/event/synapses.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

/// How fast this computer is, layer shape by layer shape: what decides between skipping silent neurons and computing them all.
namespace spikeclip::event {

/// Times one layer at several firing rates on random spikes, both ways in turn, best of a few. Takes some milliseconds.
data::LayerSpeed measure(const Synapses& synapses, const data::SpikeShape& in, Workshop& workshop);

/// Processor and kernel set in words.
std::string machineName(KernelSet set);

/// Where measurements are kept for both programs: spikeclip-explorer/speed.json in the user's cache folder. Empty without a home folder.
std::string speedFile();

/// What a file says of this machine and thread count; nothing known if there is no file, or it is broken, or of another machine.
data::MachineSpeed readSpeed(const std::string& file, const std::string& machine, int threads);

/// Puts `speed` into the file, atomically, beside what it says of other thread counts. A file that cannot be written is no error: the next start measures again.
void keepSpeed(const std::string& file, const data::MachineSpeed& speed);

/// `known` with all shapes of `layers` measured: those missing, or all if `anew`.
///
/// Errors  Stopped
data::MachineSpeed completed(data::MachineSpeed known, const std::vector<std::pair<const Synapses*, data::SpikeShape>>& layers, bool anew,
                             Workshop& workshop, const std::function<void(double, const std::string&)>& progress, std::stop_token stop);

}
