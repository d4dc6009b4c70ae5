#pragma once

#include <cstddef>
#include <vector>

namespace spikeclip::event {

/// Numbers on a 64-byte boundary, as the kernels want them. Keeps its memory when asked for less.
class Floats
{
public:
    Floats() = default;
    explicit Floats(std::size_t count) { reserve(count); }

    /// Room for `count` numbers, whose values are anything (zero the first time).
    float* reserve(std::size_t count)
    {
        if (const auto lines = (count + perLine - 1) / perLine; lines > m_lines.size())
            m_lines.resize(lines);
        return data();
    }

    float* data() { return m_lines.empty() ? nullptr : m_lines.front().values; }
    const float* data() const { return m_lines.empty() ? nullptr : m_lines.front().values; }

private:
    static constexpr std::size_t perLine = 16;
    struct alignas(64) Line
    {
        float values[perLine] = {};
    };
    std::vector<Line> m_lines;
};

}
