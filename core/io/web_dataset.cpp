#include "core/io/web_dataset.h"

#include "core/data/outcome.h"
#include "core/io/class_names.h"
#include "core/io/json.h"
#include "core/io/picture.h"
#include "core/io/tar.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace spikeclip::io {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t blockSize = 512;                     ///< bytes, of tar
constexpr std::uint64_t largestLabel = std::uint64_t{1} << 16; ///< bytes of a label's file; metadata and captions are smaller
constexpr std::size_t longestLabel = 200;                    ///< bytes of the label itself
constexpr std::int64_t highestNumber = 999'999'999;
constexpr std::array<std::string_view, 5> pictureKinds = {"jpg", "jpeg", "png", "webp", "bmp"};

/// Where texts come from, the most trusted first: a .txt is often a caption.
enum TextSource : std::size_t { LabelFile, JsonFile, TextFile, TextSources };

/// The files that share a key.
struct Group
{
    std::string picture; ///< a sample's name; empty: none yet
    std::optional<std::int64_t> number;
    std::array<std::string, TextSources> texts;
    std::string fault; ///< why a label could not be read

    const std::string& text() const
    {
        const auto found = std::ranges::find_if(texts, [](const auto& text) { return !text.empty(); });
        return found == texts.end() ? texts.back() : *found;
    }
};

/// "a/00012.seg.png" -> {"a/00012", "seg.png"}, the second in lower case; none for a hidden file or one without a dot.
std::optional<std::pair<std::string, std::string>> keyAndKind(const std::string& name)
{
    const auto slash = name.rfind('/');
    const auto base = slash == std::string::npos ? 0 : slash + 1;
    const auto dot = name.find('.', base);
    if (dot == std::string::npos || dot == base)
        return std::nullopt;
    auto kind = name.substr(dot + 1);
    for (char& letter : kind)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return std::pair(name.substr(0, dot), std::move(kind));
}

std::optional<std::int64_t> numberIn(std::string_view text)
{
    std::int64_t number = -1;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (wrong != std::errc() || end != text.data() + text.size() || number < 0 || number > highestNumber)
        return std::nullopt;
    return number;
}

/// A class of the list under the making.
struct Kind
{
    std::vector<std::string> samples;
    std::optional<std::string> text; ///< that of its pictures
    bool agrees = true;              ///< all have the same

    void add(std::string sample, const std::string& its)
    {
        agrees = agrees && (!text || *text == its);
        text = its;
        samples.push_back(std::move(sample));
    }
};

class Listing
{
public:
    void add(const std::string& archive)
    {
        m_order.clear();
        m_groups.clear();
        try {
            const SeekableFile file(archive);
            TarReader reader(file);
            while (const auto entry = reader.next())
                add(file, *entry);
            if (!reader.hasEnd())
                breaks(archive, "ends without its end mark: it may be cut off");
        } catch (const Error& error) { // what came before can be used, and so can the other archives
            m_list.broken.push_back(brokenSample(archive, error));
        }
        for (const auto& key : m_order)
            place(m_groups[key]);
    }

    SampleList take(const std::vector<std::string>& names)
    {
        m_list.format = data::DataFormat::WebDataset;
        // Captions would agree in a class of one picture: texts are names only if they are names everywhere.
        const bool areNames = std::ranges::all_of(m_kinds, [](const auto& kind) { return kind.second.agrees; });
        for (auto& [order, kind] : m_kinds) {
            const auto& [number, text] = order;
            const bool isNamed = areNames && kind.text && !kind.text->empty();
            const bool isListed = static_cast<std::size_t>(number) < names.size();
            const auto label = static_cast<int>(m_list.classes.size());
            m_list.classes.push_back(!text.empty() ? text : isNamed && !isListed ? *kind.text : numberedClass(number, names));
            for (auto& sample : kind.samples)
                m_list.samples.push_back({.name = std::move(sample), .label = label});
        }
        return std::move(m_list);
    }

private:
    void add(const SeekableFile& file, const TarEntry& entry)
    {
        const auto split = keyAndKind(entry.name);
        if (!split)
            return;
        const auto& [key, kind] = *split;
        const bool isPicture = std::ranges::find(pictureKinds, kind) != pictureKinds.end();
        if (!isPicture && kind != "txt" && kind != "label" && kind != "cls" && kind != "json")
            return;
        const auto [found, isNew] = m_groups.try_emplace(key);
        if (isNew)
            m_order.push_back(key);
        auto& group = found->second;
        if (!isPicture) {
            readLabel(file, entry, kind, group);
            return;
        }
        auto name = file.path() + '#' + entry.name + '@' + std::to_string(entry.header / blockSize);
        if (group.picture.empty())
            group.picture = std::move(name);
        else
            breaks(name, "is a second picture of " + key);
    }

    static void readLabel(const SeekableFile& file, const TarEntry& entry, const std::string& kind, Group& group)
    {
        if (entry.size > largestLabel) {
            group.fault = "its ." + kind + " is too long for a label";
            return;
        }
        const auto bytes = file.bytes(entry.begin, entry.size);
        const std::string text(trimmed({reinterpret_cast<const char*>(bytes.data()), bytes.size()})); // NOLINT: bytes as characters
        if (kind == "json") {
            readJson(text, group);
            return;
        }
        const auto number = kind == "cls" ? numberIn(text) : std::nullopt;
        if (number)
            group.number = number;
        else
            takeText(text, kind == "txt" ? TextFile : LabelFile, group);
    }

    static void readJson(const std::string& text, Group& group)
    {
        try {
            const auto document = parseJsonObject(text);
            for (const char* key : {"label", "class"}) {
                const auto found = document.find(key);
                if (found == document.end())
                    continue;
                if (found->is_string() && group.texts[JsonFile].empty())
                    takeText(std::string(trimmed(found->get_ref<const std::string&>())), JsonFile, group);
                else if (found->is_number_integer() && !group.number)
                    group.number = numberIn(found->dump());
            }
        } catch (const Error& error) {
            group.fault = std::string("its .json cannot be read: ") + error.what();
        }
    }

    static void takeText(const std::string& text, TextSource source, Group& group)
    {
        const bool isOneLine = std::ranges::none_of(text, [](char one) { return static_cast<unsigned char>(one) < ' '; });
        if (text.empty() || text.size() > longestLabel || !isOneLine || !text::isUtf8(text))
            group.fault = "its label is empty, too long or not a line of UTF-8";
        else
            group.texts[source] = text;
    }

    /// A whole group into its class.
    void place(Group& group)
    {
        if (group.picture.empty())
            return;
        const auto& text = group.text();
        if (group.number)
            m_kinds[{*group.number, {}}].add(std::move(group.picture), text);
        else if (!text.empty())
            m_kinds[{std::numeric_limits<std::int64_t>::max(), text}].add(std::move(group.picture), text);
        else
            breaks(group.picture, group.fault.empty() ? "has no label" : group.fault);
    }

    void breaks(const std::string& sample, const std::string& reason) { m_list.broken.push_back({sample, reason}); }

    SampleList m_list;
    std::unordered_map<std::string, Group> m_groups; ///< of one archive, by key
    std::vector<std::string> m_order;                ///< of the keys
    std::map<std::pair<std::int64_t, std::string>, Kind> m_kinds; ///< by number, or behind all numbers by text
};

/// "ENTRY@BLOCK" taken apart; without a block all of it is the entry.
std::pair<std::string, std::optional<std::uint64_t>> entryAndBlock(const std::string& place)
{
    const auto at = place.rfind('@');
    if (at == std::string::npos)
        return {place, std::nullopt};
    const auto number = numberIn(std::string_view(place).substr(at + 1));
    if (!number)
        return {place, std::nullopt};
    return {place.substr(0, at), static_cast<std::uint64_t>(*number)};
}

}

SampleList listWebDataset(const std::vector<std::string>& archives)
{
    Listing listing;
    for (const auto& archive : archives)
        listing.add(archive);
    std::vector<std::string> names;
    if (!archives.empty()) {
        const auto folder = fs::path(archives.front()).parent_path();
        names = readNameList((folder / "classnames.txt").string());
        if (names.empty())
            names = readNameList((folder / ".." / "classnames.txt").string());
    }
    return listing.take(names);
}

data::ImagePtr readFromArchive(const SeekableFile& archive, const std::string& place)
{
    const auto name = archive.path() + '#' + place;
    const auto [wanted, block] = entryAndBlock(place);
    TarReader reader(archive, block.value_or(0) * blockSize);
    auto entry = reader.next();
    while (!block && entry && entry->name != wanted)
        entry = reader.next();
    if (!entry || entry->name != wanted)
        throw Error(ErrorCode::FileMissing, name);
    const PictureLimits limits;
    if (entry->size > limits.bytes)
        throw Error(ErrorCode::PictureTooLarge, name + ": " + std::to_string(entry->size) + " bytes, at most " + std::to_string(limits.bytes));
    return std::make_shared<const data::Image>(decodePicture(archive.bytes(entry->begin, entry->size), name, limits));
}

}
