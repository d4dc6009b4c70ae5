// Included by all_loops.inl. Products of spikes with weights.

constexpr int registers = 8; // vectors that hold the outputs of one tile

template <typename Real>
struct Lanes
{
    static constexpr std::int64_t count = 32 / sizeof(Real);
    typedef Real Vec __attribute__((vector_size(32), may_alias, aligned(sizeof(Real)))); // rows of odd widths are not aligned
};

template <typename Real>
std::int64_t tileWidth(std::int64_t outputs)
{
    std::int64_t vectors = 1;
    while (vectors < registers && vectors * Lanes<Real>::count < outputs)
        vectors *= 2;
    return vectors * Lanes<Real>::count;
}

/// Calls `work` with a compile-time number of vectors.
template <typename Real, typename Work>
inline void withVectors(std::int64_t width, Work&& work)
{
    switch (width / Lanes<Real>::count) {
    case 8: return work.template operator()<8>();
    case 4: return work.template operator()<4>();
    case 2: return work.template operator()<2>();
    default: return work.template operator()<1>();
    }
}

/// Columns of the inputs that fire, for `count` rows: at most `inputs` a row.
inline void listRows(const std::uint64_t* bits, std::int64_t count, std::int64_t inputs, std::uint32_t* counts, std::uint32_t* lists)
{
    const auto words = (inputs + 63) / 64;
    for (std::int64_t row = 0; row < count; ++row, bits += words) {
        auto* list = lists + row * inputs;
        for (std::int64_t word = 0; word < words; ++word)
            for (auto rest = bits[word]; rest != 0; rest &= rest - 1)
                *list++ = static_cast<std::uint32_t>(64 * word + __builtin_ctzll(rest));
        counts[row] = static_cast<std::uint32_t>(list - (lists + row * inputs));
    }
}

/// One tile of outputs of one image.
template <typename Real, int Vectors>
void gatherTile(const SynapseShape& shape, const std::uint32_t* counts, const std::uint32_t* lists, const Real* weights, const Real* bias, Real* out,
                std::int64_t outputs)
{
    using Vec = typename Lanes<Real>::Vec;
    constexpr std::int64_t width = Vectors * Lanes<Real>::count;
    const auto reach = shape.side / 2;
    for (std::int64_t y = 0; y < shape.height; ++y)
        for (std::int64_t x = 0; x < shape.width; ++x, out += shape.outputs) {
            Vec sum[Vectors];
            for (int v = 0; v < Vectors; ++v)
                sum[v] = reinterpret_cast<const Vec*>(bias)[v];
            const Real* tap = weights;
            for (auto j = y - reach; j <= y + reach; ++j)
                for (auto i = x - reach; i <= x + reach; ++i, tap += shape.inputs * width) {
                    if (j < 0 || j >= shape.height || i < 0 || i >= shape.width)
                        continue;
                    const auto row = j * shape.width + i;
                    const auto* input = lists + row * shape.inputs;
                    for (const auto* end = input + counts[row]; input != end; ++input) {
                        const auto* weight = reinterpret_cast<const Vec*>(tap + static_cast<std::int64_t>(*input) * width);
#pragma GCC unroll 8
                        for (int v = 0; v < Vectors; ++v)
                            sum[v] += weight[v];
                    }
                }
            if (outputs == width) {
                for (int v = 0; v < Vectors; ++v)
                    reinterpret_cast<Vec*>(out)[v] = sum[v];
                continue;
            }
            Real whole[width];
            for (int v = 0; v < Vectors; ++v)
                reinterpret_cast<Vec*>(whole)[v] = sum[v];
            for (std::int64_t o = 0; o < outputs; ++o)
                out[o] = whole[o];
        }
}

template <typename Real>
void gather(const SynapseShape& shape, const std::uint64_t* bits, const Real* weights, const Real* bias, Real* out, std::uint32_t* scratch,
            std::int64_t first, std::int64_t last)
{
    const auto tile = tileWidth<Real>(shape.outputs);
    const auto rows = shape.positions();
    auto* lists = scratch + rows;
    for (auto image = first; image < last; ++image) {
        listRows(bits + image * rows * shape.words(), rows, shape.inputs, scratch, lists);
        const Real* tileWeights = weights;
        for (std::int64_t start = 0; start < shape.outputs; start += tile, tileWeights += shape.taps() * shape.inputs * tile)
            withVectors<Real>(tile, [&]<int Vectors>() {
                gatherTile<Real, Vectors>(shape, scratch, lists, tileWeights, bias + start, out + image * rows * shape.outputs + start,
                                          shape.outputs - start < tile ? shape.outputs - start : tile);
            });
    }
}

/// The gradient by the weights of one input: for each tap the sum of the rows of `grad` that its spikes reached.
template <typename Real, int Vectors>
inline void collectInput(const SynapseShape& shape, const std::uint32_t* firing, std::uint32_t count, const Real* grad, Real* gradWeights)
{
    using Vec = typename Lanes<Real>::Vec;
    constexpr std::int64_t width = Vectors * Lanes<Real>::count;
    const auto reach = shape.side / 2;
    const auto line = shape.width + shape.side - 1;
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx, gradWeights += shape.inputs * width) {
            const Real* shifted = grad - (dy * line + dx) * width; // the output at p reads the input at p + (dy, dx)
            Vec sum[Vectors];
            for (int v = 0; v < Vectors; ++v)
                sum[v] = reinterpret_cast<const Vec*>(gradWeights)[v];
            for (std::uint32_t e = 0; e < count; ++e) {
                const auto* row = reinterpret_cast<const Vec*>(shifted + static_cast<std::int64_t>(firing[e]) * width);
#pragma GCC unroll 8
                for (int v = 0; v < Vectors; ++v)
                    sum[v] += row[v];
            }
            for (int v = 0; v < Vectors; ++v)
                reinterpret_cast<Vec*>(gradWeights)[v] = sum[v];
        }
}

template <typename Real>
void collect(const SynapseShape& shape, const std::uint64_t* bits, const Real* grad, Real* gradWeights, std::uint32_t* lists, Real* rim,
             std::int64_t firstTile, std::int64_t lastTile, std::int64_t firstWord, std::int64_t lastWord)
{
    const auto tile = tileWidth<Real>(shape.outputs);
    const auto reach = shape.side / 2;
    const auto line = shape.width + shape.side - 1;
    const auto rows = shape.images * shape.positions();
    const auto inputs = 64 * (lastWord - firstWord);
    auto* counts = lists;
    auto* entries = lists + inputs;
    for (std::int64_t input = 0; input < inputs; ++input)
        counts[input] = 0;
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto position = row % shape.positions();
        const auto place = static_cast<std::uint32_t>(row / shape.positions() * shape.padded() + (position / shape.width + reach) * line
                                                      + position % shape.width + reach);
        for (auto word = firstWord; word < lastWord; ++word)
            for (auto rest = bits[row * shape.words() + word]; rest != 0; rest &= rest - 1) {
                const auto input = 64 * (word - firstWord) + __builtin_ctzll(rest);
                entries[input * rows + counts[input]++] = place;
            }
    }
    for (auto t = firstTile; t < lastTile; ++t) {
        const auto start = t * tile;
        const auto outputs = shape.outputs - start < tile ? shape.outputs - start : tile;
        for (std::int64_t row = 0; row < rows; ++row) {
            const auto position = row % shape.positions();
            Real* to = rim + (row / shape.positions() * shape.padded() + (position / shape.width + reach) * line + position % shape.width + reach) * tile;
            const Real* from = grad + row * shape.outputs + start;
            for (std::int64_t o = 0; o < outputs; ++o)
                to[o] = from[o];
        }
        withVectors<Real>(tile, [&]<int Vectors>() {
            for (std::int64_t input = 0; input < inputs; ++input)
                if (counts[input] > 0)
                    collectInput<Real, Vectors>(shape, entries + input * rows, counts[input], rim,
                                                gradWeights + (t * shape.taps() * shape.inputs + 64 * firstWord + input) * tile);
        });
    }
}
