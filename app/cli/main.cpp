#include "app/cli/context.h"
#include "app/cli/interrupt.h"
#include "core/engine_loader.h"
#include "core/io/picture.h"
#include "core/program_engine.h"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <clocale>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

namespace {

int terminalColumns()
{
    winsize size{};
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
        if (ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
            return size.ws_col;
    return 80;
}

}

int main(int argc, char** argv)
{
    using namespace spikeclip;
    std::setlocale(LC_CTYPE, ""); // only to learn the terminal's encoding: numbers stay as C writes them
    const cli::Interrupt interrupt;
    const cli::Context context{
        .out = std::cout,
        .err = std::cerr,
        .outIsTerminal = isatty(STDOUT_FILENO) == 1,
        .errIsTerminal = isatty(STDERR_FILENO) == 1,
        .unicode = std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0,
        .columns = terminalColumns(),
        .resources = resourceFolder(),
        .makeEngine = [] { return makeProgramEngine(defaultEnginePath()); },
        .readPicture = [](const std::string& file) { return io::readPicture(file); },
        .seconds = [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); },
        .stop = interrupt.token(),
    };
    return cli::run(std::vector<std::string>(argv + 1, argv + argc), context);
}
