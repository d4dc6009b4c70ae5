#include "app/explorer/energy_desk.h"

#include "app/explorer/compare_link.h"
#include "app/explorer/dock_layout.h"
#include "app/explorer/presentation.h"
#include "app/explorer/text_link.h"
#include "app/session/energy_settings.h"
#include "core/energy/estimate.h"
#include "core/energy/site_counts.h"
#include "core/io/model_card.h"
#include "widgets/break_even_panel.h"
#include "widgets/compare_panel.h"
#include "widgets/energy_panel.h"
#include "widgets/trade_off_panel.h"

#include <QEvent>

#include <algorithm>

namespace spikeclip::explorer {

using session::Setting;

EnergyDesk::EnergyDesk(session::Inference& inference, session::Gallery& gallery, session::Settings& settings, TextLink& text, DockLayout& docks,
                       QObject* parent)
    : QObject(parent), m_gallery(gallery), m_settings(settings), m_textLink(text), m_labelled(gallery), m_ledger(new widgets::EnergyPanel),
      m_breakEven(new widgets::BreakEvenPanel), m_tradeOff(new widgets::TradeOffPanel), m_compare(new widgets::ComparePanel),
      m_compareLink(new CompareLink(inference, *m_compare, this))
{
    using Cell = DockLayout::Cell;
    docks.add(m_ledger, QStringLiteral("ledger"), {.energy = Cell{0, 0}});
    docks.add(m_breakEven, QStringLiteral("break-even"), {.energy = Cell{1, 0}});
    docks.add(m_tradeOff, QStringLiteral("energy-accuracy"), {.energy = Cell{1, 0}});
    docks.add(m_compare, QStringLiteral("compare"), {.energy = Cell{1, 1}});
    for (auto* view : std::initializer_list<widgets::ViewPanel*>{m_ledger, m_breakEven, m_tradeOff, m_compare})
        connect(view, &widgets::ViewPanel::failed, this, &EnergyDesk::failed);

    connect(m_ledger, &widgets::EnergyPanel::rulesChanged, this, [this](const energy::Rules& rules) {
        m_settings.setValue(Setting::EnergyRules, session::toSetting(rules));
        setRules(rules);
        Q_EMIT rulesChanged();
    });
    connect(m_ledger, &widgets::EnergyPanel::textWanted, this, &EnergyDesk::wantText);
    connect(&m_textLink, &TextLink::read, this, &EnergyDesk::onRead);
    connect(m_breakEven, &widgets::BreakEvenPanel::layerChosen, this, &EnergyDesk::layerChosen);
    connect(m_tradeOff, &widgets::TradeOffPanel::stepChosen, this, &EnergyDesk::stepChosen);
    connect(m_compare, &widgets::ComparePanel::stepChosen, this, &EnergyDesk::stepChosen);
    connect(m_compareLink, &CompareLink::failed, this, &EnergyDesk::failed);
    connect(&m_labelled, &session::LabelledPictures::changed, this, [this] { m_tradeOff->setSet(m_labelled.set()); });
    connect(&m_gallery, &session::Gallery::progressed, this, &EnergyDesk::showAgreement);
    connect(&m_gallery, &session::Gallery::itemsReset, this, &EnergyDesk::showAgreement);
    m_compare->installEventFilter(this);
    m_tradeOff->installEventFilter(this);
    setRules(session::rulesFromSetting(m_settings.value<QString>(Setting::EnergyRules)));
    m_ledger->setRules(m_rules);
}

void EnergyDesk::setRules(const energy::Rules& rules)
{
    m_rules = rules;
    m_breakEven->setRules(rules);
    m_tradeOff->setRules(rules);
    showEnergyBeside();
}

void EnergyDesk::setModel(const ModelInfo& model)
{
    m_model = model;
    m_readings.clear();
    m_labelled.setModel(model);
    m_compareLink->setModel(model);
    const bool lags = io::twinLags(model.card);
    m_compare->setTwinLags(lags);
    m_tradeOff->setTwinLags(lags);
}

std::vector<data::LayerOperations> EnergyDesk::twinOperations() const
{
    return m_model && m_model->hasTwin ? energy::twinOperations(m_model->config.image) : std::vector<data::LayerOperations>();
}

EnergySummary EnergyDesk::summary(const InferenceResult& answer, Encoder encoder) const
{
    if (answer.operations.empty())
        return answer.energy; // nothing was counted, so nothing can be recounted
    if (encoder == Encoder::Snn)
        return energy::estimate(answer.operations, twinOperations(), static_cast<int>(answer.cosine.size()), m_rules);
    auto summary = energy::estimate({}, answer.operations, 1, m_rules);
    summary.snnPj.clear();
    return summary;
}

void EnergyDesk::show(const InferenceRequest& request, const InferenceResult& answer, const widgets::ExportNotes& notes)
{
    const bool spiking = !answer.layers.empty();
    m_counts = {};
    if (spiking)
        m_counts = {.image = answer.operations, .neurons = answer.layers, .twin = twinOperations()};
    m_labels = labelNames(answer);
    if (request.templates != m_templates) {
        m_templates = request.templates;
        m_readings.clear();
    }
    for (auto* view : std::initializer_list<widgets::ViewPanel*>{m_ledger, m_breakEven, m_tradeOff, m_compare})
        view->setNotes(notes);
    m_ledger->setCounts(m_counts);
    m_breakEven->setCounts(m_counts);
    m_compareLink->show(request, spiking ? answer : InferenceResult());
    showEnergyBeside();
}

void EnergyDesk::setStep(int step)
{
    m_step = std::max(1, step);
    m_ledger->setStep(m_step);
    m_breakEven->setStep(m_step);
    m_tradeOff->setStep(m_step);
    m_compare->setStep(m_step);
    showEnergyBeside();
}

void EnergyDesk::setScale(double scale)
{
    m_compareLink->setScale(scale);
}

void EnergyDesk::chooseLayer(const QString& layer)
{
    m_breakEven->chooseLayer(layer);
}

/// The figures beside both answers, up to the step shown.
void EnergyDesk::showEnergyBeside()
{
    if (m_counts.image.empty()) {
        m_compare->setEnergy(0, 0, {});
        return;
    }
    QStringList rules;
    for (const auto& sentence : energy::sentences(m_rules))
        rules << QString::fromStdString(sentence);
    m_compare->setEnergy(energy::spikingLedger(m_counts, m_step, m_rules).computePj(), energy::twinLedger(m_counts, m_rules).computePj(),
                         QString::fromStdString(energy::describe(m_rules.preset)), rules);
}

void EnergyDesk::showAgreement()
{
    const auto agreement = m_gallery.agreement();
    m_compare->setAgreement(agreement.agree, agreement.compared);
}

void EnergyDesk::wantText()
{
    QStringList missing;
    for (const auto& label : m_labels)
        if (!m_readings.contains(label.toStdString()))
            missing << label;
    if (missing.isEmpty())
        onRead({});
    else
        m_textLink.want(missing);
}

void EnergyDesk::onRead(const std::vector<data::LabelReading>& readings)
{
    for (const auto& reading : readings)
        m_readings.insert_or_assign(reading.label, reading);
    if (!m_model || !m_rules.text)
        return;
    std::vector<std::vector<data::LayerOperations>> operations;
    std::vector<std::vector<data::LayerActivity>> neurons;
    for (const auto& label : m_labels) {
        const auto found = m_readings.find(label.toStdString());
        if (found == m_readings.end())
            return; // some are still being read
        operations.push_back(energy::textOperations(m_model->config.text, found->second));
        neurons.push_back(found->second.layers);
    }
    m_ledger->setText(operations, neurons);
}

/// The twin is asked only while somebody looks at what it says.
bool EnergyDesk::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        const bool shown = event->type() == QEvent::Show;
        if (watched == m_compare)
            m_compareLink->setLooking(shown);
        const auto* other = watched == m_compare ? static_cast<const QWidget*>(m_tradeOff) : m_compare;
        m_gallery.setWithTwin(shown || other->isVisible());
    }
    return QObject::eventFilter(watched, event);
}

}
