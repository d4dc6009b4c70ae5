#include "core/io/preprocess.h"

#include "core/data/outcome.h"
#include "core/io/resample.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace spikeclip::io {

namespace {

constexpr int clipSide = 224;

/// [3, H, W], normalised.
std::vector<float> normalised(const data::Image& image, const data::Preprocess& preprocess)
{
    std::vector<float> values;
    values.reserve(image.pixels.size());
    for (std::size_t channel = 0; channel < 3; ++channel)
        for (std::size_t at = channel; at < image.pixels.size(); at += 3)
            values.push_back(static_cast<float>((image.pixels[at] / 255.0 - preprocess.mean[channel]) / preprocess.deviation[channel]));
    return values;
}

/// Bilinear interpolation between pixel centres, without antialiasing.
data::Image sampled(const data::Image& image, int side)
{
    struct Position
    {
        int before, after;
        double fraction;
    };
    const auto position = [&](int i) {
        const double at = std::clamp((i + 0.5) * image.width / side - 0.5, 0.0, image.width - 1.0);
        const int before = static_cast<int>(at);
        return Position{before, std::min(before + 1, image.width - 1), at - before};
    };
    data::Image result{.width = side, .height = side, .pixels = {}};
    for (int y = 0; y < side; ++y) {
        const Position row = position(y);
        for (int x = 0; x < side; ++x) {
            const Position column = position(x);
            for (int c = 0; c < 3; ++c) {
                const auto mixed = [&](int line) {
                    const std::uint8_t* pixels = image.row(line);
                    return std::lerp(double(pixels[3 * column.before + c]), double(pixels[3 * column.after + c]), column.fraction);
                };
                result.pixels.push_back(static_cast<std::uint8_t>(std::lround(std::lerp(mixed(row.before), mixed(row.after), row.fraction))));
            }
        }
    }
    return result;
}

data::Image small(const data::Image& image, int side, data::Preprocess::Method method)
{
    if (image.width == side && image.height == side)
        return image;
    if (method == data::Preprocess::Method::Clip)
        return sampled(shortestSideTo(image, clipSide, Filter::Bicubic), side);
    return shortestSideTo(image, side, std::min(image.width, image.height) < side ? Filter::Bicubic : Filter::Area);
}

}

NetworkInput networkInput(const data::Image& image, const data::ImageConfig& config, const data::Preprocess& preprocess)
{
    if (config.channels != 3)
        throw Error(ErrorCode::BadValue, "image.channels is " + std::to_string(config.channels) + ", photographs have 3");
    if (image.empty() || config.imageSize < 1)
        throw Error(ErrorCode::BadValue, "an empty picture has nothing to show the network");
    auto shown = std::make_shared<const data::Image>(small(image, config.imageSize, preprocess.method));
    return {.shown = shown, .values = normalised(*shown, preprocess)};
}

std::vector<float> clipPixels224(const data::Image& image)
{
    return normalised(shortestSideTo(image, clipSide, Filter::Bicubic), data::Preprocess{});
}

}
