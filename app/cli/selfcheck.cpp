#include "app/cli/selfcheck.h"

#include "app/cli/json_output.h"
#include "app/cli/progress_line.h"
#include "app/cli/text_output.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ostream>

namespace spikeclip::cli {

namespace {

/// Three digits, any size: deviations span twenty orders.
std::string scientific(double value)
{
    if (value == 0)
        return "0";
    if (!std::isfinite(value))
        return fixed(value, 0);
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific, 2);
    return std::string(text.data(), end.ptr);
}

}

ExitCode selfCheck(const SelfCheckOptions& options, const Context& context)
{
    const auto engine = take(context.makeEngine());
    std::vector<SelfCheckReport> reports;
    for (const auto& file : options.files) {
        {
            ProgressLine line(context.err, {.rewrite = context.errIsTerminal, .columns = context.columns}, context.seconds);
            reports.push_back(take(engine->selfCheck(
                file, [&](double fraction, const std::string& note) { line.report(fraction, note); }, context.stop)));
        }
        if (!options.json)
            context.out << selfCheckText(reports.back()) << std::flush;
    }
    if (options.json)
        context.out << selfCheckJson(reports);
    return std::ranges::all_of(reports, &SelfCheckReport::passed) ? Success : CheckFailed;
}

std::string selfCheckJson(const std::vector<SelfCheckReport>& reports)
{
    Json document{{"format", "spikeclip-selfcheck/1"}, {"version", SPIKECLIP_VERSION}};
    document["passed"] = std::ranges::all_of(reports, &SelfCheckReport::passed);
    document["files"] = Json::array();
    for (const auto& report : reports) {
        Json file{{"file", report.file}, {"passed", report.passed}, {"deviations", Json::array()}};
        for (const auto& deviation : report.deviations)
            file["deviations"].push_back({{"path", deviation.path},
                                          {"quantity", deviation.quantity},
                                          {"largest", finiteOrNull(deviation.largest)},
                                          {"tolerance", finiteOrNull(deviation.tolerance)},
                                          {"judged", !std::isinf(deviation.tolerance)},
                                          {"within", deviation.within}});
        document["files"].push_back(std::move(file));
    }
    return written(document);
}

std::string selfCheckText(const SelfCheckReport& report)
{
    std::vector<std::vector<std::string>> rows;
    int judged = 0;
    int failed = 0;
    for (const auto& deviation : report.deviations) {
        const bool printed = std::isinf(deviation.tolerance);
        judged += !printed;
        failed += !printed && !deviation.within;
        rows.push_back({printable(deviation.path), printable(deviation.quantity), scientific(deviation.largest),
                        printed ? "" : scientific(deviation.tolerance), printed ? "not judged" : deviation.within ? "within" : "OUTSIDE"});
    }
    auto text = printable(report.file) + "\n\n"
                + table({{"path"}, {"quantity"}, {"largest deviation", Align::Right}, {"tolerance", Align::Right}, {"verdict"}}, rows);
    return text + '\n' + (report.passed ? "passed: " : "FAILED: ") + std::to_string(judged - failed) + " of " + std::to_string(judged)
           + " quantities are within tolerance\n\n";
}

}
