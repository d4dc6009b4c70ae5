#include "widgets/train/curves_table.h"

#include "widgets/train/training_text.h"

#include <QLocale>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

int rowsOf(const auto& points)
{
    return static_cast<int>(points.size());
}

}

std::vector<CurvesTable::Block> CurvesTable::blocksOf(const std::vector<TrainingRun>& runs) const
{
    using Kind = Block::Kind;
    std::vector<Block> blocks;
    const bool batches = std::ranges::any_of(m_series, data::isPerBatch);
    const bool validations = std::ranges::find(m_series, data::CurveSeries::ValidationTop1) != m_series.end();
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const auto& log = *runs[run].log;
        if (batches)
            blocks.push_back({.run = run, .kind = Kind::Points, .rows = rowsOf(log.points)});
        if (validations)
            blocks.push_back({.run = run, .kind = Kind::Validations, .rows = rowsOf(log.validations)});
        if (!batches && !validations)
            blocks.push_back({.run = run, .kind = Kind::Healths, .rows = rowsOf(log.healths)});
    }
    return blocks;
}

bool CurvesTable::grewFrom(const std::vector<TrainingRun>& runs, const std::vector<Block>& blocks) const
{
    return m_rows > 0 && std::ranges::equal(runs, m_runs, {}, &TrainingRun::name, &TrainingRun::name) && blocks.size() == m_blocks.size()
           && std::ranges::equal(blocks, m_blocks, [](const Block& now, const Block& before) { return now.rows >= before.rows; });
}

void CurvesTable::adopt(const std::vector<TrainingRun>& runs)
{
    m_runs = runs;
    m_timelines.clear();
    for (const auto& run : runs)
        m_timelines.push_back({.batches = {*run.log, data::CurveAxis::Batches}, .epochs = {*run.log, data::CurveAxis::Epochs}});
}

void CurvesTable::setRuns(const std::vector<TrainingRun>& runs, data::CurveQuantity quantity)
{
    const auto before = m_series;
    m_series = data::seriesOf(quantity);
    const auto blocks = blocksOf(runs);
    if (quantity != m_quantity || !grewFrom(runs, blocks)) {
        m_series = before; // as the views know it until the reset begins
        beginResetModel();
        m_quantity = quantity;
        m_series = data::seriesOf(quantity);
        adopt(runs);
        m_blocks = blocks;
        m_rows = 0;
        for (const auto& block : blocks)
            m_rows += block.rows;
        endResetModel();
        return;
    }
    adopt(runs); // the old rows are still there, at the head of each block
    int first = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const int known = m_blocks[i].rows;
        if (const int more = blocks[i].rows - known; more > 0) {
            beginInsertRows({}, first + known, first + known + more - 1);
            m_blocks[i].rows = blocks[i].rows;
            m_rows += more;
            endInsertRows();
        }
        first += blocks[i].rows;
    }
}

QVariant CurvesTable::value(int row, int column) const
{
    auto block = m_blocks.begin();
    for (; row >= block->rows; ++block)
        row -= block->rows;
    const auto& run = m_runs[block->run];
    const auto at = static_cast<std::size_t>(row);
    const auto of = [&](const auto& point) -> QVariant {
        switch (column) {
        case Run:
            return run.name;
        case Stage:
            return stageText(point.stage);
        case Batch:
            return m_timelines[block->run].batches.of(point);
        case Epoch:
            return m_timelines[block->run].epochs.of(point);
        default:
            break;
        }
        const auto found = data::valueOf(point, m_series[static_cast<std::size_t>(column - FirstSeries)]);
        return found ? QVariant(*found) : QVariant();
    };
    switch (block->kind) {
    case Block::Kind::Points:
        return of(run.log->points[at]);
    case Block::Kind::Validations:
        return of(run.log->validations[at]);
    case Block::Kind::Healths:
        break;
    }
    return of(run.log->healths[at]);
}

QString CurvesTable::text(int row, int column) const
{
    const auto found = value(row, column);
    if (!found.isValid() || isText(row, column))
        return found.toString();
    if (column < FirstSeries)
        return QLocale().toString(found.toDouble(), 'f', column == Epoch ? 2 : 0);
    return seriesValueText(m_series[static_cast<std::size_t>(column - FirstSeries)], found.toDouble());
}

QString CurvesTable::header(int column) const
{
    switch (column) {
    case Run:
        return tr("Run");
    case Stage:
        return tr("Stage");
    case Batch:
        return tr("Batch");
    case Epoch:
        return tr("Epoch");
    default:
        return seriesText(m_series[static_cast<std::size_t>(column - FirstSeries)]);
    }
}

QString CurvesTable::headerTip(int column) const
{
    switch (column) {
    case Batch:
        return tr("Batches of the whole run, its stages one behind another");
    case Epoch:
        return tr("Epochs of the whole run, its stages one behind another");
    default:
        return {};
    }
}

}
