#include "core/io/atomic_file.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spikeclip::io {

namespace {

std::string reason(int error)
{
    return std::generic_category().message(error);
}

[[noreturn]] void throwUnreadable(const std::string& path, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        throw Error(ErrorCode::FileMissing, path);
    throw Error(ErrorCode::FileUnreadable, path + ": " + reason(error));
}

[[noreturn]] void throwUnwritable(const std::string& path, int error)
{
    throw Error(ErrorCode::FileUnwritable, path + ": " + reason(error));
}

/// An open file that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

    /// The error number of close(), 0 if all went well: some file systems report a full disk only here.
    int close()
    {
        const int number = std::exchange(m_number, -1);
        return number >= 0 && ::close(number) != 0 ? errno : 0;
    }

private:
    int m_number;
};

void refuseUnlessRegular(const std::string& path, const struct stat& status)
{
    if (S_ISDIR(status.st_mode))
        throw Error(ErrorCode::FileUnreadable, path + ": is a folder");
    if (!S_ISREG(status.st_mode))
        throw Error(ErrorCode::FileUnreadable, path + ": is not a regular file");
}

/// 0, or the error number.
int writeAll(int file, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), std::min(bytes.size(), std::size_t{1} << 30));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Makes the renaming itself survive a power cut. File systems that cannot synchronise a folder say so; that is no failure.
int synchroniseFolder(const std::string& folder)
{
    const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open.isOpen())
        return errno == EACCES ? 0 : errno; // one may be allowed to write into a folder that one may not list
    return ::fsync(open.number()) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

}

std::uint64_t fileSize(const std::string& path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        throwUnreadable(path, errno);
    refuseUnlessRegular(path, status);
    return static_cast<std::uint64_t>(status.st_size);
}

std::vector<std::byte> readFile(const std::string& path, std::uint64_t largestBytes)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)); // a pipe without a writer must not hold us up
    if (!file.isOpen())
        throwUnreadable(path, errno);
    struct stat status = {};
    if (::fstat(file.number(), &status) != 0)
        throwUnreadable(path, errno);
    refuseUnlessRegular(path, status);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > largestBytes)
        throw Error(ErrorCode::FileUnreadable,
                    path + ": has " + std::to_string(size) + " bytes, at most " + std::to_string(largestBytes) + " are read");

    std::vector<std::byte> bytes(size);
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::read(file.number(), bytes.data() + done, std::min(bytes.size() - done, std::size_t{1} << 30));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throwUnreadable(path, errno);
        if (count == 0)
            break; // somebody shortened it meanwhile
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

void writeFileAtomically(const std::string& path, std::span<const std::byte> bytes)
{
    std::error_code ignored; // a file that is not there yet is an error to is_symlink()
    std::filesystem::path target = path;
    if (std::filesystem::is_symlink(target, ignored)) {
        std::error_code broken;
        target = std::filesystem::weakly_canonical(target, broken);
        if (broken)
            throwUnwritable(path, broken.value());
    }
    if (!target.has_filename())
        throwUnwritable(path, EISDIR);
    const std::string folder = target.has_parent_path() ? target.parent_path().string() : ".";

    struct stat old = {};
    const bool replaces = ::stat(target.c_str(), &old) == 0;
    if (replaces && !S_ISREG(old.st_mode))
        throw Error(ErrorCode::FileUnwritable, path + ": " + (S_ISDIR(old.st_mode) ? "is a folder" : "is not a regular file"));

    static std::atomic<unsigned> counter = 0;
    std::string temporary;
    int number = -1;
    for (int attempt = 0; attempt < 1000 && number < 0; ++attempt) { // names left behind by a killed process of the same id are passed over
        temporary = folder + "/.spikeclip-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp";
        number = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (number < 0 && errno != EEXIST)
            throwUnwritable(path, errno);
    }
    if (number < 0)
        throwUnwritable(path, EEXIST);

    Descriptor file(number);
    int error = replaces && ::fchmod(file.number(), old.st_mode & 07777) != 0 ? errno : 0;
    if (error == 0)
        error = writeAll(file.number(), bytes);
    if (error == 0 && ::fsync(file.number()) != 0)
        error = errno;
    if (const int closing = file.close(); error == 0)
        error = closing;
    if (error == 0 && ::rename(temporary.c_str(), target.c_str()) != 0)
        error = errno;
    if (error != 0) {
        ::unlink(temporary.c_str());
        throwUnwritable(path, error);
    }
    if (const int folderError = synchroniseFolder(folder); folderError != 0)
        throwUnwritable(path, folderError);
}

}
