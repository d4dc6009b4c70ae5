#include "core/io/picture.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/io/picture_header.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <limits>
#include <new>

namespace spikeclip::io {

namespace {

constexpr std::int64_t longestSide = 1 << 20; ///< pixels; the decoder takes no more

/// Core never prints, and one thread is enough: the pictures are small and the cores are the network's.
void quietOpenCv()
{
    [[maybe_unused]] static const bool once = [] {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        cv::setNumThreads(1);
        return true;
    }();
}

void checkSize(const PictureHeader& header, const std::string& name, const PictureLimits& limits)
{
    if (header.width > longestSide || header.height > longestSide || header.width * header.height > limits.pixels || header.tilePixels > limits.pixels)
        throw Error(ErrorCode::PictureTooLarge, name + ": " + std::to_string(header.width) + " x " + std::to_string(header.height) + " pixels, at most "
                                                    + std::to_string(limits.pixels) + " in all and " + std::to_string(longestSide) + " a side");
}

void checkBytes(std::uint64_t bytes, const std::string& name, const PictureLimits& limits)
{
    if (bytes > limits.bytes)
        throw Error(ErrorCode::PictureTooLarge, name + ": " + std::to_string(bytes) + " bytes, at most " + std::to_string(limits.bytes));
}

cv::Mat decoded(std::span<const std::byte> bytes, const std::string& name)
{
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error(ErrorCode::PictureTooLarge, name + ": " + std::to_string(bytes.size()) + " bytes");
    try {
        // The matrix only borrows the bytes, and decoding does not write to them. IMREAD_UNCHANGED keeps alpha and 16 bits and does not apply EXIF.
        const cv::Mat file(1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<std::byte*>(bytes.data())); // NOLINT
        return cv::imdecode(file, cv::IMREAD_UNCHANGED);
    } catch (const cv::Exception& exception) {
        if (exception.code == cv::Error::StsNoMem)
            throw Error(ErrorCode::OutOfMemory, "decoding " + name);
        throw Error(ErrorCode::PictureBroken, name + ": " + exception.err);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, "decoding " + name);
    }
}

/// Where a stored pixel (x, y) comes to lie: begin + x * perColumn + y * perRow, counted in pixels of the upright picture.
struct Placement
{
    std::int64_t begin, perColumn, perRow;
};

Placement placement(int orientation, std::int64_t w, std::int64_t h)
{
    switch (orientation) { // Source: EXIF 2.32, tag 274: the sides of the scene at which row 0 and column 0 lie
    case 2: return {w - 1, -1, w};                  // top, right
    case 3: return {w * h - 1, -1, -w};             // bottom, right
    case 4: return {(h - 1) * w, 1, -w};            // bottom, left
    case 5: return {0, h, 1};                       // left, top
    case 6: return {h - 1, h, -1};                  // right, top
    case 7: return {w * h - 1, -h, -1};             // right, bottom
    case 8: return {(w - 1) * h, -h, 1};            // left, bottom
    default: return {0, 1, w};                      // top, left
    }
}

/// One sample over white, rounded to eight bits.
template <typename Sample>
std::uint8_t overWhite(Sample colour, Sample alpha, bool isAssociated)
{
    constexpr std::uint64_t most = std::numeric_limits<Sample>::max();
    if (most == 255 && alpha == most)
        return static_cast<std::uint8_t>(colour); // the usual case; the divisions below cost more than decoding
    const std::uint64_t blended = isAssociated ? std::min(most, std::uint64_t{colour} + (most - alpha))
                                               : (std::uint64_t{colour} * alpha + most * (most - alpha) + most / 2) / most;
    return static_cast<std::uint8_t>((blended * 255 + most / 2) / most);
}

template <typename Sample>
void convert(const cv::Mat& from, const PictureHeader& header, data::Image& into)
{
    const int channels = from.channels();
    constexpr Sample opaque = std::numeric_limits<Sample>::max();
    // 8-bit TIFFs come from libtiff's RGBA reader, which multiplies by alpha.
    const bool isAssociated = header.associatedAlpha || (header.format == PictureFormat::Tiff && sizeof(Sample) == 1);
    const bool hasKey = channels == 1 && header.transparentGrey && header.greyBits > 0 && header.greyBits <= 16;
    const std::uint32_t key = hasKey ? *header.transparentGrey * opaque / ((1U << header.greyBits) - 1) : 0;
    const Placement place = placement(header.orientation, from.cols, from.rows);
    for (int y = 0; y < from.rows; ++y) {
        const auto* pixel = from.ptr<Sample>(y);
        for (int x = 0; x < from.cols; ++x, pixel += channels) {
            std::uint8_t* out = into.pixels.data() + 3 * (place.begin + x * place.perColumn + y * place.perRow);
            const Sample alpha = channels == 4 ? pixel[3] : hasKey && pixel[0] == key ? Sample{0} : opaque;
            for (int c = 0; c < 3; ++c) // OpenCV stores blue first
                out[c] = overWhite(pixel[channels == 1 ? 0 : 2 - c], alpha, isAssociated && channels == 4);
        }
    }
}

}

data::Image decodePicture(std::span<const std::byte> bytes, const std::string& name, const PictureLimits& limits)
{
    quietOpenCv();
    checkBytes(bytes.size(), name, limits);
    const PictureHeader header = readPictureHeader(bytes, name);
    checkSize(header, name, limits);

    const cv::Mat pixels = decoded(bytes, name);
    if (pixels.empty())
        throw Error(ErrorCode::PictureBroken, name + ": its pixels cannot be decoded");
    if ((pixels.depth() != CV_8U && pixels.depth() != CV_16U) || (pixels.channels() != 1 && pixels.channels() != 3 && pixels.channels() != 4))
        throw Error(ErrorCode::PictureUnsupported, name + ": pixels of " + std::to_string(pixels.channels()) + " channels and "
                                                       + std::to_string(8 * pixels.elemSize1()) + " bits each");
    if (std::int64_t{pixels.cols} * pixels.rows != header.width * header.height)
        throw Error(ErrorCode::PictureBroken, name + ": it has another size than its header says");

    const bool swapsSides = header.orientation >= 5;
    data::Image image{.width = swapsSides ? pixels.rows : pixels.cols, .height = swapsSides ? pixels.cols : pixels.rows, .pixels = {}};
    try {
        image.pixels.resize(pixels.total() * 3);
        if (pixels.type() == CV_8UC3 && header.orientation == 1) // nearly every photograph: not worth a loop of our own
            cv::cvtColor(pixels, cv::Mat(pixels.rows, pixels.cols, CV_8UC3, image.pixels.data()), cv::COLOR_BGR2RGB);
        else if (pixels.depth() == CV_8U)
            convert<std::uint8_t>(pixels, header, image);
        else
            convert<std::uint16_t>(pixels, header, image);
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory, "decoding " + name);
    } catch (const cv::Exception& exception) {
        throw Error(ErrorCode::Internal, exception.err);
    }
    return image;
}

data::Image readPicture(const std::string& path, const PictureLimits& limits)
{
    checkBytes(fileSize(path), path, limits);
    return decodePicture(readFile(path, limits.bytes), path, limits);
}

data::Image scaledToFit(const data::Image& image, int maxWidth, int maxHeight)
{
    if (maxWidth < 1 || maxHeight < 1 || image.empty())
        throw Error(ErrorCode::BadValue, "a picture cannot be scaled from or to nothing");
    const double scale = std::min(static_cast<double>(maxWidth) / image.width, static_cast<double>(maxHeight) / image.height);
    if (scale >= 1)
        return image;
    quietOpenCv();
    const auto shrunk = [scale](int length, int most) { return std::clamp(cvRound(length * scale), 1, most); };
    data::Image scaled{.width = shrunk(image.width, maxWidth), .height = shrunk(image.height, maxHeight), .pixels = {}};
    scaled.pixels.resize(static_cast<std::size_t>(scaled.width) * static_cast<std::size_t>(scaled.height) * 3);
    try {
        const cv::Mat from(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data())); // NOLINT: only read
        cv::Mat into(scaled.height, scaled.width, CV_8UC3, scaled.pixels.data());
        cv::resize(from, into, into.size(), 0, 0, cv::INTER_AREA);
    } catch (const cv::Exception& exception) {
        throw Error(exception.code == cv::Error::StsNoMem ? ErrorCode::OutOfMemory : ErrorCode::Internal, exception.err);
    }
    return scaled;
}

}
