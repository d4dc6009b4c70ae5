#include "core/data/outcome.h"
#include "core/io/run_files.h"
#include "core/io/sample_source.h"
#include "core/model.h"
#include "core/train/forecast.h"
#include "core/train/run_state.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/train/toy_model.h"

#include <QtTest>

#include <algorithm>
#include <csignal>
#include <optional>

#include <sys/resource.h>

using namespace spikeclip;
using namespace spikeclip::tests;
using nlohmann::json;
using Kind = data::TrainingNote::Kind;
namespace fs = std::filesystem;

namespace {

std::optional<data::TrainingNote> noteOf(const std::vector<data::TrainingEvent>& events, Kind kind)
{
    for (const auto& event : events)
        if (const auto* note = std::get_if<data::TrainingNote>(&event); note && note->kind == kind)
            return *note;
    return std::nullopt;
}

/// A picture of toyPicture() as a record of CIFAR-10: planes from top to bottom instead of pixels from bottom to top.
std::string cifarRecord(std::size_t label, const std::string& bmp)
{
    constexpr std::size_t side = 32;
    std::string record(1, static_cast<char>(label));
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t y = 0; y < side; ++y)
            for (std::size_t x = 0; x < side; ++x)
                record += bmp[54 + 3 * ((side - 1 - y) * side + x) + 2 - c];
    return record;
}

/// No file of this process may grow beyond so many bytes for now, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

}

class RunDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClassOfOnePictureIsLearntAndNeverJudged()
    {
        writeToyPictures(m_toy.path() / "lonely");
        write(m_toy.path() / "lonely" / "cat" / "one.bmp", toyPicture({120, 120, 120}, 99));
        const auto run = told(request("lonely", "lonely", {toyStage("head", 30)}));
        const auto note = noteOf(run.events, Kind::LonelyClass);
        QVERIFY(note && note->count == 1);
        const auto summary = io::readRunSummary(fs::path(run.summary.checkpoint).parent_path().string() + "/summary.json");
        QCOMPARE(summary.labels, (std::vector<std::string>{"blue", "cat", "green", "red"}));
        QCOMPARE(summary.samples.size(), std::size_t(9));
        QVERIFY(std::ranges::none_of(summary.samples, [](const auto& sample) { return sample.label == 1; }));
        QCOMPARE(run.log().points.front().steps, std::int64_t(90)); // 28 pictures in batches of 8, 30 epochs
    }

    void unreadablePicturesAreCountedAndTheRunGoesOn()
    {
        writeToyPictures(m_toy.path() / "damaged");
        write(m_toy.path() / "damaged" / "red" / "00.bmp", "BM");
        write(m_toy.path() / "damaged" / "blue" / "99.bmp", "no picture at all");
        const auto run = told(request("damaged", "damaged", {toyStage("head", 1)}));
        const auto note = noteOf(run.events, Kind::Broken);
        QVERIFY(note && note->count == 2);
        QVERIFY2(note->detail.find("00.bmp: ") != std::string::npos, note->detail.c_str());
        const auto summary = io::readRunSummary(fs::path(run.summary.checkpoint).parent_path().string() + "/summary.json");
        QCOMPARE(summary.broken.size(), std::size_t(2));
        QVERIFY(noteOf(run.events, Kind::Finished));
        for (const auto& sample : summary.samples)
            QVERIFY(fs::path(sample.sample).filename() != "99.bmp");
    }

    void dataOfWhichMostCannotBeReadEndTheRun()
    {
        writeToyPictures(m_toy.path() / "spoilt", 4);
        for (int i = 0; i < 13; ++i)
            write(m_toy.path() / "spoilt" / "red" / ("x" + std::to_string(i) + ".bmp"), "BM");
        const auto request = this->request("spoilt", "spoilt", {toyStage("head", 1)});
        EXPECT_ERROR(DataMissing, train::train(request, {}, silent, {}), "13 of 25 pictures cannot be read", "x0.bmp");
        QVERIFY(!fs::exists(request.outFolder + "/model.safetensors"));
        auto again = request; // the data were repaired
        again.resume = true;
        fs::remove_all(m_toy.path() / "spoilt");
        writeToyPictures(m_toy.path() / "spoilt", 4);
        QVERIFY(fs::exists(train::train(again, {}, silent, {}).checkpoint));
    }

    void howTheDataLieMakesNoDifference()
    {
        writeToyPictures(m_toy.path() / "forms" / "folder", toyPicturesPerClass, 32);
        std::string records, archive;
        for (std::size_t label = 0; label < toyClasses.size(); ++label)
            for (int number = 0; number < toyPicturesPerClass; ++number) {
                const auto bmp = toyPictureOf(label, number, 32);
                const auto key = std::to_string(label) + "-" + std::to_string(10 + number);
                records += cifarRecord(label, bmp);
                archive += entry(key + ".bmp", bmp) + entry(key + ".cls", std::to_string(label));
            }
        write(m_toy.path() / "forms" / "cifar" / "data_batch_1.bin", records);
        write(m_toy.path() / "forms" / "cifar" / "batches.meta.txt", "blue\ngreen\nred\n");
        write(m_toy.path() / "forms" / "tar" / "shard-0.tar", archive + endMark);
        write(m_toy.path() / "forms" / "tar" / "classnames.txt", "blue\ngreen\nred\n");
        std::map<std::string, std::string> made;
        for (const auto* form : {"folder", "cifar", "tar"}) {
            const auto run = told(request(std::string("form ") + form, std::string("forms/") + form, {toyStage("full", 1), toyStage("head", 2)}));
            made[form] = run.summary.checkpoint;
            const auto summary = io::readRunSummary(fs::path(run.summary.checkpoint).parent_path().string() + "/summary.json");
            QCOMPARE(summary.labels, (std::vector<std::string>{"blue", "green", "red"}));
            for (const auto& sample : summary.samples)
                QVERIFY2(io::readSample(sample.sample)->width == 32, sample.sample.c_str());
        }
        QCOMPARE(changed(made["folder"], made["cifar"]), std::set<std::string>());
        QCOMPARE(changed(made["folder"], made["tar"]), std::set<std::string>());
    }

    void namesThatAreOneToTheTextEncoderAreRefused()
    {
        writeToyPictures(m_toy.path() / "alike");
        fs::rename(m_toy.path() / "alike" / "blue", m_toy.path() / "alike" / "zebra"); // unknown words both
        fs::rename(m_toy.path() / "alike" / "red", m_toy.path() / "alike" / "okapi");
        for (const auto* stage : {"head", "full"})
            EXPECT_ERROR(BadArgument, train::train(request(std::string("alike ") + stage, "alike", {toyStage(stage, 1)}), {}, silent, {}), "\"okapi\"", "\"zebra\"");
        EXPECT_ERROR(BadArgument, train::forecast(request("alike forecast", "alike", {toyStage("head", 1)}), {}, {}), "\"okapi\"", "\"zebra\"");
    }

    void dataAndModelThatVanishMeanwhileDoNoHarm()
    {
        for (const auto* stage : {"head", "full"}) {
            writeToyPictures(m_toy.path() / "fleeting");
            const auto initial = m_toy.path() / "fleeting.safetensors";
            fs::copy_file(m_toy.model(), initial, fs::copy_options::overwrite_existing);
            auto recipe = further(initial.string(), {toyStage(stage, 3)});
            recipe["data"][0]["path"] = "fleeting";
            const auto run = told(toyRequest(m_toy.path(), std::string("vanished ") + stage, recipe), [&](double, const std::string& note) {
                if (note.find(": batch ") == std::string::npos)
                    return;
                fs::remove_all(m_toy.path() / "fleeting");
                fs::remove(initial);
            });
            QVERIFY(readModel(run.summary.checkpoint, at::kCPU).image.has_value());
            QVERIFY(noteOf(run.events, Kind::Finished));
            const auto summary = io::readRunSummary(fs::path(run.summary.checkpoint).parent_path().string() + "/summary.json");
            QCOMPARE(summary.samples.size(), std::size_t(9));
            QVERIFY(summary.top1BeforePerStep.empty()); // nobody can say any more
            QVERIFY(!summary.top1AfterPerStep.empty());
            QCOMPARE(summary.samples.front().before, -1);
            QVERIFY(summary.samples.front().after >= 0);
            QVERIFY(!summary.initialHash.empty());
        }
    }

    void aModelIsNotLostWithItsSummary()
    {
        const auto request = this->request("no summary", "toy", {toyStage("head", 2)});
        fs::create_directories(fs::path(request.outFolder) / "summary.json"); // a folder where a file is wanted
        const auto run = told(request);
        QVERIFY(readModel(run.summary.checkpoint, at::kCPU).image.has_value());
        const auto note = noteOf(run.events, Kind::Finished);
        QVERIFY(note && note->detail.find("summary.json") != std::string::npos);
    }

    void aLogThatCannotBeWrittenEndsTheRunAndKeepsItsState()
    {
        auto request = this->request("full log", "toy", {toyStage("head", 3)});
        QVERIFY(isStoppedAfter(4, request));
        const auto folder = fs::path(request.outFolder);
        const auto state = bytesOf(folder / "state.safetensors");
        fs::rename(folder / "log.jsonl", folder / "log");
        fs::create_symlink("/dev/full", folder / "log.jsonl");
        request.resume = true;
        EXPECT_ERROR(FileUnwritable, train::train(request, {}, silent, {}), "log.jsonl");
        QVERIFY(bytesOf(folder / "state.safetensors") == state);
        fs::remove(folder / "log.jsonl");
        fs::rename(folder / "log", folder / "log.jsonl");
        QVERIFY(bytesOf(train::train(request, {}, silent, {}).checkpoint) == wholeHead());
    }

    void aDiskThatFillsUpEndsTheRunAndKeepsItsState()
    {
        auto recipe = further(m_toy.model(), {toyStage("head", 3)});
        recipe["checkpoint_minutes"] = 0;
        auto request = toyRequest(m_toy.path(), "full disk", recipe);
        const auto stateFile = fs::path(request.outFolder) / "state.safetensors";
        std::optional<FullDisk> full;
        request.watch = [&](const data::TrainingEvent& event) {
            if (const auto* note = std::get_if<data::TrainingNote>(&event); note && note->kind == Kind::Checkpoint && note->step == 4)
                full.emplace(20000); // more than the log, less than a state
        };
        const auto error = errorOf([&] { train::train(request, {}, silent, {}); });
        full.reset();
        QVERIFY(error && error->code() == ErrorCode::FileUnwritable);
        QVERIFY2(std::string(error->what()).find("state.safetensors") != std::string::npos, error->what());
        QVERIFY(fs::file_size(stateFile) > 20000);
        QCOMPARE(train::readRunState(stateFile.string()).step, std::int64_t(4));
        for (const auto& file : fs::directory_iterator(request.outFolder))
            QVERIFY2(!file.path().filename().string().starts_with("."), file.path().c_str()); // nothing is left of what did not fit
        request.watch = {};
        request.resume = true;
        QVERIFY(fs::exists(train::train(request, {}, silent, {}).checkpoint));
    }

    void aModelThatCannotBeWrittenMayBeWrittenLater()
    {
        auto request = this->request("full model", "toy", {toyStage("head", 3)});
        const auto folder = fs::path(request.outFolder);
        request.watch = [&](const data::TrainingEvent& event) {
            if (std::holds_alternative<data::TrainingPoint>(event))
                fs::create_directories(folder / "model.safetensors");
        };
        EXPECT_ERROR(FileUnwritable, train::train(request, {}, silent, {}), "model.safetensors");
        fs::remove(folder / "model.safetensors");
        request.watch = {};
        request.resume = true;
        QVERIFY(bytesOf(train::train(request, {}, silent, {}).checkpoint) == wholeHead());
    }

    void aForecastKnowsTheRunAndWritesNothing_data()
    {
        QTest::addColumn<QString>("stages");
        const auto row = [](const char* name, const json& stages) { QTest::newRow(name) << QString::fromStdString(stages.dump()); };
        const auto with = [](json stage, const json& more) {
            stage.update(more);
            return stage;
        };
        row("head", json::array({toyStage("head", 2)}));
        row("full", json::array({with(toyStage("full", 1.5), {{"label_smoothing", 0.1}, {"zoom", 0.2}})}));
        row("alignment", json::array({with(toyStage("align-image", 1, 500), {{"target", "labels"}})})); // a batch larger than the data
        row("dual with a gate", json::array({with(toyStage("dual", 1), {{"angle_gate", 90}})}));
        row("all in turn", json::array({toyStage("align-text", 3), toyStage("ann", 1), toyStage("align-image", 1), toyStage("dual", 1), toyStage("head", 1)}));
    }

    void aForecastKnowsTheRunAndWritesNothing()
    {
        QFETCH(QString, stages);
        auto recipe = toyRecipe(json::parse(stages.toStdString()));
        recipe["initial"] = m_toy.model();
        const auto request = toyRequest(m_toy.path(), std::string("forecast ") + QTest::currentDataTag(), recipe);
        const auto before = contents(m_toy.path());
        const auto forecast = train::forecast(request, {}, {});
        QVERIFY(contents(m_toy.path()) == before);
        QVERIFY(!fs::exists(request.outFolder));
        QCOMPARE(forecast.pictures, std::int64_t(27));
        QCOMPARE(forecast.validation, std::int64_t(9));
        QVERIFY(forecast.seconds > 0);
        QVERIFY(forecast.imagesPerSecond > 0);
        QVERIFY(forecast.peakBytes >= 36 * 3 * toySide * toySide);

        const auto run = told(request);
        std::map<int, std::int64_t> steps; // by stage
        for (const auto& point : run.log().points)
            steps[point.stageIndex] = point.steps;
        std::int64_t all = 0;
        for (const auto& [stage, count] : steps)
            all += count;
        QCOMPARE(forecast.steps, all);
        QCOMPARE(io::readRunSummary(request.outFolder + "/summary.json").samples.size(), static_cast<std::size_t>(forecast.validation));
    }

    void aForecastIsStopped()
    {
        std::stop_source source;
        source.request_stop();
        for (const auto* stage : {"head", "full"})
            QVERIFY_THROWS_EXCEPTION(Stopped, train::forecast(request("stopped forecast", "toy", {toyStage(stage, 1)}), {}, source.get_token()));
    }

private:
    TrainingRequest request(const std::string& name, const std::string& data, const json& stages) const
    {
        auto recipe = further(m_toy.model(), stages);
        recipe["data"][0]["path"] = data;
        return toyRequest(m_toy.path(), name, recipe);
    }

    /// What three epochs of a head make that nothing has disturbed.
    std::string wholeHead() const
    {
        const auto request = this->request("whole head", "toy", {toyStage("head", 3)});
        const auto model = fs::path(request.outFolder) / "model.safetensors";
        return bytesOf(fs::exists(model) ? model.string() : train::train(request, {}, silent, {}).checkpoint);
    }

    ToyFolder m_toy;
};

QTEST_APPLESS_MAIN(RunDataTest)

#include "run_data_test.moc"
