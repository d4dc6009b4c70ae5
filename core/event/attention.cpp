#include "core/event/attention.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <span>

namespace spikeclip::event {

namespace {

/// The two products of one sample at one step. Channels are kept head by head, each head padded to whole vectors.
class Products
{
public:
    Products(const data::SpikeShape& shape, int heads, const Kernels& loops)
        : m_shape(shape), m_depth(shape.channels / heads), m_padded((m_depth + 7) / 8 * 8), m_loops(loops),
          m_summary(static_cast<std::size_t>(shape.channels) * static_cast<std::size_t>(m_padded)),
          m_value(static_cast<std::size_t>(heads) * static_cast<std::size_t>(m_padded)), m_sum(static_cast<std::size_t>(heads) * static_cast<std::size_t>(m_padded)),
          m_heads(heads), m_firing(static_cast<std::size_t>(shape.channels)), m_first(static_cast<std::size_t>(shape.channels))
    {
        for (int c = 0; c < shape.channels; ++c)
            m_first[static_cast<std::size_t>(c)] = static_cast<std::size_t>(c / m_depth) * static_cast<std::size_t>(m_padded);
    }

    /// `out` is row 0; rows are `stride` apart.
    void compute(const std::uint64_t* q, const std::uint64_t* k, const std::uint64_t* v, float scale, float* out, std::int64_t stride)
    {
        std::fill_n(m_summary.data(), static_cast<std::size_t>(m_shape.channels) * width(), 0.0F);
        for (int p = 0; p < m_shape.positions(); ++p) {
            std::fill_n(m_value.data(), static_cast<std::size_t>(m_heads) * width(), 0.0F);
            for (const auto c : firing(v, p))
                m_value.data()[m_first[c] + c % static_cast<unsigned>(m_depth)] = 1;
            for (const auto c : firing(k, p))
                m_loops.addTo(m_value.data() + m_first[c], m_padded, m_summary.data() + c * width());
        }
        for (int p = 0; p < m_shape.positions(); ++p) {
            std::fill_n(m_sum.data(), static_cast<std::size_t>(m_heads) * width(), 0.0F);
            for (const auto c : firing(q, p))
                m_loops.addTo(m_summary.data() + c * width(), m_padded, m_sum.data() + m_first[c]);
            for (int c = 0; c < m_shape.channels; ++c)
                out[p * stride + c] = scale * m_sum.data()[m_first[static_cast<std::size_t>(c)] + static_cast<std::size_t>(c % m_depth)];
        }
    }

private:
    std::size_t width() const { return static_cast<std::size_t>(m_padded); }

    std::span<const std::uint32_t> firing(const std::uint64_t* spikes, int position)
    {
        const Segment segment{spikes + std::int64_t{position} * m_shape.wordsPerPosition(), 0};
        const auto* end = m_loops.list(&segment, 1, m_shape.wordsPerPosition(), m_firing.data());
        return {m_firing.data(), end};
    }

    const data::SpikeShape m_shape;
    const int m_depth;  ///< channels of a head
    const int m_padded; ///< the same in whole vectors
    const Kernels& m_loops;
    Floats m_summary;   ///< k^T v [channels, padded]
    Floats m_value;     ///< v at one position as 0 and 1 [heads, padded]
    Floats m_sum;       ///< [heads, padded]
    const int m_heads;
    std::vector<std::uint32_t> m_firing;
    std::vector<std::size_t> m_first; ///< where a channel's head begins
};

}

Currents attend(const Spikes& q, const Spikes& k, const Spikes& v, int heads, double scale, Workshop& workshop)
{
    const auto& shape = q.shape;
    if (k.shape != shape || v.shape != shape || heads < 1 || shape.channels % heads != 0)
        throw Error(ErrorCode::BadShape, "attention: q, k and v must agree, and heads divide their channels");
    Currents current(shape.steps, q.rows(), shape.channels);
    const auto words = static_cast<std::int64_t>(shape.wordsPerSample());
    workshop.team.share(std::int64_t{shape.steps} * shape.batch, [&](const parallel::Team::Part& part) {
        Products products(shape, heads, workshop.loops);
        for (auto sample = part.first; sample < part.last; ++sample) // of one step
            products.compute(q.words.data() + sample * words, k.words.data() + sample * words, v.words.data() + sample * words, static_cast<float>(scale),
                             current.values.data() + sample * shape.positions() * current.stride, current.stride);
    });
    return current;
}

}
