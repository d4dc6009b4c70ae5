// Included by kernels_portable.cpp and kernels_avx2.cpp inside a namespace of their own. Nothing here may be an inline function of the
// standard library: the linker would keep one copy for both, perhaps the one with AVX2 instructions.

constexpr int lanes = 8;
using Vec = float __attribute__((vector_size(lanes * sizeof(float)), may_alias));
using Ints = std::int32_t __attribute__((vector_size(lanes * sizeof(float)), may_alias));

inline Vec* vectors(float* values) { return reinterpret_cast<Vec*>(values); }
inline const Vec* vectors(const float* values) { return reinterpret_cast<const Vec*>(values); }

/// One bit a lane: set where the comparison was true.
inline std::uint32_t bitsOf(const Ints& truth)
{
#ifdef __AVX2__
    return static_cast<std::uint32_t>(_mm256_movemask_ps(reinterpret_cast<__m256>(truth)));
#else
    std::uint32_t bits = 0;
    for (int lane = 0; lane < lanes; ++lane)
        bits |= (static_cast<std::uint32_t>(truth[lane]) & 1U) << lane;
    return bits;
#endif
}

inline void multiplyAdd(float a, const Vec& b, Vec& sum)
{
#ifdef __FMA__
    sum = reinterpret_cast<Vec>(_mm256_fmadd_ps(_mm256_set1_ps(a), reinterpret_cast<__m256>(b), reinterpret_cast<__m256>(sum)));
#else
    sum += b * a;
#endif
}

std::uint32_t* list(const Segment* segments, int count, int words, std::uint32_t* out)
{
    for (int s = 0; s < count; ++s) {
        auto base = segments[s].base;
        for (int w = 0; w < words; ++w, base += 64)
            for (auto rest = segments[s].words[w]; rest != 0; rest &= rest - 1)
                *out++ = base + static_cast<std::uint32_t>(__builtin_ctzll(rest));
    }
    return out;
}

template <int Vectors>
void gatherTile(const float* weights, const float* bias, const std::uint32_t* inputs, const std::uint32_t* ends, std::int64_t rows, float* out)
{
    constexpr int width = Vectors * lanes;
    for (std::int64_t row = 0; row < rows; ++row, out += width) {
        Vec sum[Vectors];
        for (int v = 0; v < Vectors; ++v)
            sum[v] = vectors(bias)[v];
        const auto* last = inputs + ends[row];
        for (const auto* input = inputs + ends[row - 1]; input != last; ++input) {
            const auto* weight = vectors(weights + static_cast<std::size_t>(*input) * width);
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v)
                sum[v] += weight[v];
        }
        for (int v = 0; v < Vectors; ++v)
            vectors(out)[v] = sum[v];
    }
}

void gather(const float* weights, const float* bias, int width, const std::uint32_t* inputs, const std::uint32_t* ends, std::int64_t rows, float* out)
{
    switch (width) {
    case 64: return gatherTile<8>(weights, bias, inputs, ends, rows, out);
    case 32: return gatherTile<4>(weights, bias, inputs, ends, rows, out);
    case 16: return gatherTile<2>(weights, bias, inputs, ends, rows, out);
    default: return gatherTile<1>(weights, bias, inputs, ends, rows, out);
    }
}

/// `Vectors` neighbouring vectors of outputs of all rows of a panel.
template <int Vectors>
void multiplyColumns(const float* weights, int width, const float* panel, std::int64_t count, int rows, float* out)
{
    Vec sum[panelRows][Vectors] = {};
    for (int r = 0; r < rows; ++r)
        for (int v = 0; v < Vectors; ++v)
            sum[r][v] = vectors(out + r * width)[v];
    for (std::int64_t k = 0; k < count; ++k, weights += width, panel += panelRows) {
        Vec weight[Vectors];
        for (int v = 0; v < Vectors; ++v)
            weight[v] = vectors(weights)[v];
#pragma GCC unroll 6
        for (int r = 0; r < panelRows; ++r)
#pragma GCC unroll 2
            for (int v = 0; v < Vectors; ++v)
                multiplyAdd(panel[r], weight[v], sum[r][v]);
    }
    for (int r = 0; r < rows; ++r)
        for (int v = 0; v < Vectors; ++v)
            vectors(out + r * width)[v] = sum[r][v];
}

void multiply(const float* weights, int width, const float* panel, std::int64_t count, int rows, float* out)
{
    if (width == lanes)
        return multiplyColumns<1>(weights, width, panel, count, rows, out);
    for (int column = 0; column < width; column += 2 * lanes)
        multiplyColumns<2>(weights + column, width, panel, count, rows, out + column);
}

template <int Vectors>
void fireTile(const NeuronTask& task)
{
    const auto padding = task.outputs < 64 ? (std::uint64_t{1} << task.outputs) - 1 : ~std::uint64_t{0};
    for (std::int64_t row = 0; row < task.rows; ++row) {
        Vec potential[Vectors] = {};
        for (int t = 0; t < task.steps; ++t) {
            const auto* input = vectors(task.input + row * task.inputRow + t * task.inputStep);
            auto* current = task.current ? vectors(task.current + row * task.currentRow + t * task.currentStep) : nullptr;
            std::uint64_t word = 0;
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v) {
                Vec x = input[v];
                if (current) {
                    if (task.add)
                        x += current[v];
                    current[v] = x;
                }
                if (!task.spikes)
                    continue;
                const Vec charged = potential[v] + (x - potential[v]) * task.inverseTau;
                const Ints fires = charged >= task.threshold;
                potential[v] = reinterpret_cast<Vec>(reinterpret_cast<Ints>(charged) & ~fires);
                word |= static_cast<std::uint64_t>(bitsOf(fires)) << (lanes * v);
            }
            if (task.spikes)
                task.spikes[row * task.spikeRow + t * task.spikeStep] = word & padding;
        }
    }
}

void fire(const NeuronTask& task)
{
    switch (task.width) {
    case 64: return fireTile<8>(task);
    case 32: return fireTile<4>(task);
    case 16: return fireTile<2>(task);
    default: return fireTile<1>(task);
    }
}

void pool(const float* in, int height, int width, int channels, float* out, int first, int last)
{
    const int widthOut = (width + 1) / 2;
    for (int y = first; y < last; ++y)
        for (int x = 0; x < widthOut; ++x) {
            auto* best = vectors(out + (static_cast<std::int64_t>(y) * widthOut + x) * channels);
            const auto* centre = vectors(in + (static_cast<std::int64_t>(2 * y) * width + 2 * x) * channels);
            for (int c = 0; c < channels / lanes; ++c)
                best[c] = centre[c];
            for (int j = 2 * y - 1; j <= 2 * y + 1; ++j)
                for (int i = 2 * x - 1; i <= 2 * x + 1; ++i) {
                    if (j < 0 || j >= height || i < 0 || i >= width)
                        continue;
                    const auto* seen = vectors(in + (static_cast<std::int64_t>(j) * width + i) * channels);
                    for (int c = 0; c < channels / lanes; ++c)
                        best[c] = seen[c] > best[c] ? seen[c] : best[c];
                }
        }
}

void addTo(const float* in, std::int64_t count, float* out)
{
    for (std::int64_t i = 0; i < count / lanes; ++i)
        vectors(out)[i] += vectors(in)[i];
}

constexpr Kernels table = {list, gather, multiply, fire, pool, addTo};
