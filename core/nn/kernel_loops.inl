// Included by all_loops.inl. Neurons, normalisation, rectifiers.

constexpr std::int64_t chunk = 256; // elements whose potentials stay in the first-level cache; whole words of spikes
constexpr std::int64_t mostSteps = 64;

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

    template <typename Value, typename Stored>
    void add(const Value* values, const Stored* x, std::int64_t channel, std::int64_t count)
    {
        const bool wide = m_channels >= chunk;
        double* __restrict first = wide ? m_out + channel : m_first;
        double* __restrict second = wide ? m_out + m_channels + channel : m_second;
        for (std::int64_t i = 0; i < count; ++i) {
            const auto value = static_cast<double>(real(values[i]));
            first[i] += value;
            second[i] += value * static_cast<double>(real(x[i]));
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

template <typename Stored>
void fire(const NeuronTask<Stored>& task, Stored* spikes, std::uint64_t* bits, std::int64_t first, std::int64_t last)
{
    using Real = Arithmetic<Stored>;
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
            const Stored* x = task.input + t * inputStep + offset;
            for (std::int64_t i = 0; i < count; ++i) {
                const Real current = real(x[i]) * scale[i] + shift[i];
                const Real charged = potential[i] + (current - potential[i]) / tau;
                const bool fires = charged >= threshold;
                flags[i] = fires ? 1 : 0;
                potential[i] = fires ? Real(0) : charged;
            }
            if (spikes)
                for (std::int64_t i = 0; i < count; ++i)
                    store(static_cast<Real>(flags[i]), spikes[t * stepSize + offset + i]);
            if (bits)
                packFlags(flags, count / flagsPerRow, flagsPerRow, bits + (t * rows + offset / channels) * rowWords + channel / 64, rowWords);
        }
    });
}

template <typename Stored>
void fireBackward(const NeuronTask<Stored>& task, const Stored* gradSpikes, Stored* gradCurrent, double* sums, std::int64_t first, std::int64_t last)
{
    using Real = Arithmetic<Stored>;
    const auto [steps, rows, channels] = task.extent;
    const auto stepSize = task.extent.stepSize();
    const auto inputStep = task.constantInput ? 0 : stepSize;
    const Repeated<Real> scales(task.scale, channels, 1);
    const Repeated<Real> shifts(task.shift, channels, 0);
    const auto tau = task.tau;
    const auto threshold = task.threshold;
    const auto slope = task.slope;
    const auto alike = task.spikeGradient;
    const Real keep = 1 - 1 / tau;
    Real charged[mostSteps * chunk]; // H of `algorithm.md` 3.1, [T, chunk]
    Sums total(sums, channels);
    inStretches(first, last, channels, [&, steps = steps](std::int64_t offset, std::int64_t channel, std::int64_t count) {
        const Real* scale = scales.from(channel);
        const Real* shift = shifts.from(channel);
        Real potential[chunk] = {};
        for (std::int64_t t = 0; t < steps; ++t) {
            const Stored* x = task.input + t * inputStep + offset;
            Real* h = charged + t * chunk;
            for (std::int64_t i = 0; i < count; ++i) {
                const Real current = real(x[i]) * scale[i] + shift[i];
                h[i] = potential[i] + (current - potential[i]) / tau;
                potential[i] = h[i] >= threshold ? Real(0) : h[i];
            }
        }

        Real gradPotential[chunk] = {};
        Real sum[chunk] = {}; // over all steps, for a constant input
        Real gradient[chunk];
        for (auto t = steps - 1; t >= 0; --t) {
            const Stored* g = gradSpikes + t * stepSize + offset;
            const Real* h = charged + t * chunk;
            for (std::int64_t i = 0; i < count; ++i) {
                const Real kept = h[i] >= threshold ? Real(0) : gradPotential[i];
                const Real gradCharged = (real(g[i]) + alike) * surrogate(h[i] - threshold, slope) + kept;
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
                store(gradient[i], gradCurrent[t * stepSize + offset + i]);
        }
        if (task.constantInput) {
            total.add(sum, task.input + offset, channel, count);
            for (std::int64_t i = 0; i < count; ++i)
                store(sum[i], gradCurrent[offset + i]);
        }
    });
    total.finish();
}

template <typename Stored>
void moments(const Stored* g, const Stored* x, std::int64_t channels, double* sums, std::int64_t first, std::int64_t last)
{
    Sums total(sums, channels);
    inStretches(first, last, channels,
                [&](std::int64_t offset, std::int64_t channel, std::int64_t count) { total.add(g + offset, x + offset, channel, count); });
    total.finish();
}

template <typename Stored, typename Real = Arithmetic<Stored>>
void affine(const Stored* x, std::int64_t channels, const Real* scale, const Real* shift, Stored* y, std::int64_t first, std::int64_t last)
{
    const Repeated<Real> scales(scale, channels, 1);
    const Repeated<Real> shifts(shift, channels, 0);
    inStretches(first, last, channels, [&](std::int64_t offset, std::int64_t channel, std::int64_t count) {
        const Real* a = scales.from(channel);
        const Real* b = shifts.from(channel);
        for (std::int64_t i = 0; i < count; ++i)
            store(a[i] * real(x[offset + i]) + b[i], y[offset + i]);
    });
}

template <typename Stored, typename Real = Arithmetic<Stored>>
void affine2(const Stored* g, const Stored* x, std::int64_t channels, const Real* a, const Real* b, const Real* d, Stored* out, std::int64_t first,
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
            store(ga[i] * real(g[offset + i]) + xb[i] * real(x[offset + i]) + constant[i], out[offset + i]);
    });
}

template <typename Stored, typename Real = Arithmetic<Stored>>
void rectify(const Stored* x, std::int64_t channels, const Real* scale, const Real* shift, Stored* y, std::int64_t first, std::int64_t last)
{
    const Repeated<Real> scales(scale, channels, 1);
    const Repeated<Real> shifts(shift, channels, 0);
    inStretches(first, last, channels, [&](std::int64_t offset, std::int64_t channel, std::int64_t count) {
        const Real* a = scales.from(channel);
        const Real* b = shifts.from(channel);
        for (std::int64_t i = 0; i < count; ++i) {
            const Real value = a[i] * real(x[offset + i]) + b[i];
            store(value < 0 ? Real(0) : value, y[offset + i]); // what is no number stays none
        }
    });
}

template <typename Stored, typename Real = Arithmetic<Stored>>
void rectifyBackward(const Stored* g, const Stored* x, std::int64_t channels, const Real* scale, const Real* shift, Stored* out, double* sums,
                     std::int64_t first, std::int64_t last)
{
    const Repeated<Real> scales(scale, channels, 1);
    const Repeated<Real> shifts(shift, channels, 0);
    Sums total(sums, channels);
    inStretches(first, last, channels, [&](std::int64_t offset, std::int64_t channel, std::int64_t count) {
        const Real* a = scales.from(channel);
        const Real* b = shifts.from(channel);
        Real gradient[chunk];
        for (std::int64_t i = 0; i < count; ++i)
            gradient[i] = a[i] * real(x[offset + i]) + b[i] > 0 ? real(g[offset + i]) : Real(0);
        total.add(gradient, x + offset, channel, count);
        for (std::int64_t i = 0; i < count; ++i)
            store(gradient[i], out[offset + i]);
    });
    total.finish();
}

constexpr double quickGeluSlope = 1.702;

template <typename Stored>
void quickGelu(const Stored* x, std::int64_t count, Stored* y)
{
    using Real = Arithmetic<Stored>;
    for (std::int64_t i = 0; i < count; ++i) {
        const Real value = real(x[i]);
        store(value * sigmoid(Real(quickGeluSlope) * value), y[i]);
    }
}

template <typename Stored>
void quickGeluBackward(const Stored* g, const Stored* x, std::int64_t count, Stored* out)
{
    using Real = Arithmetic<Stored>;
    for (std::int64_t i = 0; i < count; ++i) {
        const Real value = real(x[i]);
        const Real s = sigmoid(Real(quickGeluSlope) * value);
        store(real(g[i]) * s * (1 + Real(quickGeluSlope) * value * (1 - s)), out[i]);
    }
}

template <typename Stored>
void pack(const Stored* x, std::int64_t positions, std::int64_t channels, std::uint64_t* words, std::int64_t stride)
{
    for (std::int64_t start = 0; start < positions; start += chunk) {
        const auto count = positions - start < chunk ? positions - start : chunk;
        std::uint64_t gathered[chunk] = {};
        for (std::int64_t channel = 0; channel < channels; ++channel) {
            const Stored* plane = x + channel * positions + start;
            for (std::int64_t i = 0; i < count; ++i)
                gathered[i] |= static_cast<std::uint64_t>(real(plane[i]) != 0) << channel;
        }
        for (std::int64_t i = 0; i < count; ++i)
            words[(start + i) * stride] = gathered[i];
    }
}

template <typename Stored>
void unpack(const std::uint64_t* bits, std::int64_t channels, Stored* spikes, std::int64_t first, std::int64_t last)
{
    const auto rowWords = (channels + 63) / 64;
    for (auto row = first; row < last; ++row)
        for (std::int64_t channel = 0; channel < channels; ++channel)
            store(static_cast<Arithmetic<Stored>>(bits[row * rowWords + channel / 64] >> (channel % 64) & 1), spikes[row * channels + channel]);
}

template <typename Stored>
constexpr Kernels<Stored> table = {.fire = fire<Stored>,
                                   .fireBackward = fireBackward<Stored>,
                                   .moments = moments<Stored>,
                                   .affine = affine<Stored>,
                                   .affine2 = affine2<Stored>,
                                   .rectify = rectify<Stored>,
                                   .rectifyBackward = rectifyBackward<Stored>,
                                   .quickGelu = quickGelu<Stored>,
                                   .quickGeluBackward = quickGeluBackward<Stored>,
                                   .choose = choose<Stored>,
                                   .unchoose = unchoose<Stored>,
                                   .pack = pack<Stored>,
                                   .unpack = unpack<Stored>};
