#include "core/io/seekable_file.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spikeclip::io {

namespace {

[[noreturn]] void throwUnreadable(const std::string& path, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        throw Error(ErrorCode::FileMissing, path);
    throw Error(ErrorCode::FileUnreadable, path + ": " + std::generic_category().message(error));
}

}

SeekableFile::SeekableFile(const std::string& path) : m_path(path)
{
    const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe without a writer must not hold us up
    if (number < 0)
        throwUnreadable(path, errno);
    struct stat status = {};
    const int error = ::fstat(number, &status) == 0 ? 0 : errno;
    if (error != 0 || !S_ISREG(status.st_mode)) {
        ::close(number);
        if (error != 0)
            throwUnreadable(path, error);
        throw Error(ErrorCode::FileUnreadable, path + (S_ISDIR(status.st_mode) ? ": is a folder" : ": is not a regular file"));
    }
    m_number = number;
    m_size = static_cast<std::uint64_t>(status.st_size);
}

SeekableFile::~SeekableFile()
{
    ::close(m_number);
}

std::size_t SeekableFile::read(std::uint64_t offset, std::span<std::byte> into) const
{
    std::size_t done = 0;
    if (offset >= m_size) // also keeps the sums below from running over
        return 0;
    while (done < into.size() && offset + done < m_size) {
        const ssize_t count = ::pread(m_number, into.data() + done, std::min(into.size() - done, std::size_t{1} << 30), static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throwUnreadable(m_path, errno);
        if (count == 0)
            break; // somebody shortened it meanwhile
        done += static_cast<std::size_t>(count);
    }
    return done;
}

std::vector<std::byte> SeekableFile::bytes(std::uint64_t offset, std::uint64_t count) const
{
    const auto refuse = [&] { throw Error(ErrorCode::FileUnreadable, m_path + ": ends before " + std::to_string(count) + " bytes from " + std::to_string(offset) + " on"); };
    if (offset > m_size || count > m_size - offset)
        refuse();
    std::vector<std::byte> found(count);
    if (read(offset, found) < count)
        refuse();
    return found;
}

}
