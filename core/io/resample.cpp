#include "core/io/resample.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace spikeclip::io {

namespace {

constexpr int fractionBits = 22; ///< of a weight. 8 for the pixel, 2 for overshoot and sign remain of 32, as in Pillow
constexpr int channels = 3;

double bicubic(double x)
{
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1)
        return ((a + 2) * x - (a + 3)) * x * x + 1;
    if (x < 2)
        return (((x - 5) * x + 8) * x - 4) * a;
    return 0;
}

/// The weights of the input pixels from `first` on that make one output pixel; they sum to one.
struct Taps
{
    std::int64_t first = 0;
    std::vector<std::int32_t> weights; ///< in units of 2^-fractionBits
};

Taps tapsOf(double begin, double end, std::int64_t inputSize, Filter filter)
{
    const double scale = end - begin; // input pixels an output pixel
    const double centre = (begin + end) / 2;
    Taps taps;
    std::int64_t last = 0;
    if (filter == Filter::Area) {
        taps.first = static_cast<std::int64_t>(begin);
        last = static_cast<std::int64_t>(std::ceil(end));
    } else {
        const double support = 2 * std::max(scale, 1.0);
        taps.first = static_cast<std::int64_t>(centre - support + 0.5); // cut, not rounded, as in Pillow
        last = static_cast<std::int64_t>(centre + support + 0.5);
    }
    taps.first = std::clamp<std::int64_t>(taps.first, 0, inputSize - 1);
    last = std::clamp<std::int64_t>(last, taps.first + 1, inputSize);

    std::vector<double> weights;
    double sum = 0;
    for (std::int64_t i = taps.first; i < last; ++i) {
        const auto at = static_cast<double>(i);
        weights.push_back(filter == Filter::Area ? std::max(0.0, std::min(at + 1, end) - std::max(at, begin))
                                                 : bicubic((at - centre + 0.5) * (1 / std::max(scale, 1.0))));
        sum += weights.back();
    }
    for (const double weight : weights)
        taps.weights.push_back(static_cast<std::int32_t>(std::lround(weight / sum * (1 << fractionBits))));
    return taps;
}

/// One axis: `count` output pixels from `offset` on, of a picture scaled from inputSize to outputSize.
std::vector<Taps> axis(std::int64_t inputSize, std::int64_t outputSize, std::int64_t offset, int count, Filter filter)
{
    const double scale = static_cast<double>(inputSize) / static_cast<double>(outputSize);
    std::vector<Taps> taps;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<double>(offset + i);
        taps.push_back(tapsOf(at * scale, (at + 1) * scale, inputSize, filter));
    }
    return taps;
}

std::uint8_t toByte(std::int32_t sum)
{
    return static_cast<std::uint8_t>(std::clamp(sum >> fractionBits, 0, 255));
}

/// Weighted sums along one line; `stride` bytes lie between its pixels. The weights' magnitudes sum to less than 1.5, so that 32 bits are enough.
void apply(const Taps& taps, const std::uint8_t* line, std::size_t stride, std::uint8_t* out)
{
    constexpr std::int32_t half = 1 << (fractionBits - 1);
    std::int32_t red = half;
    std::int32_t green = half;
    std::int32_t blue = half;
    const std::uint8_t* pixel = line + static_cast<std::size_t>(taps.first) * stride;
    for (const std::int32_t weight : taps.weights) {
        red += weight * pixel[0];
        green += weight * pixel[1];
        blue += weight * pixel[2];
        pixel += stride;
    }
    out[0] = toByte(red);
    out[1] = toByte(green);
    out[2] = toByte(blue);
}

}

data::Image shortestSideTo(const data::Image& image, int side, Filter filter)
{
    if (image.empty() || side < 1)
        throw Error(ErrorCode::BadValue, "a picture cannot be scaled from or to nothing");
    const std::int64_t shortest = std::min(image.width, image.height);
    const auto scaled = [&](std::int64_t length) { // rounded down, as the reference does; exact, since it fits 64 bits
        return length == shortest ? std::int64_t{side} : std::int64_t{side} * length / shortest;
    };
    const std::int64_t width = scaled(image.width);
    const std::int64_t height = scaled(image.height);
    const auto columns = axis(image.width, width, (width - side) / 2, side, filter);
    const auto rows = axis(image.height, height, (height - side) / 2, side, filter);

    // Rows first, rounded to bytes in between, as Pillow does; only the rows that the second pass will read.
    const std::int64_t top = rows.front().first;
    const std::int64_t bottom = rows.back().first + static_cast<std::int64_t>(rows.back().weights.size());
    const std::size_t lineBytes = static_cast<std::size_t>(side) * channels;
    std::vector<std::uint8_t> between(static_cast<std::size_t>(bottom - top) * lineBytes);
    std::uint8_t* out = between.data();
    for (std::int64_t y = top; y < bottom; ++y)
        for (const Taps& taps : columns) {
            apply(taps, image.row(static_cast<int>(y)), channels, out);
            out += channels;
        }

    data::Image result{.width = side, .height = side, .pixels = std::vector<std::uint8_t>(static_cast<std::size_t>(side) * lineBytes)};
    out = result.pixels.data();
    for (Taps taps : rows) {
        taps.first -= top;
        for (int x = 0; x < side; ++x) {
            apply(taps, between.data() + static_cast<std::size_t>(x) * channels, lineBytes, out);
            out += channels;
        }
    }
    return result;
}

}
