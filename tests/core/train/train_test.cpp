#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"
#include "core/model.h"
#include "core/train/losses.h"
#include "core/train/optimizer.h"
#include "core/train/picture_data.h"
#include "core/train/recipe.h"
#include "core/train/text_data.h"
#include "core/train/trainer.h"
#include "tests/core/cuda_device.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/train/toy_model.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <QtTest>

#include <cmath>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <map>
#include <numeric>

#include <spawn.h>
#include <sys/wait.h>

using namespace spikeclip;
using namespace spikeclip::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

double lossIn(const std::string& note)
{
    return std::stod(note.substr(note.find("loss ") + 5));
}

at::Tensor doubles(const std::vector<double>& values)
{
    return at::tensor(values, at::kDouble);
}

bool near(const at::Tensor& found, double expected)
{
    return std::abs(found.item<double>() - expected) < 1e-12;
}

}

class TrainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allStagesRunAndTheTwinLearns()
    {
        std::map<std::string, std::vector<double>> losses;
        const auto summary = train::train(request("whole", recipe()), {}, [&](double, const std::string& note) {
            if (note.find(": batch ") != std::string::npos)
                losses[note.substr(0, note.find(':'))].push_back(lossIn(note));
        }, {});
        QCOMPARE(losses.size(), std::size_t(4));
        const auto& ann = losses.at("ann");
        QCOMPARE(ann.size(), std::size_t(30)); // 27 pictures in batches of 8, 10 epochs
        const auto mean = [](auto first, auto last) { return std::accumulate(first, last, 0.0) / static_cast<double>(last - first); };
        QVERIFY2(mean(ann.end() - 5, ann.end()) < 0.8 * mean(ann.begin(), ann.begin() + 5), "the loss of the twin must fall");
        for (const auto* figure : {"align-text.cosine", "align-text.top1", "ann.top1", "align-image.top1", "dual.top1", "dual.top1_at_1"})
            QVERIFY2(summary.metrics.contains(figure), figure);
        QVERIFY(summary.metrics.at("ann.top1") > 0.8); // three plain colours

        const auto model = readModel(summary.checkpoint, at::kCPU);
        QVERIFY(model.image && model.twin && model.text && model.words);
        QVERIFY(model.config.logitScale >= 1 && model.config.logitScale <= 100);
        for (const auto& [key, tensor] : model.image->weights().tensors())
            QVERIFY2(!tensor.is_floating_point() || at::isfinite(tensor).all().item<bool>(), key.c_str());
        QVERIFY(model.image->weights()["patch_embed.block0_bn.num_batches_tracked"].item<std::int64_t>() > 0);
    }

    void allStagesRunOnACudaDeviceToo()
    {
        REQUIRE_CUDA();
        const auto summary = train::train(request("cuda", recipe()), {.device = "cuda:0"}, silent, {});
        QVERIFY(summary.metrics.at("ann.top1") > 0.8);
        QVERIFY(summary.metrics.at("align-text.top1") > 0.4); // better than chance among four names
    }

    void aStoppedRunEndsWhereAnUninterruptedOneDoes()
    {
        const auto whole = result("reference run");
        for (const int batches : {1, 60, 61, 75, 90, 93, 95}) { // within stages, at their last batch, and one after
            auto request = this->request("stopped " + std::to_string(batches), recipe());
            std::stop_source source;
            const auto progress = countingBatches([&](int done) {
                if (done == batches)
                    source.request_stop();
            });
            QVERIFY_THROWS_EXCEPTION(Stopped, train::train(request, {}, progress, source.get_token()));
            request.resume = true;
            QVERIFY2(bytesOf(train::train(request, {}, silent, {}).checkpoint) == whole, std::to_string(batches).c_str());
        }
    }

    void aKilledRunEndsWhereAnUninterruptedOneDoes()
    {
        auto often = recipe();
        often["checkpoint_minutes"] = 0;
        const auto whole = bytesOf(train::train(request("not killed", often), {}, silent, {}).checkpoint);
        for (const int batches : {30, 75, 94}) {
            auto request = this->request("killed " + std::to_string(batches), often);
            std::vector<std::string> words = {"train_test", "--train-and-be-killed", request.recipeFile, request.outFolder, request.dataRoot,
                                              std::to_string(batches)};
            std::vector<char*> arguments;
            for (auto& word : words)
                arguments.push_back(word.data());
            arguments.push_back(nullptr);
            pid_t child = 0;
            QCOMPARE(posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, arguments.data(), environ), 0);
            int status = 0;
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
            QVERIFY(fs::exists(fs::path(request.outFolder) / "state.safetensors"));
            request.resume = true;
            QVERIFY2(bytesOf(train::train(request, {}, silent, {}).checkpoint) == whole, std::to_string(batches).c_str());
        }
    }

    void aFinishedRunMayBeResumed()
    {
        const auto whole = result("reference run");
        auto request = this->request("reference run", recipe());
        request.resume = true;
        QVERIFY(bytesOf(train::train(request, {}, silent, {}).checkpoint) == whole);
    }

    void aRunIsNeitherOverwrittenNorContinuedWithAnotherRecipe()
    {
        result("reference run");
        auto request = this->request("reference run", recipe());
        const auto before = contents(request.outFolder);
        QVERIFY(before.size() >= 4);
        EXPECT_ERROR(BadArgument, train::train(request, {}, silent, {}), "already holds a run");
        QVERIFY(contents(request.outFolder) == before);

        auto other = recipe();
        other["seed"] = 2;
        auto changed = this->request("reference run", other);
        changed.resume = true;
        EXPECT_ERROR(BadArgument, train::train(changed, {}, silent, {}), "another recipe");
        EXPECT_ERROR(BadArgument, train::train(changed, {}, silent, {}), changed.outFolder);
        QVERIFY(contents(request.outFolder) == before);
    }

    void aFolderWithForeignFilesIsNotTouched()
    {
        for (const auto* name : {"model.safetensors", "recipe.json"})
            for (const bool resume : {false, true}) {
                auto request = this->request(std::string("foreign ") + name, recipe());
                write(fs::path(request.outFolder) / name, "something precious");
                request.resume = resume;
                const auto before = contents(request.outFolder);
                EXPECT_ERROR(BadArgument, train::train(request, {}, silent, {}), name);
                QVERIFY(contents(request.outFolder) == before);
            }
    }

    void heldOutLabelsNeverEnter()
    {
        // A damaged picture among the held out shows whether any of them is opened.
        fs::create_directories(m_toy.path() / "held");
        for (const auto* name : {"red", "green", "blue"})
            fs::copy(m_toy.path() / "toy" / name, m_toy.path() / "held" / name, fs::copy_options::recursive);
        write(m_toy.path() / "held" / "green" / "damaged.bmp", "BM");
        auto text = recipe();
        text["data"] = json::array({json{{"folder", "toy"}, {"labels", "typed.txt"}}, json{{"folder", "held"}}});
        text["held_out"] = {"Green"};
        write(m_toy.path() / "recipes" / "typed.txt", "blue\tgreen\n"); // the first source's blue is typed "green"
        const auto parsed = train::readRecipe(request("held", text).recipeFile);
        const auto data = train::loadPictures(parsed, parsed.model, m_toy.path().string(), [](double) {}, {});
        QCOMPARE(data.labels, (std::vector<std::string>{"red", "blue"}));
        QCOMPARE(data.heldOut, std::int64_t(3 * toyPicturesPerClass + 1));
        QCOMPARE(data.train.size() + data.validation.size(), std::int64_t(3 * toyPicturesPerClass));
        QVERIFY(data.broken.empty());
        // Pictures labelled red are red, those labelled blue are blue: nothing green came in under another name.
        for (const auto* set : {&data.train, &data.validation})
            for (std::int64_t i = 0; i < set->size(); ++i) {
                const auto channels = set->pixels[i].to(at::kFloat).mean({1, 2});
                QCOMPARE(channels.argmax().item<std::int64_t>(), set->labels[i].item<std::int64_t>() == 0 ? std::int64_t(0) : std::int64_t(2));
            }
    }

    void whatIsHeldOutStandsInTheRecipeAndInAFileBesideIt()
    {
        auto text = recipe();
        text["held_out"] = {"green", "@work"};
        write(m_toy.path() / "recipes" / "held.txt", "red\nbus\n");
        QCOMPARE(train::readRecipe(request("listed", text).recipeFile).heldOut, (std::vector<std::string>{"green", "@work"}));
        text["held_out_file"] = "held.txt";
        QCOMPARE(train::readRecipe(request("filed", text).recipeFile).heldOut, (std::vector<std::string>{"green", "@work", "red", "bus"}));
        text["held_out_file"] = "nowhere.txt";
        const auto broken = request("broken", text).recipeFile;
        EXPECT_ERROR(FileMissing, train::readRecipe(broken), "nowhere.txt");
    }

    void damagedPicturesAreListedAndPassedOver()
    {
        fs::copy(m_toy.path() / "toy", m_toy.path() / "damaged", fs::copy_options::recursive);
        write(m_toy.path() / "damaged" / "red" / "00.bmp", "BM");
        auto text = recipe();
        text["data"] = json::array({json{{"folder", "damaged"}}});
        const auto parsed = train::readRecipe(request("damaged", text).recipeFile);
        const auto data = train::loadPictures(parsed, parsed.model, m_toy.path().string(), [](double) {}, {});
        QCOMPARE(data.broken.size(), std::size_t(1));
        QCOMPARE(data.broken.front().sample, (m_toy.path() / "damaged" / "red" / "00.bmp").string());
        QVERIFY(!data.broken.front().reason.empty());
        QCOMPARE(data.train.size() + data.validation.size(), std::int64_t(3 * toyPicturesPerClass));
    }

    void aLossThatIsNoNumberEndsTheRun()
    {
        // Weight decay of 10 at a rate of 10 multiplies the weights by -99 a batch: single precision overflows within twenty.
        auto text = recipe();
        text["stages"] = json::array({json{{"stage", "ann"}, {"epochs", 30}, {"batch", 8}, {"learning_rate", 10}, {"final_learning_rate", 10},
                                           {"weight_decay", 10}, {"clip_norm", 0}, {"warm_up", 0}}});
        text["checkpoint_minutes"] = 0;
        const auto request = this->request("diverged", text);
        EXPECT_ERROR(Diverged, train::train(request, {}, silent, {}), "ann, batch ");
        const auto left = io::readSafetensors((fs::path(request.outFolder) / "model.safetensors").string()); // of the last good state
        for (const auto& [key, tensor] : left.tensors)
            if (key.starts_with("ann.") && tensor.dtype == io::DType::F32)
                for (std::size_t i = 0; i < tensor.bytes.size(); i += 4) {
                    float number = 0;
                    std::memcpy(&number, tensor.bytes.data() + i, 4);
                    QVERIFY2(std::isfinite(number), key.c_str());
                }
    }

    void theTextSideExtendsItsTargetsToNouns()
    {
        const auto parsed = train::readRecipe(request("nouns", recipe()).recipeFile);
        Model model{.config = parsed.model};
        train::installWords(model, parsed.text, m_toy.path().string());
        const auto data = train::loadText(model, parsed.text, m_toy.path().string());
        // zebra and unicorn are unknown words, cat has a target already, tree is no wanted kind.
        QCOMPARE(data.names, (std::vector<std::string>{"red", "green", "blue", "cat", "dog", "bird"}));
        QCOMPARE(data.real, std::int64_t(4));
        QCOMPARE(data.unknown, std::int64_t(2));
        QVERIFY((data.targets.norm(2, 1) - 1).abs().max().item<double>() < 1e-6);
    }

    void namesWithoutAKnownWordAreRefused()
    {
        write(m_toy.path() / "zebras.tsv", "name\nzebra\nokapi\n");
        writeHalves(m_toy.path() / "zebras.f16", 2, 8, 3);
        auto text = recipe();
        text["text"]["names"] = "zebras.tsv";
        text["text"]["targets"] = "zebras.f16";
        EXPECT_ERROR(DataMissing, train::train(request("zebras", text), {}, silent, {}), "zebras.tsv");
    }

    void recipeErrorsNameTheMember_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [&](const char* name, const std::function<void(json&)>& change, const char* says) {
            auto text = recipe();
            change(text);
            QTest::newRow(name) << QString::fromStdString(text.dump()) << QString(QLatin1String(says));
        };
        QTest::newRow("no JSON") << QStringLiteral("{") << QStringLiteral("not a JSON document");
        QTest::newRow("a list") << QStringLiteral("[]") << QStringLiteral("recipe must be an object");
        row("other format", [](json& r) { r["format"] = "x"; }, "format");
        row("unknown member", [](json& r) { r["sead"] = 1; }, "sead");
        row("unknown member of a stage", [](json& r) { r["stages"][1]["epoch"] = 1; }, "stages[1] has the unknown member epoch");
        row("a penalty on neurons that the twin has not", [](json& r) { r["stages"][1]["rate_weight"] = 1; }, "stages[1] has the unknown member rate_weight");
        row("weights for more steps than there are", [](json& r) { r["stages"][2].update({{"steps", 2}, {"prefix_weights", {1, 1, 1}}}); }, "stages[2].prefix_weights");
        row("weights of none", [](json& r) { r["stages"][2].update({{"steps", 2}, {"prefix_weights", {0, 0}}}); }, "stages[2].prefix_weights");
        row("a weight below nothing", [](json& r) { r["stages"][2].update({{"steps", 2}, {"prefix_weights", {2, -1}}}); }, "stages[2].prefix_weights");
        row("truths for weights", [](json& r) { r["stages"][2].update({{"steps", 2}, {"prefix_weights", {true, false}}}); }, "stages[2].prefix_weights must be a list of numbers");
        row("weights of a stage without prefixes", [](json& r) { r["stages"][1].update({{"steps", 1}, {"prefix_weights", {1}}}); }, "stages[1] has the unknown member prefix_weights");
        row("weights of no list", [](json& r) { r["stages"][2]["prefix_weights"] = 1; }, "stages[2].prefix_weights");
        row("wrong type", [](json& r) { r["stages"][0]["batch"] = "8"; }, "stages[0].batch");
        row("a truth for a number", [](json& r) { r["stages"][0]["epochs"] = true; }, "stages[0].epochs");
        row("half a picture", [](json& r) { r["stages"][0]["batch"] = 8.5; }, "stages[0].batch");
        row("too small", [](json& r) { r["stages"][2]["batch"] = 1; }, "stages[2].batch");
        row("too large", [](json& r) { r["stages"][2]["learning_rate"] = 11; }, "stages[2].learning_rate");
        row("unknown stage", [](json& r) { r["stages"][3]["stage"] = "x"; }, "stages[3].stage");
        row("no stage", [](json& r) { r["stages"] = json::array(); }, "recipe.stages");
        row("stages not a list", [](json& r) { r["stages"] = 1; }, "recipe.stages");
        row("source without folder", [](json& r) { r["data"][0].erase("folder"); }, "data[0].path");
        row("unknown member of the model", [](json& r) { r["model"]["image"]["witdh"] = 1; }, "witdh");
        row("impossible model", [](json& r) { r["model"]["image"]["width"] = 17; }, "image.width");
        row("text", [](json& r) { r["text"]["gamma"] = 0; }, "text.gamma");
    }

    void recipeErrorsNameTheMember()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto file = m_toy.path() / "recipes" / "broken.json";
        write(file, text.toStdString());
        EXPECT_ERROR(RecipeBroken, train::readRecipe(file.string()), file.string(), says.toStdString());
    }

    void theRateRisesAndFallsInClosedForm()
    {
        const auto rate = [](std::int64_t step) { return train::learningRate(step, 100, 1.0, 0.1, 0.1); };
        const auto close = [](double found, double expected) { return std::abs(found - expected) < 1e-12; };
        QVERIFY(close(rate(0), 0.1));  // ten batches of warm-up
        QVERIFY(close(rate(4), 0.5));
        QVERIFY(close(rate(9), 1.0));
        QVERIFY(close(rate(10), 1.0));
        QVERIFY(close(rate(55), 0.55)); // half way down the cosine
        QVERIFY(close(rate(100), 0.1));
        QVERIFY(close(train::learningRate(0, 1, 1.0, 0.1, 0), 1.0));
    }

    void theOptimizerMakesTheStepsDoneByHand()
    {
        auto decaying = doubles({1, -2}).requires_grad_(true);
        auto steady = doubles({3}).requires_grad_(true);
        train::AdamW optimizer({{"w", decaying, true}, {"b", steady, false}}, 0.05);
        decaying.mutable_grad() = doubles({0.5, -0.25});
        steady.mutable_grad() = doubles({2});
        QVERIFY(std::abs(optimizer.step(0.1, 0) - std::sqrt(0.25 + 0.0625 + 4)) < 1e-12);
        // After one step the corrected moments are g and g^2: each number moves by the rate against its gradient's sign.
        QVERIFY(std::abs(decaying[0].item<double>() - (0.995 - 0.1 * 0.5 / (0.5 + 1e-8))) < 1e-12);
        QVERIFY(std::abs(decaying[1].item<double>() - (-1.99 + 0.1 * 0.25 / (0.25 + 1e-8))) < 1e-12);
        QVERIFY(std::abs(steady[0].item<double>() - (3 - 0.1 * 2 / (2 + 1e-8))) < 1e-12);

        // Second step of the steady one, clipped: the whole gradient is 4 long, so it is divided by 2.
        const auto before = steady[0].item<double>();
        decaying.mutable_grad() = doubles({0, 0});
        steady.mutable_grad() = doubles({-4});
        QVERIFY(std::abs(optimizer.step(0.1, 2) - 4) < 1e-12);
        const auto first = 0.9 * (0.1 * 2) + 0.1 * -2;
        const auto second = 0.999 * (0.001 * 4) + 0.001 * 4;
        const auto move = 0.1 * (first / (1 - 0.81)) / (std::sqrt(second / (1 - 0.998001)) + 1e-8);
        QVERIFY(std::abs(steady[0].item<double>() - (before - move)) < 1e-12);
        QCOMPARE(optimizer.updates(), std::int64_t(2));
        optimizer.clearGradients();
        QVERIFY(!steady.grad().defined());
    }

    void lossesHaveTheValuesDoneByHand()
    {
        // cos((3, 4), (4, 3)) = 24/25, cos((1, 0), (0, 2)) = 0
        QVERIFY(near(train::alignment(doubles({3, 4, 1, 0}).view({2, 2}), doubles({4, 3, 0, 2}).view({2, 2})), 1 - 0.48));
        const auto scores = train::logits(doubles({3, 4}).view({1, 2}), doubles({1, 0, 0, 1}).view({2, 2}), doubles({10}).squeeze());
        QVERIFY(near(scores[0][0], 6) && near(scores[0][1], 8));
        // Probabilities 1/4 and 3/4; the second step of [T, B, C] is even
        const auto logits = doubles({0, std::log(3), 1, 1}).view({2, 1, 2});
        const auto label = at::tensor({1}, at::kLong);
        QVERIFY(near(train::crossEntropy(logits, label, 0), -(std::log(0.75) + std::log(0.5)) / 2));
        QVERIFY(near(train::crossEntropy(logits[0], label, 0.2), -0.8 * std::log(0.75) - 0.2 * (std::log(0.25) + std::log(0.75)) / 2));
        const auto teacher = doubles({std::log(3), 0}).view({1, 2}); // 3/4 and 1/4
        const auto even = doubles({5, 5}).view({1, 2});
        QVERIFY(near(train::divergence(even, teacher), 0.75 * std::log(1.5) + 0.25 * std::log(0.5)));
        QVERIFY(near(train::divergence(teacher, teacher), 0));
    }

private:
    json recipe() const
    {
        auto text = toyRecipe(json::array({toyStage("align-text", 60), toyStage("ann", 10), toyStage("align-image", 1), toyStage("dual", 1)}));
        text["stages"][0]["learning_rate"] = 0.02;
        return text;
    }

    TrainingRequest request(const std::string& name, const json& text) const { return toyRequest(m_toy.path(), name, text); }

    /// The bytes of the model of an uninterrupted run, trained once.
    std::string result(const std::string& name)
    {
        const auto request = this->request(name, recipe());
        const auto model = fs::path(request.outFolder) / "model.safetensors";
        return bytesOf(fs::exists(model) ? model.string() : train::train(request, {}, silent, {}).checkpoint);
    }

    ToyFolder m_toy;
};

int main(int argc, char** argv)
{
    if (argc == 6 && std::string_view(argv[1]) == "--train-and-be-killed") { // the child of aKilledRunEnds...
        const int batches = std::stoi(argv[5]);
        const auto progress = countingBatches([batches](int done) {
            if (done == batches)
                std::raise(SIGKILL);
        });
        train::train({.recipeFile = argv[2], .outFolder = argv[3], .dataRoot = argv[4]}, {}, progress, {});
        return 0;
    }
    TrainTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "train_test.moc"
