#include "widgets/train/spike_health_panel.h"

#include "widgets/layer_text.h"
#include "widgets/plot/heat_map.h"
#include "widgets/train/side_by_side.h"
#include "widgets/train/health_bars.h"
#include "widgets/train/health_table.h"
#include "widgets/train/training_text.h"
#include "widgets/train/verdict_line.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr std::array measures = {data::HealthMeasure::Rate, data::HealthMeasure::Dead, data::HealthMeasure::Saturated};
constexpr std::size_t mostNamed = 3; // layers that a sentence names

QString whereText(const std::string& path)
{
    const auto name = QString::fromStdString(path);
    return blockOf(name) < 0 ? layerText(name) : SpikeHealthPanel::tr("%1, %2", "block, layer in it").arg(groupText(blockOf(name)), layerText(name));
}

QString listed(const data::HealthPoint& point, const std::vector<int>& rows)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(rows.size(), mostNamed); ++i)
        names << whereText(point.layers[static_cast<std::size_t>(rows[i])].name);
    auto text = names.join(SpikeHealthPanel::tr("; ", "between layers"));
    if (rows.size() > mostNamed)
        text = SpikeHealthPanel::tr("%1 and %n more", "names of layers", static_cast<int>(rows.size() - mostNamed)).arg(text);
    return text;
}

}

/// The sentence, the map and the bars.
class HealthView : public QWidget
{
public:
    HealthView() : verdict(new VerdictLine), map(new HeatMap), bars(new HealthBars)
    {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
        layout->setSpacing(4);
        layout->addWidget(verdict);
        auto* both = new SideBySide(map, bars);
        layout->addWidget(both, 1);
    }

    VerdictLine* verdict;
    HeatMap* map;
    HealthBars* bars;
};

SpikeHealthPanel::SpikeHealthPanel(QWidget* parent) : SpikeHealthPanel(new HealthView, new HealthTable, parent) {}

SpikeHealthPanel::SpikeHealthPanel(HealthView* view, HealthTable* table, QWidget* parent)
    : ViewPanel({.view = view, .table = table, .paint = [view](QPaintDevice& device, QSize size) { view->map->paintTo(device, size); }, .csv = {}},
                parent),
      m_view(view), m_table(table), m_measureBox(new QComboBox)
{
    for (std::size_t i = 0; i < measures.size(); ++i)
        m_measureBox->addItem(QString());
    choices()->addWidget(m_measureBox);
    choices()->addStretch(1);
    connect(m_measureBox, &QComboBox::currentIndexChanged, this, &SpikeHealthPanel::invalidate);
    connect(m_view->map, &HeatMap::cellChosen, this, &SpikeHealthPanel::onCellChosen);
    connect(m_view->bars, &HealthBars::layerChosen, this, &SpikeHealthPanel::onLayerChosen);
    retranslate();
}

void SpikeHealthPanel::setLog(const std::shared_ptr<const data::TrainingLog>& log)
{
    const bool grew = m_log && log && log->healths.size() >= m_log->healths.size();
    m_log = log;
    const int last = log ? static_cast<int>(log->healths.size()) - 1 : -1;
    if (!grew || m_column > last)
        m_column = -1;
    invalidate();
}

data::HealthMeasure SpikeHealthPanel::measure() const
{
    return measures[static_cast<std::size_t>(m_measureBox->currentIndex())];
}

void SpikeHealthPanel::setMeasure(data::HealthMeasure measure)
{
    m_measureBox->setCurrentIndex(static_cast<int>(std::ranges::find(measures, measure) - measures.begin()));
}

void SpikeHealthPanel::chooseLayer(const QString& path)
{
    if (path == m_layer)
        return;
    m_layer = path;
    showChoice();
}

QString SpikeHealthPanel::verdict() const
{
    return m_view->verdict->text();
}

int SpikeHealthPanel::shownColumn() const
{
    const int last = m_log ? static_cast<int>(m_log->healths.size()) - 1 : -1;
    return m_column >= 0 ? std::min(m_column, last) : last;
}

void SpikeHealthPanel::onCellChosen(int row, int column)
{
    const int last = static_cast<int>(m_log->healths.size()) - 1;
    m_column = column == last ? -1 : column; // the newest goes on being the newest
    onLayerChosen(QString::fromStdString(m_log->healths.back().layers[static_cast<std::size_t>(row)].name));
}

void SpikeHealthPanel::onLayerChosen(const QString& path)
{
    const bool isNew = path != m_layer;
    m_layer = path;
    showChoice();
    if (isNew)
        Q_EMIT layerChosen(path);
}

void SpikeHealthPanel::showChoice()
{
    if (!m_log || m_log->healths.empty())
        return;
    const int column = shownColumn();
    const auto& newest = m_log->healths.back().layers;
    const auto found = std::ranges::find(newest, m_layer.toStdString(), &data::LayerHealth::name);
    m_view->map->setStep(column);
    m_view->map->choose(found == newest.end() ? HeatCell{} : HeatCell{.row = static_cast<int>(found - newest.begin()), .column = column});
    const auto& point = m_log->healths[static_cast<std::size_t>(column)];
    const auto place = axisPlaceText(data::CurveAxis::Batches, data::RunTimeline(*m_log, data::CurveAxis::Batches).of(point));
    m_view->bars->setPoint(point, measure(), m_column < 0 ? tr("newest: %1", "batch 120").arg(place) : place);
    m_view->bars->chooseLayer(m_layer);
}

void SpikeHealthPanel::showVerdict()
{
    const auto& point = m_log->healths.back();
    const auto found = data::verdictOn(point);
    QStringList sentences;
    if (!found.silent.empty())
        sentences << tr("%n layer(s) are nearly silent: %1.", nullptr, static_cast<int>(found.silent.size())).arg(listed(point, found.silent));
    if (!found.saturated.empty())
        sentences
            << tr("%n layer(s) fire nearly all the time: %1.", nullptr, static_cast<int>(found.saturated.size())).arg(listed(point, found.saturated));
    if (found.isWell())
        sentences << tr("All %n layer(s) are well: none nearly silent, none saturated.", nullptr, static_cast<int>(point.layers.size()));
    const auto& first = m_log->healths.front();
    sentences << (m_log->healths.size() > 1 ? tr("Firing rate %1 at first, %2 now.").arg(rateText(first.rate), rateText(point.rate))
                                            : tr("Firing rate %1.").arg(rateText(point.rate)));
    m_view->verdict->setVerdict(found.isWell() ? VerdictLine::Kind::Well : VerdictLine::Kind::Attention, sentences.join(QLatin1Char(' ')));
}

void SpikeHealthPanel::fillMap()
{
    const auto matrix = data::healthMatrix(m_log->healths, measure());
    const data::RunTimeline timeline(*m_log, data::CurveAxis::Batches);
    HeatTable table{.rows = static_cast<int>(matrix.layers.size()), .columns = static_cast<int>(matrix.points), .values = matrix.values};
    QStringList paths;
    for (const auto& layer : matrix.layers) {
        const auto path = QString::fromStdString(layer);
        const int block = blockOf(path);
        if (table.groups.empty() || table.groups.back().text != groupText(block))
            table.groups.push_back(
                {.begin = static_cast<int>(paths.size()), .text = groupText(block), .brief = block < 0 ? QString() : QLocale().toString(block + 1)});
        table.rowLabels << layerText(path);
        paths << path;
    }
    for (const auto& point : m_log->healths)
        table.columnLabels << QLocale().toString(timeline.of(point), 'f', 0);
    const bool isRate = measure() == data::HealthMeasure::Rate;
    table.columnTitle = tr("batch of the run");
    table.scaleEnd = isRate ? 0 : 1;
    table.decimals = isRate ? 3 : 2;
    table.meaning = isRate                                   ? tr("spikes per neuron and step")
                    : measure() == data::HealthMeasure::Dead ? tr("share of neurons that fire for none of the pictures")
                                                             : tr("share of neurons that fire in more than half of all steps");
    table.caption = tr("all %n layer(s), from input to output", nullptr, table.rows);
    const auto values = matrix.values;
    const auto words = [paths, isRate, labels = table.columnLabels, values, columns = table.columns](int row, int column) {
        const auto value =
            static_cast<double>(values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)]);
        return tr("%1, batch %2: %3").arg(paths[row], labels[column], isRate ? rateText(value) : percentText(value));
    };
    m_view->map->setTable(table, {.words = words, .header = {}, .fields = {}});
}

void SpikeHealthPanel::refresh()
{
    const bool shown = m_log && !m_log->healths.empty() && !m_log->healths.back().layers.empty();
    m_table->setLog(shown ? m_log : nullptr);
    m_measureBox->setEnabled(shown);
    if (shown) {
        fillMap();
        showVerdict();
        showChoice();
        setNotice({});
    } else {
        m_view->verdict->setVerdict(VerdictLine::Kind::Neutral, {});
        setNotice(m_log ? tr("No layers yet: they are looked at whenever the validation pictures are judged.")
                        : tr("Start a training run to see how its layers fare."));
    }
}

QString SpikeHealthPanel::fileName() const
{
    constexpr std::array names = {"layer-rates", "dead-neurons", "saturated-neurons"};
    return QLatin1String(names[static_cast<std::size_t>(m_measureBox->currentIndex())]);
}

ExportNotes SpikeHealthPanel::ownNotes() const
{
    const data::HealthLimits limits;
    return {{QStringLiteral("nearly silent"), QStringLiteral("rate below %1 or %2 of neurons dead").arg(limits.quietRate).arg(limits.deadShare)},
            {QStringLiteral("saturated"), QStringLiteral("%1 of neurons fire in more than half of all steps").arg(limits.saturatedShare)}};
}

void SpikeHealthPanel::retranslate()
{
    const data::HealthLimits limits;
    const QLocale locale;
    setTitle(tr("Health of the spiking network"));
    setHelp(tr("<p>Each row is a layer of neurons, from the picture at the top to the answer at the bottom; each column is a moment of the run at "
               "which the "
               "validation pictures were judged. The bars show the newest column, or the one chosen.</p>"
               "<p><b>Rate</b>: spikes per neuron and step. <b>Dead</b>: the share of neurons that fired for none of the pictures. <b>Saturated</b>: "
               "the share "
               "that fired in more than half of all steps.</p>"
               "<p>A layer counts as <i>nearly silent</i> below a rate of %1, or if %2 of its neurons are dead: next to nothing passes it, and "
               "nothing is "
               "learnt before it. It counts as <i>saturated</i> if %3 of its neurons fire in more than half of all steps: then spikes hardly tell "
               "one picture "
               "from another, and cost most. What helps: a smaller learning rate, fewer epochs, or an earlier state of the run.</p>"
               "<p>Click a cell or a bar to choose its layer for all views.</p>")
                .arg(locale.toString(limits.quietRate, 'f', 3), percentText(limits.deadShare), percentText(limits.saturatedShare)));
    m_measureBox->setItemText(0, tr("firing rate"));
    m_measureBox->setItemText(1, tr("dead neurons"));
    m_measureBox->setItemText(2, tr("saturated neurons"));
    m_measureBox->setAccessibleName(tr("Which number is shown"));
    m_measureBox->setToolTip(m_measureBox->accessibleName());
    m_view->map->setAccessibleName(tr("Layers over time"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
