#include "app/cli/evaluate.h"

#include "app/cli/json_output.h"
#include "app/cli/progress_line.h"
#include "app/cli/text_output.h"

#include <ostream>

namespace spikeclip::cli {

ExitCode evaluate(const EvaluateOptions& options, const Context& context)
{
    const auto model = openModel(options.model, options.compute, context);
    EvaluationReport report;
    {
        ProgressLine line(context.err, {.rewrite = context.errIsTerminal, .columns = context.columns}, context.seconds);
        const Progress progress = [&](double fraction, const std::string& note) { line.report(fraction, note); };
        take(model.engine->speed(false, progress, context.stop)); // many pictures are worth the moment that measuring takes, once on each computer
        report = take(model.engine->evaluate(options.request, progress, context.stop));
    }
    for (const auto& file : report.brokenFiles)
        context.err << inWords({ErrorCode::PictureBroken, file}) << '\n';
    context.out << (options.json ? evaluateJson(model.info, options.request.encoder, report) : evaluateText(report, options.request.encoder));
    return Success;
}

std::string evaluateJson(const ModelInfo& info, Encoder encoder, const EvaluationReport& report)
{
    Json document{{"format", "spikeclip-evaluate/1"}};
    addProvenance(document, info);
    document["encoder"] = encoderName(encoder);
    document["top1"] = finite(report.top1, "top-1");
    document["top5"] = finite(report.top5, "top-5");
    document["count"] = report.count;
    document["labels"] = report.labels;
    document["unknown_labels"] = report.unknownLabels;
    document["broken_files"] = report.brokenFiles;
    document["top1_per_step"] = Json::array();
    for (const double top1 : report.top1PerStep)
        document["top1_per_step"].push_back(finite(top1, "top-1"));
    document["rate"] = finite(report.firingRate, "the firing rate");
    document["energy"] = energyDocument(report.energy);
    document["seconds"] = finite(report.seconds, "the time");
    return written(document);
}

std::string evaluateText(const EvaluationReport& report, Encoder encoder)
{
    const bool spiking = encoder == Encoder::Snn;
    std::vector<std::vector<std::string>> rows{{"pictures", grouped(report.count)},
                                               {"labels", grouped(static_cast<std::int64_t>(report.labels.size()))},
                                               {"top-1", percent(report.top1)},
                                               {"top-5", percent(report.top5)}};
    if (spiking) {
        for (std::size_t step = 0; step < report.top1PerStep.size(); ++step)
            rows.push_back({"top-1 at T = " + std::to_string(step + 1), percent(report.top1PerStep[step])});
        rows.push_back({"mean firing rate", fixed(report.firingRate, 3)});
        if (!report.energy.snnPj.empty())
            rows.push_back({"estimated energy, spiking network", energyInWords(report.energy.snnPj.back())});
    }
    if (report.energy.annPj > 0)
        rows.push_back({"estimated energy, ANN twin", energyInWords(report.energy.annPj)});
    if (report.energy.snnWithMemoryPj > 0)
        rows.push_back({"with memory traffic, spiking network", energyInWords(report.energy.snnWithMemoryPj)});
    if (report.energy.annWithMemoryPj > 0) {
        rows.push_back({"with memory traffic, ANN twin", energyInWords(report.energy.annWithMemoryPj)});
        rows.push_back({"with memory traffic, twin of " + std::to_string(report.energy.quantisedBits) + " bits", energyInWords(report.energy.quantisedAnnPj)});
    }
    rows.push_back({"labels with unknown words", grouped(static_cast<std::int64_t>(report.unknownLabels.size()))});
    rows.push_back({"pictures that could not be read", grouped(static_cast<std::int64_t>(report.brokenFiles.size()))});
    rows.push_back({"time", durationInWords(1000 * report.seconds)});
    std::string text = table({{"measure"}, {"value", Align::Right}}, rows);
    if (!report.energy.preset.empty())
        text += "energy by " + report.energy.preset + '\n';
    for (const auto& label : report.unknownLabels)
        text += "holds a word this model does not know: " + printable(label) + '\n';
    return text;
}

}
