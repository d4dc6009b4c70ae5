#include "widgets/train/training_curves_panel.h"

#include "widgets/flow_layout.h"
#include "widgets/plot/category_style.h"
#include "widgets/train/curves_chart.h"
#include "widgets/train/training_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

namespace {

constexpr std::array quantities = {data::CurveQuantity::Loss,         data::CurveQuantity::Accuracy,   data::CurveQuantity::LearningRate,
                                   data::CurveQuantity::Speed,        data::CurveQuantity::FiringRate, data::CurveQuantity::Energy,
                                   data::CurveQuantity::GradientAngle};
constexpr std::array spans = {0, 10, 50};

const char* nameOf(data::CurveQuantity quantity)
{
    constexpr std::array names = {"loss", "accuracy", "learning-rate", "speed", "firing-rate", "energy", "gradient-angle"};
    return names[static_cast<std::size_t>(quantity)];
}

}

TrainingCurvesPanel::TrainingCurvesPanel(QWidget* parent) : TrainingCurvesPanel(new CurvesChart, new CurvesTable, parent) {}

TrainingCurvesPanel::TrainingCurvesPanel(CurvesChart* chart, CurvesTable* table, QWidget* parent)
    : ViewPanel({.view = chart, .table = table, .paint = [chart](QPaintDevice& device, QSize size) { chart->paintTo(device, size); }, .csv = {}},
                parent),
      m_chart(chart), m_table(table), m_quantityBox(new QComboBox), m_axisBox(new QComboBox), m_smoothingBox(new QComboBox),
      m_logarithmic(new QCheckBox)
{
    for (std::size_t i = 0; i < quantities.size(); ++i)
        m_quantityBox->addItem(QString());
    for (int i = 0; i < 2; ++i)
        m_axisBox->addItem(QString());
    for (std::size_t i = 0; i < spans.size(); ++i)
        m_smoothingBox->addItem(QString());
    m_smoothingBox->setCurrentIndex(1);
    auto* line = new FlowLayout;
    for (auto* widget : std::initializer_list<QWidget*>{m_quantityBox, m_axisBox, m_smoothingBox, m_logarithmic})
        line->addWidget(widget);
    choices()->addLayout(line, 1);
    for (auto* box : {m_quantityBox, m_axisBox, m_smoothingBox})
        connect(box, &QComboBox::currentIndexChanged, this, &TrainingCurvesPanel::invalidate);
    connect(m_logarithmic, &QCheckBox::toggled, this, &TrainingCurvesPanel::invalidate);
    retranslate();
}

void TrainingCurvesPanel::setRuns(const std::vector<TrainingRun>& runs)
{
    m_runs = runs;
    std::erase_if(m_drawn, [&](const Drawn& drawn) { return std::ranges::find(runs, drawn.log, &TrainingRun::log) == runs.end(); });
    invalidate();
}

data::CurveQuantity TrainingCurvesPanel::quantity() const
{
    return quantities[static_cast<std::size_t>(m_quantityBox->currentIndex())];
}

void TrainingCurvesPanel::setQuantity(data::CurveQuantity quantity)
{
    m_quantityBox->setCurrentIndex(static_cast<int>(std::ranges::find(quantities, quantity) - quantities.begin()));
}

data::CurveAxis TrainingCurvesPanel::axis() const
{
    return m_axisBox->currentIndex() == 0 ? data::CurveAxis::Batches : data::CurveAxis::Epochs;
}

void TrainingCurvesPanel::setAxis(data::CurveAxis axis)
{
    m_axisBox->setCurrentIndex(axis == data::CurveAxis::Batches ? 0 : 1);
}

int TrainingCurvesPanel::smoothing() const
{
    return spans[static_cast<std::size_t>(m_smoothingBox->currentIndex())];
}

void TrainingCurvesPanel::setSmoothing(int span)
{
    m_smoothingBox->setCurrentIndex(static_cast<int>(std::ranges::count_if(spans, [span](int s) { return s > 0 && s <= span; })));
}

bool TrainingCurvesPanel::isLogarithmic() const
{
    return m_logarithmic->isChecked();
}

void TrainingCurvesPanel::setLogarithmic(bool logarithmic)
{
    m_logarithmic->setChecked(logarithmic);
}

bool TrainingCurvesPanel::hasScales() const
{
    return quantity() == data::CurveQuantity::Loss || quantity() == data::CurveQuantity::LearningRate;
}

const TrainingCurvesPanel::Drawn& TrainingCurvesPanel::drawn(const TrainingRun& run)
{
    auto found = std::ranges::find(m_drawn, run.log, &Drawn::log);
    if (found == m_drawn.end())
        found = m_drawn.insert(m_drawn.end(), Drawn{});
    if (found->log == run.log && found->quantity == quantity() && found->axis == axis() && found->smoothing == smoothing())
        return *found;
    *found = {.log = run.log, .quantity = quantity(), .axis = axis(), .smoothing = smoothing(), .stages = {}, .series = {}, .raw = {}, .smooth = {}};
    const data::RunTimeline timeline(*run.log, axis());
    found->stages = timeline.stages();
    for (const auto series : data::seriesOf(quantity()))
        if (auto curve = data::curveOf(*run.log, timeline, series); curve.size() > 0) {
            const bool isSmoothed =
                smoothing() > 0 && data::isPerBatch(series) && quantity() != data::CurveQuantity::LearningRate && curve.size() > 2;
            found->series.push_back(series);
            const auto span =
                std::max<std::size_t>(static_cast<std::size_t>(smoothing()), curve.size() * static_cast<std::size_t>(smoothing()) / 1000);
            found->smooth.push_back(isSmoothed ? data::smoothed(curve, static_cast<int>(span), found->stages) : data::Curve());
            found->raw.push_back(std::move(curve));
        }
    return *found;
}

void TrainingCurvesPanel::refresh()
{
    CurvesView view{.quantity = quantity(), .axis = axis(), .logarithmic = isLogarithmic() && hasScales(), .runs = {}, .leftOut = 0};
    for (const auto& run : m_runs) {
        if (view.runs.size() == categoryCount) {
            ++view.leftOut;
            continue;
        }
        const auto& found = drawn(run);
        ShownRun shown{.name = run.name, .stages = found.stages, .curves = {}};
        for (std::size_t i = 0; i < found.series.size(); ++i)
            shown.curves.push_back({.series = found.series[i], .raw = found.raw[i], .smooth = found.smooth[i]});
        view.runs.push_back(std::move(shown));
    }
    m_chart->setView(std::move(view));
    m_table->setRuns(m_runs, quantity());
    const bool isSmoothable = std::ranges::any_of(data::seriesOf(quantity()), data::isPerBatch) && quantity() != data::CurveQuantity::LearningRate;
    m_smoothingBox->setVisible(isSmoothable);
    m_logarithmic->setVisible(hasScales());
    if (m_runs.empty())
        setNotice(tr("Start a training run, or tick one in the list of runs, to see its curves."));
    else if (m_chart->hasCurves())
        setNotice({});
    else if (quantity() == data::CurveQuantity::GradientAngle)
        setNotice(tr("Nothing yet: the angle between two gradients exists only where a run learns from two losses."));
    else
        setNotice(tr("No values of this kind yet. The first come within seconds of the start of a run."));
}

QString TrainingCurvesPanel::fileName() const
{
    return QStringLiteral("training-%1").arg(QLatin1String(nameOf(quantity())));
}

ExportNotes TrainingCurvesPanel::ownNotes() const
{
    ExportNotes notes = {{QStringLiteral("quantity"), QLatin1String(nameOf(quantity()))},
                         {QStringLiteral("smoothed over"),
                          smoothing() > 0 ? QStringLiteral("%1 points, or so many of each thousand, in the picture only").arg(smoothing())
                                          : QStringLiteral("nothing")}};
    for (const auto& run : m_runs)
        notes << std::pair(QStringLiteral("run"), run.name);
    if (quantity() == data::CurveQuantity::Energy)
        notes << std::pair(QStringLiteral("energy"),
                           QStringLiteral("estimated, compute only, mean of a picture, in picojoules, under the default rules"));
    return notes;
}

void TrainingCurvesPanel::retranslate()
{
    setTitle(tr("Training curves"));
    setHelp(tr("<p>What a run says of itself while it learns, from left to right. A run may have several stages: they stand one behind another, a "
               "dashed line and a "
               "name where each begins.</p>"
               "<p><b>Loss</b> is what learning makes smaller; cross-entropy asks for the right label, KL for answers like those of the ANN twin, "
               "alignment for the "
               "same direction as a teacher. <b>Accuracy</b> counts only with pictures that were set aside: <i>validation</i>. If the line <i>while "
               "learning</i> goes "
               "on rising and validation does not, the model learns its pictures by heart. <b>Firing rate</b> and <b>estimated energy</b> say what "
               "an answer costs. "
               "The <b>gradient angle</b> is the one between what the two losses ask for; above 90\u00b0 they pull against each other.</p>"
               "<p>Smoothing changes the picture only; the faint line behind is what was measured. With several runs each has its colour. With one, "
               "each line has "
               "one.</p>"
               "<p>Rest the pointer on the curves for their values, click to keep them. Left and Right move on, the wheel zooms, dragging pans, a "
               "double click or "
               "Escape shows all again.</p>"));
    for (std::size_t i = 0; i < quantities.size(); ++i)
        m_quantityBox->setItemText(static_cast<int>(i), quantityText(quantities[i]));
    m_quantityBox->setAccessibleName(tr("Which numbers are shown"));
    m_axisBox->setItemText(0, tr("by batches"));
    m_axisBox->setItemText(1, tr("by epochs"));
    m_axisBox->setAccessibleName(tr("What is to the right"));
    m_smoothingBox->setItemText(0, tr("as measured"));
    m_smoothingBox->setItemText(1, tr("smoothed"));
    m_smoothingBox->setItemText(2, tr("smoothed strongly"));
    m_smoothingBox->setAccessibleName(tr("Smoothing"));
    m_smoothingBox->setToolTip(tr("The mean over about 1 % or 5 % of a curve; what was measured stays visible behind it"));
    m_quantityBox->setToolTip(m_quantityBox->accessibleName());
    m_axisBox->setToolTip(m_axisBox->accessibleName());
    m_logarithmic->setText(tr("L&og"));
    m_logarithmic->setToolTip(tr("Logarithmic axis of values"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
