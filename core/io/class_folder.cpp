#include "core/io/class_folder.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace spikeclip::io {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> extensions = {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"};
constexpr std::uint64_t largestLabelFile = std::uint64_t{64} << 20; ///< bytes

bool isPicture(const fs::directory_entry& entry)
{
    std::string extension = entry.path().extension().string();
    for (char& letter : extension)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    std::error_code failed;
    return std::ranges::find(extensions, extension) != extensions.end() && entry.is_regular_file(failed);
}

/// The visible entries that `wanted` accepts, sorted by name.
template <typename Predicate>
std::vector<fs::path> listed(const fs::path& folder, const Predicate& wanted)
{
    std::vector<fs::path> found;
    try {
        for (const auto& entry : fs::directory_iterator(folder))
            if (!entry.path().filename().string().starts_with('.') && wanted(entry))
                found.push_back(entry.path());
    } catch (const fs::filesystem_error& error) {
        throw Error(ErrorCode::FileUnreadable, folder.string() + ": " + error.code().message());
    }
    std::ranges::sort(found, std::less<>(), [](const fs::path& path) { return path.filename().string(); });
    return found;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view spaces = " \r";
    const std::size_t begin = std::min(text.find_first_not_of(spaces), text.size());
    return text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

}

ClassFolder scanClassFolder(const std::string& path)
{
    std::error_code failed;
    if (!fs::exists(path, failed) && !failed)
        throw Error(ErrorCode::FileMissing, path);
    ClassFolder result;
    const auto isFolder = [](const fs::directory_entry& entry) {
        std::error_code dangling;
        return entry.is_directory(dangling);
    };
    for (const fs::path& folder : listed(path, isFolder)) {
        const auto pictures = listed(folder, isPicture);
        if (pictures.empty())
            continue;
        for (const fs::path& picture : pictures)
            result.files.push_back({.path = picture.string(), .label = static_cast<int>(result.classes.size())});
        result.classes.push_back(folder.filename().string());
    }
    if (result.files.empty())
        throw Error(ErrorCode::DataMissing, path);
    return result;
}

std::vector<LabelLine> readLabelFile(const std::string& path)
{
    const auto bytes = readFile(path, largestLabelFile);
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size()); // NOLINT: bytes as characters
    if (rest.starts_with("\xEF\xBB\xBF"))
        rest.remove_prefix(3);
    std::vector<LabelLine> lines;
    for (int number = 1; !rest.empty(); ++number) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto refuse = [&](const std::string& why) {
            throw Error(ErrorCode::FileUnreadable, path + ": line " + std::to_string(number) + ' ' + why);
        };
        if (line.empty() || line.starts_with('#'))
            continue;
        if (!text::isUtf8(line))
            refuse("is not UTF-8");
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) {
            lines.push_back({.folder = {}, .name = std::string(line)});
            continue;
        }
        const std::string_view folder = trimmed(line.substr(0, tab));
        const std::string_view name = trimmed(line.substr(tab + 1));
        if (folder.empty() || name.empty())
            refuse("has nothing on one side of its tab");
        if (name.find('\t') != std::string_view::npos)
            refuse("has more than one tab");
        lines.push_back({.folder = std::string(folder), .name = std::string(name)});
    }
    if (lines.empty())
        throw Error(ErrorCode::NoLabels, path);
    return lines;
}

}
