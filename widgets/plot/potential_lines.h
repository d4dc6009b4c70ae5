#pragma once

#include "core/data/potential_trace.h"
#include "core/data/spike_record.h"
#include "widgets/plot/category_style.h"

#include <QPointF>
#include <QString>

#include <vector>

namespace spikeclip::widgets {

/// More lines than this cannot be told apart; the first ones are drawn.
inline constexpr int mostPotentials = categoryCount;

/// What the parts of one potential chart show together.
struct PotentialState
{
    data::PotentialTrace trace; ///< of all neurons asked for
    data::SpikeShape shape;     ///< of their layer; without channels, neurons have numbers only
    int step = 1;               ///< emphasised
    int chosen = -1;            ///< index among those drawn; -1: none
    bool showsCurrent = false;

    int drawn() const;
    int steps() const;     ///< of the longest trace
    int shownStep() const; ///< `step`, cut to what there is; 0: there are no steps
};

/// What is drawn of one neuron, x in steps and y in units of the potential: from rest at (0, 0), for each step t the potential H
/// after charging at (t, H), and where it fires then (t, V), the reset. Straight lines lead from one point to the next.
std::vector<QPointF> lineOf(const data::NeuronTrace& trace);

/// Least and largest of all that is drawn: threshold, reset and rest, potentials, and currents if they are shown. Only finite numbers count.
struct PotentialRange
{
    double least = 0;
    double largest = 1;
};
PotentialRange rangeOf(const PotentialState& state);

/// "neuron 1 234 (channel 18 at 3, 2)": x and y of its position, from 0.
QString neuronText(std::int64_t neuron, const data::SpikeShape& shape);

/// What happened at one step (1 to T) of one neuron, as the recursion with its numbers.
QString stepText(const data::PotentialTrace& trace, const data::NeuronTrace& neuron, int step);

}
