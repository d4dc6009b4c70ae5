#pragma once

#include "core/data/image.h"
#include "core/data/outcome.h"
#include "core/engine.h"

#include <functional>
#include <iosfwd>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace spikeclip::cli {

/// What the process returns; `spikeclip --help` lists the same numbers.
enum ExitCode : int {
    Success = 0,
    CheckFailed = 1,     ///< a self-check outside its tolerance, or a training run that diverged
    BadInput = 2,        ///< a wrong argument, or a file that cannot be used
    EngineAbsent = 3,    ///< the engine module or the compute device is missing
    NoRoom = 4,          ///< memory or disk ran out
    ProgramMistake = 70, ///< our own fault. Source: sysexits.h, EX_SOFTWARE
    Interrupted = 130,   ///< Ctrl+C. Source: the shell's 128 + SIGINT
};

/// All that a command touches besides its arguments, so that a test can stand in for the terminal and the engine.
struct Context
{
    std::ostream& out;
    std::ostream& err;
    bool outIsTerminal = false;
    bool errIsTerminal = false;
    bool unicode = false; ///< the terminal's encoding is UTF-8
    int columns = 80;     ///< width of the terminal, characters
    std::string resources; ///< folder of the shipped models
    std::function<Outcome<std::unique_ptr<Engine>>()> makeEngine;
    std::function<data::Image(const std::string& file)> readPicture; ///< throws Error
    std::function<double()> seconds;                                 ///< a clock that never goes back
    std::stop_token stop;
};

/// Runs one command line (without the program's name) and returns the ExitCode. Never throws; an error is one sentence on `err`.
int run(const std::vector<std::string>& arguments, const Context& context);

/// `model` if given, the one that it has made if it is the folder of a training run; otherwise the model that ships.
std::string modelFile(const std::string& model, const Context& context);

/// The engine, with the model loaded. Throws Error.
struct LoadedModel
{
    std::unique_ptr<Engine> engine;
    ModelInfo info;
};
LoadedModel openModel(const std::string& model, const ComputeOptions& compute, const Context& context);

/// The exit code that stands for a failure.
ExitCode exitCode(ErrorCode code);

/// The failure in words: one line, ready to print.
std::string inWords(const Failure& failure);

}
