#include "app/session/energy_settings.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace spikeclip::session {

namespace {

using energy::Rules;
using energy::WeightReads;

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

constexpr QLatin1String onceText("once a step");
constexpr QLatin1String eachText("each operation");

/// Constants that a reader typed, if they can be meant: finite, and no more than the form lets anybody type.
energy::EnergyPreset customFrom(const QJsonObject& object, const energy::EnergyPreset& standard)
{
    const auto mac = object.value(QLatin1String("mac_pj")).toDouble(-1);
    const auto ac = object.value(QLatin1String("ac_pj")).toDouble(-1);
    const auto possible = [](double pj) { return std::isfinite(pj) && pj >= 0 && pj <= energy::mostCustomPj; };
    if (!possible(mac) || !possible(ac))
        return standard;
    return {energy::customPreset, mac, ac, standard.bits};
}

}

QString toSetting(const Rules& rules)
{
    const QJsonObject object{
        {QStringLiteral("preset"), text(rules.preset.name)},
        {QStringLiteral("mac_pj"), rules.preset.macPj},
        {QStringLiteral("ac_pj"), rules.preset.acPj},
        {QStringLiteral("first_convolution_every_step"), rules.firstConvolutionEveryStep},
        {QStringLiteral("attention_products"), rules.attentionProducts},
        {QStringLiteral("neuron_updates"), rules.neuronUpdates},
        {QStringLiteral("folded_normalisation"), rules.foldedNormalisation},
        {QStringLiteral("readout"), rules.readout},
        {QStringLiteral("text"), rules.text},
        {QStringLiteral("pictures_per_labels"), static_cast<qint64>(rules.picturesPerLabels)},
        {QStringLiteral("memory"), text(rules.memory.name)},
        {QStringLiteral("weight_reads"), rules.weightReads == WeightReads::OncePerStep ? onceText : eachText},
        {QStringLiteral("weight_bits"), rules.weightBits},
    };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Rules rulesFromSetting(const QString& setting)
{
    const auto object = QJsonDocument::fromJson(setting.toUtf8()).object(); // an empty one of anything else
    Rules rules;
    const auto name = object.value(QLatin1String("preset")).toString();
    const auto presets = energy::presets();
    if (const auto preset = std::ranges::find_if(presets, [&](const auto& known) { return text(known.name) == name; }); preset != presets.end())
        rules.preset = *preset;
    else if (name == text(energy::customPreset))
        rules.preset = customFrom(object, rules.preset);
    const auto memories = energy::memories();
    const auto memoryName = object.value(QLatin1String("memory")).toString();
    if (const auto memory = std::ranges::find_if(memories, [&](const auto& known) { return text(known.name) == memoryName; });
        memory != memories.end())
        rules.memory = *memory;

    const auto choose = [&](const char* key, bool& choice) { choice = object.value(QLatin1String(key)).toBool(choice); };
    choose("first_convolution_every_step", rules.firstConvolutionEveryStep);
    choose("attention_products", rules.attentionProducts);
    choose("neuron_updates", rules.neuronUpdates);
    choose("folded_normalisation", rules.foldedNormalisation);
    choose("readout", rules.readout);
    choose("text", rules.text);
    if (object.value(QLatin1String("weight_reads")).toString() == onceText)
        rules.weightReads = WeightReads::OncePerStep;
    const auto pictures = object.value(QLatin1String("pictures_per_labels")).toInteger();
    if (pictures >= 1 && pictures <= energy::mostPicturesPerLabels)
        rules.picturesPerLabels = pictures;
    const auto bits = object.value(QLatin1String("weight_bits")).toInt();
    rules.weightBits = bits >= 1 && bits <= 64 ? bits : rules.preset.bits;
    return rules;
}

}
