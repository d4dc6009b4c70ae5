#include "core/train/augmentation.h"

#include "core/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace spikeclip::train {

namespace {

enum Purpose : std::uint64_t { Down = 101, Right, Mirror, Zoom, Brightness, Contrast, Saturation, Erase, EraseSide, EraseDown, EraseRight };

/// The choices of one picture.
class Dice
{
public:
    Dice(std::uint64_t seed, std::uint64_t position) : m_seed(seed), m_position(position) {}

    std::int64_t below(std::int64_t limit, Purpose purpose) const { return randomBelow(limit, m_seed, purpose, m_position); }
    double unit(Purpose purpose) const { return static_cast<double>(randomAt(m_seed, purpose, m_position) >> 11) * 0x1p-53; } // [0, 1)
    double around(double centre, double reach, Purpose purpose) const { return centre + reach * (2 * unit(purpose) - 1); }

private:
    std::uint64_t m_seed;
    std::uint64_t m_position;
};

/// Byte value to network input, per channel.
struct Scales
{
    explicit Scales(const data::Preprocess& preprocess)
    {
        for (std::size_t c = 0; c < 3; ++c) {
            scale[c] = static_cast<float>(1 / (255 * preprocess.deviation[c]));
            shift[c] = static_cast<float>(-preprocess.mean[c] / preprocess.deviation[c]);
        }
    }
    std::array<float, 3> scale;
    std::array<float, 3> shift;
};

void shifted(const std::uint8_t* pixels, std::int64_t side, const Scales& scales, bool vary, const Dice& dice, float* out)
{
    const auto reach = side / 8;
    const auto down = vary ? dice.below(2 * reach + 1, Down) - reach : 0;
    const auto right = vary ? dice.below(2 * reach + 1, Right) - reach : 0;
    const bool mirrored = vary && dice.below(2, Mirror) == 1;
    for (std::int64_t c = 0; c < 3; ++c) {
        const auto scale = scales.scale[static_cast<std::size_t>(c)], shift = scales.shift[static_cast<std::size_t>(c)];
        const auto* plane = pixels + c * side * side;
        auto* target = out + c * side * side;
        for (auto y = std::max<std::int64_t>(0, -down); y < std::min(side, side - down); ++y)
            for (auto x = std::max<std::int64_t>(0, -right); x < std::min(side, side - right); ++x) {
                const auto column = mirrored ? side - 1 - (x + right) : x + right;
                target[y * side + x] = static_cast<float>(plane[(y + down) * side + column]) * scale + shift;
            }
    }
}

/// Where a line of the cut-out reads: two neighbours and the weight of the second; nothing outside the picture.
struct Tap
{
    std::int64_t first = 0;
    std::int64_t second = 0;
    float weight = 0;
    bool inside = false;
};

std::vector<Tap> taps(std::int64_t side, double start, double size)
{
    std::vector<Tap> result(static_cast<std::size_t>(side));
    for (std::int64_t i = 0; i < side; ++i) {
        const auto at = start + (static_cast<double>(i) + 0.5) * size / static_cast<double>(side) - 0.5;
        const auto below = std::clamp<double>(std::floor(at), 0, static_cast<double>(side - 1));
        auto& tap = result[static_cast<std::size_t>(i)];
        tap.inside = at > -0.5 && at < static_cast<double>(side) - 0.5;
        tap.first = static_cast<std::int64_t>(below);
        tap.second = std::min(tap.first + 1, side - 1);
        tap.weight = static_cast<float>(std::clamp(at - below, 0.0, 1.0));
    }
    return result;
}

/// Where a cut-out of `size` may begin, as far as `reach` beyond the rim. Without zoom that is a whole number of pixels: between them bilinear weights would blur a picture
/// that the network will be asked about sharp.
double startOf(double size, std::int64_t side, std::int64_t reach, const Dice& dice, Purpose purpose)
{
    if (size == static_cast<double>(side))
        return static_cast<double>(dice.below(2 * reach + 1, purpose) - reach);
    return -static_cast<double>(reach) + (static_cast<double>(side + 2 * reach) - size) * dice.unit(purpose);
}

/// Bilinear cut-out with other brightness, contrast and saturation.
void resampled(const std::uint8_t* pixels, std::int64_t side, const Scales& scales, const Augmentation& augmentation, const Dice& dice, float* out)
{
    const auto size = static_cast<double>(side) * (1 - augmentation.zoom * dice.unit(Zoom));
    const auto reach = augmentation.shift ? side / 8 : 0;
    const auto rows = taps(side, startOf(size, side, reach, dice, Down), size);
    auto columns = taps(side, startOf(size, side, reach, dice, Right), size);
    if (augmentation.shift && dice.below(2, Mirror) == 1)
        std::ranges::reverse(columns);
    const auto brightness = static_cast<float>(dice.around(1, augmentation.colour, Brightness));
    const auto contrast = static_cast<float>(dice.around(1, augmentation.colour, Contrast));
    const auto saturation = static_cast<float>(dice.around(1, augmentation.colour, Saturation));
    const auto area = side * side;
    for (std::int64_t y = 0; y < side; ++y) {
        const auto& row = rows[static_cast<std::size_t>(y)];
        if (!row.inside)
            continue;
        for (std::int64_t x = 0; x < side; ++x) {
            const auto& column = columns[static_cast<std::size_t>(x)];
            if (!column.inside)
                continue;
            std::array<float, 3> value{};
            for (std::size_t c = 0; c < 3; ++c) {
                const auto* plane = pixels + static_cast<std::int64_t>(c) * area;
                const auto along = [&](std::int64_t line) {
                    const auto* start = plane + line * side;
                    return static_cast<float>(start[column.first]) * (1 - column.weight) + static_cast<float>(start[column.second]) * column.weight;
                };
                value[c] = along(row.first) * (1 - row.weight) + along(row.second) * row.weight;
            }
            const auto grey = 0.299f * value[0] + 0.587f * value[1] + 0.114f * value[2]; // luma of ITU-R BT.601
            for (std::size_t c = 0; c < 3; ++c) {
                const auto coloured = grey + saturation * (value[c] - grey);
                const auto changed = std::clamp((127.5f + contrast * (coloured - 127.5f)) * brightness, 0.0f, 255.0f);
                out[static_cast<std::int64_t>(c) * area + y * side + x] = changed * scales.scale[c] + scales.shift[c];
            }
        }
    }
}

void blank(std::int64_t side, const Dice& dice, float* out)
{
    const auto size = side / 4 + dice.below(side / 4 + 1, EraseSide);
    const auto top = dice.below(side - size + 1, EraseDown);
    const auto left = dice.below(side - size + 1, EraseRight);
    for (std::int64_t c = 0; c < 3; ++c)
        for (auto y = top; y < top + size; ++y)
            std::fill_n(out + (c * side + y) * side + left, size, 0.0f);
}

}

void varied(const std::uint8_t* pixels, std::int64_t side, const data::Preprocess& preprocess, const Augmentation& augmentation, std::uint64_t seed,
            std::uint64_t position, float* out)
{
    const Scales scales(preprocess);
    const Dice dice(seed, position);
    if (augmentation.resamples())
        resampled(pixels, side, scales, augmentation, dice, out);
    else
        shifted(pixels, side, scales, augmentation.shift, dice, out);
    if (augmentation.erase > 0 && dice.unit(Erase) < augmentation.erase)
        blank(side, dice, out);
}

}
