#include "core/io/atomic_file.h"
#include "core/io/model_card.h"
#include "core/io/recipe_text.h"
#include "core/io/run_files.h"
#include "tests/core/io/archives.h"
#include "tests/core/io/expect_error.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace spikeclip;
using namespace std::string_literals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

QJsonObject parsed(const std::string& text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

data::TrainingPoint point(int stageIndex, std::int64_t step, double loss)
{
    return {.stage = "head", .stageIndex = stageIndex, .step = step, .steps = 100, .epoch = 0.5, .loss = loss};
}

std::vector<std::pair<std::int64_t, double>> losses(const data::TrainingLog& log)
{
    std::vector<std::pair<std::int64_t, double>> found;
    for (const auto& one : log.points)
        found.emplace_back(one.step, one.loss);
    return found;
}

data::RunSummary summary()
{
    return {.name = "birds \u2713",
            .initialModel = "/m/initial.safetensors",
            .initialHash = "ab",
            .model = "model.safetensors",
            .hash = "cd",
            .labels = {"cat", "dog"},
            .samples = {{"a.tar#1.jpg@0", 0, -1, 1, 0, 0.1}, {"b.png", 1, 0, 1, 1.0 / 3, 0.9}},
            .top1BeforePerStep = {0.1, 0.2},
            .top1AfterPerStep = {0.3, 1.0 / 3},
            .broken = {{"c.png", "cut off"}},
            .rateBefore = 0.1,
            .rateAfter = 0.2,
            .energyBeforePj = 3e6,
            .energyAfterPj = 4e6,
            .seconds = 12.5};
}

data::TrainingPlan plan(data::TrainingPlan::What what)
{
    auto plan = data::usualPlan(what);
    plan.name = "my \"birds\"";
    plan.initialModel = "/models/a b.safetensors";
    plan.dataPath = "/data/birds";
    plan.validationShare = 0.1 + 0.2; // no short decimal number
    plan.epochs = 1.0 / 3;
    plan.seed = 9'000'000'000'000'000;
    return plan;
}

}

class RunFilesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string in(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }

    data::TrainingLog read(const std::string& text) const
    {
        tests::write(in("log.jsonl"), text);
        return io::readTrainingLog(in("log.jsonl"));
    }

    data::RunSummary readChanged(const std::function<void(QJsonObject&)>& change) const
    {
        io::writeRunSummary(in("changed.json"), summary());
        auto document = parsed([&] {
            const auto bytes = io::readFile(in("changed.json"), 100'000);
            return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        }());
        change(document);
        tests::write(in("changed.json"), QJsonDocument(document).toJson().toStdString());
        return io::readRunSummary(in("changed.json"));
    }

private Q_SLOTS:
    void everyEventComesBackFromItsLine()
    {
        auto full = point(1, 20, 1.0 / 3);
        full.crossEntropy = 0.25;
        full.divergence = 0.5;
        full.alignment = 0.75;
        full.trainTop1 = 0.9;
        full.gradientAngle = 89.5;
        full.skipped = 0.125;
        full.learningRate = 1e-5;
        full.gradientNorm = 2.5;
        full.imagesPerSecond = 1234.5;
        full.secondsLeft = 60;
        const data::ValidationPoint validation{.stage = "head", .stageIndex = 1, .step = 20, .epoch = 1, .top1 = 0.5, .top1PerStep = {0.25, 0.5}};
        const data::HealthPoint health{.stage = "head", .stageIndex = 1, .step = 20, .epoch = 1, .pictures = 64, .rate = 0.1, .energyPj = 1e6, .twinPj = 2e6,
                                       .layers = {{"block.0.lif", 0.1, 0.2, 0.3}, {"last", 0, 1, 0}}};
        const data::TrainingNote note{.kind = data::TrainingNote::Kind::Broken, .stage = "", .stageIndex = 0, .step = 0, .count = 3, .detail = "a\nb"};
        std::string text;
        for (const data::TrainingEvent& event : {data::TrainingEvent(full), data::TrainingEvent(validation), data::TrainingEvent(health), data::TrainingEvent(note)}) {
            const auto line = io::toLine(event);
            QVERIFY(line.find('\n') == std::string::npos);
            text += line + '\n';
        }
        const auto log = read(text);
        QCOMPARE(log.points.size(), std::size_t(1));
        QCOMPARE(io::toLine(log.points[0]), io::toLine(full));
        QCOMPARE(*log.points[0].gradientAngle, 89.5);
        QCOMPARE(io::toLine(log.validations.at(0)), io::toLine(validation));
        QCOMPARE(io::toLine(log.healths.at(0)), io::toLine(health));
        QVERIFY(log.healths[0].layers == health.layers);
        QCOMPARE(io::toLine(log.notes.at(0)), io::toLine(note));
    }

    void everyKindOfNoteHasAWordOfItsOwn()
    {
        using Kind = data::TrainingNote::Kind;
        for (int kind = 0; kind <= static_cast<int>(Kind::Finished); ++kind) {
            const auto log = read(io::toLine(data::TrainingNote{.kind = static_cast<Kind>(kind)}));
            QCOMPARE(log.notes.size(), std::size_t(1));
            QCOMPARE(static_cast<int>(log.notes[0].kind), kind);
        }
    }

    void aLineHasTheKeysOfOlderLogs()
    {
        const auto line = parsed(io::toLine(point(0, 10, 2)));
        for (const auto* key : {"event", "stage", "step", "epoch", "loss", "learning_rate", "gradient_norm", "images_per_second"})
            QVERIFY2(line.contains(QLatin1String(key)), key);
        QVERIFY(!line.contains(QLatin1String("divergence"))); // a loss that the stage does not have
        const auto log = read(R"({"event":"device","stage":"","cuda":0.0}
{"event":"train","stage":"ann","step":50.0,"loss":1.5}
{"event":"train","stage":"ann","step":50,"loss":1.5,"scale":14,"learning_rate":0.01}
{"event":"validation","stage":"ann","step":50,"top1":0.5}
{"event":"validation","stage":"align-text","step":50,"cosine":0.5}
{"event":"train","stage":"dual","step":10,"loss":0.5})");
        QCOMPARE(log.points.size(), std::size_t(2)); // a stage begins anew at its first step, and is no repetition
        QCOMPARE(log.points[0].stageIndex, 0);
        QCOMPARE(log.points[1].stageIndex, 1);
        QCOMPARE(log.validations.size(), std::size_t(1));
    }

    void aNumberThatIsNoneIsNullAndComesBackAsNone()
    {
        auto diverged = point(0, 1, notANumber);
        diverged.gradientNorm = std::numeric_limits<double>::infinity();
        diverged.divergence = notANumber;
        const auto line = io::toLine(diverged);
        QVERIFY(parsed(line)[QStringLiteral("loss")].isNull());
        const auto log = read(line);
        QVERIFY(std::isnan(log.points.at(0).loss) && std::isnan(log.points[0].gradientNorm));
        QVERIFY(!log.points[0].divergence.has_value());
        auto bad = summary();
        bad.seconds = notANumber;
        bad.top1AfterPerStep = {notANumber};
        io::writeRunSummary(in("nan.json"), bad);
        QVERIFY(std::isnan(io::readRunSummary(in("nan.json")).seconds));
        QVERIFY(parsed(io::toLine(data::TrainingNote{.detail = "\xFF"}))[QStringLiteral("detail")].toString() == QString(QChar(0xFFFD)));
    }

    void whatIsToldTwiceCountsAsToldLast()
    {
        std::string text;
        for (const auto step : {10, 20, 30})
            text += io::toLine(point(0, step, 1)) + '\n' + io::toLine(data::HealthPoint{.stage = "head", .step = step}) + '\n';
        text += io::toLine(data::ValidationPoint{.stage = "head", .step = 30}) + '\n';
        const auto resumed = text + io::toLine(data::TrainingNote{.kind = data::TrainingNote::Kind::Resumed, .stage = "head", .step = 15}) + '\n';
        QCOMPARE(losses(read(resumed)), (std::vector<std::pair<std::int64_t, double>>{{10, 1}}));
        QVERIFY(read(resumed).validations.empty());
        const auto again = text + io::toLine(point(0, 20, 2)) + '\n' + io::toLine(point(0, 25, 2)) + '\n';
        const auto log = read(again);
        QCOMPARE(losses(log), (std::vector<std::pair<std::int64_t, double>>{{10, 1}, {20, 2}, {25, 2}}));
        QVERIFY(log.validations.empty()); // it judged a network that no longer is
        QCOMPARE(log.healths.size(), std::size_t(2));
    }

    void linesThatMakeNoSenseArePassedOver()
    {
        const auto good = io::toLine(point(0, 5, 1));
        std::string text = good.substr(0, 40) + "\n\n" + good + "\r\n";
        for (const auto* line : {"[]", "null", R"({"event":"train"})", R"({"event":"train","step":-1,"loss":1})", R"({"event":"train","step":6,"loss":"1"})",
                                 R"({"event":"train","step":6,"loss":1e999})", R"({"event":"train","step":99999999999999999999,"loss":1})",
                                 R"({"event":"train","step":6,"loss":1,"stage_index":-2})", R"({"event":"health","step":6,"rate":0,"layers":[1]})",
                                 R"({"event":"note","kind":"unheard"})", R"({"event":7})", R"({"event":"validation","step":1,"top1":0,"top1_per_step":{}})", "\xFF"})
            text += line + "\n"s;
        text += std::string(200'000, '[') + '\n' + good.substr(0, good.size() - 1); // nested deeply; cut off
        const auto log = read(text);
        QCOMPARE(losses(log), (std::vector<std::pair<std::int64_t, double>>{{5, 1}}));
        QVERIFY(log.validations.empty() && log.healths.empty() && log.notes.empty());
        EXPECT_ERROR(FileMissing, io::readTrainingLog(in("absent")), "absent");
        EXPECT_ERROR(FileUnreadable, io::readTrainingLog(m_folder.path().toStdString()), "folder");
    }

    void aSummaryComesBackAsWritten()
    {
        io::writeRunSummary(in("summary.json"), summary());
        io::writeRunSummary(in("again.json"), io::readRunSummary(in("summary.json")));
        QCOMPARE(io::readFile(in("again.json"), 100'000), io::readFile(in("summary.json"), 100'000));
        const auto read = io::readRunSummary(in("summary.json"));
        QCOMPARE(read.name, summary().name);
        QCOMPARE(read.samples[1].confidenceBefore, 1.0 / 3);
        QCOMPARE(read.samples[0].before, -1);
        QCOMPARE(read.top1AfterPerStep, summary().top1AfterPerStep);
        QCOMPARE(read.broken, summary().broken);
        QCOMPARE(read.energyAfterPj, 4e6);
        EXPECT_ERROR(FileUnwritable, io::writeRunSummary(in("no/folder.json"), summary()));
    }

    void aSummaryThatCannotBeTrustedIsRefused()
    {
        const auto refuses = [this](const char* key, const QJsonValue& value) { return readChanged([&](QJsonObject& document) { document[QLatin1String(key)] = value; }); };
        const auto sample = [this](const char* key, const QJsonValue& value) {
            return readChanged([&](QJsonObject& document) {
                auto samples = document[QLatin1String("samples")].toArray();
                auto one = samples[1].toObject();
                one[QLatin1String(key)] = value;
                samples[1] = one;
                document[QLatin1String("samples")] = samples;
            });
        };
        EXPECT_ERROR(FileUnreadable, refuses("format", QLatin1String("spikeclip-summary/2")), "changed.json", "format");
        EXPECT_ERROR(FileUnreadable, refuses("labels", 3), "labels");
        EXPECT_ERROR(FileUnreadable, refuses("labels", QJsonArray{QLatin1String("cat")}), "samples[0].after", "index"); // fewer than are used
        EXPECT_ERROR(FileUnreadable, refuses("seconds", QLatin1String("long")), "seconds");
        EXPECT_ERROR(FileUnreadable, refuses("broken", QJsonArray{1}), "broken");
        EXPECT_ERROR(FileUnreadable, readChanged([](QJsonObject& document) { document.remove(QLatin1String("samples")); }), "samples is missing");
        EXPECT_ERROR(FileUnreadable, sample("label", -1), "label");
        EXPECT_ERROR(FileUnreadable, sample("label", 2), "label");
        EXPECT_ERROR(FileUnreadable, sample("before", -2), "before");
        EXPECT_ERROR(FileUnreadable, sample("after", 2), "after");
        EXPECT_ERROR(FileUnreadable, sample("after", 0.5), "after", "whole number");
        EXPECT_ERROR(FileUnreadable, sample("after", 4294967296.0), "after");
        tests::write(in("cut.json"), "{\"format\": ");
        EXPECT_ERROR(FileUnreadable, io::readRunSummary(in("cut.json")), "cut.json", "not JSON");
        EXPECT_ERROR(FileMissing, io::readRunSummary(in("absent.json")), "absent.json");
    }

    void aPlanComesBackFromItsRecipe()
    {
        using What = data::TrainingPlan::What;
        for (const auto what : {What::Head, What::Full, What::Alignment, What::Dual}) {
            auto written = plan(what);
            QVERIFY(io::planOf(io::recipeText(written)) == written);
            written.labelFile = "/data/labels.txt";
            written.initialModel.clear();
            written.augment = false;
            written.steps = 2;
            if (what != What::Head)
                written.rateWeight = 2.5;
            if (what == What::Alignment)
                written.teacher = data::TrainingPlan::Teacher::Labels;
            if (what == What::Dual) {
                written.klWeight = 0.3;
                written.angleGate = 90;
            }
            QVERIFY(io::planOf(io::recipeText(written)) == written);
        }
    }

    void aRecipeHoldsOnlyWhatItsKindOfTrainingKnows()
    {
        using What = data::TrainingPlan::What;
        const auto stage = [](What what) { return parsed(io::recipeText(plan(what)))[QStringLiteral("stages")].toArray()[0].toObject(); };
        QCOMPARE(stage(What::Head)[QStringLiteral("stage")].toString(), QStringLiteral("head"));
        QVERIFY(!stage(What::Head).contains(QLatin1String("rate_weight")) && stage(What::Full).contains(QLatin1String("rate_weight")));
        QVERIFY(!stage(What::Full).contains(QLatin1String("kl_weight")) && !stage(What::Full).contains(QLatin1String("target")));
        QCOMPARE(stage(What::Alignment)[QStringLiteral("target")].toString(), QStringLiteral("twin"));
        QVERIFY(stage(What::Dual).contains(QLatin1String("kl_weight")) && stage(What::Dual).contains(QLatin1String("angle_gate")));
        QCOMPARE(parsed(io::recipeText(plan(What::Dual)))[QStringLiteral("format")].toString(), QStringLiteral("spikeclip-recipe/1"));
    }

    void aCardTellsWhetherTheLastTrainingLeftTheTwinOut()
    {
        using What = data::TrainingPlan::What;
        const auto cardOf = [](const std::string& recipe) { return R"({"name": "mine", "recipe": )" + recipe + '}'; };
        for (const auto what : {What::Head, What::Full, What::Alignment, What::Dual})
            QVERIFY(io::twinLags(cardOf(io::recipeText(plan(what)))));
        QVERIFY(!io::twinLags(cardOf(R"({"stages": [{"stage": "ann"}, {"stage": "dual"}]})"))); // both have learnt
        QVERIFY(!io::twinLags(cardOf(R"({"stages": [{"stage": "align-text"}]})")));             // neither has
        for (const auto* silent : {"", "no card", "[]", "{}", R"({"recipe": null})", R"({"recipe": {"stages": [1, {}, {"stage": 2}]}})"})
            QVERIFY2(!io::twinLags(silent), silent);
    }

    void aPlanThatNoRecipeCanHoldIsRefused()
    {
        const auto text = [](const std::function<void(data::TrainingPlan&)>& change) {
            auto changed = plan(data::TrainingPlan::What::Head);
            change(changed);
            return io::recipeText(changed);
        };
        EXPECT_ERROR(BadValue, text([](auto& p) { p.dataPath = "birds"; }), "data.path", "absolute");
        EXPECT_ERROR(BadValue, text([](auto& p) { p.dataPath.clear(); }), "data.path");
        EXPECT_ERROR(BadValue, text([](auto& p) { p.initialModel = "../m"; }), "initial");
        EXPECT_ERROR(BadValue, text([](auto& p) { p.labelFile = "/\xFF"; }), "data.labels", "UTF-8");
        EXPECT_ERROR(BadValue, text([](auto& p) { p.learningRate = notANumber; }), "learning_rate");
        EXPECT_ERROR(BadValue, text([](auto& p) { p.batch = 1; }), "batch");
        EXPECT_ERROR(BadValue, text([](auto& p) { p.seed = ~std::uint64_t{0}; }), "seed");
    }

    void aRecipeThatIsNoPlanSaysWhy()
    {
        const auto changed = [](const std::string& from, const std::string& to) {
            auto text = io::recipeText(plan(data::TrainingPlan::What::Dual));
            text.replace(text.find(from), from.size(), to);
            return io::planOf(text);
        };
        EXPECT_ERROR(RecipeBroken, changed("recipe/1", "recipe/2"), "format");
        EXPECT_ERROR(RecipeBroken, changed("\"dual\"", "\"ann\""), "stages[0].stage", "head or full or align-image or dual");
        EXPECT_ERROR(RecipeBroken, changed("\"augment\"", "\"clip_norm\": 1, \"augment\""), "clip_norm", "not a known key");
        EXPECT_ERROR(RecipeBroken, changed("\"name\"", "\"learn_scale\": false, \"name\""), "learn_scale");
        EXPECT_ERROR(RecipeBroken, changed("/data/birds", "birds"), "data.path");
        EXPECT_ERROR(RecipeBroken, changed("\"data\": [", "\"data\": [{\"path\": \"/a\"},"), "data", "a list of one");
        EXPECT_ERROR(RecipeBroken, changed("\"stages\": [", "\"stages\": [{},"), "stages");
        EXPECT_ERROR(RecipeBroken, changed("\"batch\": 64", "\"batch\": 6.5"), "batch", "whole number");
        EXPECT_ERROR(RecipeBroken, changed("\"batch\": 64", "\"batch\": 1"), "batch");
        EXPECT_ERROR(RecipeBroken, changed("\"seed\": 9", "\"seed\": -9"), "seed");
        EXPECT_ERROR(RecipeBroken, changed("\"batch\": 64,", ""), "batch is missing");
        EXPECT_ERROR(RecipeBroken, io::planOf("[]"), "object");
    }
};

QTEST_APPLESS_MAIN(RunFilesTest)
#include "run_files_test.moc"
