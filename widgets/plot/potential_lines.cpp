#include "widgets/plot/potential_lines.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

struct PotentialText
{
    Q_DECLARE_TR_FUNCTIONS(PotentialText)
};

/// With a true minus sign.
QString signedText(double value, int digits, char format = 'f')
{
    const auto text = QLocale().toString(std::abs(value), format, digits);
    return value < 0 ? QChar(0x2212) + text : text;
}

QString number(double value)
{
    return value == 0 ? QLocale().toString(0) : signedText(value, 3);
}

/// With as many digits as it takes to see on which side of the threshold it lies.
QString chargedText(double charged, double threshold)
{
    for (const int digits : {3, 5}) {
        const double unit = std::pow(10, digits);
        if (charged == threshold || std::round(charged * unit) != std::round(threshold * unit))
            return signedText(charged, digits);
    }
    return signedText(charged, 9, 'g');
}

}

int PotentialState::drawn() const
{
    return std::min(static_cast<int>(trace.neurons.size()), mostPotentials);
}

int PotentialState::steps() const
{
    std::size_t most = 0;
    for (const auto& neuron : trace.neurons)
        most = std::max(most, neuron.charged.size());
    return static_cast<int>(most);
}

int PotentialState::shownStep() const
{
    return std::clamp(step, std::min(1, steps()), steps());
}

std::vector<QPointF> lineOf(const data::NeuronTrace& trace)
{
    std::vector<QPointF> line{{0, 0}};
    for (std::size_t i = 0; i < trace.charged.size(); ++i) {
        const auto step = static_cast<double>(i + 1);
        line.emplace_back(step, trace.charged[i]);
        if (trace.fired[i])
            line.emplace_back(step, trace.after[i]);
    }
    return line;
}

PotentialRange rangeOf(const PotentialState& state)
{
    PotentialRange range{.least = std::min(0.0, state.trace.threshold), .largest = std::max(0.0, state.trace.threshold)};
    const auto include = [&range](double value) {
        if (std::isfinite(value)) {
            range.least = std::min(range.least, value);
            range.largest = std::max(range.largest, value);
        }
    };
    for (int i = 0; i < state.drawn(); ++i) {
        const auto& neuron = state.trace.neurons[static_cast<std::size_t>(i)];
        for (const auto& point : lineOf(neuron))
            include(point.y());
        if (state.showsCurrent)
            for (const float current : neuron.current)
                include(current);
    }
    if (range.largest - range.least < 1e-9)
        range.largest = range.least + 1;
    return range;
}

QString neuronText(std::int64_t neuron, const data::SpikeShape& shape)
{
    const QLocale locale;
    const auto name = locale.toString(static_cast<qint64>(neuron));
    if (shape.channels < 1)
        return PotentialText::tr("neuron %1").arg(name);
    const auto channel = locale.toString(static_cast<qint64>(neuron % shape.channels));
    if (shape.positions() <= 1)
        return PotentialText::tr("neuron %1 (channel %2)").arg(name, channel);
    const auto position = static_cast<qint64>(neuron / shape.channels);
    return PotentialText::tr("neuron %1 (channel %2 at %3, %4)")
        .arg(name, channel, locale.toString(position % shape.width), locale.toString(position / shape.width));
}

QString stepText(const data::PotentialTrace& trace, const data::NeuronTrace& neuron, int step)
{
    const auto i = static_cast<std::size_t>(step) - 1;
    if (step < 1 || i >= neuron.charged.size())
        return {};
    const double before = i > 0 ? neuron.after[i - 1] : 0;
    const auto threshold = QLocale().toString(trace.threshold, 'g', 4);
    const auto tau = QLocale().toString(trace.tau, 'g', 4);
    // Nobody writes "x - -0.5".
    const auto difference = before < 0 ? PotentialText::tr("%1 + %2").arg(number(neuron.current[i]), number(-before))
                                       : PotentialText::tr("%1 \u2212 %2").arg(number(neuron.current[i]), number(before));
    const auto sum = PotentialText::tr("%1 + (%2) / %3 = %4", "the recursion with numbers: potential before, current minus potential, tau, charged")
                         .arg(number(before), difference, tau, chargedText(neuron.charged[i], trace.threshold));
    return neuron.fired[i] ? PotentialText::tr("%1 \u2265 %2: fires", "charged potential, threshold").arg(sum, threshold)
                           : PotentialText::tr("%1 < %2: silent", "charged potential, threshold").arg(sum, threshold);
}

}
