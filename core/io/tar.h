#pragma once

#include "core/io/seekable_file.h"

#include <cstdint>
#include <optional>
#include <string>

namespace spikeclip::io {

/// A regular file inside an archive: where it lies, not what it holds.
struct TarEntry
{
    std::string name;          ///< without "./" in front; nobody vouches for it: it may hold "..", is never used as a path and need not be UTF-8
    std::uint64_t header = 0;  ///< bytes from the beginning of the archive to the first block that describes the entry, a multiple of 512
    std::uint64_t begin = 0;   ///< bytes to its content
    std::uint64_t size = 0;    ///< bytes of its content, all within the archive
};

/// Walks through a tar archive from header to header; contents are passed over by their size, so an archive of any size costs its headers only.
///
/// Understands ustar, the older format without a mark, names of any length as GNU and pax write them, and sizes beyond 8 GiB in both ways. Folders, links, devices and sparse files
/// are passed over.
/// Source  POSIX.1-2017, pax, "ustar Interchange Format" and "pax Header Block"; GNU tar manual, "Basic Tar Format"
class TarReader
{
public:
    /// `from`: TarEntry::header of the entry to begin with. `file` must outlive the reader.
    explicit TarReader(const SeekableFile& file, std::uint64_t from = 0) : m_file(file), m_at(from) {}

    /// The next regular file; none at the end.
    ///
    /// Errors  Error(FileUnreadable, "PATH: what, at byte N") for an archive that is damaged or cut off: nothing behind that place can be found
    std::optional<TarEntry> next();

    /// Whether next() has met the mark of the end. An archive that was cut off between two entries lacks it.
    bool hasEnd() const { return m_hasEnd; }

private:
    struct Description;

    std::string textOf(std::uint64_t begin, std::uint64_t size) const;
    void readExtension(std::uint64_t begin, std::uint64_t size, Description& description) const;
    void passSparseMaps(bool hasMore);
    [[noreturn]] void refuse(const std::string& what) const;

    const SeekableFile& m_file;
    std::uint64_t m_at;
    bool m_hasEnd = false;
};

/// Whether the file begins as a tar archive that holds something.
bool isTar(const SeekableFile& file);

}
