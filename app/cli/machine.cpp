#include "app/cli/machine.h"

#include <sys/utsname.h>

#include <fstream>
#include <initializer_list>
#include <thread>

namespace spikeclip::cli {

Machine describeMachine()
{
    Machine machine;
    std::ifstream cpuinfo("/proc/cpuinfo");
    machine.cpu = cpuModel(cpuinfo);
    machine.cores = static_cast<int>(std::thread::hardware_concurrency());
    if (utsname system{}; uname(&system) == 0)
        machine.system = std::string(system.sysname) + ' ' + system.release + ' ' + system.machine;
    machine.compiler =
#ifdef __clang__
        "clang " __VERSION__;
#else
        "g++ " __VERSION__;
#endif
    std::ifstream torch("/proc/self/maps");
    machine.libtorch = libraryVersion(mappedFile(torch, "libtorch_cpu.so"));
    for (const auto* name : {"libopenblas", "libblas", "libmkl_rt"}) {
        std::ifstream maps("/proc/self/maps");
        if (machine.blas = mappedFile(maps, name); !machine.blas.empty())
            break;
    }
    return machine;
}

std::string cpuModel(std::istream& cpuinfo)
{
    for (std::string line; std::getline(cpuinfo, line);) {
        const auto colon = line.find(':');
        if (line.starts_with("model name") && colon != std::string::npos && colon + 2 < line.size())
            return line.substr(colon + 2);
    }
    return {};
}

std::string mappedFile(std::istream& maps, const std::string& prefix)
{
    for (std::string line; std::getline(maps, line);) {
        const auto path = line.find('/');
        if (path != std::string::npos && line.compare(line.rfind('/') + 1, prefix.size(), prefix) == 0)
            return line.substr(path);
    }
    return {};
}

std::string libraryVersion(const std::string& file)
{
    const std::string mark = ".so.";
    const auto at = file.rfind(mark);
    return at == std::string::npos ? "" : file.substr(at + mark.size());
}

}
