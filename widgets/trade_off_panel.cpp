#include "widgets/trade_off_panel.h"

#include "widgets/plot/trade_off_chart.h"
#include "widgets/trade_off_table.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSlider>

#include <utility>

namespace spikeclip::widgets {

namespace {

constexpr int leastPercent = 30;
constexpr int mostPercent = 100;
constexpr int firstPercent = 80;

}

TradeOffPanel::TradeOffPanel(QWidget* parent) : TradeOffPanel(new TradeOffChart, new TradeOffTable, parent) {}

TradeOffPanel::TradeOffPanel(TradeOffChart* chart, TradeOffTable* table, QWidget* parent)
    : ViewPanel({.view = chart, .table = table, .paint = [chart](QPaintDevice& device, QSize size) { chart->paintTo(device, size); }, .csv = {}},
                parent),
      m_chart(chart), m_table(table), m_memory(new QCheckBox), m_logarithmic(new QCheckBox), m_name(new QLabel), m_slider(new QSlider(Qt::Horizontal))
{
    m_logarithmic->setChecked(true);
    m_slider->setRange(leastPercent, mostPercent);
    m_slider->setValue(firstPercent);
    m_slider->setPageStep(5);
    m_slider->setMinimumWidth(60);
    m_name->setBuddy(m_slider);
    choices()->addWidget(m_memory);
    choices()->addWidget(m_logarithmic);
    choices()->addSpacing(6);
    choices()->addWidget(m_name);
    choices()->addWidget(m_slider, 1);
    connect(m_memory, &QCheckBox::toggled, this, [this] {
        m_isNew = true;
        invalidate();
    });
    connect(m_logarithmic, &QCheckBox::toggled, m_chart, &TradeOffChart::setLogarithmic);
    connect(m_slider, &QSlider::valueChanged, this, &TradeOffPanel::invalidate);
    connect(m_chart, &TradeOffChart::stepChosen, this, [this](int step) {
        m_step = step;
        Q_EMIT stepChosen(step);
    });
    retranslate();
}

void TradeOffPanel::setSet(const data::LabelledSet& set)
{
    m_set = set;
    m_isNew = true;
    invalidate();
}

void TradeOffPanel::setRules(const energy::Rules& rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    m_isNew = true;
    invalidate();
}

void TradeOffPanel::setTwinLags(bool lags)
{
    m_twinLags = lags;
    invalidate();
}

void TradeOffPanel::setStep(int step)
{
    m_step = step;
    invalidate();
}

double TradeOffPanel::threshold() const
{
    return m_slider->value() / 100.0;
}

void TradeOffPanel::setThreshold(double threshold)
{
    m_slider->setValue(qRound(100 * threshold));
}

bool TradeOffPanel::chargesMemory() const
{
    return m_memory->isChecked();
}

void TradeOffPanel::setChargesMemory(bool charges)
{
    m_memory->setChecked(charges);
}

void TradeOffPanel::refresh()
{
    const auto charge = chargesMemory() ? energy::Charge::WithMemory : energy::Charge::Compute;
    if (std::exchange(m_isNew, false)) {
        m_trade = energy::TradeOff(m_set, m_rules, charge);
        m_path.clear();
        for (int percent = leastPercent; m_trade.pictures() > 0 && percent <= mostPercent; ++percent)
            m_path.push_back(m_trade.earlyExit(percent / 100.0));
    }
    const bool shown = m_trade.pictures() > 0;
    const auto index = static_cast<std::size_t>(m_slider->value() - leastPercent);
    const TradeOffView view{.overSteps = m_trade.overSteps(),
                            .twin = m_trade.twin(),
                            .path = m_path,
                            .exit = shown ? m_path[index] : energy::EarlyExit(),
                            .charge = charge,
                            .unlabelled = m_set.unlabelled};
    m_chart->setView(view);
    m_chart->setStep(m_step);
    m_table->setView(view);
    m_name->setText(tr("&Leave at %1").arg(QLocale().toString(threshold(), 'f', 2)));
    for (auto* choice :
         {static_cast<QWidget*>(m_memory), static_cast<QWidget*>(m_logarithmic), static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_slider)})
        choice->setEnabled(shown);
    const auto preset = QString::fromUtf8(m_rules.preset.name.data(), static_cast<qsizetype>(m_rules.preset.name.size()));
    const auto note = chargesMemory() ? tr("estimated, %1, with memory traffic").arg(preset) : tr("estimated, %1, compute only").arg(preset);
    setNote(m_twinLags && m_trade.twin() ? tr("%1; the last training left the twin out").arg(note) : note);
    if (shown)
        setNotice({});
    else if (m_set.unlabelled > 0)
        setNotice(
            tr("Drop a folder whose sub-folders are named like labels. Of %n picture(s) so far, none lies in such a folder or is named like a label.",
               nullptr, m_set.unlabelled));
    else
        setNotice(tr("Drop a folder whose sub-folders are named like labels."));
}

ExportNotes TradeOffPanel::ownNotes() const
{
    ExportNotes notes = {
        {QStringLiteral("pictures"), QString::number(m_trade.pictures())},
        {QStringLiteral("left out, no label"), QString::number(m_set.unlabelled)},
        {QStringLiteral("threshold"), QString::number(threshold())},
        {QStringLiteral("charged"), chargesMemory() ? QStringLiteral("operations and memory traffic") : QStringLiteral("operations only")},
        {QStringLiteral("preset"), QString::fromStdString(energy::describe(m_rules.preset))}};
    if (m_twinLags)
        notes << std::pair(QStringLiteral("training"), QStringLiteral("the last training of this model left the ANN twin out"));
    for (const auto& sentence : energy::sentences(m_rules))
        notes << std::pair(QStringLiteral("rule"), QString::fromStdString(sentence));
    notes << std::pair(QStringLiteral("early exit"),
                       QStringLiteral("charged a read-out after each step that a picture runs; the labels' side is not charged"));
    return notes;
}

void TradeOffPanel::retranslate()
{
    setTitle(tr("Energy against accuracy"));
    setHelp(tr(
        "<p>What more time steps buy. Each point of the curve is the spiking network after T steps: how many of the pictures it has right, and the "
        "energy that a picture is <b>estimated</b> to take on average, under the rules in force. Up and to the left is better. The square is the ANN "
        "twin; where it lies to the left or above, say so: the SNN has lost.</p>"
        "<p><b>Early exit</b>: a picture leaves as soon as its leading label is sure enough, that is, as its share of the softmax reaches the "
        "threshold. "
        "Easy pictures leave early, hard ones stay. The diamond is the result at the threshold chosen, the dotted line at all of them; the bar below "
        "says how many pictures leave after which T. To know whether it is sure, the network reads out after each step, and is charged for it.</p>"
        "<p>A picture counts if the folder in which it lies, or else its own name, is one of the labels. The thin upright lines are 95 % confidence "
        "intervals: with few pictures they are long, and differences inside of them mean nothing. The labels\u2019 side is not charged.</p>"
        "<p>A click on a point or the arrow keys choose a T.</p>"));
    m_memory->setText(tr("&Memory"));
    m_memory->setToolTip(tr("Charge memory traffic, too: weights, spikes and potentials that are read and written"));
    m_logarithmic->setText(tr("L&og"));
    m_logarithmic->setToolTip(tr("Logarithmic axis of energy"));
    m_slider->setAccessibleName(tr("Confidence at which a picture leaves, in percent"));
    m_slider->setToolTip(tr("A picture leaves as soon as its leading label has so much of the softmax"));
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
