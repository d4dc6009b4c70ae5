#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace spikeclip::io {

/// A regular file that is read in places and never as a whole. Open as long as the object lives.
///
/// Units   offsets and sizes in bytes
class SeekableFile
{
public:
    /// Errors  Error(FileMissing); Error(FileUnreadable) if it cannot be opened or is a folder, device or pipe
    explicit SeekableFile(const std::string& path);
    SeekableFile(const SeekableFile&) = delete;
    SeekableFile& operator=(const SeekableFile&) = delete;
    ~SeekableFile();

    const std::string& path() const { return m_path; }
    std::uint64_t size() const { return m_size; } ///< when it was opened

    /// Fills `into` from `offset` on and returns how many bytes there were; fewer than asked for only at the end of the file.
    ///
    /// Errors  Error(FileUnreadable)
    std::size_t read(std::uint64_t offset, std::span<std::byte> into) const;

    /// Exactly these bytes. Nothing is allocated for more than the file holds.
    ///
    /// Errors  Error(FileUnreadable), also if the file ends before
    std::vector<std::byte> bytes(std::uint64_t offset, std::uint64_t count) const;

private:
    std::string m_path;
    int m_number = -1;
    std::uint64_t m_size = 0;
};

}
