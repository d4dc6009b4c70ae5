#include "app/cli/bench.h"

#include "app/cli/json_output.h"
#include "app/cli/progress_line.h"
#include "app/cli/text_output.h"

#include <ostream>

namespace spikeclip::cli {

ExitCode bench(const BenchOptions& options, const Context& context)
{
    const auto model = openModel(options.model, options.compute, context);
    std::vector<BenchCase> cases;
    {
        ProgressLine line(context.err, {.rewrite = context.errIsTerminal, .columns = context.columns}, context.seconds);
        cases = take(model.engine->bench(
            options.request, options.compute, [&](double fraction, const std::string& note) { line.report(fraction, note); }, context.stop));
    }
    const auto machine = describeMachine();
    const auto& device = options.compute.device;
    context.out << (options.json ? benchJson(cases, machine, device) : benchText(cases, machine, device));
    return Success;
}

std::string benchJson(const std::vector<BenchCase>& cases, const Machine& machine, const std::string& device)
{
    Json document{{"format", "spikeclip-bench/1"}, {"version", SPIKECLIP_VERSION}};
    document["machine"] = {{"cpu", machine.cpu},           {"cores", machine.cores},       {"system", machine.system},
                           {"compiler", machine.compiler}, {"libtorch", machine.libtorch}, {"blas", machine.blas}};
    document["device"] = device;
    document["cases"] = Json::array();
    for (const auto& timed : cases)
        document["cases"].push_back({{"model", timed.model},
                                     {"path", timed.path},
                                     {"work", timed.work},
                                     {"batch", timed.batch},
                                     {"threads", timed.threads},
                                     {"repeats", timed.repeats},
                                     {"median_ms", finite(timed.medianMs, "a time")},
                                     {"p95_ms", finite(timed.p95Ms, "a time")},
                                     {"wanted_rate", finite(timed.wantedRate, "a firing rate")},
                                     {"rate", finite(timed.firingRate, "a firing rate")},
                                     {"to_plain", finite(timed.toPlain, "a ratio")},
                                     {"peak_mb", finite(timed.peakMb, "a size")}});
    return written(document);
}

std::string benchText(const std::vector<BenchCase>& cases, const Machine& machine, const std::string& device)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& timed : cases)
        rows.push_back({timed.model, timed.path, timed.work, std::to_string(timed.batch), std::to_string(timed.threads), std::to_string(timed.repeats),
                        fixed(timed.medianMs, 2), fixed(timed.p95Ms, 2), timed.toPlain > 0 ? fixed(timed.toPlain, 3) : "",
                        timed.wantedRate > 0 ? fixed(timed.wantedRate, 2) : "", timed.firingRate > 0 ? fixed(timed.firingRate, 3) : "",
                        timed.peakMb > 0 ? fixed(timed.peakMb, 0) : ""});
    std::string text = machine.cpu + ", " + std::to_string(machine.cores) + " cores, " + machine.system + ", device " + device + '\n';
    text += machine.compiler + ", LibTorch " + machine.libtorch + ", BLAS " + machine.blas + "\n\n";
    return text
           + table({{"model"}, {"path"}, {"work"}, {"batch", Align::Right}, {"threads", Align::Right}, {"repeats", Align::Right},
                    {"median ms", Align::Right}, {"p95 ms", Align::Right}, {"of plain", Align::Right}, {"rate wanted", Align::Right},
                    {"rate", Align::Right}, {"peak MiB", Align::Right}},
                   rows);
}

}
