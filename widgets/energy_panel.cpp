#include "widgets/energy_panel.h"

#include "widgets/energy_rules_form.h"
#include "widgets/layer_text.h"
#include "widgets/ledger_export.h"
#include "widgets/ledger_table.h"
#include "widgets/ledger_text.h"
#include "widgets/ledger_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

namespace {

constexpr std::array networks = {LedgerNetwork::Spiking, LedgerNetwork::Twin, LedgerNetwork::QuantisedTwin};
constexpr int besideWidth = 680; // from here on rules and ledger stand side by side
constexpr int formWidth = 345;

}

struct EnergyPanel::Views
{
    QSplitter* splitter = new QSplitter(Qt::Vertical);
    QScrollArea* formArea = new QScrollArea;
    LedgerView* view = new LedgerView;
    LedgerTable* table = new LedgerTable;
};

EnergyPanel::EnergyPanel(QWidget* parent) : EnergyPanel(Views(), parent) {}

EnergyPanel::EnergyPanel(const Views& views, QWidget* parent)
    : ViewPanel({.view = views.splitter,
                 .table = views.table,
                 .paint = [view = views.view](QPaintDevice& device, QSize size) { view->paintTo(device, size); },
                 .csv = [this](const ExportNotes& notes) { return ledgerCsv(shownFigures().ledger(), notes); },
                 .json = [this] { return shownFigures().steps > 0 ? ledgerJson(m_counts, countedStep(), rules()) : QByteArray(); }},
                parent),
      m_view(views.view), m_table(views.table), m_form(new EnergyRulesForm), m_formArea(views.formArea), m_splitter(views.splitter),
      m_showRules(new QToolButton), m_network(new QComboBox)
{
    m_formArea->setWidget(m_form);
    m_formArea->setWidgetResizable(true);
    m_formArea->setFrameShape(QFrame::NoFrame);
    m_formArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_formArea->hide();
    m_splitter->addWidget(m_formArea);
    m_splitter->addWidget(m_view);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_showRules->setCheckable(true);
    m_showRules->setAutoRaise(true);
    m_showRules->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_showRules->setArrowType(Qt::RightArrow);
    for (std::size_t i = 0; i < networks.size(); ++i)
        m_network->addItem(QString());
    m_network->setObjectName(QStringLiteral("network"));
    choices()->addWidget(m_showRules);
    choices()->addStretch();
    choices()->addWidget(m_network);

    connect(m_showRules, &QToolButton::toggled, this, [this](bool shown) {
        m_showRules->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        m_formArea->setVisible(shown);
        if (shown)
            showTable(false);
        arrange();
    });
    connect(m_network, &QComboBox::currentIndexChanged, this, &EnergyPanel::invalidate);
    connect(m_form, &EnergyRulesForm::changed, this, [this] {
        m_askedForText = m_askedForText && rules().text;
        Q_EMIT rulesChanged(rules());
        invalidate();
    });
    retranslate();
}

void EnergyPanel::setCounts(const energy::Counts& counts)
{
    m_counts = counts;
    m_askedForText = false;
    invalidate();
}

void EnergyPanel::setText(const std::vector<std::vector<data::LayerOperations>>& operations,
                          const std::vector<std::vector<data::LayerActivity>>& neurons)
{
    m_counts.text = operations;
    m_counts.textNeurons = neurons;
    invalidate();
}

void EnergyPanel::setStep(int step)
{
    m_step = step;
    invalidate();
}

void EnergyPanel::setRules(const energy::Rules& rules)
{
    m_form->setRules(rules);
    m_askedForText = m_askedForText && rules.text;
    invalidate();
}

const energy::Rules& EnergyPanel::rules() const
{
    return m_form->rules();
}

bool EnergyPanel::showsRules() const
{
    return m_showRules->isChecked();
}

void EnergyPanel::showRules(bool shown)
{
    m_showRules->setChecked(shown);
}

LedgerFigures EnergyPanel::shownFigures() const
{
    auto figures = ledgerFigures(m_counts, countedStep(), rules());
    figures.shown = networks[static_cast<std::size_t>(std::max(0, m_network->currentIndex()))];
    return figures;
}

int EnergyPanel::countedStep() const
{
    return std::clamp(m_step, 1, std::max(1, energy::stepsCounted(m_counts)));
}

void EnergyPanel::refresh()
{
    const auto figures = shownFigures();
    m_table->setFigures(figures);
    m_view->setFigures(figures);
    const bool known = figures.steps > 0;
    m_showRules->setEnabled(known);
    m_network->setEnabled(known);
    setNote(known ? tr("estimated, %1").arg(presetText(rules().preset)) : QString());
    setNotice(known                    ? QString()
              : m_counts.image.empty() ? tr("Nothing has been counted yet: open a picture, and see here what its answer costs.")
                                       : tr("The operations of this answer were not counted completely, so that there is nothing to estimate."));
    if (figures.textMissing)
        askForText();
}

void EnergyPanel::askForText()
{
    if (m_askedForText)
        return;
    m_askedForText = true;
    Q_EMIT textWanted(); // whoever answers at once has refreshed already
}

void EnergyPanel::arrange()
{
    const bool beside = width() >= besideWidth;
    const auto orientation = beside ? Qt::Horizontal : Qt::Vertical;
    m_splitter->setOrientation(orientation);
    if (!showsRules())
        return;
    const int room = beside ? m_splitter->width() : m_splitter->height();
    const int wanted = beside ? formWidth : std::min(m_form->sizeHint().height() + 4, room / 2);
    m_splitter->setSizes({wanted, std::max(1, room - wanted)});
}

void EnergyPanel::resizeEvent(QResizeEvent* event)
{
    ViewPanel::resizeEvent(event);
    if ((width() >= besideWidth) != (m_splitter->orientation() == Qt::Horizontal))
        arrange();
}

QString EnergyPanel::fileName() const
{
    return QStringLiteral("energy-T%1").arg(countedStep());
}

ExportNotes EnergyPanel::ownNotes() const
{
    const auto figures = shownFigures();
    const auto number = [](double pj) { return QString::number(pj, 'g', 10); };
    constexpr std::array names = {"spiking network", "ANN twin", "quantised ANN twin"};
    const auto shown = static_cast<std::size_t>(std::max(0, m_network->currentIndex()));
    ExportNotes notes{
        {QStringLiteral("energy"), QStringLiteral("estimated, for one picture; picojoules")},
        {QStringLiteral("network"), QString::fromLatin1(names[shown])},
        {QStringLiteral("steps"), QString::number(figures.steps)},
        {QStringLiteral("preset"), QString::fromStdString(energy::describe(rules().preset))},
    };
    for (const auto& sentence : energy::sentences(rules()))
        notes.emplaceBack(QStringLiteral("rule"), QString::fromStdString(sentence));
    const auto compare = [&](const char* name, const energy::Comparison& comparison) {
        notes.emplaceBack(QString::fromLatin1(name),
                          QStringLiteral("SNN %1 pJ, ANN twin %2")
                              .arg(number(comparison.spikingPj),
                                   comparison.ordinaryPj > 0 ? number(comparison.ordinaryPj) + QStringLiteral(" pJ") : QStringLiteral("none")));
    };
    compare("compute only", figures.verdicts.compute);
    compare("with memory", figures.verdicts.memory);
    compare("against the quantised twin", figures.verdicts.quantised);
    return notes;
}

void EnergyPanel::retranslate()
{
    setTitle(tr("Energy ledger"));
    setHelp(tr(
        "<p>An <b>estimate</b>: the operations of this picture are counted exactly; only their picojoules are taken from the literature. Hover over "
        "any number, or choose a row with the arrow keys, to see how it is made.</p>"
        "<p><b>Three numbers, not one.</b> <i>Compute only</i> is what most papers report: with a multiply-accumulate of 4.6 pJ and an accumulate of "
        "0.9 pJ an SNN of 4 steps cannot lose on layers that spikes feed. <i>With memory</i> also charges every bit that is read and written, which "
        "costs more than the arithmetic. <i>ANN of b bits</i> compares with a twin whose values have no more bits than T steps of spikes can tell "
        "apart. Where the SNN loses, it says so.</p>"
        "<p><b>Why papers differ: try it.</b> Open <i>Rules</i> and switch the preset to 77 fJ/SOP: the same spikes suddenly cost a twelfth, and the "
        "ANN nearly three times as much. Charge the first convolution once instead of at each step: its row shrinks to a T-th. Switch neuron updates "
        "on: "
        "a cost that most papers leave out. Read weights once a step and not for each operation: the last verdict may turn, because the ANN then "
        "reads its "
        "weights once a picture, and the SNN T times. One published network (Spikformer-8-768) was given 1.7 mJ by its authors and 32 mJ by others, "
        "from "
        "constants and rules alone. So compare figures only under the same preset and rules; files carry both.</p>"));
    m_showRules->setText(tr("R&ules"));
    m_showRules->setToolTip(tr("Every choice on which papers differ, as a switch"));
    const QSignalBlocker blocker(m_network);
    for (std::size_t i = 0; i < networks.size(); ++i)
        m_network->setItemText(static_cast<int>(i), networkText(networks[i]));
    m_network->setToolTip(tr("Whose ledger is listed"));
    m_network->setAccessibleName(tr("Network that is listed"));
    m_form->retranslate();
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
