// Included by kernels_portable.cpp and kernels_avx2.cpp inside a namespace of their own. Nothing here may be an inline function of the
// standard library: the linker would keep one copy for both, perhaps the one with AVX2 instructions.

constexpr std::int64_t chunk = 256; // elements whose potentials stay in the first-level cache; whole words of spikes
constexpr std::int64_t mostSteps = 64;

/// e^x for x <= 0, relative error below 3e-7: 2^n * p(r) with x = n ln 2 + r. Source of the method: Cody and Waite, 1980; the
/// coefficients are the Taylor series', enough for |r| <= ln 2 / 2.
inline float expOfNegative(float x)
{
    x = x < -87.0f ? -87.0f : x;
    const float shifted = x * 1.44269504f + 12582912.0f; // 1.5 * 2^23: rounds to the nearest integer
    const float n = shifted - 12582912.0f;
    const float r = (x - n * 0.693359375f) + n * 2.12194440e-4f; // ln 2 in two parts
    const float p = 1.0f + r * (1.0f + r * (0.5f + r * (1.0f / 6 + r * (1.0f / 24 + r * (1.0f / 120 + r * (1.0f / 720))))));
    const auto exponent = (std::bit_cast<std::int32_t>(shifted) - 0x4B400000 + 127) << 23;
    return p * std::bit_cast<float>(exponent);
}

inline double expOfNegative(double x)
{
    return __builtin_exp(x);
}

/// Derivative of the sigmoid of slope `slope` at u: slope * s * (1 - s), written so that nothing overflows.
template <typename Real>
inline Real surrogate(Real u, Real slope)
{
    const Real magnitude = u < 0 ? -u : u;
    const Real e = expOfNegative(-slope * magnitude);
    const Real d = 1 + e;
    return slope * e / (d * d);
}

/// Walks rows [first, last) in stretches of at most `chunk` consecutive numbers: some whole rows, or a part of one.
/// `visit` gets the offset of the first number, its channel, and how many there are.
template <typename Visit>
inline void inStretches(std::int64_t first, std::int64_t last, std::int64_t channels, Visit&& visit)
{
    if (channels >= chunk) {
        for (auto row = first; row < last; ++row)
            for (std::int64_t channel = 0; channel < channels; channel += chunk)
                visit(row * channels + channel, channel, channels - channel < chunk ? channels - channel : chunk);
        return;
    }
    const auto together = chunk / channels;
    for (auto row = first; row < last; row += together)
        visit(row * channels, std::int64_t{0}, (last - row < together ? last - row : together) * channels);
}

/// One number per channel, repeated as often as a stretch holds rows, so that loops run over stretches and not over narrow rows.
template <typename Real>
class Repeated
{
public:
    Repeated(const Real* values, std::int64_t channels, Real absent) : m_wide(values && channels >= chunk ? values : nullptr)
    {
        if (!m_wide)
            for (std::int64_t i = 0; i < chunk; ++i)
                m_narrow[i] = values ? values[i % channels] : absent;
    }
    const Real* from(std::int64_t channel) const { return m_wide ? m_wide + channel : m_narrow; }

private:
    const Real* m_wide;
    Real m_narrow[chunk];
};

/// Sums per channel in double precision, of values and of their products with x. Narrow layers have a lane for each number of a stretch.
class Sums
{
public:
    Sums(double* out, std::int64_t channels) : m_out(out), m_channels(channels) {}

    template <typename Real>
    void add(const Real* values, const Real* x, std::int64_t channel, std::int64_t count)
    {
        const bool wide = m_channels >= chunk;
        double* __restrict first = wide ? m_out + channel : m_first;
        double* __restrict second = wide ? m_out + m_channels + channel : m_second;
        for (std::int64_t i = 0; i < count; ++i) {
            const auto value = static_cast<double>(values[i]);
            first[i] += value;
            second[i] += value * static_cast<double>(x[i]);
        }
    }

    void finish() const
    {
        if (m_channels >= chunk)
            return;
        for (std::int64_t i = 0; i < chunk / m_channels * m_channels; ++i) {
            m_out[i % m_channels] += m_first[i];
            m_out[m_channels + i % m_channels] += m_second[i];
        }
    }

private:
    double* m_out;
    std::int64_t m_channels;
    double m_first[chunk] = {};
    double m_second[chunk] = {};
};

/// Bits of `rows` rows of `count` flags each; a row's bits begin with a new word.
inline void packFlags(const std::uint8_t* flags, std::int64_t rows, std::int64_t count, std::uint64_t* words, std::int64_t stride)
{
    for (std::int64_t row = 0; row < rows; ++row, flags += count, words += stride)
        for (std::int64_t start = 0; start < count; start += 64) {
            const auto bits = count - start < 64 ? count - start : 64;
            std::uint64_t word = 0;
            std::int64_t bit = 0;
            if constexpr (std::endian::native == std::endian::little)
                for (; bit + 8 <= bits; bit += 8) { // the product moves the lowest bits of eight bytes into the highest byte
                    std::uint64_t eight;
                    __builtin_memcpy(&eight, flags + start + bit, 8);
                    word |= (eight * 0x0102040810204080u >> 56) << bit;
                }
            for (; bit < bits; ++bit)
                word |= std::uint64_t{flags[start + bit]} << bit;
            words[start / 64] = word;
        }
}

template <typename Real>
void fire(const NeuronTask<Real>& task, Real* spikes, std::uint64_t* bits, std::int64_t first, std::int64_t last)
{
    const auto [steps, rows, channels] = task.extent;
    const auto stepSize = task.extent.stepSize();
    const auto inputStep = task.constantInput ? 0 : stepSize;
    const auto rowWords = (channels + 63) / 64;
    const Repeated<Real> scales(task.scale, channels, 1);
    const Repeated<Real> shifts(task.shift, channels, 0);
    const auto tau = task.tau;
    const auto threshold = task.threshold;
    inStretches(first, last, channels, [&, steps = steps, rows = rows, channels = channels](std::int64_t offset, std::int64_t channel, std::int64_t count) {
        const Real* scale = scales.from(channel);
        const Real* shift = shifts.from(channel);
        const auto flagsPerRow = channels < chunk ? channels : count;
        Real potential[chunk] = {};
        std::uint8_t flags[chunk];
        for (std::int64_t t = 0; t < steps; ++t) {
            const Real* x = task.input + t * inputStep + offset;
            for (std::int64_t i = 0; i < count; ++i) {
                const Real current = x[i] * scale[i] + shift[i];
                const Real charged = potential[i] + (current - potential[i]) / tau;
                const bool fires = charged >= threshold;
                flags[i] = fires ? 1 : 0;
                potential[i] = fires ? Real(0) : charged;
            }
            if (spikes)
                for (std::int64_t i = 0; i < count; ++i)
                    spikes[t * stepSize + offset + i] = static_cast<Real>(flags[i]);
            if (bits)
                packFlags(flags, count / flagsPerRow, flagsPerRow, bits + (t * rows + offset / channels) * rowWords + channel / 64, rowWords);
        }
    });
}

template <typename Real>
void fireBackward(const NeuronTask<Real>& task, const Real* gradSpikes, Real* gradCurrent, double* sums, std::int64_t first, std::int64_t last)
{
    const auto [steps, rows, channels] = task.extent;
    const auto stepSize = task.extent.stepSize();
    const auto inputStep = task.constantInput ? 0 : stepSize;
    const Repeated<Real> scales(task.scale, channels, 1);
    const Repeated<Real> shifts(task.shift, channels, 0);
    const auto tau = task.tau;
    const auto threshold = task.threshold;
    const auto slope = task.slope;
    const Real keep = 1 - 1 / tau;
    Real charged[mostSteps * chunk]; // H of `algorithm.md` 3.1, [T, chunk]
    Sums total(sums, channels);
    inStretches(first, last, channels, [&, steps = steps](std::int64_t offset, std::int64_t channel, std::int64_t count) {
        const Real* scale = scales.from(channel);
        const Real* shift = shifts.from(channel);
        Real potential[chunk] = {};
        for (std::int64_t t = 0; t < steps; ++t) {
            const Real* x = task.input + t * inputStep + offset;
            Real* h = charged + t * chunk;
            for (std::int64_t i = 0; i < count; ++i) {
                const Real current = x[i] * scale[i] + shift[i];
                h[i] = potential[i] + (current - potential[i]) / tau;
                potential[i] = h[i] >= threshold ? Real(0) : h[i];
            }
        }

        Real gradPotential[chunk] = {};
        Real sum[chunk] = {}; // over all steps, for a constant input
        Real gradient[chunk];
        for (auto t = steps - 1; t >= 0; --t) {
            const Real* g = gradSpikes + t * stepSize + offset;
            const Real* h = charged + t * chunk;
            for (std::int64_t i = 0; i < count; ++i) {
                const Real kept = h[i] >= threshold ? Real(0) : gradPotential[i];
                const Real gradCharged = g[i] * surrogate(h[i] - threshold, slope) + kept;
                gradient[i] = gradCharged / tau;
                gradPotential[i] = gradCharged * keep;
            }
            if (task.constantInput) {
                for (std::int64_t i = 0; i < count; ++i)
                    sum[i] += gradient[i];
                continue;
            }
            total.add(gradient, task.input + t * inputStep + offset, channel, count);
            for (std::int64_t i = 0; i < count; ++i)
                gradCurrent[t * stepSize + offset + i] = gradient[i];
        }
        if (task.constantInput) {
            total.add(sum, task.input + offset, channel, count);
            for (std::int64_t i = 0; i < count; ++i)
                gradCurrent[offset + i] = sum[i];
        }
    });
    total.finish();
}

template <typename Real>
void moments(const Real* g, const Real* x, std::int64_t channels, double* sums, std::int64_t first, std::int64_t last)
{
    Sums total(sums, channels);
    inStretches(first, last, channels,
                [&](std::int64_t offset, std::int64_t channel, std::int64_t count) { total.add(g + offset, x + offset, channel, count); });
    total.finish();
}

template <typename Real>
void affine(const Real* x, std::int64_t channels, const Real* scale, const Real* shift, Real* y, std::int64_t first, std::int64_t last)
{
    const Repeated<Real> scales(scale, channels, 1);
    const Repeated<Real> shifts(shift, channels, 0);
    inStretches(first, last, channels, [&](std::int64_t offset, std::int64_t channel, std::int64_t count) {
        const Real* a = scales.from(channel);
        const Real* b = shifts.from(channel);
        for (std::int64_t i = 0; i < count; ++i)
            y[offset + i] = a[i] * x[offset + i] + b[i];
    });
}

template <typename Real>
void affine2(const Real* g, const Real* x, std::int64_t channels, const Real* a, const Real* b, const Real* d, Real* out, std::int64_t first,
             std::int64_t last)
{
    const Repeated<Real> as(a, channels, 1);
    const Repeated<Real> bs(b, channels, 0);
    const Repeated<Real> ds(d, channels, 0);
    inStretches(first, last, channels, [&](std::int64_t offset, std::int64_t channel, std::int64_t count) {
        const Real* ga = as.from(channel);
        const Real* xb = bs.from(channel);
        const Real* constant = ds.from(channel);
        for (std::int64_t i = 0; i < count; ++i)
            out[offset + i] = ga[i] * g[offset + i] + xb[i] * x[offset + i] + constant[i];
    });
}

/// The place in its pool window 2 * `centre` - 1 ... 2 * `centre` + 1, counted from 0, of `at`.
inline std::int64_t placeIn(std::int64_t at, std::int64_t centre)
{
    return at - 2 * centre + 1;
}

template <typename Real>
void choose(const PoolTask<Real>& task, const Real* x, Real* chosen, std::uint8_t* places, std::int64_t first, std::int64_t last)
{
    const auto channels = task.channels;
    for (auto line = first; line < last; ++line) {
        const auto sample = line / task.heightOut();
        const auto y = line % task.heightOut();
        for (std::int64_t column = 0; column < task.widthOut(); ++column)
            for (std::int64_t channel = 0; channel < channels; channel += chunk) {
                const auto count = channels - channel < chunk ? channels - channel : chunk;
                const Real* scale = task.scale + channel;
                const Real* shift = task.shift + channel;
                const auto out = (line * task.widthOut() + column) * channels + channel;
                Real best[chunk];
                Real kept[chunk];
                std::int32_t place[chunk];
                bool started = false;
                for (auto j = 2 * y - 1; j <= 2 * y + 1; ++j)
                    for (auto i = 2 * column - 1; i <= 2 * column + 1; ++i) {
                        if (j < 0 || j >= task.height || i < 0 || i >= task.width)
                            continue;
                        const Real* seen = x + ((sample * task.height + j) * task.width + i) * channels + channel;
                        const auto here = static_cast<std::int32_t>(3 * placeIn(j, y) + placeIn(i, column));
                        if (!started)
                            for (std::int64_t c = 0; c < count; ++c) {
                                best[c] = seen[c] * scale[c] + shift[c];
                                kept[c] = seen[c];
                                place[c] = here;
                            }
                        else
                            for (std::int64_t c = 0; c < count; ++c) {
                                const Real value = seen[c] * scale[c] + shift[c];
                                const bool larger = value > best[c];
                                best[c] = larger ? value : best[c];
                                kept[c] = larger ? seen[c] : kept[c];
                                place[c] = larger ? here : place[c];
                            }
                        started = true;
                    }
                for (std::int64_t c = 0; c < count; ++c) {
                    chosen[out + c] = kept[c];
                    places[out + c] = static_cast<std::uint8_t>(place[c]);
                }
            }
    }
}

template <typename Real>
void unchoose(const PoolTask<Real>& task, const Real* g, const std::uint8_t* places, const Real* x, const Real* a, const Real* b, const Real* d, Real* out,
              std::int64_t first, std::int64_t last)
{
    const auto channels = task.channels;
    for (auto line = first; line < last; ++line) {
        const auto sample = line / task.height;
        const auto y = line % task.height;
        for (std::int64_t column = 0; column < task.width; ++column)
            for (std::int64_t channel = 0; channel < channels; channel += chunk) {
                const auto count = channels - channel < chunk ? channels - channel : chunk;
                const auto offset = (line * task.width + column) * channels + channel;
                Real sum[chunk] = {};
                for (auto j = y / 2; j <= (y + 1) / 2 && j < task.heightOut(); ++j)
                    for (auto i = column / 2; i <= (column + 1) / 2 && i < task.widthOut(); ++i) {
                        const auto window = ((sample * task.heightOut() + j) * task.widthOut() + i) * channels + channel;
                        const auto here = static_cast<std::uint8_t>(3 * placeIn(y, j) + placeIn(column, i));
                        for (std::int64_t c = 0; c < count; ++c)
                            sum[c] += places[window + c] == here ? g[window + c] : Real(0);
                    }
                for (std::int64_t c = 0; c < count; ++c)
                    out[offset + c] = a[channel + c] * sum[c] + b[channel + c] * x[offset + c] + d[channel + c];
            }
    }
}

template <typename Real>
void pack(const Real* x, std::int64_t positions, std::int64_t channels, std::uint64_t* words, std::int64_t stride)
{
    for (std::int64_t start = 0; start < positions; start += chunk) {
        const auto count = positions - start < chunk ? positions - start : chunk;
        std::uint64_t gathered[chunk] = {};
        for (std::int64_t channel = 0; channel < channels; ++channel) {
            const Real* plane = x + channel * positions + start;
            for (std::int64_t i = 0; i < count; ++i)
                gathered[i] |= static_cast<std::uint64_t>(plane[i] != 0) << channel;
        }
        for (std::int64_t i = 0; i < count; ++i)
            words[(start + i) * stride] = gathered[i];
    }
}

template <typename Real>
void unpack(const std::uint64_t* bits, std::int64_t channels, Real* spikes, std::int64_t first, std::int64_t last)
{
    const auto rowWords = (channels + 63) / 64;
    for (auto row = first; row < last; ++row)
        for (std::int64_t channel = 0; channel < channels; ++channel)
            spikes[row * channels + channel] = static_cast<Real>(bits[row * rowWords + channel / 64] >> (channel % 64) & 1);
}
