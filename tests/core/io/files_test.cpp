#include "core/io/atomic_file.h"
#include "core/io/checkpoint.h"
#include "core/io/class_folder.h"
#include "core/io/safetensors.h"
#include "core/io/sha256.h"
#include "core/text/utf8.h"
#include "tests/core/io/expect_error.h"

#include <QtTest>

#include <filesystem>
#include <limits>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace spikeclip;
using io::DType;

namespace {

std::vector<std::byte> bytesOf(std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

std::string textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A safetensors file around any header, true or not.
std::vector<std::byte> fileAround(const std::string& header, std::size_t bufferBytes, std::uint64_t claimedLength)
{
    std::string text(8, '\0');
    std::memcpy(text.data(), &claimedLength, 8);
    return bytesOf(text + header + std::string(bufferBytes, '\x01'));
}

std::vector<std::byte> fileAround(const std::string& header, std::size_t bufferBytes)
{
    return fileAround(header, bufferBytes, header.size());
}

io::Checkpoint smallCheckpoint()
{
    io::Checkpoint checkpoint;
    checkpoint.config.name = "small \u2713";
    checkpoint.config.image.width = 16;
    checkpoint.config.image.heads = 2;
    checkpoint.config.image.poolBefore = {1, 3};
    checkpoint.config.image.lif.tau = 1.1;
    checkpoint.config.text.input = data::TextConfig::Input::Words;
    checkpoint.config.preprocess.method = data::Preprocess::Method::Area;
    checkpoint.config.labels.templates = {"{}", "a \"{}\""};
    checkpoint.config.labels.renormalise = false;
    checkpoint.config.logitScale = 1.0 / 3;
    checkpoint.card = R"({"licence":"CC0"})";
    checkpoint.tensors["image.head.weight"] = {.dtype = DType::F32, .shape = {2, 1}, .bytes = bytesOf("12345678")};
    checkpoint.tensors["text.table"] = {.dtype = DType::I8, .shape = {3}, .bytes = bytesOf("abc")};
    checkpoint.tensors["ann.scale"] = {.dtype = DType::F64, .shape = {}, .bytes = bytesOf("ABCDEFGH")};
    checkpoint.words = {"cat", "déjà", "#"};
    return checkpoint;
}

}

class FilesTest : public QObject
{
    Q_OBJECT

private:
    static void addSha256Loops()
    {
        QTest::addColumn<io::Sha256Loop>("loop");
        QTest::newRow("portable") << io::Sha256Loop::Portable;
        QTest::newRow("extensions") << io::Sha256Loop::Extensions;
    }

    QTemporaryDir m_folder;
    std::string in(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }

    QStringList leftovers() const { return QDir(m_folder.path()).entryList({QStringLiteral(".spikeclip-*")}, QDir::Files | QDir::Hidden); }

    /// Writes this file with other metadata or tensors than writeCheckpoint() would.
    std::string altered(const std::function<void(io::Safetensors&)>& change) const
    {
        const std::string path = in("altered.safetensors");
        io::writeCheckpoint(path, smallCheckpoint());
        io::Safetensors file = io::readSafetensors(path);
        change(file);
        io::writeSafetensors(path, file);
        return path;
    }

private Q_SLOTS:
    void aFileIsReplacedAsAWholeAndKeepsItsPermissionsAndLinks()
    {
        const std::string path = in("file");
        io::writeFileAtomically(path, bytesOf("first"));
        ::chmod(path.c_str(), 0640);
        io::writeFileAtomically(path, bytesOf("second, longer"));
        QCOMPARE(textOf(io::readFile(path, 100)), std::string("second, longer"));
        QCOMPARE(io::fileSize(path), std::uint64_t(14));
        struct stat status = {};
        QCOMPARE(::stat(path.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0640));

        std::filesystem::create_symlink("file", in("link"));
        io::writeFileAtomically(in("link"), {});
        QVERIFY(std::filesystem::is_symlink(in("link")));
        QCOMPARE(io::fileSize(path), std::uint64_t(0));
        QCOMPARE(leftovers(), QStringList());
    }

    void aWriteThatFailsLeavesTheOldFileAndNoTemporary()
    {
        const std::string path = in("kept");
        io::writeFileAtomically(path, bytesOf("old"));
        rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small = {.rlim_cur = 1000, .rlim_max = before.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0); // what a full disk does, without a disk
        const std::string wrong = tests::mismatch(ErrorCode::FileUnwritable, [&] { io::writeFileAtomically(path, std::vector<std::byte>(5000)); }, path);
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        QCOMPARE(QString::fromStdString(wrong), QString());
        QCOMPARE(textOf(io::readFile(path, 100)), std::string("old"));
        QCOMPARE(leftovers(), QStringList());
    }

    void whatCannotBeWrittenIsSaid()
    {
        EXPECT_ERROR(FileUnwritable, io::writeFileAtomically(in("no/such/folder"), {}), "folder");
        EXPECT_ERROR(FileUnwritable, io::writeFileAtomically(m_folder.path().toStdString(), {}), "is a folder");
        EXPECT_ERROR(FileUnwritable, io::writeFileAtomically(in("ends/"), {}));
        EXPECT_ERROR(FileUnwritable, io::writeFileAtomically("/dev/null", {}), "regular");
        EXPECT_ERROR(FileUnwritable, io::writeFileAtomically("/proc/self/new", {}), "/proc/self/new"); // a folder that takes no files, even from root
    }

    void whatCannotBeReadIsSaid()
    {
        io::writeFileAtomically(in("ten"), bytesOf("0123456789"));
        EXPECT_ERROR(FileMissing, io::readFile(in("absent"), 100), in("absent"));
        EXPECT_ERROR(FileMissing, io::fileSize(in("ten/below")));
        EXPECT_ERROR(FileUnreadable, io::readFile(in("ten"), 9), "10", "9");
        EXPECT_ERROR(FileUnreadable, io::readFile(m_folder.path().toStdString(), 100), "folder");
        EXPECT_ERROR(FileUnreadable, io::readFile("/dev/zero", 100), "regular");
        QCOMPARE(::mkfifo(in("pipe").c_str(), 0600), 0);
        EXPECT_ERROR(FileUnreadable, io::readFile(in("pipe"), 100), "regular"); // and does not wait for somebody to write
    }

    void sha256GivesThePublishedDigests_data() { addSha256Loops(); }

    void sha256GivesThePublishedDigests()
    {
        QFETCH(io::Sha256Loop, loop);
        if (!io::supported(loop))
            QSKIP("this processor has no SHA instructions");
        // FIPS 180-4 examples (csrc.nist.gov, "SHA256.pdf") and the million-a message of its predecessor.
        QCOMPARE(io::sha256({}, loop), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(io::sha256(bytesOf("abc"), loop), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(io::sha256(bytesOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), loop),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(io::sha256(bytesOf(std::string(1'000'000, 'a')), loop), std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }

    void sha256AgreesWithAnotherImplementationAtEveryPadding_data() { addSha256Loops(); }

    void sha256AgreesWithAnotherImplementationAtEveryPadding()
    {
        QFETCH(io::Sha256Loop, loop);
        if (!io::supported(loop))
            QSKIP("this processor has no SHA instructions");
        for (int length = 0; length <= 260; ++length) {
            QByteArray text(length, '\0');
            for (int i = 0; i < length; ++i)
                text[i] = static_cast<char>(i * 37 + length);
            const auto bytes = std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(length)));
            QCOMPARE(QByteArray::fromStdString(io::sha256(bytes, loop)), QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
        }
    }

    void onlyWellFormedUtf8IsTakenForUtf8()
    {
        for (const char* good : {"", "a", "\u00e9", "\u20ac", "\U0001F600", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80"})
            QVERIFY(text::isUtf8(good));
        for (const char* bad : {"\x80", "\xC3", "\xC3(", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xE2\x82", "\xE2\x82(", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                                "\xF4\x90\x80\x80", "\xF0\x9F\x98", "\xF5\x80\x80\x80", "\xFF"})
            QVERIFY(!text::isUtf8(bad));
    }

    void everyTypeAndShapeSurvivesWritingAndReading()
    {
        io::Safetensors file;
        file.metadata = {{"a \"quoted\" key", "line\nbreak \u2713"}, {"", ""}};
        for (const DType dtype : {DType::F64, DType::F32, DType::F16, DType::BF16, DType::I64, DType::I32, DType::I16, DType::I8, DType::U8, DType::Bool}) {
            const std::size_t size = io::bytesPerElement(dtype);
            file.tensors[std::to_string(static_cast<int>(dtype))] = {
                .dtype = dtype, .shape = {1, 3}, .bytes = bytesOf(std::string(3 * size, char('a' + int(dtype))))};
        }
        file.tensors["scalar \u00e9"] = {.dtype = DType::F32, .shape = {}, .bytes = bytesOf("1234")};
        file.tensors["empty"] = {.dtype = DType::I64, .shape = {2, 0, 5}, .bytes = {}};
        io::writeSafetensors(in("all"), file);
        const io::Safetensors back = io::readSafetensors(in("all"));
        QVERIFY(back.metadata == file.metadata);
        QVERIFY(back.tensors == file.tensors);
        const auto bytes = io::safetensorsBytes({});
        QVERIFY(io::parseSafetensors(bytes, "nothing").tensors.empty());
    }

    void whatTheFormatCannotHoldIsNotWritten()
    {
        EXPECT_ERROR(BadShape, io::safetensorsBytes({.metadata = {}, .tensors = {{"a", {.dtype = DType::F32, .shape = {2}, .bytes = bytesOf("1234")}}}}), "'a'");
        EXPECT_ERROR(BadShape, io::safetensorsBytes({.metadata = {}, .tensors = {{"a", {.dtype = DType::I8, .shape = {-1}, .bytes = {}}}}}));
        EXPECT_ERROR(BadValue, io::safetensorsBytes({.metadata = {}, .tensors = {{"__metadata__", {.dtype = DType::I8, .shape = {0}, .bytes = {}}}}}));
        EXPECT_ERROR(BadValue, io::safetensorsBytes({.metadata = {{"a", "\xFF"}}, .tensors = {}}));
    }

    void aFileWithAHeaderOfOneTensorIsRead()
    {
        // Written out by hand: the reader is not only compared with our own writer. The spaces at the end are allowed by the format.
        const io::Safetensors file = io::parseSafetensors(
            fileAround(R"({"__metadata__":{"k":"v"},"b":{"shape":[1,2],"data_offsets":[2,4],"dtype":"U8"},"a":{"dtype":"I16","shape":[],"data_offsets":[0,2]}}   )", 4), "x");
        QCOMPARE(file.metadata.at("k"), std::string("v"));
        QVERIFY((file.tensors.at("b").shape == std::vector<std::int64_t>{1, 2}));
        QVERIFY(file.tensors.at("a").dtype == DType::I16);
        QCOMPARE(file.tensors.at("a").bytes.size(), std::size_t(2));
    }

    void everyLieOfAHeaderIsRefused_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("buffer");
        QTest::addColumn<QString>("named");
        const auto add = [](const char* name, const char* header, int buffer, const char* named) {
            QTest::newRow(name) << QString::fromUtf8(header) << buffer << QString::fromUtf8(named);
        };
        const auto tensor = [&add](const char* name, const char* fields, int buffer, const char* named) {
            add(name, qPrintable(QStringLiteral(R"({"a":{%1}})").arg(QString::fromUtf8(fields))), buffer, named);
        };
        add("empty header", "", 4, "'{'");
        add("a list", "[]", 0, "'{'");
        add("begins with a space", " {}", 0, "'{'");
        add("cut off", R"({"a":{"dtype":"F32")", 0, "not JSON");
        add("text after the object", "{} {}", 0, "not JSON");
        add("a comment", "{/**/}", 0, "not JSON");
        add("two objects' worth of nesting", R"({"a":{"dtype":{"x":1}}})", 0, "an object");
        add("deep nesting", R"({"a":[[[[[[[[]]]]]]]]})", 0, "a list");
        add("a tensor that is a number", R"({"a":1})", 0, "a number");
        add("a tensor that is null", R"({"a":null})", 0, "null");
        add("metadata that is a text", R"({"__metadata__":"x"})", 0, "a text");
        add("metadata with a number", R"({"__metadata__":{"x":1}})", 0, "a number");
        add("metadata with an object", R"({"__metadata__":{"x":{}}})", 0, "an object");
        add("metadata with a list", R"({"__metadata__":{"x":[]}})", 0, "a list");
        add("metadata with true", R"({"__metadata__":{"x":true}})", 0, "true");
        add("metadata twice", R"({"__metadata__":{},"__metadata__":{}})", 0, "twice");
        add("metadata key twice", R"({"__metadata__":{"x":"1","x":"2"}})", 0, "'x' twice");
        add("tensor twice", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})", 1, "'a' twice");
        tensor("field twice", R"("dtype":"U8","dtype":"I8","shape":[1],"data_offsets":[0,1])", 1, "'dtype' twice");
        tensor("unknown field", R"("dtype":"U8","shape":[1],"data_offsets":[0,1],"x":1)", 1, "'x'");
        tensor("no dtype", R"("shape":[1],"data_offsets":[0,1])", 1, "lacks");
        tensor("no shape", R"("dtype":"U8","data_offsets":[0,1])", 1, "lacks");
        tensor("no offsets", R"("dtype":"U8","shape":[1])", 1, "lacks");
        tensor("unknown dtype", R"("dtype":"F31","shape":[1],"data_offsets":[0,1])", 1, "F31");
        tensor("dtype that is a list", R"("dtype":["U8"],"shape":[1],"data_offsets":[0,1])", 1, "a list");
        tensor("dtype that is a number", R"("dtype":8,"shape":[1],"data_offsets":[0,1])", 1, "a number");
        tensor("shape that is a text", R"("dtype":"U8","shape":"1","data_offsets":[0,1])", 1, "a text");
        tensor("shape of lists", R"("dtype":"U8","shape":[[1]],"data_offsets":[0,1])", 1, "a list");
        tensor("shape of texts", R"("dtype":"U8","shape":["1"],"data_offsets":[0,1])", 1, "a text");
        tensor("negative shape", R"("dtype":"U8","shape":[-1],"data_offsets":[0,1])", 1, "negative");
        tensor("fractional shape", R"("dtype":"U8","shape":[1.0],"data_offsets":[0,1])", 1, "not whole");
        tensor("shape that is not a number", R"("dtype":"U8","shape":[NaN],"data_offsets":[0,1])", 1, "not JSON");
        tensor("shape beyond 64 bits", R"("dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,1])", 1, "not whole");
        tensor("shape beyond 63 bits", R"("dtype":"U8","shape":[9223372036854775808],"data_offsets":[0,1])", 1, "too large");
        tensor("product that wraps to 1", R"("dtype":"U8","shape":[4294967297,4294967295,3,5],"data_offsets":[0,1])", 1, "size");
        tensor("product that wraps to 0", R"("dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,0])", 0, "size");
        tensor("bytes that wrap to 0", R"("dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0])", 0, "size");
        tensor("overflow hidden by a zero", R"("dtype":"U8","shape":[4294967296,4294967296,0],"data_offsets":[0,0])", 0, "size");
        tensor("more than its range", R"("dtype":"F32","shape":[2],"data_offsets":[0,4])", 4, "size");
        tensor("less than its range", R"("dtype":"F32","shape":[1],"data_offsets":[0,8])", 8, "size");
        tensor("outside the file", R"("dtype":"F32","shape":[2],"data_offsets":[0,8])", 4, "outside");
        tensor("begins outside the file", R"("dtype":"F32","shape":[0],"data_offsets":[99,99])", 0, "outside");
        tensor("backwards", R"("dtype":"F32","shape":[1],"data_offsets":[4,0])", 4, "outside");
        tensor("one offset", R"("dtype":"U8","shape":[1],"data_offsets":[1])", 1, "two numbers");
        tensor("three offsets", R"("dtype":"U8","shape":[1],"data_offsets":[0,1,1])", 1, "two numbers");
        tensor("hole before", R"("dtype":"U8","shape":[1],"data_offsets":[1,2])", 2, "belong to none");
        tensor("bytes after", R"("dtype":"U8","shape":[1],"data_offsets":[0,1])", 2, "1 bytes at its end");
        tensor("too many axes", qPrintable(QStringLiteral(R"("dtype":"U8","shape":[1%1],"data_offsets":[0,1])").arg(QStringLiteral(",1").repeated(32))), 1, "32");
        add("overlap", R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})", 3, "overlaps");
        add("same range twice", R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})", 2, "overlaps");
        add("hole between", R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}})", 3, "belong to none");
        add("empty tensor inside another", R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[0],"data_offsets":[1,1]}})", 2, "overlaps");
    }

    void everyLieOfAHeaderIsRefused()
    {
        QFETCH(const QString, header);
        QFETCH(const int, buffer);
        QFETCH(const QString, named);
        const auto bytes = fileAround(header.toStdString(), std::size_t(buffer));
        EXPECT_ERROR(CheckpointBroken, io::parseSafetensors(bytes, "the file"), "the file: ", named.toStdString());
    }

    void aHeaderLengthThatTheFileCannotHoldIsRefused()
    {
        const std::string header = "{}";
        for (const std::uint64_t length : {std::uint64_t{3}, std::uint64_t{100'000'001}, std::numeric_limits<std::uint64_t>::max(), std::uint64_t{1} << 63})
            EXPECT_ERROR(CheckpointBroken, io::parseSafetensors(fileAround(header, 0, length), "x"), "cannot hold");
        EXPECT_ERROR(CheckpointBroken, io::parseSafetensors(fileAround(header, 0, 0), "x"), "'{'");
        EXPECT_ERROR(CheckpointBroken, io::parseSafetensors(bytesOf("1234567"), "x"), "too short");
        EXPECT_ERROR(CheckpointBroken, io::parseSafetensors({}, "x"), "too short");
        EXPECT_ERROR(CheckpointBroken, io::parseSafetensors(fileAround(std::string("{}\0 {", 5), 0), "x"), "zero byte");
        EXPECT_ERROR(CheckpointBroken, io::parseSafetensors(fileAround("{\"__metadata__\":{\"a\":\"\xC0\xAF\"}}", 0), "x"), "not JSON");
        EXPECT_ERROR(CheckpointBroken, io::parseSafetensors(bytesOf(std::string(1000, 'P')), "x"), "cannot hold"); // a text or picture
    }

    void anHonestFileCutOffAnywhereIsRefused()
    {
        io::writeCheckpoint(in("whole"), smallCheckpoint());
        const auto bytes = io::readFile(in("whole"), 100'000);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            EXPECT_ERROR(CheckpointBroken, io::parseSafetensors(std::span(bytes).first(size), "x"));
    }

    void aCheckpointComesBackAsWritten()
    {
        const io::Checkpoint written = smallCheckpoint();
        io::writeCheckpoint(in("model"), written);
        const io::Checkpoint read = io::readCheckpoint(in("model"));
        QVERIFY(read.config == written.config);
        QCOMPARE(read.card, written.card);
        QVERIFY(read.tensors == written.tensors);
        QVERIFY(read.words == written.words);
        QCOMPARE(read.hash, io::sha256(io::readFile(in("model"), 100'000)));

        io::Checkpoint bare;
        io::writeCheckpoint(in("bare"), bare);
        QVERIFY(io::readCheckpoint(in("bare")).words.empty());
        QCOMPARE(io::readCheckpoint(in("bare")).card, std::string());
    }

    void theFileHasTheFormThatOthersRelyOn()
    {
        io::writeCheckpoint(in("form"), smallCheckpoint());
        const io::Safetensors file = io::readSafetensors(in("form"));
        QCOMPARE(file.metadata.at("format"), std::string("spikeclip-checkpoint/1"));
        const QJsonObject config = QJsonDocument::fromJson(QByteArray::fromStdString(file.metadata.at("config"))).object();
        QCOMPARE(config.keys(), (QStringList{QStringLiteral("image"), QStringLiteral("labels"), QStringLiteral("logit_scale"), QStringLiteral("name"), QStringLiteral("text")}));
        const QJsonObject preprocess = QJsonDocument::fromJson(QByteArray::fromStdString(file.metadata.at("preprocess"))).object();
        QCOMPARE(preprocess[QStringLiteral("method")].toString(), QStringLiteral("area"));
        QCOMPARE(textOf(file.tensors.at("text.words").bytes), std::string("cat\ndéjà\n#\n"));
    }

    void aForeignFileSaysWhatIsMissing()
    {
        io::writeSafetensors(in("other"), {.metadata = {{"format", "pt"}}, .tensors = {}});
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(in("other")), in("other"), "spikeclip-checkpoint/1");
        io::writeSafetensors(in("other"), {});
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(in("other")), "format");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered([](auto& file) { file.metadata.erase("config"); })), "'config' is missing");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered([](auto& file) { file.metadata.erase("preprocess"); })), "'preprocess' is missing");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered([](auto& file) { file.metadata["config"] = "{"; })), "not JSON");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered([](auto& file) { file.metadata["config"] = R"({"preprocess":{}})"; })), "preprocess");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered([](auto& file) { file.metadata["config"] = R"({"image":{"heads":7}})"; })), "image.width");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered([](auto& file) { file.metadata["card"] = "[]"; })), "object");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered([](auto& file) { file.tensors["visual.proj"] = {.dtype = DType::U8, .shape = {0}, .bytes = {}}; })),
                     "visual.proj");
        const auto words = [](const std::string& text) {
            return [text](io::Safetensors& file) {
                file.tensors["text.words"] = {.dtype = DType::U8, .shape = {std::int64_t(text.size())}, .bytes = bytesOf(text)};
            };
        };
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered(words("a\n\xFF"))), "UTF-8");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered(words("a\n\nb"))), "empty line");
        EXPECT_ERROR(CheckpointForeign, io::readCheckpoint(altered([](auto& file) { file.tensors["text.words"].dtype = DType::I8; })), "bytes");
        QVERIFY((io::readCheckpoint(altered(words("a\nb"))).words == std::vector<std::string>{"a", "b"}));
    }

    void anImpossibleCheckpointIsNotWritten()
    {
        const auto refused = [this](const std::function<void(io::Checkpoint&)>& change) {
            io::Checkpoint checkpoint = smallCheckpoint();
            change(checkpoint);
            io::writeCheckpoint(in("impossible"), checkpoint);
        };
        EXPECT_ERROR(BadValue, refused([](auto& c) { c.config.image.heads = 0; }), "heads");
        EXPECT_ERROR(BadValue, refused([](auto& c) { c.config.preprocess.mean[1] = std::numeric_limits<double>::quiet_NaN(); }), "finite");
        EXPECT_ERROR(BadValue, refused([](auto& c) { c.card = "no JSON"; }), "JSON");
        EXPECT_ERROR(BadValue, refused([](auto& c) { c.words.push_back("a\nb"); }), "a\nb");
        EXPECT_ERROR(BadValue, refused([](auto& c) { c.words.push_back(""); }), "word");
        EXPECT_ERROR(BadValue, refused([](auto& c) { c.tensors["head"] = c.tensors["ann.scale"]; }), "head");
        EXPECT_ERROR(BadValue, refused([](auto& c) { c.tensors["text.words"] = c.tensors["ann.scale"]; }), "text.words");
        EXPECT_ERROR(BadValue, refused([](auto& c) { c.config.name = "\xFF"; }), "UTF-8");
        QVERIFY(!std::filesystem::exists(in("impossible")));
    }

    void everyConfigurationComesBackFromItsJson()
    {
        const data::ModelConfig config = smallCheckpoint().config;
        QVERIFY(io::modelConfigFromJson(io::toJson(config)) == config);
        QVERIFY(io::imageConfigFromJson(io::toJson(config.image)) == config.image);
        QVERIFY(io::textConfigFromJson(io::toJson(config.text)) == config.text);
        QVERIFY(io::preprocessFromJson(io::toJson(config.preprocess)) == config.preprocess);
        QVERIFY(io::labelOptionsFromJson(io::toJson(config.labels)) == config.labels);
        QVERIFY(io::modelConfigFromJson("{}") == data::ModelConfig());
        QCOMPARE(io::imageConfigFromJson(R"({"width": 96, "lif": {"slope": 2}})").lif.tau, data::LifOptions().tau);
    }

    void aConfigurationThatCannotBeMeantNamesItsKey()
    {
        EXPECT_ERROR(BadValue, io::modelConfigFromJson(R"({"image":{"widht":96}})"), "image.widht");
        EXPECT_ERROR(BadValue, io::modelConfigFromJson(R"({"text":{"lif":{"tua":2}}})"), "text.lif.tua");
        EXPECT_ERROR(BadValue, io::modelConfigFromJson(R"({"image":{"lif":2}})"), "image.lif");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"width":96,"width":97})"), "'width'");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"width":96.5})"), "width");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"width":4294967392})"), "width");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"width":18446744073709551615})"), "width");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"width":-99999999999})"), "width");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"width":"96"})"), "width");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"width":null})"), "width");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"pool_before":[1,"2"]})"), "pool_before");
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"attention_scale":1e999})"));
        EXPECT_ERROR(BadValue, io::imageConfigFromJson(R"({"twin_stem_relu":1})"), "twin_stem_relu");
        EXPECT_ERROR(BadValue, io::textConfigFromJson(R"({"input":"bytes"})"), "input", "tokens", "words");
        EXPECT_ERROR(BadValue, io::preprocessFromJson(R"({"mean":[0,0]})"), "mean");
        EXPECT_ERROR(BadValue, io::labelOptionsFromJson(R"({"templates":"{}"})"), "templates");
        EXPECT_ERROR(BadValue, io::labelOptionsFromJson("[]"), "object");
        EXPECT_ERROR(BadValue, io::labelOptionsFromJson(""), "JSON");
        EXPECT_ERROR(BadValue, io::labelOptionsFromJson(std::string("{}\0", 3)), "zero");
        EXPECT_ERROR(BadValue, io::labelOptionsFromJson(std::string(R"({"a":)") + std::string(100'000, '[')), "nested");
    }

    void aClassFolderIsListedByName()
    {
        for (const char* file : {"set/zebra/2.PNG", "set/zebra/10.jpg", "set/zebra/notes.txt", "set/zebra/.hidden.jpg", "set/zebra/deeper/3.jpg", "set/ant/a.webp",
                                 "set/empty/readme", "set/.git/b.jpg", "set/beside.jpg"}) {
            std::filesystem::create_directories(std::filesystem::path(in(file)).parent_path());
            io::writeFileAtomically(in(file), {});
        }
        std::filesystem::create_directories(in("set/ant/folder.jpg"));
        std::filesystem::create_symlink("nowhere", in("set/ant/dangling.jpg"));
        const io::ClassFolder set = io::scanClassFolder(in("set"));
        QVERIFY((set.classes == std::vector<std::string>{"ant", "zebra"}));
        QVERIFY((set.files == std::vector<io::ClassFolder::File>{{in("set/ant/a.webp"), 0}, {in("set/zebra/10.jpg"), 1}, {in("set/zebra/2.PNG"), 1}}));
        EXPECT_ERROR(DataMissing, io::scanClassFolder(in("set/empty")), in("set/empty"));
        EXPECT_ERROR(FileMissing, io::scanClassFolder(in("set/absent")), in("set/absent"));
        EXPECT_ERROR(FileUnreadable, io::scanClassFolder(in("set/beside.jpg")), "beside.jpg");
    }

    void aLabelFileIsReadAsPeopleWriteIt()
    {
        const auto read = [this](const std::string& text) {
            io::writeFileAtomically(in("labels.txt"), bytesOf(text));
            return io::readLabelFile(in("labels.txt"));
        };
        QVERIFY((read("\xEF\xBB\xBF" "cat\r\n\n# a comment\n  red bus  \nn01\tgoldfish\r\n n02 \t d\u00e9j\u00e0 vu")
                 == std::vector<io::LabelLine>{{"", "cat"}, {"", "red bus"}, {"n01", "goldfish"}, {"n02", "d\u00e9j\u00e0 vu"}}));
        EXPECT_ERROR(NoLabels, read("# nothing\n\r\n"), "labels.txt");
        EXPECT_ERROR(FileUnreadable, read("cat\n\xFF\n"), "line 2", "UTF-8");
        EXPECT_ERROR(FileUnreadable, read("a\tb\tc"), "line 1", "more than one tab");
        EXPECT_ERROR(FileUnreadable, read("cat\nn01\t\n"), "line 2", "nothing on one side");
        EXPECT_ERROR(FileUnreadable, read("\tcat"), "nothing on one side");
        EXPECT_ERROR(FileMissing, io::readLabelFile(in("absent.txt")));
    }
};

QTEST_APPLESS_MAIN(FilesTest)
#include "files_test.moc"
