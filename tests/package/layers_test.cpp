#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// One #include as written: the name between the quotes or brackets.
struct Include
{
    std::string name;
    bool ours = false; ///< in quotes
};

bool isQt(const Include& include)
{
    static const std::regex qt("Qt?[A-Z][A-Za-z0-9]*(/.*)?|q[a-z0-9]+\\.h"); // <QString>, <QtCore/QFile>, <qstring.h>
    return std::regex_match(include.name, qt);
}

bool isTorch(const Include& include)
{
    static const std::vector<std::string> roots{"torch/", "ATen/", "c10/", "caffe2/"};
    return std::ranges::any_of(roots, [&](const auto& root) { return include.name.starts_with(root); });
}

bool isOpenCv(const Include& include)
{
    return include.name.starts_with("opencv");
}

bool isStandard(const Include& include)
{
    static const std::regex standard("[a-z_0-9]+"); // <vector>, not <unistd.h> nor <QString>
    return !include.ours && std::regex_match(include.name, standard);
}

/// What the files of one folder may include: ours by prefix, from the repository root, and others by a test.
struct Room
{
    std::string prefix; ///< the first that fits a file decides
    std::vector<std::string> ours;
    std::function<bool(const Include&)> refuses;
    std::string why;
};

const std::vector<Room>& rooms()
{
    const std::vector<std::string> facade{"core/data/", "core/energy/", "core/io/", "core/text/", "core/engine.h", "core/engine_loader.h",
                                          "core/program_engine.h"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.end(), facade.begin(), facade.end());
        return more;
    };
    const std::vector<std::string> answers{"core/backend.h", "core/classifier.h", "core/evaluate.h", "core/evaluation_data.h", "core/front_engine.h",
                                           "core/label_reading.h", "core/label_vectors.h", "core/model_info.h", "core/portion.h", "core/random.h",
                                           "core/race.h", "core/trace.h", "core/translate.h"};
    const auto notStandard = [](const Include& i) { return !isStandard(i); };
    const auto engineOrQt = [](const Include& i) { return isTorch(i) || isQt(i); };
    const auto anyRuntime = [](const Include& i) { return isTorch(i) || isQt(i) || isOpenCv(i); };
    const auto engine = [](const Include& i) { return isTorch(i) || isOpenCv(i); };
    static const std::vector<Room> all{
        {"core/data/", {"core/data/"}, notStandard, "plain data knows the standard library only"},
        {"core/energy/", {"core/data/", "core/energy/"}, notStandard, "counting needs the standard library only"},
        {"core/io/", {"core/data/", "core/io/", "core/text/"}, engineOrQt, "files are read without LibTorch or Qt"},
        {"core/text/", {"core/data/", "core/io/", "core/text/"}, engineOrQt, "words are read without LibTorch or Qt"},
        {"core/parallel/", {"core/data/", "core/parallel/"}, notStandard, "threads know the standard library only"},
        {"core/event/", with({"core/backend.h", "core/event/", "core/parallel/"}), anyRuntime, "networks on bits answer before LibTorch has loaded"},
        {"core/backend.h", facade, notStandard, "the seam knows no tensor"},
        {"core/random.h", {}, notStandard, "chance needs the standard library only"},
        {"core/classifier.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/evaluate.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/evaluation_data.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/front_engine.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/program_engine.", with({"core/event/", "core/front_engine.h"}), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/label_reading.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/label_vectors.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/model_info.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/portion.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/race.", with({"core/backend.h", "core/check/turns.h", "core/race.h"}), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/trace.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/translate.", with(answers), anyRuntime, "answers come before LibTorch has loaded"},
        {"core/engine_loader.", facade, engineOrQt, "the loader is there before the engine"},
        {"core/engine.h", facade, notStandard, "the facade knows no tensor"},
        {"core/", {"core/"}, isQt, "core has no Qt and looks neither up nor sideways"},
        {"widgets/", {"core/data/", "core/energy/", "widgets/"}, engine, "widgets know Qt, plain data and how it is counted"},
        {"app/cli/", with({"app/cli/", "app/sentences.h"}), anyRuntime,
         "the command has no Qt and knows the engine's facade only"},
        {"app/sentences.", {"core/data/", "app/sentences.h"}, notStandard, "window and command line share the words"},
        {"app/", with({"app/", "widgets/"}), engine, "app joins and computes nothing"},
    };
    return all;
}

bool startsWithAny(const std::string& name, const std::vector<std::string>& prefixes)
{
    return std::ranges::any_of(prefixes, [&](const auto& prefix) { return name.starts_with(prefix); });
}

/// What is wrong with this include in this file; empty if nothing is.
std::string complaint(const std::string& file, const Include& include)
{
    if (include.name == "torch/torch.h" && file.ends_with(".h") && file != "core/nn/compat.h")
        return "it costs every user of the header twenty seconds";
    if (include.name == "qcustomplot.h" && file != "widgets/plot/qcp.h")
        return "it is included through widgets/plot/qcp.h only";
    const auto room = std::ranges::find_if(rooms(), [&](const Room& candidate) { return file.starts_with(candidate.prefix); });
    if (room == rooms().end())
        return "this file is in no room";
    if (!include.ours)
        return room->refuses(include) ? room->why : "";
    const bool generatedByQt = include.name.ends_with(".moc") || include.name.starts_with("ui_");
    if (generatedByQt)
        return room->refuses({.name = "QObject", .ours = false}) ? room->why : "";
    return startsWithAny(include.name, room->ours) ? "" : room->why;
}

std::vector<Include> includesOf(const std::string& text)
{
    static const std::regex line("(?:^|\\n)[ \\t]*#[ \\t]*include[ \\t]*([<\"])([^>\"\\n]+)[>\"]");
    std::vector<Include> found;
    for (std::sregex_iterator match(text.begin(), text.end(), line), end; match != end; ++match)
        found.push_back({(*match)[2], (*match)[1] == "\""});
    return found;
}

struct Source
{
    std::string file; ///< from the repository root
    std::string text;
};

std::vector<Source> sources(const std::vector<std::string>& folders)
{
    const fs::path root = SPIKECLIP_SOURCE_DIR;
    std::vector<Source> found;
    for (const auto& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp" && extension != ".inl"))
                continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            found.push_back({fs::relative(entry.path(), root).generic_string(),
                             std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>())});
        }
    return found;
}

}

class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dependenciesPointDownInEveryFile()
    {
        const auto all = sources({"core", "widgets", "app"});
        QVERIFY2(all.size() > 10, "the sources were not found");
        std::size_t includes = 0;
        std::string wrong;
        for (const auto& source : all)
            for (const auto& include : includesOf(source.text)) {
                ++includes;
                if (const auto what = complaint(source.file, include); !what.empty())
                    wrong += '\n' + source.file + " includes " + include.name + ": " + what;
            }
        QVERIFY2(includes > all.size(), "the includes were not found");
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void noFileIsLongerThanFiveHundredLines()
    {
        std::string wrong;
        for (const auto& source : sources({"core", "widgets", "app", "tests"}))
            if (std::ranges::count(source.text, '\n') > 500)
                wrong += '\n' + source.file;
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void everyRuleAllowsWhatIsRightAndRefusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* file, const char* line, bool allowed) {
            QTest::addRow("%s %s", file, line) << QByteArray(file) << QByteArray(line) << allowed;
        };
        row("core/data/a.h", "#include <vector>", true);
        row("core/data/a.h", "#include \"core/data/b.h\"", true);
        row("core/data/a.cpp", "#include <unistd.h>", false);
        row("core/data/a.h", "#include <opencv2/core.hpp>", false);
        row("core/data/a.h", "  #  include <QString>", false);
        row("core/data/a.h", "#include \"core/io/b.h\"", false);
        row("core/energy/a.h", "#include <ATen/core/Tensor.h>", false);
        row("core/io/a.cpp", "#include <opencv2/imgcodecs.hpp>", true);
        row("core/io/a.cpp", "#include <nlohmann/json.hpp>", true);
        row("core/io/a.cpp", "#include <torch/types.h>", false);
        row("core/io/a.cpp", "#include <QtCore/QFile>", false);
        row("core/text/a.cpp", "#include <c10/util/Exception.h>", false);
        row("core/text/a.cpp", "#include \"core/nn/lif.h\"", false);
        row("core/engine_loader.cpp", "#include <torch/torch.h>", false);
        row("core/engine_loader.cpp", "#include <dlfcn.h>", true);
        row("core/classifier.h", "#include <ATen/core/Tensor.h>", false);
        row("core/classifier.cpp", "#include \"core/backend.h\"", true);
        row("core/classifier.cpp", "#include \"core/model.h\"", false);
        row("core/evaluate.cpp", "#include <opencv2/core.hpp>", false);
        row("core/evaluation_data.cpp", "#include \"core/train/recipe.h\"", false);
        row("core/front_engine.cpp", "#include <QObject>", false);
        row("core/front_engine.h", "#include \"core/io/checkpoint.h\"", true);
        row("core/label_vectors.cpp", "#include \"core/nn/encoders.h\"", false);
        row("core/torch_backend.cpp", "#include <ATen/ATen.h>", true);
        row("core/engine.h", "#include <ATen/core/Tensor.h>", false);
        row("core/nn/a.h", "#include <ATen/core/Tensor.h>", true);
        row("core/nn/a.cpp", "#include <torch/torch.h>", true);
        row("core/nn/a.h", "#include <torch/torch.h>", false);
        row("core/nn/compat.h", "#include <torch/torch.h>", true);
        row("core/nn/a.cpp", "#include <QObject>", false);
        row("core/nn/a.cpp", "#include \"a.moc\"", false);
        row("core/train/a.cpp", "#include \"app/sentences.h\"", false);
        row("core/train/a.cpp", "#include \"widgets/a.h\"", false);
        row("widgets/a.cpp", "#include <QWidget>", true);
        row("widgets/a.cpp", "#include \"core/data/image.h\"", true);
        row("widgets/a.cpp", "#include \"core/energy/ledger.h\"", true);
        row("widgets/a.cpp", "#include \"a.moc\"", true);
        row("widgets/a.cpp", "#include \"core/engine.h\"", false);
        row("widgets/a.cpp", "#include \"app/session/inference.h\"", false);
        row("widgets/a.cpp", "#include <opencv2/core.hpp>", false);
        row("widgets/plot/a.cpp", "#include <qcustomplot.h>", false);
        row("widgets/plot/qcp.h", "#include <qcustomplot.h>", true);
        row("app/cli/a.cpp", "#include <CLI/CLI.hpp>", true);
        row("app/cli/a.cpp", "#include <QCoreApplication>", false);
        row("app/cli/a.cpp", "#include <qstring.h>", false);
        row("app/cli/a.cpp", "#include \"app/session/inference.h\"", false);
        row("app/cli/a.cpp", "#include \"core/nn/lif.h\"", false);
        row("app/sentences.cpp", "#include <QString>", false);
        row("app/explorer/a.cpp", "#include \"widgets/a.h\"", true);
        row("app/explorer/a.cpp", "#include \"ui_a.h\"", true);
        row("app/explorer/a.cpp", "#include <torch/types.h>", false);
        row("app/session/a.cpp", "#include \"core/nn/lif.h\"", false);
        row("common/a.h", "#include <vector>", false);
    }

    void everyRuleAllowsWhatIsRightAndRefusesWhatIsWrong()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, line);
        QFETCH(bool, allowed);
        const auto includes = includesOf("#pragma once\n" + line.toStdString() + "\n");
        QCOMPARE(includes.size(), std::size_t(1));
        QCOMPARE(complaint(file.toStdString(), includes.front()).empty(), allowed);
    }
};

QTEST_APPLESS_MAIN(LayersTest)
#include "layers_test.moc"
