#include "app/cli/classify.h"
#include "app/cli/json_output.h"
#include "app/cli/text_output.h"
#include "core/data/ranking.h"

#include <algorithm>

namespace spikeclip::cli {

namespace {

constexpr int widestBar = 40; // characters

std::string quoted(const std::string& text)
{
    std::string marked = "\"";
    marked += printable(text);
    marked += '"';
    return marked;
}

Json scoreDocument(const data::RankedScore& score, const LabelInfo& label)
{
    Json document;
    document["label"] = label.text;
    document["cosine"] = finite(score.cosine, "the score of " + quoted(label.text));
    document["probability"] = finite(score.probability, "the probability of " + quoted(label.text));
    return document;
}

const LabelInfo& labelOf(const InferenceResult& result, const data::RankedScore& score)
{
    return result.labels.at(static_cast<std::size_t>(score.label));
}

Json pictureDocument(const ClassifiedPicture& picture, Encoder encoder)
{
    const auto& result = picture.result;
    const auto steps = static_cast<int>(result.cosine.size());
    Json document;
    document["file"] = picture.file;
    document["scores"] = Json::array();
    if (!result.cosine.empty())
        for (const auto& score : data::rank(result.cosine.back(), result.scale)) {
            auto entry = scoreDocument(score, labelOf(result, score));
            entry["unknown_words"] = labelOf(result, score).unknownWords;
            document["scores"].push_back(std::move(entry));
        }
    document["per_step"] = Json::array();
    if (encoder == Encoder::Snn)
        for (int step = 1; step <= steps; ++step) {
            Json entry{{"steps", step}, {"scores", Json::array()}};
            for (const auto& score : data::rank(result.cosine[static_cast<std::size_t>(step - 1)], result.scale))
                entry["scores"].push_back(scoreDocument(score, labelOf(result, score)));
            document["per_step"].push_back(std::move(entry));
        }
    document["layers"] = Json::array();
    for (const auto& layer : result.layers)
        document["layers"].push_back({{"name", layer.name}, {"neurons", layer.neurons}, {"spikes", layer.spikesPerStep},
                                      {"rate", finite(layer.firingRate(steps), "a firing rate")}});
    document["energy"] = energyDocument(result.energy);
    document["ms"] = finite(result.imageMs + result.textMs, "the time");
    document["image_ms"] = finite(result.imageMs, "the time");
    document["text_ms"] = finite(result.textMs, "the time");
    return document;
}

std::string scoreTable(const InferenceResult& result, Encoder encoder, const ClassifyStyle& style)
{
    std::vector<Column> columns{{"label"}};
    for (std::size_t step = 1; step <= result.cosine.size(); ++step)
        columns.push_back({encoder == Encoder::Snn ? "T = " + std::to_string(step) : "cosine", Align::Right});
    columns.push_back({"softmax", Align::Right});

    std::vector<std::vector<std::string>> rows;
    std::vector<double> shares;
    for (const auto& score : data::rank(result.cosine.back(), result.scale)) {
        std::vector<std::string> row{printable(labelOf(result, score).text)};
        for (const auto& step : result.cosine)
            row.push_back(fixed(step.at(static_cast<std::size_t>(score.label)), 3));
        row.push_back(percent(score.probability));
        rows.push_back(std::move(row));
        shares.push_back(score.probability);
    }
    if (style.bars) {
        const auto plain = table(columns, rows);
        int width = 0;
        for (std::size_t at = 0; at < plain.size();) {
            const auto end = plain.find('\n', at);
            width = std::max(width, displayWidth(std::string_view(plain).substr(at, end - at)));
            at = end + 1;
        }
        columns.push_back({""});
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].push_back(bar(shares[i], std::min(widestBar, style.columns - width - 3), style.unicode));
    }
    return table(columns, rows);
}

std::string layerTable(const InferenceResult& result)
{
    const auto steps = static_cast<int>(result.cosine.size());
    std::vector<Column> columns{{"layer"}, {"neurons", Align::Right}, {"rate", Align::Right}};
    for (int step = 1; step <= steps; ++step)
        columns.push_back({"spikes at " + std::to_string(step), Align::Right});
    std::vector<std::vector<std::string>> rows;
    for (const auto& layer : result.layers) {
        std::vector<std::string> row{layer.name, grouped(layer.neurons), fixed(layer.firingRate(steps), 3)};
        for (const auto spikes : layer.spikesPerStep)
            row.push_back(grouped(spikes));
        rows.push_back(std::move(row));
    }
    return table(columns, rows);
}

std::string energyLine(const EnergySummary& energy)
{
    std::string line = "energy, estimated:";
    if (!energy.snnPj.empty())
        line += " spiking network " + energyInWords(energy.snnPj.back());
    if (energy.annPj > 0)
        line += std::string(energy.snnPj.empty() ? "" : ",") + " ANN twin " + energyInWords(energy.annPj);
    return line + " (" + energy.preset + ")\n";
}

}

std::string classifyJson(const ModelInfo& info, Encoder encoder, const std::vector<ClassifiedPicture>& pictures)
{
    Json document{{"format", "spikeclip-classify/1"}};
    addProvenance(document, info);
    document["encoder"] = encoderName(encoder);
    document["scale"] = finite(pictures.empty() ? info.config.logitScale : pictures.front().result.scale, "the softmax scale");
    document["images"] = Json::array();
    for (const auto& picture : pictures)
        document["images"].push_back(pictureDocument(picture, encoder));
    return written(document);
}

std::string classifyText(const ClassifiedPicture& picture, Encoder encoder, const ClassifyStyle& style)
{
    const auto& result = picture.result;
    std::string text = printable(picture.file) + "\n\n";
    if (!result.cosine.empty())
        text += scoreTable(result, encoder, style) + '\n';
    for (const auto& label : result.labels) {
        if (!label.unknownWords.empty()) {
            text += quoted(label.text) + " holds words this model does not know:";
            for (const auto& word : label.unknownWords)
                text += ' ' + printable(word);
            text += '\n';
        }
        if (label.truncated)
            text += quoted(label.text) + " is longer than the " + std::to_string(label.capacity) + " words that fit and was cut\n";
    }
    if (style.layers && !result.layers.empty())
        text += layerTable(result) + '\n';
    text += "softmax scale " + fixed(result.scale, 2) + ", picture " + durationInWords(result.imageMs) + ", labels " + durationInWords(result.textMs);
    if (!result.layers.empty())
        text += ", mean firing rate " + fixed(data::meanFiringRate(result.layers, static_cast<int>(result.cosine.size())), 3);
    return text + '\n' + energyLine(result.energy) + '\n';
}

}
