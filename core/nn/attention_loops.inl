// Included by all_loops.inl. Products of spikes with one another.

/// A matrix inside another: element (i, j) is data[i * stride + j].
template <typename Real>
struct Block
{
    Real* data;
    std::int64_t stride;
};

/// out = a b, for `columns` columns of b. With `Turned` out = a^T b.
///
/// Shape   a [rows, inner] ([inner, rows] if turned), b [inner, columns], out [rows, columns]
template <typename Real, int Vectors, bool Turned>
inline void multiplyStripe(std::int64_t rows, std::int64_t inner, Block<const Real> a, Block<const Real> b, Block<Real> out)
{
    using Vec = typename Lanes<Real>::Vec;
    for (std::int64_t i = 0; i < rows; ++i) {
        Vec sum[Vectors] = {};
        for (std::int64_t k = 0; k < inner; ++k) {
            const Real factor = Turned ? a.data[k * a.stride + i] : a.data[i * a.stride + k];
            const auto* row = reinterpret_cast<const Vec*>(b.data + k * b.stride);
            for (int v = 0; v < Vectors; ++v)
                sum[v] += row[v] * factor;
        }
        for (int v = 0; v < Vectors; ++v)
            reinterpret_cast<Vec*>(out.data + i * out.stride)[v] = sum[v];
    }
}

template <bool Turned, typename Real>
inline void multiply(std::int64_t rows, std::int64_t inner, std::int64_t columns, Block<const Real> a, Block<const Real> b, Block<Real> out)
{
    constexpr auto lanes = Lanes<Real>::count;
    std::int64_t j = 0;
    for (; j + 4 * lanes <= columns; j += 4 * lanes)
        multiplyStripe<Real, 4, Turned>(rows, inner, a, {b.data + j, b.stride}, {out.data + j, out.stride});
    for (; j + 2 * lanes <= columns; j += 2 * lanes)
        multiplyStripe<Real, 2, Turned>(rows, inner, a, {b.data + j, b.stride}, {out.data + j, out.stride});
    for (; j < columns; ++j)
        for (std::int64_t i = 0; i < rows; ++i) {
            Real sum = 0;
            for (std::int64_t k = 0; k < inner; ++k)
                sum += (Turned ? a.data[k * a.stride + i] : a.data[i * a.stride + k]) * b.data[k * b.stride + j];
            out.data[i * out.stride + j] = sum;
        }
}

template <typename Real>
inline void turn(std::int64_t size, const Real* in, Real* out)
{
    for (std::int64_t i = 0; i < size; ++i)
        for (std::int64_t j = 0; j < size; ++j)
            out[j * size + i] = in[i * size + j];
}

template <typename Real>
void attend(const AttentionShape& shape, const Real* spikes, Real scale, Real* out, Real* scratch, std::int64_t first, std::int64_t last)
{
    const auto [positions, width, heads] = shape;
    const auto size = width / heads;
    for (auto sample = first; sample < last; ++sample)
        for (std::int64_t head = 0; head < heads; ++head) {
            const Real* q = spikes + sample * positions * 3 * width + head * size;
            Real* gathered = out + sample * positions * width + head * size;
            multiply<true, Real>(size, positions, size, {q + width, 3 * width}, {q + 2 * width, 3 * width}, {scratch, size}); // k^T v
            multiply<false, Real>(positions, size, size, {q, 3 * width}, {scratch, size}, {gathered, width});
            for (std::int64_t p = 0; p < positions; ++p)
                for (std::int64_t c = 0; c < size; ++c)
                    gathered[p * width + c] *= scale;
        }
}

template <typename Real>
void attendBackward(const AttentionShape& shape, const Real* spikes, const Real* gradOut, Real scale, Real* gradSpikes, Real* scratch, std::int64_t first,
                    std::int64_t last)
{
    const auto [positions, width, heads] = shape;
    const auto size = width / heads;
    Real* products = scratch;               // [size, size], of different kinds
    Real* turned = scratch + size * size;   // the same, transposed
    Real* scaled = turned + size * size;    // [positions, size]
    for (auto sample = first; sample < last; ++sample)
        for (std::int64_t head = 0; head < heads; ++head) {
            const auto offset = sample * positions * 3 * width + head * size;
            const Block<const Real> q{spikes + offset, 3 * width}, k{q.data + width, 3 * width}, v{k.data + width, 3 * width};
            const Block<Real> gradQ{gradSpikes + offset, 3 * width}, gradK{gradQ.data + width, 3 * width}, gradV{gradK.data + width, 3 * width};
            for (std::int64_t p = 0; p < positions; ++p)
                for (std::int64_t c = 0; c < size; ++c)
                    scaled[p * size + c] = gradOut[(sample * positions + p) * width + head * size + c] * scale;
            multiply<true, Real>(size, positions, size, v, k, {turned, size}); // (k^T v)^T
            multiply<false, Real>(positions, size, size, {scaled, size}, {turned, size}, gradQ);
            multiply<true, Real>(size, positions, size, q, {scaled, size}, {products, size}); // the gradient by k^T v
            multiply<false, Real>(positions, size, size, k, {products, size}, gradV);
            turn(size, products, turned);
            multiply<false, Real>(positions, size, size, v, {turned, size}, gradK);
        }
}

template <typename Real>
constexpr ProductKernels<Real> productTable = {.tileWidth = tileWidth<Real>,
                                               .gather = gather<Real>,
                                               .collect = collect<Real>,
                                               .attend = attend<Real>,
                                               .attendBackward = attendBackward<Real>};
