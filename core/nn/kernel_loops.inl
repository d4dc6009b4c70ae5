// Included by kernels_portable.cpp and kernels_avx2.cpp inside a namespace of their own. Nothing here may be an inline function of the
// standard library: the linker would keep one copy for both, perhaps the one with AVX2 instructions.

constexpr std::int64_t chunk = 256; // elements whose potentials stay in the first-level cache
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

template <typename Real>
void fire(const NeuronTask<Real>& task, Real* spikes, std::int64_t first, std::int64_t last)
{
    const auto [steps, batch, channels, positions] = task.extent;
    const auto stepSize = task.extent.stepSize();
    const auto inputStep = task.constantInput ? 0 : stepSize;
    for (auto plane = first; plane < last; ++plane) {
        const auto channel = plane % channels;
        const Real scale = task.scale ? task.scale[channel] : Real(1);
        const Real shift = task.shift ? task.shift[channel] : Real(0);
        for (std::int64_t offset = 0; offset < positions; offset += chunk) {
            const auto count = positions - offset < chunk ? positions - offset : chunk;
            Real potential[chunk] = {};
            for (std::int64_t t = 0; t < steps; ++t) {
                const Real* x = task.input + t * inputStep + plane * positions + offset;
                Real* s = spikes + t * stepSize + plane * positions + offset;
                for (std::int64_t i = 0; i < count; ++i) {
                    const Real current = x[i] * scale + shift;
                    const Real charged = potential[i] + (current - potential[i]) / task.tau;
                    const bool fires = charged >= task.threshold;
                    s[i] = fires ? Real(1) : Real(0);
                    potential[i] = fires ? Real(0) : charged;
                }
            }
        }
    }
}

/// Two running sums in double precision, in lanes so that they vectorise.
struct Sums
{
    static constexpr std::int64_t lanes = 8;
    double first[lanes] = {};
    double second[lanes] = {};

    double gradient() const { return total(first); }
    double product() const { return total(second); }
    static double total(const double* values)
    {
        double sum = 0;
        for (std::int64_t lane = 0; lane < lanes; ++lane)
            sum += values[lane];
        return sum;
    }
};

/// Adds `count` values and their products with `x` to the sums.
template <typename Real>
inline void addTo(Sums& sums, const Real* values, const Real* x, std::int64_t count)
{
    std::int64_t i = 0;
    for (; i + Sums::lanes <= count; i += Sums::lanes)
        for (std::int64_t lane = 0; lane < Sums::lanes; ++lane) {
            const auto value = static_cast<double>(values[i + lane]);
            sums.first[lane] += value;
            sums.second[lane] += value * static_cast<double>(x[i + lane]);
        }
    for (; i < count; ++i) {
        const auto value = static_cast<double>(values[i]);
        sums.first[0] += value;
        sums.second[0] += value * static_cast<double>(x[i]);
    }
}

template <typename Real>
inline void storeAndSum(const Real* gradient, const Real* x, Real* out, std::int64_t count, Sums& sums)
{
    for (std::int64_t i = 0; i < count; ++i)
        out[i] = gradient[i];
    addTo(sums, gradient, x, count);
}

template <typename Real>
void fireBackward(const NeuronTask<Real>& task, const Real* gradSpikes, Real* gradCurrent, double* gradSum, double* gradInputSum, std::int64_t first,
                  std::int64_t last)
{
    const auto [steps, batch, channels, positions] = task.extent;
    const auto stepSize = task.extent.stepSize();
    const auto inputStep = task.constantInput ? 0 : stepSize;
    const Real keep = 1 - 1 / task.tau;
    Real charged[mostSteps * chunk]; // H of `algorithm.md` 3.1, [T, chunk]
    for (auto channel = first; channel < last; ++channel) {
        const Real scale = task.scale ? task.scale[channel] : Real(1);
        const Real shift = task.shift ? task.shift[channel] : Real(0);
        Sums sums;
        for (std::int64_t sample = 0; sample < batch; ++sample) {
            const auto plane = sample * channels + channel;
            for (std::int64_t offset = 0; offset < positions; offset += chunk) {
                const auto count = positions - offset < chunk ? positions - offset : chunk;
                const auto base = plane * positions + offset;

                Real potential[chunk] = {};
                for (std::int64_t t = 0; t < steps; ++t) {
                    const Real* x = task.input + t * inputStep + base;
                    Real* h = charged + t * chunk;
                    for (std::int64_t i = 0; i < count; ++i) {
                        const Real current = x[i] * scale + shift;
                        h[i] = potential[i] + (current - potential[i]) / task.tau;
                        potential[i] = h[i] >= task.threshold ? Real(0) : h[i];
                    }
                }

                Real gradPotential[chunk] = {};
                Real total[chunk] = {}; // over all steps, for a constant input
                for (auto t = steps - 1; t >= 0; --t) {
                    const Real* g = gradSpikes + t * stepSize + base;
                    const Real* h = charged + t * chunk;
                    Real gradient[chunk];
                    for (std::int64_t i = 0; i < count; ++i) {
                        const Real kept = h[i] >= task.threshold ? Real(0) : gradPotential[i];
                        const Real gradCharged = g[i] * surrogate(h[i] - task.threshold, task.slope) + kept;
                        gradient[i] = gradCharged / task.tau;
                        gradPotential[i] = gradCharged * keep;
                    }
                    if (task.constantInput) {
                        for (std::int64_t i = 0; i < count; ++i)
                            total[i] += gradient[i];
                    } else {
                        storeAndSum(gradient, task.input + t * inputStep + base, gradCurrent + t * stepSize + base, count, sums);
                    }
                }
                if (task.constantInput)
                    storeAndSum(total, task.input + base, gradCurrent + base, count, sums);
            }
        }
        if (gradSum)
            gradSum[channel] = sums.gradient();
        if (gradInputSum)
            gradInputSum[channel] = sums.product();
    }
}

template <typename Real>
void gradMoments(const Real* g, const Real* x, const Extent& extent, double* gradSum, double* gradInputSum, std::int64_t first, std::int64_t last)
{
    const auto samples = extent.steps * extent.batch;
    for (auto channel = first; channel < last; ++channel) {
        Sums sums;
        for (std::int64_t sample = 0; sample < samples; ++sample) {
            const auto base = (sample * extent.channels + channel) * extent.positions;
            addTo(sums, g + base, x + base, extent.positions);
        }
        gradSum[channel] = sums.gradient();
        gradInputSum[channel] = sums.product();
    }
}

template <typename Real>
void moments(const Real* x, const Extent& extent, double* sum, double* squareSum, std::int64_t first, std::int64_t last)
{
    gradMoments(x, x, extent, sum, squareSum, first, last);
}

template <typename Real>
void affine(const Real* x, const Extent& extent, const Real* scale, const Real* shift, Real* y, std::int64_t first, std::int64_t last)
{
    for (auto plane = first; plane < last; ++plane) {
        const Real a = scale[plane % extent.channels];
        const Real b = shift[plane % extent.channels];
        const Real* in = x + plane * extent.positions;
        Real* out = y + plane * extent.positions;
        for (std::int64_t i = 0; i < extent.positions; ++i)
            out[i] = a * in[i] + b;
    }
}

template <typename Real>
void affine2(const Real* g, const Real* x, const Extent& extent, const Real* a, const Real* b, const Real* d, Real* out, std::int64_t first,
             std::int64_t last)
{
    for (auto plane = first; plane < last; ++plane) {
        const auto channel = plane % extent.channels;
        const Real ga = a[channel];
        const Real xb = b[channel];
        const Real offset = d[channel];
        const auto base = plane * extent.positions;
        for (std::int64_t i = 0; i < extent.positions; ++i)
            out[base + i] = ga * g[base + i] + xb * x[base + i] + offset;
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
constexpr Kernels<Real> table = {fire<Real>, fireBackward<Real>, moments<Real>, affine<Real>, gradMoments<Real>, affine2<Real>, pack<Real>};
