#include "core/io/picture_header.h"

#include "core/data/outcome.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace spikeclip::io {

namespace {

/// Reasons without the file's name, for readPictureHeader() to complete.
struct Broken
{
    std::string what;
};
struct Unsupported
{
    std::string format;
};

/// Numbers out of bytes; reading beyond the end means that the file was cut off.
class Reader
{
public:
    explicit Reader(std::span<const std::byte> bytes, bool bigEndian) : m_bytes(bytes), m_bigEndian(bigEndian) {}

    std::uint64_t size() const { return m_bytes.size(); }

    std::uint32_t number(std::uint64_t at, int bytes) const
    {
        need(at, static_cast<std::uint64_t>(bytes));
        std::uint32_t value = 0;
        for (int i = 0; i < bytes; ++i)
            value = value << 8 | std::to_integer<std::uint32_t>(m_bytes[at + static_cast<std::uint64_t>(m_bigEndian ? i : bytes - 1 - i)]);
        return value;
    }
    std::uint32_t u8(std::uint64_t at) const { return number(at, 1); }
    std::uint32_t u16(std::uint64_t at) const { return number(at, 2); }
    std::uint32_t u32(std::uint64_t at) const { return number(at, 4); }

    std::string_view text(std::uint64_t at, std::uint64_t length) const
    {
        need(at, length);
        return {reinterpret_cast<const char*>(m_bytes.data()) + at, length}; // NOLINT: bytes as characters
    }

    std::span<const std::byte> part(std::uint64_t at, std::uint64_t length) const
    {
        need(at, length);
        return m_bytes.subspan(at, length);
    }

    void need(std::uint64_t at, std::uint64_t length) const
    {
        if (at > size() || length > size() - at)
            throw Broken{"it is cut off"};
    }

private:
    std::span<const std::byte> m_bytes;
    bool m_bigEndian;
};

/// The first directory of a TIFF file, which is also the form of EXIF. Source: TIFF 6.0, section 2.
class TiffDirectory
{
public:
    explicit TiffDirectory(std::span<const std::byte> bytes) : m_reader(bytes, bytes.size() > 1 && bytes[0] == std::byte{'M'})
    {
        m_begin = m_reader.u32(4);
        m_count = m_reader.u16(m_begin);
        m_reader.need(m_begin + 2, std::uint64_t{12} * m_count);
    }

    /// All values of a tag; empty if the tag is not there or not of whole numbers.
    std::vector<std::uint32_t> values(std::uint32_t tag) const
    {
        std::vector<std::uint32_t> found;
        for (std::uint64_t entry = m_begin + 2; entry < m_begin + 2 + std::uint64_t{12} * m_count; entry += 12) {
            if (m_reader.u16(entry) != tag)
                continue;
            const std::uint32_t type = m_reader.u16(entry + 2);
            const int bytes = type == 1 ? 1 : type == 3 ? 2 : type == 4 ? 4 : 0;
            const std::uint64_t count = bytes == 0 ? 0 : m_reader.u32(entry + 4);
            const std::uint64_t total = count * static_cast<std::uint64_t>(bytes);
            const std::uint64_t begin = total <= 4 ? entry + 8 : m_reader.u32(entry + 8);
            m_reader.need(begin, total);
            for (std::uint64_t i = 0; i < count; ++i)
                found.push_back(m_reader.number(begin + i * static_cast<std::uint64_t>(bytes), bytes));
            break;
        }
        return found;
    }

    std::uint32_t value(std::uint32_t tag, std::uint32_t otherwise) const
    {
        const auto all = values(tag);
        return all.empty() ? otherwise : all.front();
    }

private:
    Reader m_reader;
    std::uint64_t m_begin = 0;
    std::uint64_t m_count = 0;
};

namespace tag {
constexpr std::uint32_t width = 256, height = 257, stripOffsets = 273, orientation = 274, stripBytes = 279, tileWidth = 322, tileHeight = 323,
                        tileOffsets = 324, tileBytes = 325, extraSamples = 338;
}

/// EXIF's orientation, 1 if it says nothing sensible: damaged EXIF is no reason to refuse a picture.
int orientationOf(std::span<const std::byte> exif)
{
    try {
        const std::uint32_t value = TiffDirectory(exif).value(tag::orientation, 1);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    } catch (const Broken&) {
        return 1;
    }
}

constexpr std::string_view exifMark("Exif\0\0", 6);

PictureHeader jpeg(const Reader& file)
{
    PictureHeader header{.format = PictureFormat::Jpeg};
    bool hasScan = false;
    for (std::uint64_t at = 2;;) {
        while (at < file.size() && file.u8(at) != 0xFF) // decoders skip what lies between segments
            ++at;
        while (at < file.size() && file.u8(at) == 0xFF)
            ++at;
        if (at >= file.size())
            throw Broken{"it ends before the end marker of a JPEG"};
        const std::uint32_t marker = file.u8(at++);
        if (marker == 0xD9)
            break;
        if (marker == 0x00 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7))
            continue; // without a length
        const std::uint64_t length = file.u16(at);
        if (marker == 0xD8 || length < 2)
            throw Broken{"its segments make no sense"};
        file.need(at, length);
        const bool isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame && header.width == 0) {
            if (marker == 0xC3 || marker == 0xC7 || marker == 0xCB || marker == 0xCF)
                throw Unsupported{"lossless JPEG"};
            if (marker > 0xC2 && marker != 0xC9 && marker != 0xCA)
                throw Unsupported{"hierarchical JPEG"};
            if (file.u8(at + 2) != 8)
                throw Unsupported{std::string("JPEG with ").append(std::to_string(file.u8(at + 2))).append(" bits a sample")};
            header.height = file.u16(at + 3);
            header.width = file.u16(at + 5);
        }
        if (marker == 0xE1 && length >= 2 + exifMark.size() && file.text(at + 2, exifMark.size()) == exifMark && header.orientation == 1)
            header.orientation = orientationOf(file.part(at + 2 + exifMark.size(), length - 2 - exifMark.size()));
        at += length;
        if (marker != 0xDA)
            continue;
        hasScan = true;
        // Compressed data: an FF in it is followed by a zero or a restart marker.
        while (at + 1 < file.size() && !(file.u8(at) == 0xFF && file.u8(at + 1) != 0 && (file.u8(at + 1) < 0xD0 || file.u8(at + 1) > 0xD7)))
            ++at;
    }
    if (!hasScan || header.width == 0)
        throw Broken{"it holds no picture"};
    return header;
}

PictureHeader png(const Reader& file)
{
    PictureHeader header{.format = PictureFormat::Png};
    bool hasData = false;
    std::uint32_t colourType = 0;
    for (std::uint64_t at = 8;;) {
        const std::uint64_t length = file.u32(at);
        const std::string_view type = file.text(at + 4, 4);
        const std::uint64_t body = at + 8;
        file.need(body, length + 4); // and its check sum
        if ((at == 8) != (type == "IHDR"))
            throw Broken{"its first chunk is not the header of a PNG"};
        if (type == "IHDR") {
            if (length != 13)
                throw Broken{"its header has a wrong length"};
            header.width = file.u32(body);
            header.height = file.u32(body + 4);
            header.greyBits = static_cast<int>(file.u8(body + 8));
            colourType = file.u8(body + 9);
        }
        if (type == "tRNS" && colourType == 0 && length == 2)
            header.transparentGrey = file.u16(body);
        if (type == "eXIf" && header.orientation == 1)
            header.orientation = orientationOf(file.part(body, length));
        hasData = hasData || type == "IDAT";
        if (type == "IEND")
            break;
        at = body + length + 4;
    }
    if (!hasData)
        throw Broken{"it holds no picture"};
    return header;
}

/// A two's complement number of 32 bits.
std::int64_t signedNumber(std::uint32_t bits)
{
    return static_cast<std::int32_t>(bits);
}

PictureHeader bmp(const Reader& file)
{
    PictureHeader header{.format = PictureFormat::Bmp};
    const bool isOld = file.u32(14) == 12; // OS/2's header, with short numbers
    header.width = isOld ? file.u16(18) : signedNumber(file.u32(18));
    header.height = isOld ? file.u16(20) : signedNumber(file.u32(22));
    header.height = std::abs(header.height); // negative: rows from the top
    const std::uint64_t bits = file.u16(isOld ? 24 : 28);
    const std::uint32_t compression = isOld ? 0 : file.u32(30);
    if (compression > 3)
        throw Unsupported{std::string("BMP with compression ").append(std::to_string(compression))};
    if (header.width <= 0 || header.height <= 0 || bits == 0 || bits > 32)
        throw Broken{"its header makes no sense"};
    if (compression == 0 || compression == 3) {
        const std::uint64_t row = (static_cast<std::uint64_t>(header.width) * bits + 7) / 8;
        const std::uint64_t paddedRow = (row + 3) / 4 * 4;
        file.need(file.u32(10), paddedRow * static_cast<std::uint64_t>(header.height - 1) + row); // below 2^66 / 8: no overflow
    }
    return header;
}

PictureHeader tiff(const Reader& file)
{
    const TiffDirectory directory(file.part(0, file.size()));
    PictureHeader header{.format = PictureFormat::Tiff};
    header.width = directory.value(tag::width, 0);
    header.height = directory.value(tag::height, 0);
    header.tilePixels = std::int64_t{directory.value(tag::tileWidth, 0)} * directory.value(tag::tileHeight, 0);
    header.associatedAlpha = directory.value(tag::extraSamples, 2) == 1;
    const bool isTiled = header.tilePixels > 0;
    const auto offsets = directory.values(isTiled ? tag::tileOffsets : tag::stripOffsets);
    const auto lengths = directory.values(isTiled ? tag::tileBytes : tag::stripBytes);
    if (offsets.empty() || (!lengths.empty() && lengths.size() != offsets.size()))
        throw Broken{"it does not say where its pixels are"};
    for (std::size_t i = 0; i < offsets.size(); ++i)
        file.need(offsets[i], lengths.empty() ? 1 : lengths[i]);
    return header;
}

PictureHeader webp(const Reader& file)
{
    PictureHeader header{.format = PictureFormat::WebP};
    const std::uint64_t end = std::uint64_t{file.u32(4)} + 8;
    file.need(0, end);
    const std::string_view kind = file.text(12, 4);
    const std::uint64_t body = 20;
    if (kind == "VP8 ") {
        if (file.text(body + 3, 3) != "\x9D\x01\x2A")
            throw Broken{"its first frame is not a key frame"};
        header.width = file.u16(body + 6) & 0x3FFF;
        header.height = file.u16(body + 8) & 0x3FFF;
    } else if (kind == "VP8L") {
        if (file.u8(body) != 0x2F)
            throw Broken{"its lossless data does not begin as it should"};
        const std::uint32_t sizes = file.u32(body + 1);
        header.width = (sizes & 0x3FFF) + 1;
        header.height = (sizes >> 14 & 0x3FFF) + 1;
    } else if (kind == "VP8X") {
        if ((file.u8(body) & 0x02) != 0)
            throw Unsupported{"animated WebP"};
        header.width = std::int64_t{file.number(body + 4, 3)} + 1;
        header.height = std::int64_t{file.number(body + 7, 3)} + 1;
        for (std::uint64_t at = 12; at + 8 <= end;) {
            const std::uint64_t length = file.u32(at + 4);
            file.need(at + 8, length);
            auto exif = file.part(at + 8, length);
            if (file.text(at, 4) == "EXIF") {
                if (length >= exifMark.size() && file.text(at + 8, exifMark.size()) == exifMark) // some writers copy JPEG's mark
                    exif = exif.subspan(exifMark.size());
                header.orientation = orientationOf(exif);
            }
            at += 8 + (length + 1) / 2 * 2;
        }
    } else
        throw Broken{"its first chunk is not one of WebP's"};
    return header;
}

struct Signature
{
    std::size_t at;
    std::string_view bytes;
    const char* format;
};

using namespace std::string_view_literals;

/// Formats that people have, that we do not decode, and that deserve to be called by their names.
constexpr std::array<Signature, 33> otherFormats = {{
    {0, "GIF8"sv, "GIF"},
    {4, "ftypavif"sv, "AVIF"},
    {4, "ftypavis"sv, "AVIF"},
    {4, "ftypheic"sv, "HEIC"},
    {4, "ftypheix"sv, "HEIC"},
    {4, "ftyphevc"sv, "HEIC"},
    {4, "ftypheim"sv, "HEIC"},
    {4, "ftypmif1"sv, "HEIF"},
    {4, "ftypmsf1"sv, "HEIF"},
    {4, "ftypcrx "sv, "Canon raw"},
    {4, "ftyp"sv, "video"},
    {0, "\x00\x00\x00\x0CJXL "sv, "JPEG XL"},
    {0, "\xFF\x0A"sv, "JPEG XL"},
    {0, "\x00\x00\x00\x0CjP  "sv, "JPEG 2000"},
    {0, "\xFF\x4F\xFF\x51"sv, "JPEG 2000"},
    {0, "II+\0"sv, "BigTIFF"},
    {0, "MM\0+"sv, "BigTIFF"},
    {0, "%PDF"sv, "PDF"},
    {0, "%!PS"sv, "PostScript"},
    {0, "8BPS"sv, "Photoshop"},
    {0, "gimp xcf"sv, "GIMP"},
    {0, "\x00\x00\x01\x00"sv, "icon"},
    {0, "\x00\x00\x02\x00"sv, "cursor"},
    {0, "\x76\x2F\x31\x01"sv, "OpenEXR"},
    {0, "#?RADIANCE"sv, "Radiance HDR"},
    {0, "qoif"sv, "QOI"},
    {0, "DDS "sv, "DDS"},
    {0, "P1\n"sv, "PBM"},
    {0, "P4\n"sv, "PBM"},
    {0, "P5\n"sv, "PGM"},
    {0, "P6\n"sv, "PPM"},
    {0, "RIFF"sv, "RIFF, but not WebP"},
    {0, "\x1A\x45\xDF\xA3"sv, "video"},
}};

[[noreturn]] void throwOther(const Reader& file)
{
    for (const Signature& other : otherFormats)
        if (file.size() >= other.at + other.bytes.size() && file.text(other.at, other.bytes.size()) == other.bytes)
            throw Unsupported{other.format};
    if (file.text(0, std::min<std::uint64_t>(file.size(), 1024)).find("<svg") != std::string_view::npos)
        throw Unsupported{"SVG"};
    throw Unsupported{"not a picture"};
}

PictureHeader readHeader(std::span<const std::byte> bytes)
{
    const Reader little(bytes, false);
    const Reader big(bytes, true);
    const auto begins = [&](std::string_view with) { return big.size() >= with.size() && big.text(0, with.size()) == with; };
    if (bytes.empty())
        throw Broken{"it is empty"};
    if (begins("\xFF\xD8\xFF"))
        return jpeg(big);
    if (begins("\x89PNG\r\n\x1A\n"))
        return png(big);
    if (begins("II*\0"sv) || begins("MM\0*"sv))
        return tiff(big);
    if (begins("RIFF") && big.size() >= 12 && big.text(8, 4) == "WEBP")
        return webp(little);
    if (begins("BM") && big.size() >= 18 && little.u32(14) <= 124) // two letters alone are too weak a mark
        return bmp(little);
    throwOther(big);
}

}

PictureHeader readPictureHeader(std::span<const std::byte> bytes, const std::string& name)
{
    try {
        const PictureHeader header = readHeader(bytes);
        if (header.width <= 0 || header.height <= 0)
            throw Broken{"it has no pixels"};
        return header;
    } catch (const Broken& broken) {
        throw Error(ErrorCode::PictureBroken, name + ": " + broken.what);
    } catch (const Unsupported& unsupported) {
        throw Error(ErrorCode::PictureUnsupported, name + ": " + unsupported.format);
    }
}

}
