#pragma once

#include "app/cli/context.h"
#include "tests/app/cli/scripted_engine.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace spikeclip::test {

/// One run of the program against a scripted engine: what it printed and returned.
struct Ran
{
    int code = 0;
    std::string out;
    std::string err;

    nlohmann::json document() const { return nlohmann::json::parse(out); }
    std::ptrdiff_t errorLines() const { return std::ranges::count(err, '\n'); }
};

inline Ran run(const std::vector<std::string>& arguments, Script& script, std::stop_token stop = {}, bool terminal = false)
{
    std::ostringstream out;
    std::ostringstream err;
    double now = 0;
    const cli::Context context{
        .out = out,
        .err = err,
        .outIsTerminal = terminal,
        .errIsTerminal = false,
        .unicode = false,
        .columns = 80,
        .resources = "/resources",
        .makeEngine = [&]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<ScriptedEngine>(script); },
        .readPicture =
            [](const std::string& file) {
                if (file.starts_with("broken"))
                    throw Error(ErrorCode::PictureBroken, file);
                return data::Image{.width = 1, .height = 1, .pixels = {1, 2, 3}};
            },
        .seconds = [&] { return now += 0.001; },
        .stop = stop,
    };
    Ran ran;
    ran.code = cli::run(arguments, context);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

inline Ran run(const std::vector<std::string>& arguments)
{
    Script script;
    return run(arguments, script);
}

}
