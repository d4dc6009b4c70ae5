#pragma once

#include <iosfwd>
#include <string>

namespace spikeclip::cli {

/// What a time was measured on. Times without it mean nothing.
struct Machine
{
    std::string cpu;      ///< model name; empty if the kernel does not tell
    int cores = 0;        ///< logical processors
    std::string system;   ///< kernel name, release and architecture
    std::string compiler;
    std::string libtorch; ///< version of the library that is loaded, e.g. "1.13"; empty before the engine is
    std::string blas;     ///< file of the BLAS that is loaded, e.g. ".../openblas-openmp/libblas.so.3"
};

/// Of this process, now: call it after the engine has been loaded.
Machine describeMachine();

/// The first "model name" of a /proc/cpuinfo.
std::string cpuModel(std::istream& cpuinfo);

/// Path of the first mapped file of a /proc/<pid>/maps whose name starts with `prefix`; empty if none does.
std::string mappedFile(std::istream& maps, const std::string& prefix);

/// What follows ".so." in a library's file name: "1.13" for "libtorch_cpu.so.1.13".
std::string libraryVersion(const std::string& file);

}
