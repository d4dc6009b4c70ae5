#pragma once

#include "core/event/spikes.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace spikeclip::test {

/// Random numbers for tests; `eighths` are multiples of 1/8, whose sums are exact.
class Dice
{
public:
    explicit Dice(unsigned seed) : m_random(seed) {}

    int between(int least, int most) { return std::uniform_int_distribution(least, most)(m_random); }
    double share() { return std::uniform_real_distribution(0.0, 1.0)(m_random); }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(m_random); }

    std::vector<float> eighths(std::size_t count)
    {
        std::vector<float> values(count);
        std::ranges::generate(values, [&] { return static_cast<float>(between(-8, 8)) / 8; });
        return values;
    }

    std::vector<float> normal(std::size_t count, float deviation = 1)
    {
        std::normal_distribution<float> distribution(0, deviation);
        std::vector<float> values(count);
        std::ranges::generate(values, [&] { return distribution(m_random); });
        return values;
    }

    event::Spikes spikes(const data::SpikeShape& shape, double rate)
    {
        event::Spikes result(shape);
        const auto words = static_cast<std::size_t>(shape.wordsPerPosition());
        for (std::size_t at = 0; at < result.words.size(); ++at)
            for (int c = 0; c < std::min(64, shape.channels - static_cast<int>(at % words) * 64); ++c)
                result.words[at] |= std::uint64_t{chance(rate)} << c;
        return result;
    }

private:
    std::mt19937 m_random;
};

}
