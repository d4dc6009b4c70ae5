#include "core/event/synapses.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <array>

namespace spikeclip::event {

namespace {

constexpr std::size_t listedInputs = std::size_t{1} << 16; // firing inputs listed before tiles are computed: they share the second-level cache with a tile
constexpr std::size_t panelNumbers = std::size_t{1} << 18; // numbers in all panels of the dense path
constexpr std::int64_t depth = 512;                        // inputs of a dense product at once: their panel stays in the first-level cache
constexpr int rowsAtOnce = 8;                              // whose sums go to the neurons together

/// One thread's part of one layer.
class LayerPart
{
public:
    LayerPart(Synapses::Reach reach, const PackedWeights& weights, const Spikes& in, const Target& target, const Kernels& loops, Scratch& scratch)
        : m_reach(reach), m_weights(weights), m_in(in), m_target(target), m_loops(loops), m_scratch(scratch), m_steps(in.shape.steps)
    {
    }

    void compute(std::int64_t first, std::int64_t last, data::SynapsePath path)
    {
        const auto mostPerRow = static_cast<std::size_t>(m_weights.inputs()) * static_cast<std::size_t>(m_steps);
        m_scratch.inputs.resize(std::max(m_scratch.inputs.size(), listedInputs + mostPerRow));
        const auto mostRows = path == data::SynapsePath::Dense ? std::max<std::size_t>(1, panelNumbers / mostPerRow) : listedInputs;
        for (auto row = first; row < last;) {
            const auto begin = row;
            auto* end = m_scratch.inputs.data();
            m_scratch.ends.assign(1, 0);
            while (row < last && m_scratch.ends.back() < listedInputs && static_cast<std::size_t>(row - begin) < mostRows)
                end = list(row++, end);
            if (path == data::SynapsePath::Dense)
                multiply(begin, row - begin);
            else
                gather(begin, row - begin);
        }
    }

private:
    /// Appends the firing inputs of one row, step by step.
    std::uint32_t* list(std::int64_t row, std::uint32_t* out)
    {
        std::array<Segment, 9> segments;
        const auto& shape = m_in.shape;
        const int words = shape.wordsPerPosition();
        for (int step = 0; step < m_steps; ++step) {
            const auto* spikes = m_in.words.data() + step * m_in.stepWords();
            if (m_reach == Synapses::Reach::Whole) {
                for (int p = 0; p < shape.positions(); ++p) {
                    segments[0] = {spikes + (row * shape.positions() + p) * words, static_cast<std::uint32_t>(p * shape.channels)};
                    out = m_loops.list(segments.data(), 1, words, out);
                }
            } else if (m_reach == Synapses::Reach::Point) {
                segments[0] = {spikes + row * words, 0};
                out = m_loops.list(segments.data(), 1, words, out);
            } else {
                out = m_loops.list(segments.data(), window(spikes, row, segments), words, out);
            }
            m_scratch.ends.push_back(static_cast<std::uint32_t>(out - m_scratch.inputs.data()));
        }
        return out;
    }

    /// The up to nine positions that a position of a 3x3 convolution sees.
    int window(const std::uint64_t* spikes, std::int64_t row, std::array<Segment, 9>& segments) const
    {
        const auto& shape = m_in.shape;
        const auto position = static_cast<int>(row % shape.positions());
        const int y = position / shape.width;
        const int x = position % shape.width;
        int count = 0;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx)
                if (y + dy >= 0 && y + dy < shape.height && x + dx >= 0 && x + dx < shape.width)
                    segments[static_cast<std::size_t>(count++)] = {spikes + (row + dy * shape.width + dx) * shape.wordsPerPosition(),
                                                                   static_cast<std::uint32_t>(((dy + 1) * 3 + dx + 1) * shape.channels)};
        return count;
    }

    void gather(std::int64_t firstRow, std::int64_t rows)
    {
        auto* sums = m_scratch.sums.reserve(static_cast<std::size_t>(rowsAtOnce) * static_cast<std::size_t>(m_steps) * tileWidth);
        for (const auto& tile : m_weights.tiles())
            for (std::int64_t row = 0; row < rows; row += rowsAtOnce) {
                const auto some = std::min<std::int64_t>(rowsAtOnce, rows - row);
                m_loops.gather(m_weights.weights(tile), m_weights.bias(tile), tile.width, m_scratch.inputs.data(),
                               m_scratch.ends.data() + 1 + row * m_steps, some * m_steps, sums);
                settle(tile, sums, firstRow + row, some);
            }
    }

    void multiply(std::int64_t firstRow, std::int64_t rows)
    {
        const auto count = rows * m_steps; // products with one row of inputs each
        const auto panels = (count + panelRows - 1) / panelRows;
        const auto inputs = std::int64_t{m_weights.inputs()};
        const auto* panel = expand(count, panels);
        auto* sums = m_scratch.sums.reserve(static_cast<std::size_t>(count) * tileWidth);
        for (const auto& tile : m_weights.tiles()) {
            for (std::int64_t i = 0; i < count; ++i)
                std::copy_n(m_weights.bias(tile), tile.width, sums + i * tile.width);
            for (std::int64_t k = 0; k < inputs; k += depth)
                for (std::int64_t p = 0; p < panels; ++p)
                    m_loops.multiply(m_weights.weights(tile) + k * tile.width, tile.width, panel + (p * inputs + k) * panelRows,
                                     std::min(depth, inputs - k), static_cast<int>(std::min<std::int64_t>(panelRows, count - p * panelRows)),
                                     sums + p * panelRows * tile.width);
            settle(tile, sums, firstRow, rows);
        }
    }

    /// The listed inputs as 0 and 1. Shape   [panels, inputs, panelRows]
    const float* expand(std::int64_t count, std::int64_t panels)
    {
        const auto inputs = std::int64_t{m_weights.inputs()};
        const auto numbers = static_cast<std::size_t>(panels * inputs * panelRows);
        auto* panel = m_scratch.panels.reserve(numbers);
        std::fill_n(panel, numbers, 0.0F);
        for (std::int64_t i = 0; i < count; ++i) {
            auto* column = panel + i / panelRows * inputs * panelRows + i % panelRows;
            const auto ends = m_scratch.ends.data() + i;
            for (auto at = ends[0]; at < ends[1]; ++at)
                column[std::int64_t{m_scratch.inputs[at]} * panelRows] = 1;
        }
        return panel;
    }

    /// Hands the sums of one tile on. Shape   sums [rows, T, width]
    void settle(const PackedWeights::Tile& tile, const float* sums, std::int64_t firstRow, std::int64_t rows)
    {
        NeuronTask task{.input = sums, .inputRow = std::int64_t{m_steps} * tile.width, .inputStep = tile.width, .add = m_target.add, .rows = rows,
                        .steps = m_steps, .width = tile.width, .outputs = tile.outputs};
        if (auto* current = m_target.current) {
            task.current = current->row(0, firstRow) + tile.firstOutput;
            task.currentRow = current->stride;
            task.currentStep = current->rows * current->stride;
        }
        if (auto* spikes = m_target.spikes) {
            task.spikeRow = spikes->shape.wordsPerPosition();
            task.spikeStep = spikes->stepWords();
            task.spikes = spikes->words.data() + firstRow * task.spikeRow + tile.firstOutput / tileWidth;
            task.inverseTau = static_cast<float>(1 / m_target.lif.tau);
            task.threshold = static_cast<float>(m_target.lif.threshold);
        }
        m_loops.fire(task);
    }

    const Synapses::Reach m_reach;
    const PackedWeights& m_weights;
    const Spikes& m_in;
    const Target& m_target;
    const Kernels& m_loops;
    Scratch& m_scratch;
    const int m_steps;
};

int inputsOf(Synapses::Reach reach, const data::SpikeShape& shape)
{
    switch (reach) {
    case Synapses::Reach::Window: return 9 * shape.channels;
    case Synapses::Reach::Point: return shape.channels;
    case Synapses::Reach::Whole: return shape.positions() * shape.channels;
    }
    return 0;
}

}

Currents::Currents(int stepCount, std::int64_t rowCount, int channelCount)
    : steps(stepCount), rows(rowCount), channels(channelCount), stride(PackedWeights::strideOf(channelCount)),
      values(static_cast<std::size_t>(stepCount) * static_cast<std::size_t>(rowCount) * static_cast<std::size_t>(stride))
{
}

void Synapses::run(const Spikes& in, const Target& target, data::SynapsePath path, Workshop& workshop) const
{
    const auto rows = m_reach == Reach::Whole ? std::int64_t{in.shape.batch} : in.rows();
    if (inputsOf(m_reach, in.shape) != m_weights.inputs())
        throw Error(ErrorCode::BadShape, "synapses of " + std::to_string(m_weights.inputs()) + " inputs behind neurons of "
                                             + std::to_string(inputsOf(m_reach, in.shape)));
    workshop.team.share(rows, [&](const parallel::Team::Part& part) {
        LayerPart(m_reach, m_weights, in, target, workshop.loops, workshop.scratch[static_cast<std::size_t>(part.index)])
            .compute(part.first, part.last, path);
    });
}

std::string Synapses::shapeOn(const data::SpikeShape& in) const
{
    const auto extents = std::to_string(in.channels) + "->" + std::to_string(m_weights.outputs());
    switch (m_reach) {
    case Reach::Window: return "conv3x3 " + extents + " on " + std::to_string(in.height) + "x" + std::to_string(in.width);
    case Reach::Point: return "conv1x1 " + extents + " on " + std::to_string(in.height) + "x" + std::to_string(in.width);
    case Reach::Whole: return "linear " + std::to_string(m_weights.inputs()) + "->" + std::to_string(m_weights.outputs());
    }
    return {};
}

void PictureSynapses::run(std::span<const float> picture, int side, std::int64_t firstRow, Currents& out, Workshop& workshop) const
{
    const auto area = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    const auto inputs = static_cast<std::size_t>(9 * m_channels);
    if (picture.size() != area * static_cast<std::size_t>(m_channels) || static_cast<int>(inputs) != m_weights.inputs())
        throw Error(ErrorCode::BadShape, "picture synapses: the picture has " + std::to_string(picture.size()) + " numbers");
    workshop.team.share(side, [&](const parallel::Team::Part& part) {
        auto& scratch = workshop.scratch[static_cast<std::size_t>(part.index)];
        auto* windows = scratch.sums.reserve(static_cast<std::size_t>(side) * inputs); // of one line of the picture
        for (auto y = part.first; y < part.last; ++y) {
            auto* to = windows;
            for (int x = 0; x < side; ++x)
                for (int place = 0; place < 9; ++place) {
                    const auto j = static_cast<int>(y) + place / 3 - 1;
                    const int i = x + place % 3 - 1;
                    const bool inside = j >= 0 && j < side && i >= 0 && i < side;
                    for (int c = 0; c < m_channels; ++c)
                        *to++ = inside ? picture[static_cast<std::size_t>(c) * area + static_cast<std::size_t>(j * side + i)] : 0;
                }
            multiplyRows(windows, side, m_weights, workshop.loops, out.row(0, firstRow + y * side));
        }
    });
}

void multiplyRows(const float* in, std::int64_t rows, const PackedWeights& weights, const Kernels& loops, float* out)
{
    const auto inputs = static_cast<std::size_t>(weights.inputs());
    Floats panel(inputs * panelRows);
    Floats sums(static_cast<std::size_t>(panelRows) * tileWidth);
    for (std::int64_t first = 0; first < rows; first += panelRows) {
        const auto some = static_cast<int>(std::min<std::int64_t>(panelRows, rows - first));
        for (int r = 0; r < some; ++r)
            for (std::size_t k = 0; k < inputs; ++k)
                panel.data()[k * panelRows + static_cast<std::size_t>(r)] = in[static_cast<std::size_t>(first + r) * inputs + k];
        for (const auto& tile : weights.tiles()) {
            for (int r = 0; r < some; ++r)
                std::copy_n(weights.bias(tile), tile.width, sums.data() + r * tile.width);
            loops.multiply(weights.weights(tile), tile.width, panel.data(), weights.inputs(), some, sums.data());
            for (int r = 0; r < some; ++r)
                std::copy_n(sums.data() + r * tile.width, tile.width, out + (first + r) * weights.stride() + tile.firstOutput);
        }
    }
}

void fire(const Currents& current, bool constant, const data::LifOptions& lif, Spikes& spikes, Workshop& workshop)
{
    const auto& shape = spikes.shape;
    if (spikes.rows() != current.rows || shape.channels != current.channels || (!constant && shape.steps != current.steps))
        throw Error(ErrorCode::BadShape, "neurons and their currents differ in number");
    workshop.team.share(current.rows, [&](const parallel::Team::Part& part) {
        for (int first = 0; first < shape.channels; first += tileWidth) {
            const int outputs = std::min(tileWidth, shape.channels - first);
            workshop.loops.fire({.input = current.row(0, part.first) + first,
                                 .inputRow = current.stride,
                                 .inputStep = constant ? 0 : current.rows * current.stride,
                                 .spikes = spikes.words.data() + part.first * shape.wordsPerPosition() + first / tileWidth,
                                 .spikeRow = shape.wordsPerPosition(),
                                 .spikeStep = spikes.stepWords(),
                                 .rows = part.last - part.first,
                                 .steps = shape.steps,
                                 .width = PackedWeights::strideOf(outputs),
                                 .outputs = outputs,
                                 .inverseTau = static_cast<float>(1 / lif.tau),
                                 .threshold = static_cast<float>(lif.threshold)});
        }
    });
}

Currents pooled(const Currents& in, int batch, int height, int width, Workshop& workshop)
{
    const int heightOut = (height + 1) / 2;
    const int widthOut = (width + 1) / 2;
    Currents out(in.steps, std::int64_t{batch} * heightOut * widthOut, in.channels);
    workshop.team.share(std::int64_t{in.steps} * batch * heightOut, [&](const parallel::Team::Part& part) {
        for (auto line = part.first; line < part.last; ++line) {
            const auto picture = line / heightOut;
            const auto y = static_cast<int>(line % heightOut);
            workshop.loops.pool(in.values.data() + picture * height * width * in.stride, height, width, in.stride,
                                out.values.data() + picture * heightOut * widthOut * in.stride, y, y + 1);
        }
    });
    return out;
}

}
