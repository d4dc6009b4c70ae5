#include "core/data/unit_vector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace spikeclip {

namespace {

/// Several sums at once, which the compiler may keep in one register: the order of additions is fixed, so it must not do so by itself.
double dot(std::span<const float> a, std::span<const float> b)
{
    constexpr std::size_t lanes = 8;
    std::array<double, lanes> sums = {};
    const auto whole = a.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += static_cast<double>(a[i + lane]) * static_cast<double>(b[i + lane]);
    for (auto i = whole; i < a.size(); ++i)
        sums[0] += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

}

UnitVector normalised(std::span<const float> vector)
{
    const auto length = std::max(std::sqrt(dot(vector, vector)), 1e-8);
    UnitVector unit(vector.size());
    std::ranges::transform(vector, unit.begin(), [length](float value) { return static_cast<float>(value / length); });
    return unit;
}

double cosine(std::span<const float> a, std::span<const float> b)
{
    return dot(a, b);
}

}
