#include "app/cli/train.h"

#include "app/cli/progress_line.h"
#include "app/cli/text_output.h"

#include <cstdlib>
#include <ostream>

namespace spikeclip::cli {

ExitCode train(const TrainOptions& options, const Context& context)
{
    auto request = options.request;
    auto compute = options.compute;
    request.place = data::processPlace([](const char* name) { return std::getenv(name); });
    if (request.place)
        compute.device = data::deviceAt(*request.place, compute.device);
    const bool shows = !request.place || request.place->rank == 0; // of several processes one speaks for all
    const auto engine = take(context.makeEngine());
    TrainingSummary summary;
    {
        ProgressLine line(context.err, {.rewrite = context.errIsTerminal, .columns = context.columns}, context.seconds);
        summary = take(engine->train(
            request, compute, [&](double fraction, const std::string& note) { line.report(fraction, note); }, context.stop));
    }
    if (shows)
        context.out << trainText(summary);
    return Success;
}

std::string trainText(const TrainingSummary& summary)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, value] : summary.metrics)
        rows.push_back({printable(name), fixed(value, 4)});
    std::string text = "checkpoint: " + printable(summary.checkpoint) + '\n';
    return rows.empty() ? text : text + table({{"last validation"}, {"value", Align::Right}}, rows);
}

}
