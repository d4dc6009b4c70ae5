#include "core/io/atomic_file.h"
#include "core/io/picture.h"
#include "tests/core/io/expect_error.h"

#include <opencv2/imgcodecs.hpp>

#include <QtTest>

#include <array>
#include <cmath>
#include <cstring>

using namespace spikeclip;

namespace {

using Bytes = std::vector<std::byte>;
using Colour = std::array<int, 3>;

/// The quarters of the pictures in tests/data/pictures, by rows.
constexpr std::array<Colour, 4> quarters = {{{200, 30, 40}, {30, 180, 60}, {40, 50, 220}, {230, 220, 30}}};
constexpr std::array<int, 4> greys = {0, 90, 170, 255};
constexpr std::array<int, 4> alphas = {0, 255, 128, 64};

std::string dataFile(const std::string& name)
{
    return std::string(SPIKECLIP_TEST_DATA).append("/").append(name);
}

Bytes fixture(const std::string& name)
{
    return io::readFile(dataFile(std::string("pictures/").append(name)), 1'000'000);
}

Bytes bytesOf(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

Bytes encoded(const cv::Mat& pixels, const char* extension, const std::vector<int>& options = {})
{
    std::vector<unsigned char> buffer;
    cv::imencode(extension, pixels, buffer, options);
    Bytes bytes(buffer.size());
    std::memcpy(bytes.data(), buffer.data(), buffer.size());
    return bytes;
}

/// The quarters as OpenCV has them: blue first.
cv::Mat quarterMat()
{
    cv::Mat pixels(16, 32, CV_8UC3);
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 32; ++x) {
            const Colour& colour = quarters[std::size_t(y / 8 * 2 + x / 16)];
            pixels.at<cv::Vec3b>(y, x) = cv::Vec3b(uchar(colour[2]), uchar(colour[1]), uchar(colour[0]));
        }
    return pixels;
}

Colour middleOf(const data::Image& image, int quarter)
{
    const auto* pixel = image.row((quarter / 2 * 2 + 1) * image.height / 4) + 3 * ((quarter % 2 * 2 + 1) * image.width / 4);
    return {pixel[0], pixel[1], pixel[2]};
}

int overWhite(int colour, int alpha)
{
    return int(std::lround((colour * alpha + 255.0 * (255 - alpha)) / 255));
}

/// An empty text if each quarter has the colour expected, up to `tolerance`.
QString difference(const data::Image& image, const std::array<Colour, 4>& wanted, int tolerance)
{
    for (int quarter = 0; quarter < 4; ++quarter)
        for (std::size_t c = 0; c < 3; ++c)
            if (std::abs(middleOf(image, quarter)[c] - wanted[std::size_t(quarter)][c]) > tolerance)
                return QStringLiteral("quarter %1, channel %2: %3 instead of %4").arg(quarter).arg(c).arg(middleOf(image, quarter)[c]).arg(wanted[std::size_t(quarter)][c]);
    return {};
}

/// EXIF with one tag, the orientation.
std::string exif(int orientation, bool bigEndian)
{
    const auto number = [&](int value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i)
            text += char(value >> 8 * (bigEndian ? bytes - 1 - i : i) & 255);
        return text;
    };
    return std::string(bigEndian ? "MM" : "II") + number(42, 2) + number(8, 4) + number(1, 2) + number(274, 2) + number(3, 2) + number(1, 4) + number(orientation, 2)
           + number(0, 2) + number(0, 4);
}

/// A JPEG with an APP1 segment right behind its first marker.
Bytes withExif(const Bytes& jpeg, const std::string& content)
{
    const std::string body = std::string("Exif\0\0", 6) + content;
    Bytes result(jpeg.begin(), jpeg.begin() + 2);
    const Bytes segment = bytesOf(std::string("\xFF\xE1") + char((body.size() + 2) >> 8) + char((body.size() + 2) & 255) + body);
    result.insert(result.end(), segment.begin(), segment.end());
    result.insert(result.end(), jpeg.begin() + 2, jpeg.end());
    return result;
}

void put(Bytes& bytes, std::size_t at, std::initializer_list<int> values)
{
    for (const int value : values)
        bytes.at(at++) = std::byte(value);
}

std::size_t find(const Bytes& bytes, std::string_view what)
{
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return text.find(what);
}

/// Which quarter of the stored picture is seen in each quarter of the upright one. Source: EXIF 2.32, tag 274.
constexpr std::array<std::array<int, 4>, 8> turned = {
    {{0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0}, {2, 3, 0, 1}, {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2}}};

std::array<Colour, 4> turnedQuarters(int orientation)
{
    std::array<Colour, 4> colours;
    for (std::size_t i = 0; i < 4; ++i)
        colours[i] = quarters[std::size_t(turned[std::size_t(orientation - 1)][i])];
    return colours;
}

}

class PictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfPictureShowsItsColours_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("tolerance");
        const auto add = [](const char* file, const char* kind, int tolerance) { QTest::newRow(file) << QString::fromUtf8(file) << QString::fromUtf8(kind) << tolerance; };
        for (const char* file : {"palette.png", "lzw.tif", "cmyk.tif", "palette.bmp", "rgba.bmp"})
            add(file, "colour", 1);
        for (const char* file : {"progressive.jpg", "cmyk_adobe.jpg", "cmyk_unmarked.jpg"})
            add(file, "colour", 4); // JPEG's own loss
        for (const char* file : {"rgba.png", "palette_alpha.png", "rgba.webp"})
            add(file, "colour and alpha", 0);
        add("rgba.tif", "colour and alpha", 1); // rounded twice
        add("palette_key.png", "colour and key", 0);
        add("rgb_key.png", "colour and key", 0);
        add("grey.jpg", "grey", 2);
        add("one_bit.png", "black and white", 0);
        add("grey_alpha.png", "grey and alpha", 0);
        add("grey_alpha_16.png", "grey and alpha", 0);
        add("grey_key.png", "grey and key", 0);
        add("grey_key_16.png", "grey and key", 0);
    }

    void everyKindOfPictureShowsItsColours()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, kind);
        QFETCH(const int, tolerance);
        std::array<Colour, 4> wanted = quarters;
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t c = 0; c < 3; ++c) {
                if (kind.startsWith(QStringLiteral("grey")))
                    wanted[i][c] = greys[i];
                if (kind == QStringLiteral("black and white"))
                    wanted[i][c] = greys[i] > 127 ? 255 : 0;
                if (kind.endsWith(QStringLiteral("alpha")))
                    wanted[i][c] = overWhite(wanted[i][c], alphas[i]);
                if (kind == QStringLiteral("colour and key") && i == 0)
                    wanted[i][c] = 255; // the first colour means "transparent"
                if (kind == QStringLiteral("grey and key") && i == 1)
                    wanted[i][c] = 255;
            }
        const data::Image image = io::readPicture(dataFile(std::string("pictures/").append(file.toStdString())));
        QCOMPARE(image.width, 32);
        QCOMPARE(image.height, 16);
        QCOMPARE(image.pixels.size(), std::size_t(32 * 16 * 3));
        QCOMPARE(difference(image, wanted, tolerance), QString());
    }

    void sixteenBitsAreRoundedToEight()
    {
        cv::Mat wide;
        quarterMat().convertTo(wide, CV_16U, 257);
        QCOMPARE(difference(io::decodePicture(encoded(wide, ".png"), "x"), quarters, 0), QString());
        QCOMPARE(difference(io::decodePicture(encoded(wide, ".tif"), "x"), quarters, 0), QString());
        const cv::Mat edges = (cv::Mat_<ushort>(1, 4) << 128, 129, 65406, 65407); // half a step of 257 is 128.5
        const data::Image rounded = io::decodePicture(encoded(edges, ".png"), "x");
        QCOMPARE((std::vector<int>{rounded.pixels[0], rounded.pixels[3], rounded.pixels[6], rounded.pixels[9]}), (std::vector<int>{0, 1, 254, 255}));
    }

    void aJpegIsTurnedUprightFromEveryOrientation()
    {
        const Bytes stored = encoded(quarterMat(), ".jpg", {cv::IMWRITE_JPEG_QUALITY, 95});
        for (int orientation = 1; orientation <= 8; ++orientation)
            for (const bool bigEndian : {false, true}) {
                const data::Image image = io::decodePicture(withExif(stored, exif(orientation, bigEndian)), "x");
                QCOMPARE(image.width, orientation >= 5 ? 16 : 32);
                QCOMPARE(image.height, orientation >= 5 ? 32 : 16);
                QCOMPARE(difference(image, turnedQuarters(orientation), 6), QString());
            }
    }

    void aTiffIsTurnedUprightFromEveryOrientation()
    {
        for (int orientation = 1; orientation <= 8; ++orientation) {
            Bytes stored = fixture("lzw.tif");
            // The file has no orientation tag, so its planar configuration, which has the usual value anyway, is turned into one.
            const std::size_t planar = find(stored, std::string_view("\x1C\x01\x03\x00\x01\x00\x00\x00\x01\x00\x00\x00", 12));
            QVERIFY(planar != std::string_view::npos);
            put(stored, planar, {0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0});
            const data::Image image = io::decodePicture(stored, "x");
            QCOMPARE(image.width, orientation >= 5 ? 16 : 32);
            QCOMPARE(difference(image, turnedQuarters(orientation), 1), QString());
        }
    }

    void pngAndWebPAreTurnedUprightToo()
    {
        QCOMPARE(difference(io::decodePicture(fixture("orientation_6.png"), "x"), turnedQuarters(6), 0), QString());
        QCOMPARE(difference(io::decodePicture(fixture("orientation_6.webp"), "x"), turnedQuarters(6), 0), QString());
    }

    void exifThatMakesNoSenseIsPassedOver()
    {
        const Bytes stored = encoded(quarterMat(), ".jpg", {cv::IMWRITE_JPEG_QUALITY, 95});
        std::string endless = exif(6, false);
        endless[8] = '\xFF'; // 65535 entries
        endless[9] = '\xFF';
        std::string outside = exif(6, false);
        outside[7] = '\x7F';
        for (const std::string& content : {exif(0, false), exif(9, true), std::string(), std::string("II"), endless, outside, exif(6, false).substr(0, 20)})
            QCOMPARE(difference(io::decodePicture(withExif(stored, content), "x"), quarters, 6), QString());
    }

    void aPictureCutOffAnywhereIsBroken_data()
    {
        QTest::addColumn<QByteArray>("whole");
        const auto add = [](const char* name, const Bytes& bytes) { QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())); };
        for (const char* name : {"progressive.jpg", "cmyk_adobe.jpg", "grey.jpg", "palette.png", "grey_alpha_16.png", "rgba.webp", "orientation_6.webp", "palette.bmp",
                                 "rgba.bmp", "rgba.tif", "lzw.tif"})
            add(name, fixture(name));
        add("lossy WebP", encoded(quarterMat(), ".webp", {cv::IMWRITE_WEBP_QUALITY, 80}));
        add("baseline JPEG", encoded(quarterMat(), ".jpg"));
        add("TIFF with its directory at the end", encoded(quarterMat(), ".tif"));
    }

    void aPictureCutOffAnywhereIsBroken()
    {
        QFETCH(const QByteArray, whole);
        const auto all = std::as_bytes(std::span(whole.constData(), std::size_t(whole.size())));
        QCOMPARE(io::decodePicture(all, "x").pixels.size(), std::size_t(32 * 16 * 3));
        for (std::size_t size = 0; size < all.size(); ++size) {
            const auto error = tests::errorOf([&] { (void)io::decodePicture(all.first(size), "x"); });
            QVERIFY2(error, qPrintable(QStringLiteral("%1 bytes were decoded").arg(size)));
            const bool mayBeUnknown = size > 0 && size < 18; // too little to recognise the format by
            QVERIFY2(error->code() == ErrorCode::PictureBroken || (mayBeUnknown && error->code() == ErrorCode::PictureUnsupported), error->what());
        }
    }

    void damageNeverDoesMoreThanSpoilThePicture_data() { aPictureCutOffAnywhereIsBroken_data(); }

    void damageNeverDoesMoreThanSpoilThePicture()
    {
        QFETCH(const QByteArray, whole);
        std::uint32_t state = 7;
        for (int round = 0; round < 150; ++round) {
            Bytes damaged = bytesOf(std::string_view(whole.constData(), std::size_t(whole.size())));
            for (int k = 0; k <= round % 4; ++k) {
                state = state * 1664525 + 1013904223; // Numerical Recipes' generator
                damaged[(state >> 8) % damaged.size()] = std::byte(state >> 24);
            }
            try {
                const data::Image image = io::decodePicture(damaged, "x", {.pixels = 100'000, .bytes = 100'000});
                QCOMPARE(image.pixels.size(), std::size_t(image.width) * std::size_t(image.height) * 3);
            } catch (const Error& error) {
                QVERIFY2(error.code() == ErrorCode::PictureBroken || error.code() == ErrorCode::PictureTooLarge || error.code() == ErrorCode::PictureUnsupported,
                         error.what());
            }
        }
    }

    void aJpegWithoutItsEndMarkerIsBroken()
    {
        Bytes jpeg = encoded(quarterMat(), ".jpg");
        jpeg.resize(jpeg.size() - 2);
        EXPECT_ERROR(PictureBroken, io::decodePicture(jpeg, "half.jpg"), "half.jpg", "end marker");
        jpeg.resize(jpeg.size() + 2000, std::byte{0});
        EXPECT_ERROR(PictureBroken, io::decodePicture(jpeg, "half.jpg"), "end marker");
    }

    void whatFollowsAJpegDoesNotMatter()
    {
        Bytes jpeg = encoded(quarterMat(), ".jpg");
        jpeg.resize(jpeg.size() + 1000, std::byte{0x42}); // telephones append videos
        QCOMPARE(io::decodePicture(jpeg, "x").width, 32);
    }

    void aBombIsRefusedByItsHeaderAlone()
    {
        Bytes png = fixture("palette.png");
        put(png, 16, {0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0}); // 100,000 x 100,000; its check sum is wrong too, but nobody looks so far
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(png, "bomb.png"), "bomb.png", "100000 x 100000");
        put(png, 16, {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF});
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(png, "x"));
        put(png, 16, {0, 0x20, 0, 0, 0, 0, 0, 1}); // few pixels, but a side that the decoder refuses
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(png, "x"));

        Bytes jpeg = fixture("progressive.jpg");
        const std::size_t frame = find(jpeg, std::string_view("\xFF\xC2", 2));
        put(jpeg, frame + 5, {0xFF, 0xFF, 0xFF, 0xFF});
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(jpeg, "x"), "65535 x 65535");

        Bytes webp = fixture("rgba.webp");
        put(webp, find(webp, "VP8L") + 9, {0xFF, 0xFF, 0xFF, 0x0F});
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(webp, "x"), "16384 x 16384");

        Bytes tiff = fixture("lzw.tif");
        for (const char side : {'\x00', '\x01'}) {
            const std::size_t at = find(tiff, std::string({side, '\x01', '\x04', '\x00', '\x01', '\x00', '\x00', '\x00'}));
            const std::size_t shortAt = find(tiff, std::string({side, '\x01', '\x03', '\x00', '\x01', '\x00', '\x00', '\x00'}));
            put(tiff, std::min(at, shortAt), {side, 1, 4, 0, 1, 0, 0, 0, 0, 0, 1, 0});
        }
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(tiff, "x"), "65536 x 65536");

        Bytes bmp = fixture("palette.bmp");
        put(bmp, 18, {0, 0, 1, 0, 0, 0, 1, 0});
        EXPECT_ERROR(PictureBroken, io::decodePicture(bmp, "x"), "cut off"); // unpacked, it would need the bytes
        put(bmp, 30, {1, 0, 0, 0});                                         // run lengths, on the other hand ...
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(bmp, "x"), "65536 x 65536");
    }

    void theLimitsAreTheCallers()
    {
        const Bytes png = fixture("palette.png");
        QCOMPARE(io::decodePicture(png, "x", {.pixels = 512, .bytes = png.size()}).width, 32);
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(png, "x", {.pixels = 511, .bytes = png.size()}), "32 x 16");
        EXPECT_ERROR(PictureTooLarge, io::decodePicture(png, "x", {.pixels = 512, .bytes = png.size() - 1}), "bytes");
        EXPECT_ERROR(PictureTooLarge, io::readPicture(dataFile("pictures/palette.png"), {.pixels = 512, .bytes = png.size() - 1}), "bytes");
    }

    void aPictureWithoutPixelsIsBroken()
    {
        Bytes png = fixture("palette.png");
        put(png, 16, {0, 0, 0, 0});
        EXPECT_ERROR(PictureBroken, io::decodePicture(png, "x"), "no pixels");
        EXPECT_ERROR(PictureBroken, io::decodePicture({}, "nothing.jpg"), "nothing.jpg", "empty");
        EXPECT_ERROR(PictureBroken, io::decodePicture(bytesOf("\xFF\xD8\xFF\xD9"), "x"), "no picture");
        EXPECT_ERROR(FileMissing, io::readPicture(dataFile("pictures/absent.jpg")));
        EXPECT_ERROR(FileUnreadable, io::readPicture(dataFile("pictures")), "folder");
    }

    void formatsThatAreNotDecodedAreNamed()
    {
        const auto refused = [](std::string_view begin) {
            Bytes bytes = bytesOf(begin);
            bytes.resize(bytes.size() + 200, std::byte{' '});
            return io::decodePicture(bytes, "picture.jpg");
        };
        EXPECT_ERROR(PictureUnsupported, refused("GIF89a"), "picture.jpg", "GIF");
        EXPECT_ERROR(PictureUnsupported, refused(std::string_view("\0\0\0\x20" "ftypavif", 12)), "AVIF");
        EXPECT_ERROR(PictureUnsupported, refused(std::string_view("\0\0\0\x18" "ftypheic", 12)), "HEIC");
        EXPECT_ERROR(PictureUnsupported, refused(std::string_view("\0\0\0\x18" "ftypisom", 12)), "video");
        EXPECT_ERROR(PictureUnsupported, refused("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\">"), "SVG");
        EXPECT_ERROR(PictureUnsupported, refused("<svg>"), "SVG");
        EXPECT_ERROR(PictureUnsupported, refused("%PDF-1.7"), "PDF");
        EXPECT_ERROR(PictureUnsupported, refused("RIFF    WAVE"), "not WebP");
        EXPECT_ERROR(PictureUnsupported, refused(std::string_view("II+\0", 4)), "BigTIFF");
        EXPECT_ERROR(PictureUnsupported, refused("This is a text with the name of a picture."), "not a picture");
        EXPECT_ERROR(PictureUnsupported, refused("BMW is a car"), "not a picture");
        EXPECT_ERROR(PictureUnsupported, io::decodePicture(fixture("animated.webp"), "x"), "animated WebP");
        EXPECT_ERROR(PictureUnsupported, io::decodePicture(fixture("float.tif"), "x"), "32 bits");
        Bytes lossless = fixture("grey.jpg");
        put(lossless, find(lossless, std::string_view("\xFF\xC0", 2)) + 1, {0xC3});
        EXPECT_ERROR(PictureUnsupported, io::decodePicture(lossless, "x"), "lossless JPEG");
    }
};

QTEST_APPLESS_MAIN(PictureTest)
#include "picture_test.moc"
