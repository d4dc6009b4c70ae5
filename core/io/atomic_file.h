#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace spikeclip::io {

/// The size of a regular file, without reading it.
///
/// Units   bytes
/// Errors  Error(FileMissing); Error(FileUnreadable) if it may not be looked at or is a folder, device or pipe
std::uint64_t fileSize(const std::string& path);

/// All bytes of a regular file.
///
/// Units   largestBytes: bytes; the file is refused before anything is allocated if it is larger
/// Errors  Error(FileMissing); Error(FileUnreadable) if it cannot be opened or read, is larger, or is a folder, device or pipe
std::vector<std::byte> readFile(const std::string& path, std::uint64_t largestBytes);

/// Puts `bytes` into the file so that after a crash or power cut either the old content or the new one is there, never a part.
/// A temporary file in the same folder is written, synchronised and renamed; it is removed if anything fails. A symbolic link is followed, and
/// the permissions of a file that is replaced are kept. A process killed in between leaves `.spikeclip-*.tmp` behind.
///
/// Errors  Error(FileUnwritable) without permission, room or folder, or if the path names something that is not a regular file
void writeFileAtomically(const std::string& path, std::span<const std::byte> bytes);

}
