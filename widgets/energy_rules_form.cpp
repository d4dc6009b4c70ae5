#include "widgets/energy_rules_form.h"

#include "widgets/flow_layout.h"
#include "widgets/ledger_text.h"
#include "widgets/wheel_guard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

namespace {

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

/// One sentence and its source, for the eye and for a screen reader.
void say(std::initializer_list<QWidget*> widgets, const QString& sentence)
{
    for (auto* widget : widgets) {
        widget->setToolTip(wrappedTip(sentence));
        widget->setAccessibleDescription(sentence);
    }
}

bool isCustom(const energy::EnergyPreset& preset)
{
    return preset.name == energy::customPreset;
}

}

EnergyRulesForm::EnergyRulesForm(QWidget* parent)
    : QWidget(parent), m_presetLabel(new QLabel), m_preset(new QComboBox), m_constantsLabel(new QLabel), m_mac(new QDoubleSpinBox),
      m_ac(new QDoubleSpinBox), m_bitsLabel(new QLabel), m_bits(new QSpinBox), m_firstLabel(new QLabel), m_first(new QComboBox),
      m_memoryLabel(new QLabel), m_memory(new QComboBox), m_readsLabel(new QLabel), m_reads(new QComboBox), m_attention(new QCheckBox),
      m_neurons(new QCheckBox), m_folded(new QCheckBox), m_readout(new QCheckBox), m_text(new QCheckBox), m_picturesLabel(new QLabel),
      m_pictures(new QSpinBox), m_reset(new QPushButton)
{
    build();
    connect(m_preset, &QComboBox::activated, this, &EnergyRulesForm::onPreset);
    connect(m_mac, &QDoubleSpinBox::valueChanged, this, [this](double pj) { change([pj](auto& rules) { rules.preset.macPj = pj; }); });
    connect(m_ac, &QDoubleSpinBox::valueChanged, this, [this](double pj) { change([pj](auto& rules) { rules.preset.acPj = pj; }); });
    connect(m_bits, &QSpinBox::valueChanged, this, [this](int bits) { change([bits](auto& rules) { rules.weightBits = bits; }); });
    connect(m_first, &QComboBox::activated, this,
            [this](int index) { change([index](auto& rules) { rules.firstConvolutionEveryStep = index == 0; }); });
    connect(m_memory, &QComboBox::activated, this,
            [this](int index) { change([index](auto& rules) { rules.memory = energy::memories()[static_cast<std::size_t>(index)]; }); });
    connect(m_reads, &QComboBox::activated, this, [this](int index) {
        change([index](auto& rules) { rules.weightReads = index == 0 ? energy::WeightReads::EachOperation : energy::WeightReads::OncePerStep; });
    });
    const auto bind = [this](QCheckBox* box, bool energy::Rules::*choice) {
        connect(box, &QCheckBox::clicked, this, [this, choice](bool on) { change([=](auto& rules) { rules.*choice = on; }); });
    };
    bind(m_attention, &energy::Rules::attentionProducts);
    bind(m_neurons, &energy::Rules::neuronUpdates);
    bind(m_folded, &energy::Rules::foldedNormalisation);
    bind(m_readout, &energy::Rules::readout);
    bind(m_text, &energy::Rules::text);
    connect(m_pictures, &QSpinBox::valueChanged, this,
            [this](int pictures) { change([pictures](auto& rules) { rules.picturesPerLabels = pictures; }); });
    connect(m_reset, &QPushButton::clicked, this, [this] { change([](auto& rules) { rules = {}; }); });
    guardFromWheel(*this);
    retranslate();
}

void EnergyRulesForm::build()
{
    for (const auto& preset : energy::presets())
        m_preset->addItem(text(preset.name));
    m_preset->addItem(QString());
    for (int i = 0; i < 2; ++i) {
        m_first->addItem(QString());
        m_reads->addItem(QString());
    }
    for (const auto& memory : energy::memories())
        m_memory->addItem(text(memory.name));
    for (auto* box : {m_preset, m_first, m_memory, m_reads}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long word widens no dock
        box->setMinimumContentsLength(8);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        box->setMaximumWidth(280);
    }
    for (auto* box : {m_mac, m_ac}) {
        box->setDecimals(3);
        box->setRange(0, energy::mostCustomPj);
        box->setSingleStep(0.1);
        box->setKeyboardTracking(false);
        box->setMinimumWidth(60);
    }
    const std::initializer_list<std::pair<QWidget*, const char*>> names = {
        {m_preset, "preset"},     {m_mac, "mac"},       {m_ac, "ac"},           {m_bits, "bits"},
        {m_first, "first"},       {m_memory, "memory"}, {m_reads, "reads"},     {m_attention, "attention"},
        {m_neurons, "neurons"},   {m_folded, "folded"}, {m_readout, "readout"}, {m_text, "text"},
        {m_pictures, "pictures"}, {m_reset, "reset"}};
    for (const auto& [widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    m_bits->setRange(1, 64);
    m_bits->setKeyboardTracking(false);
    m_pictures->setRange(1, static_cast<int>(energy::mostPicturesPerLabels));
    m_pictures->setGroupSeparatorShown(true);
    m_pictures->setKeyboardTracking(false);
    m_pictures->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    auto* form = new QFormLayout;
    form->setContentsMargins({});
    form->setVerticalSpacing(4);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* constants = new QHBoxLayout;
    constants->addWidget(m_mac);
    constants->addWidget(m_ac);
    constants->addStretch();
    const auto addRow = [form](QLabel* label, QWidget* widget) {
        label->setBuddy(widget);
        form->addRow(label, widget);
    };
    addRow(m_presetLabel, m_preset);
    m_constantsLabel->setBuddy(m_mac);
    form->addRow(m_constantsLabel, constants);
    addRow(m_bitsLabel, m_bits);
    addRow(m_firstLabel, m_first);
    addRow(m_memoryLabel, m_memory);
    addRow(m_readsLabel, m_reads);
    m_bits->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addLayout(form);
    auto* switches = new FlowLayout;
    for (auto* box : {m_attention, m_neurons, m_folded, m_readout})
        switches->addWidget(box);
    layout->addLayout(switches);
    auto* labels = new FlowLayout;
    m_picturesLabel->setBuddy(m_pictures);
    labels->addWidget(m_text);
    labels->addWidget(m_picturesLabel);
    labels->addWidget(m_pictures);
    layout->addLayout(labels);
    layout->addWidget(m_reset, 0, Qt::AlignLeft);
    layout->addStretch();
}

template <typename Change>
void EnergyRulesForm::change(Change&& change)
{
    const auto before = m_rules;
    change(m_rules);
    show();
    if (m_rules != before)
        Q_EMIT changed();
}

void EnergyRulesForm::setRules(const energy::Rules& rules)
{
    m_rules = rules;
    show();
}

void EnergyRulesForm::onPreset(int index)
{
    const auto presets = energy::presets();
    change([&](energy::Rules& rules) {
        if (index < static_cast<int>(presets.size())) {
            rules.preset = presets[static_cast<std::size_t>(index)];
            rules.weightBits = rules.preset.bits;
        } else {
            rules.preset.name = energy::customPreset; // begins with the constants that were chosen before
        }
    });
}

void EnergyRulesForm::show()
{
    const std::array<QObject*, 5> speaking = {m_mac, m_ac, m_bits, m_pictures, m_preset};
    std::array<bool, 5> blocked{};
    std::ranges::transform(speaking, blocked.begin(), [](QObject* object) { return object->blockSignals(true); });
    const auto indexOf = [](const auto& list, std::string_view name) {
        const auto found = std::ranges::find(list, name, [](const auto& entry) { return entry.name; });
        return static_cast<int>(found - list.begin()); // behind the last: custom
    };
    m_preset->setCurrentIndex(indexOf(energy::presets(), m_rules.preset.name));
    m_mac->setValue(m_rules.preset.macPj);
    m_ac->setValue(m_rules.preset.acPj);
    for (auto* box : {m_mac, m_ac})
        box->setReadOnly(!isCustom(m_rules.preset));
    for (auto* box : {m_mac, m_ac}) {
        box->setButtonSymbols(isCustom(m_rules.preset) ? QAbstractSpinBox::UpDownArrows : QAbstractSpinBox::NoButtons);
        box->setFrame(isCustom(m_rules.preset));
    }
    m_bits->setValue(m_rules.weightBits);
    m_first->setCurrentIndex(m_rules.firstConvolutionEveryStep ? 0 : 1);
    m_memory->setCurrentIndex(indexOf(energy::memories(), m_rules.memory.name));
    m_reads->setCurrentIndex(m_rules.weightReads == energy::WeightReads::EachOperation ? 0 : 1);
    m_attention->setChecked(m_rules.attentionProducts);
    m_neurons->setChecked(m_rules.neuronUpdates);
    m_folded->setChecked(m_rules.foldedNormalisation);
    m_readout->setChecked(m_rules.readout);
    m_text->setChecked(m_rules.text);
    m_pictures->setValue(static_cast<int>(std::clamp<std::int64_t>(m_rules.picturesPerLabels, 1, energy::mostPicturesPerLabels)));
    m_pictures->setEnabled(m_rules.text);
    m_picturesLabel->setEnabled(m_rules.text);
    m_reset->setEnabled(m_rules != energy::Rules());
    for (std::size_t i = 0; i < speaking.size(); ++i)
        speaking[i]->blockSignals(blocked[i]);
}

void EnergyRulesForm::retranslate()
{
    m_presetLabel->setText(tr("&Preset"));
    m_preset->setItemText(m_preset->count() - 1, tr("Own constants"));
    m_constantsLabel->setText(tr("Picojoules"));
    m_mac->setPrefix(tr("MAC ", "before a number of picojoules"));
    m_ac->setPrefix(tr("AC ", "before a number of picojoules"));
    m_mac->setAccessibleName(tr("Picojoules for a multiply-accumulate"));
    m_ac->setAccessibleName(tr("Picojoules for an accumulate"));
    m_bitsLabel->setText(tr("Pre&cision"));
    m_bits->setSuffix(tr(" bits", "after a number"));
    m_firstLabel->setText(tr("&First convolution"));
    m_first->setItemText(0, tr("At each step"));
    m_first->setItemText(1, tr("Once"));
    m_memoryLabel->setText(tr("&Memory"));
    m_readsLabel->setText(tr("&Weights are read"));
    m_reads->setItemText(0, tr("For each operation"));
    m_reads->setItemText(1, tr("Once a step"));
    m_attention->setText(tr("&Attention products"));
    m_neurons->setText(tr("&Neuron updates"));
    m_folded->setText(tr("Normalisation fol&ded"));
    m_readout->setText(tr("&Read-out"));
    m_text->setText(tr("&Labels\u2019 side"));
    m_picturesLabel->setText(tr("s&hared by"));
    m_pictures->setSuffix(tr(" pictures", "after a number"));
    m_reset->setText(tr("Reset to Defaul&t"));
    explain();
    show();
}

void EnergyRulesForm::explain()
{
    say({m_presetLabel, m_preset}, tr("What one operation costs, without memory; choosing a preset also chooses its precision. 45 nm FP32: Horowitz, "
                                      "ISSCC 2014. FP16 and INT8: the "
                                      "presets of SpikingJelly. 77 fJ/SOP: the first Spikformer paper, which mixes technologies."));
    say({m_constantsLabel, m_mac, m_ac}, tr("Picojoules for a multiply-accumulate of real numbers and for an accumulate of a weight; choose "
                                            "\u201cOwn constants\u201d to change them."));
    say({m_bitsLabel, m_bits},
        tr("How many bits a weight, a membrane potential and a real value have in memory; a spike has one. Fewer bits make less "
           "traffic, but the picojoules of an operation stay those of the preset."));
    say({m_firstLabel, m_first},
        tr("The first convolution sees the picture, which is the same at every step: charged T times, as counted for Spikformer, or "
           "once, because its result can be kept."));
    say({m_memoryLabel, m_memory}, tr("Where weights, values and potentials are kept: 64 bits from 8 KiB, 32 KiB or 1 MiB on the chip cost 10, 20 or "
                                      "100 pJ. Horowitz, ISSCC 2014."));
    say({m_readsLabel, m_reads},
        tr("For each operation: nothing is used again, as on event-driven hardware. Once a step: perfect reuse while a layer runs. "
           "Real hardware lies between the two."));
    say({m_attention},
        tr("Charge q k\u1d40 and A v: additions where spikes meet. The counter of Spikingformer charges them, many others never see them."));
    say({m_neurons},
        tr("Charge one multiply-accumulate for each neuron and step. Spiking papers mostly leave it out; SpikingJelly\u2019s counter does, too."));
    say({m_folded}, tr("A batch normalisation can be multiplied into the weights before it and then costs nothing; otherwise it costs one "
                       "multiply-accumulate a value, in both networks."));
    say({m_readout}, tr("Charge the weighting of the steps and the last layer, which works on real numbers once a picture."));
    say({m_text, m_picturesLabel, m_pictures},
        tr("Charge the spiking text encoder for all labels, divided among so many pictures: label vectors are kept and used again."));
    say({m_reset}, tr("The rules with which the program starts: 45 nm FP32, everything counted but neuron updates and labels."));
}

}
