#include "core/io/safetensors.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/text/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <optional>
#include <set>
#include <string_view>

static_assert(std::endian::native == std::endian::little, "safetensors are little-endian and their bytes are used as they are");

namespace spikeclip::io {

namespace {

constexpr std::uint64_t lengthBytes = 8;
constexpr std::uint64_t largestHeader = 100'000'000; ///< bytes. Source: safetensors format description
constexpr std::size_t largestRank = 32;
constexpr const char* metadataKey = "__metadata__";

struct TypeRow
{
    DType dtype;
    std::string_view name;
    std::size_t bytes;
};
constexpr std::array<TypeRow, 10> types = {{{DType::F64, "F64", 8},
                                            {DType::F32, "F32", 4},
                                            {DType::F16, "F16", 2},
                                            {DType::BF16, "BF16", 2},
                                            {DType::I64, "I64", 8},
                                            {DType::I32, "I32", 4},
                                            {DType::I16, "I16", 2},
                                            {DType::I8, "I8", 1},
                                            {DType::U8, "U8", 1},
                                            {DType::Bool, "BOOL", 1}}};

const TypeRow& row(DType dtype)
{
    return *std::ranges::find(types, dtype, &TypeRow::dtype);
}

/// Product of the shape times the element's bytes, or nothing if it does not fit 63 bits.
std::optional<std::uint64_t> byteCount(DType dtype, const std::vector<std::int64_t>& shape)
{
    std::uint64_t count = bytesPerElement(dtype);
    for (const std::int64_t extent : shape)
        if (extent < 0 || __builtin_mul_overflow(count, static_cast<std::uint64_t>(extent), &count) || count > std::numeric_limits<std::int64_t>::max())
            return std::nullopt;
    return count;
}

/// What the header says of one tensor.
struct Entry
{
    std::optional<DType> dtype;
    std::optional<std::vector<std::int64_t>> shape;
    std::optional<std::vector<std::int64_t>> offsets;
};

/// A reason without the file's name, for parseSafetensors() to complete.
struct Refused
{
    std::string what;
};

/// Reads the header event by event, so that a hostile one never becomes a tree in memory.
class HeaderReader : public nlohmann::json::json_sax_t
{
public:
    std::map<std::string, std::string> metadata;
    std::map<std::string, Entry> entries;

    bool start_object(std::size_t) override
    {
        if (m_place == Place::Outside)
            m_place = Place::Header;
        else if (m_place == Place::Header && m_key == metadataKey)
            m_place = Place::Metadata;
        else if (m_place == Place::Header) {
            m_entry = &entries[m_key];
            m_place = Place::Tensor;
        } else
            refuse("an object");
        return true;
    }

    bool key(string_t& name) override
    {
        const bool isNew = m_place == Place::Header     ? m_names.insert(name).second
                           : m_place == Place::Metadata ? !metadata.contains(name)
                                                        : isNewField(name);
        if (!isNew)
            throw Refused{"its header has the key '" + shortened(name) + "' twice"};
        (m_place == Place::Header ? m_key : m_field) = name;
        return true;
    }

    bool end_object() override
    {
        if (m_place == Place::Tensor && !(m_entry->dtype && m_entry->shape && m_entry->offsets))
            throw Refused{"tensor '" + shortened(m_key) + "' lacks its dtype, shape or data_offsets"};
        m_place = m_place == Place::Header ? Place::Outside : Place::Header;
        return true;
    }

    bool string(string_t& value) override
    {
        if (m_place == Place::Metadata) {
            metadata[m_field] = value;
            return true;
        }
        if (m_place != Place::Tensor || m_field != "dtype")
            refuse("a text");
        const auto* type = std::ranges::find(types, std::string_view(value), &TypeRow::name);
        if (type == types.end())
            throw Refused{"tensor '" + shortened(m_key) + "' has the unknown dtype '" + shortened(value) + "'"};
        m_entry->dtype = type->dtype;
        return true;
    }

    bool start_array(std::size_t) override
    {
        if (m_place != Place::Tensor || m_field == "dtype")
            refuse("a list");
        m_place = Place::Numbers;
        m_numbers.clear();
        return true;
    }

    bool number_unsigned(number_unsigned_t value) override
    {
        if (m_place != Place::Numbers)
            refuse("a number");
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            refuse("a number that is too large");
        if (m_numbers.size() == largestRank)
            throw Refused{"tensor '" + shortened(m_key) + "' has more than " + std::to_string(largestRank) + " numbers in its " + m_field};
        m_numbers.push_back(static_cast<std::int64_t>(value));
        return true;
    }

    bool end_array() override
    {
        if (m_field == "data_offsets" && m_numbers.size() != 2)
            throw Refused{"tensor '" + shortened(m_key) + "' has data_offsets that are not two numbers"};
        (m_field == "shape" ? m_entry->shape : m_entry->offsets) = m_numbers;
        m_place = Place::Tensor;
        return true;
    }

    bool null() override { refuse("null"); }
    bool boolean(bool) override { refuse("true or false"); }
    bool number_integer(number_integer_t) override { refuse("a negative number"); }
    bool number_float(number_float_t, const string_t&) override { refuse("a number that is not whole"); }
    bool binary(binary_t&) override { refuse("binary data"); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override
    {
        throw Refused{"its header is not JSON from byte " + std::to_string(position) + " on"};
    }

private:
    enum class Place { Outside, Header, Metadata, Tensor, Numbers };

    static std::string shortened(const std::string& text) { return text.size() <= 100 ? text : text.substr(0, 100) + "..."; }

    [[noreturn]] void refuse(const std::string& found) const
    {
        throw Refused{"its header has " + found + " where there should be none, at or after '" + shortened(m_key) + "'"};
    }

    bool isNewField(const std::string& name) const
    {
        if (name == "dtype")
            return !m_entry->dtype;
        if (name == "shape")
            return !m_entry->shape;
        if (name == "data_offsets")
            return !m_entry->offsets;
        throw Refused{"tensor '" + shortened(m_key) + "' has the unknown field '" + shortened(name) + "'"};
    }

    Place m_place = Place::Outside;
    std::string m_key;   ///< in the header
    std::string m_field; ///< in the metadata or a tensor's entry
    std::set<std::string> m_names;
    Entry* m_entry = nullptr;
    std::vector<std::int64_t> m_numbers;
};

Safetensors parse(std::span<const std::byte> bytes)
{
    if (bytes.size() < lengthBytes)
        throw Refused{"it is too short to be a safetensors file"};
    std::uint64_t headerBytes = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        headerBytes |= std::to_integer<std::uint64_t>(bytes[i]) << 8 * i;
    if (headerBytes > largestHeader || headerBytes > bytes.size() - lengthBytes)
        throw Refused{"its header would have " + std::to_string(headerBytes) + " bytes, which the file cannot hold"};

    const auto header = bytes.subspan(lengthBytes, headerBytes);
    const auto buffer = bytes.subspan(lengthBytes + headerBytes);
    const std::string_view text(reinterpret_cast<const char*>(header.data()), header.size()); // NOLINT: bytes as characters
    if (!text.starts_with('{'))
        throw Refused{"its header does not begin with '{'"};
    if (text.find('\0') != std::string_view::npos) // the JSON reader takes it for the end
        throw Refused{"its header contains a zero byte"};
    HeaderReader reader;
    nlohmann::json::sax_parse(text.begin(), text.end(), &reader);

    struct Range
    {
        std::uint64_t begin, end;
        const std::string* name;
        bool operator<(const Range& other) const { return std::pair(begin, end) < std::pair(other.begin, other.end); }
    };
    std::vector<Range> ranges;
    for (const auto& [name, entry] : reader.entries) {
        const auto begin = static_cast<std::uint64_t>((*entry.offsets)[0]);
        const auto end = static_cast<std::uint64_t>((*entry.offsets)[1]);
        if (begin > end || end > buffer.size())
            throw Refused{"tensor '" + name + "' lies outside the file"};
        if (byteCount(*entry.dtype, *entry.shape) != end - begin)
            throw Refused{"tensor '" + name + "' has another size than its shape and dtype say"};
        ranges.push_back({begin, end, &name});
    }
    std::ranges::sort(ranges, std::less<>());
    std::uint64_t covered = 0;
    for (const Range& range : ranges) {
        if (range.begin != covered)
            throw Refused{"tensor '" + *range.name + (range.begin < covered ? "' overlaps another" : "' comes after bytes that belong to none")};
        covered = range.end;
    }
    if (covered != buffer.size())
        throw Refused{"it has " + std::to_string(buffer.size() - covered) + " bytes at its end that belong to no tensor"};

    Safetensors file{.metadata = std::move(reader.metadata), .tensors = {}};
    for (const Range& range : ranges) {
        Entry& entry = reader.entries[*range.name];
        const auto part = buffer.subspan(range.begin, range.end - range.begin);
        file.tensors[*range.name] = {.dtype = *entry.dtype, .shape = std::move(*entry.shape), .bytes = {part.begin(), part.end()}};
    }
    return file;
}

std::string quoted(const std::string& text)
{
    if (!text::isUtf8(text))
        throw Error(ErrorCode::BadValue, "a name or text that is not UTF-8 cannot be saved");
    return nlohmann::json(text).dump();
}

}

std::size_t bytesPerElement(DType dtype)
{
    return row(dtype).bytes;
}

Safetensors readSafetensors(const std::string& path)
{
    return parseSafetensors(readFile(path, largestSafetensorsFile), path);
}

Safetensors parseSafetensors(std::span<const std::byte> bytes, const std::string& nameForMessages)
{
    try {
        return parse(bytes);
    } catch (const Refused& refused) {
        throw Error(ErrorCode::CheckpointBroken, nameForMessages + ": " + refused.what);
    }
}

std::vector<std::byte> safetensorsBytes(const Safetensors& file)
{
    std::vector<const std::pair<const std::string, TensorData>*> ordered;
    for (const auto& item : file.tensors) {
        if (byteCount(item.second.dtype, item.second.shape) != item.second.bytes.size())
            throw Error(ErrorCode::BadShape, "tensor '" + item.first + "' has " + std::to_string(item.second.bytes.size())
                                                 + " bytes, which is not what its shape says");
        if (item.first == metadataKey)
            throw Error(ErrorCode::BadValue, "a tensor cannot be called '__metadata__'");
        ordered.push_back(&item);
    }
    std::ranges::stable_sort(ordered, std::greater<>(), [](const auto* item) { return bytesPerElement(item->second.dtype); });

    std::string header = "{";
    const auto beginItem = [&header](const std::string& name) {
        if (!header.ends_with('{'))
            header += ',';
        header += quoted(name);
        header += ':';
    };
    if (!file.metadata.empty()) {
        beginItem(metadataKey);
        header += '{';
        for (const auto& [name, text] : file.metadata) {
            beginItem(name);
            header += quoted(text);
        }
        header += '}';
    }
    std::uint64_t offset = 0;
    for (const auto* item : ordered) {
        const TensorData& tensor = item->second;
        beginItem(item->first);
        header += R"({"dtype":")" + std::string(row(tensor.dtype).name) + R"(","shape":)" + nlohmann::json(tensor.shape).dump() + R"(,"data_offsets":[)"
                  + std::to_string(offset) + ',' + std::to_string(offset + tensor.bytes.size()) + "]}";
        offset += tensor.bytes.size();
    }
    header += '}';
    header.append((lengthBytes - header.size() % lengthBytes) % lengthBytes, ' '); // the tensors begin at a multiple of eight
    if (header.size() > largestHeader)
        throw Error(ErrorCode::BadValue, "a safetensors header of " + std::to_string(header.size()) + " bytes is too long");

    std::vector<std::byte> bytes;
    bytes.reserve(lengthBytes + header.size() + offset);
    for (std::size_t i = 0; i < lengthBytes; ++i)
        bytes.push_back(static_cast<std::byte>(std::uint64_t{header.size()} >> 8 * i));
    std::ranges::transform(header, std::back_inserter(bytes), [](char c) { return static_cast<std::byte>(c); });
    for (const auto* item : ordered)
        bytes.insert(bytes.end(), item->second.bytes.begin(), item->second.bytes.end());
    return bytes;
}

void writeSafetensors(const std::string& path, const Safetensors& file)
{
    writeFileAtomically(path, safetensorsBytes(file));
}

}
