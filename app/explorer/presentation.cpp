#include "app/explorer/presentation.h"

#include "app/sentences.h"
#include "core/data/ranking.h"
#include "core/text/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace spikeclip::explorer {

namespace {

QString toQString(const std::string& text) { return QString::fromStdString(text); }

QStringList toQStringList(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const auto& text : texts)
        list << toQString(text);
    return list;
}

}

widgets::ScoreTable scoreTable(const InferenceResult& result, int step, double scale)
{
    widgets::ScoreTable table{.rows = {}, .highest = 0, .scale = scale > 0 ? scale : result.scale, .modelScale = result.scale};
    if (result.cosine.empty())
        return table;
    for (const auto& row : result.cosine)
        for (const double cosine : row)
            table.highest = std::max(table.highest, cosine);
    const auto shown = static_cast<std::size_t>(std::clamp(step, 1, static_cast<int>(result.cosine.size())) - 1);
    for (const auto& score : data::rank(result.cosine[shown], table.scale)) {
        const auto& label = result.labels.at(static_cast<std::size_t>(score.label));
        table.rows << widgets::ScoreRow{.label = toQString(label.text),
                                        .unknownWords = toQStringList(label.unknownWords),
                                        .cosine = score.cosine,
                                        .probability = score.probability,
                                        .tied = score.tied};
    }
    return table;
}

QStringList winnerPerStep(const InferenceResult& result)
{
    QStringList names;
    for (const int winner : data::winners(result.cosine))
        names << (winner < 0 ? QString() : toQString(result.labels.at(static_cast<std::size_t>(winner)).text));
    return names;
}

widgets::RateTable rateTable(const InferenceResult& result, int step)
{
    widgets::RateTable table{.layers = {}, .unfed = {}, .meanRate = data::meanFiringRate(result.layers, step), .absence = {}};
    for (const auto& layer : result.layers) {
        double largest = 0;
        for (int t = 1; t <= static_cast<int>(layer.spikesPerStep.size()); ++t)
            largest = std::max(largest, layer.firingRate(t));
        table.layers << widgets::LayerRate{.name = toQString(layer.name),
                                           .rate = layer.firingRate(step),
                                           .largest = largest,
                                           .neurons = layer.neurons,
                                           .fed = {}};
    }
    for (const auto& time : result.times) {
        const auto source = std::ranges::find(result.layers, time.source, &data::LayerActivity::name);
        (source == result.layers.end() ? table.unfed : table.layers[source - result.layers.begin()].fed).push_back(time);
    }
    return table;
}

widgets::EnergyFigures energyFigures(const InferenceResult& result, int step)
{
    const auto& energy = result.energy;
    widgets::EnergyFigures figures{.snnPj = 0,
                                   .annPj = energy.annPj,
                                   .mostPj = energy.annPj,
                                   .step = step,
                                   .preset = toQString(energy.preset),
                                   .rules = toQStringList(energy.rules)};
    if (!energy.snnPj.empty()) {
        figures.step = std::clamp(step, 1, static_cast<int>(energy.snnPj.size()));
        figures.snnPj = energy.snnPj[static_cast<std::size_t>(figures.step - 1)];
        figures.mostPj = std::max(figures.mostPj, *std::ranges::max_element(energy.snnPj));
    }
    return figures;
}

QList<widgets::LabelNote> labelNotes(const InferenceResult& result)
{
    QList<widgets::LabelNote> notes;
    for (const auto& label : result.labels)
        notes << widgets::LabelNote{.text = toQString(label.text),
                                    .tokens = label.tokens,
                                    .capacity = label.capacity,
                                    .unknownWords = toQStringList(label.unknownWords),
                                    .truncated = label.truncated};
    return notes;
}

QStringList labelNames(const InferenceResult& result)
{
    QStringList names;
    for (const auto& label : result.labels)
        names << toQString(label.text);
    return names;
}

widgets::ExportNotes exportNotes(const InferenceResult& result, const std::optional<ModelInfo>& model, const QString& picture)
{
    widgets::ExportNotes notes{{QStringLiteral("program"), QCoreApplication::applicationName() + QLatin1Char(' ') + QCoreApplication::applicationVersion()}};
    if (model) {
        notes.append({QStringLiteral("model"), toQString(model->config.name)});
        notes.append({QStringLiteral("model_sha256"), toQString(model->hash)});
    }
    if (!picture.isEmpty())
        notes.append({QStringLiteral("picture"), picture});
    if (!result.cosine.empty())
        notes.append({QStringLiteral("encoder"), result.layers.empty() ? QStringLiteral("ann") : QStringLiteral("snn")});
    notes.append({QStringLiteral("steps"), QString::number(result.cosine.size())});
    return notes;
}

QString titleOf(const QString& picture, const std::optional<ModelInfo>& model, const QString& run)
{
    QStringList parts;
    if (!picture.isEmpty())
        parts << picture;
    if (model)
        parts << (run.isEmpty() ? toQString(model->config.name) : run);
    parts << QStringLiteral("SpikeCLIP Explorer");
    return parts.join(QStringLiteral(" - "));
}

QString machineText(const ModelInfo& model, const InferenceResult& answer)
{
    const auto ms = [](double value) { return QLocale().toString(value, 'f', 1); };
    const auto where = QCoreApplication::translate("spikeclip::explorer::MainWindow", "%1, %n thread(s)", nullptr, model.threads).arg(toQString(model.device));
    if (answer.cosine.empty())
        return where;
    if (answer.imageCached)
        return QCoreApplication::translate("spikeclip::explorer::MainWindow", "%1 \u00b7 image kept \u00b7 labels %2 ms").arg(where, ms(answer.textMs));
    return QCoreApplication::translate("spikeclip::explorer::MainWindow", "%1 \u00b7 image %2 ms \u00b7 labels %3 ms").arg(where, ms(answer.imageMs), ms(answer.textMs));
}

int typedLabels(const QString& text)
{
    return static_cast<int>(text::listLabels(text.toStdString()).size());
}

QString sentenceFor(const Failure& failure)
{
    const auto words = QCoreApplication::translate("Errors", sentence(failure.code));
    return words.contains(QLatin1String("%1")) ? words.arg(toQString(failure.detail)) : words;
}

}
