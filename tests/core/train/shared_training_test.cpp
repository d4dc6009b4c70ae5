#include "core/data/process_place.h"
#include "core/io/run_files.h"
#include "core/io/safetensors.h"
#include "core/model.h"
#include "core/nn/encoders.h"
#include "core/tensor_data.h"
#include "core/train/losses.h"
#include "core/train/shared_run.h"
#include "core/translate.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/train/toy_model.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <arpa/inet.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace spikeclip;
using namespace spikeclip::tests;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

// How a process of the test ends, besides 0.
constexpr int wasStopped = 20;
constexpr int lostAPeer = 21;
constexpr int wasRefused = 22;
constexpr int failed = 23;

/// A port that nobody uses now.
int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    const bool bound = bind(socket, generic, size) == 0 && getsockname(socket, generic, &size) == 0;
    close(socket);
    return bound ? ntohs(address.sin_port) : 0;
}

/// Starts this program again as process `rank` of `size`; `words` say what it is to do.
pid_t start(int rank, int size, int port, std::vector<std::string> words, const std::string& patience = "60")
{
    words.insert(words.begin(), "shared_training_test");
    std::vector<std::string> variables;
    for (char** variable = environ; *variable; ++variable)
        variables.emplace_back(*variable);
    for (const auto& [name, value] : std::map<std::string, std::string>{{"WORLD_SIZE", std::to_string(size)}, {"RANK", std::to_string(rank)},
                                                                        {"MASTER_ADDR", "127.0.0.1"}, {"MASTER_PORT", std::to_string(port)},
                                                                        {"SPIKECLIP_PATIENCE", patience}})
        variables.push_back(name + "=" + value);
    const auto pointers = [](std::vector<std::string>& texts) {
        std::vector<char*> all;
        for (auto& text : texts)
            all.push_back(text.data());
        all.push_back(nullptr);
        return all;
    };
    pid_t child = 0;
    return posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, pointers(words).data(), pointers(variables).data()) == 0 ? child : 0;
}

/// The exit status, or minus the signal that ended it.
int wait(pid_t child)
{
    int status = 0;
    if (child == 0 || waitpid(child, &status, 0) != child)
        return failed;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// Runs `words` in processes that share a run.
std::vector<int> together(int size, const std::vector<std::string>& words)
{
    const auto port = freePort();
    std::vector<pid_t> children;
    for (int rank = 0; rank < size; ++rank)
        children.push_back(start(rank, size, port, words));
    std::vector<int> ends;
    for (const auto child : children)
        ends.push_back(wait(child));
    return ends;
}

/// Three updates of an image encoder in double precision on a batch of seven pictures -> weights and running statistics.
std::map<std::string, at::Tensor> threeSteps(const std::optional<data::ProcessPlace>& place, nn::Path path)
{
    const data::ImageConfig config{.imageSize = toySide, .width = 24, .heads = 2, .blocks = 1, .embedding = 8, .poolBefore = {1, 3}};
    const auto specs = nn::imageWeights(config);
    const train::SharedRun shared(place, at::kCPU);
    auto weights = nn::hashedWeights(specs, "", 3).clone();
    weights.setTrainable(specs, true);
    const auto parameters = train::learnable(weights, specs, "");
    train::AdamW optimizer(parameters, 0.05);
    const auto vectors = nn::normalised(nn::hashedNumbers("labels", 4 * 8).view({4, 8}));
    const int samples = 7;
    for (int step = 0; step < 3; ++step) {
        const auto pictures = nn::hashedNumbers("batch " + std::to_string(step), samples * 3 * toySide * toySide).view({samples, 3, toySide, toySide}) * 2;
        const auto labels = at::arange(samples).remainder(4);
        const auto share = shared.share(samples);
        optimizer.clearGradients();
        const auto features = nn::ImageEncoder(config, weights)
                                  .forward(pictures.narrow(0, share.first, share.count), {.training = true, .path = path, .peers = shared.peers()});
        const auto scores = train::logits(features, vectors, at::full({}, 10.0, at::kDouble));
        const auto loss = train::crossEntropy(scores, labels.narrow(0, share.first, share.count), 0) * (static_cast<double>(share.count) / samples);
        loss.backward();
        shared.sumGradients(parameters);
        optimizer.step(1e-3, 1);
    }
    return weights.tensors();
}

/// What a process of the test does.
int runAsOneOfSeveral(const std::vector<std::string>& words)
{
    const auto place = data::processPlace([](const char* name) { return std::getenv(name); });
    const auto& what = words.at(0);
    const auto outcome = guarded([&] {
        if (what == "steps") {
            io::Safetensors stored;
            for (const auto& [key, tensor] : threeSteps(place, words.at(1) == "plain" ? nn::Path::Plain : nn::Path::Fused))
                stored.tensors[key] = toTensorData(tensor.detach());
            io::writeSafetensors(words.at(2) + std::to_string(place->rank), stored);
            return true;
        }
        // "train" RECIPE FOLDER ROOT BATCHES-BEFORE-STOPPING RANK-THAT-STOPS resume|afresh|dies
        std::stop_source source;
        const int batches = std::stoi(words.at(4));
        const bool acts = place->rank == std::stoi(words.at(5));
        int calls = 0;
        const auto progress = [&](double, const std::string& note) {
            if (note.find(": batch ") == std::string::npos || ++calls != batches || !acts)
                return;
            if (words.at(6) == "dies")
                std::raise(SIGKILL);
            source.request_stop();
        };
        if (acts && place->rank > 0) // only the first one is told of progress
            source.request_stop();
        train::train({.recipeFile = words.at(1), .outFolder = place->rank == 0 ? words.at(2) : words.at(2) + "-of-another",
                      .dataRoot = words.at(3), .resume = words.at(6) == "resume", .place = place},
                     {}, progress, source.get_token());
        return true;
    });
    if (std::holds_alternative<Cancelled>(outcome))
        return wasStopped;
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        std::fprintf(stderr, "%s\n", failure->detail.c_str());
        return failure->code == ErrorCode::PeerLost ? lostAPeer : failure->code == ErrorCode::BadArgument ? wasRefused : failed;
    }
    return 0;
}

/// Whether a number has no effect on the loss: a bias that normalisation or softmax takes away again, and the mean that follows it. Its gradient is nothing
/// but rounding, which the optimizer divides by its own size: it makes steps of any direction.
bool isIdle(const std::string& key)
{
    return key.ends_with("_conv.bias") || key.ends_with("projection.bias") || key.ends_with("k_proj.bias") || key.ends_with("running_mean");
}

/// The largest difference between two files of weights, among those that `counts`.
double deviation(const std::string& file, const std::string& reference, const std::function<bool(const std::string& key)>& counts)
{
    const auto found = io::readSafetensors(file), expected = io::readSafetensors(reference);
    std::pair<double, std::string> largest = {found.tensors.size() == expected.tensors.size() ? 0 : 1e9, "the number of tensors"};
    for (const auto& [key, data] : expected.tensors)
        if (counts(key) && !data.bytes.empty())
            largest = std::max(largest, {(toTensor(found.tensors.at(key)).to(at::kDouble) - toTensor(data).to(at::kDouble)).abs().max().item<double>(), key});
    qInfo("largest deviation %.2e, in %s", largest.first, largest.second.c_str());
    return largest.first;
}

}

class SharedTrainingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeStepsOfTwoProcessesAreThoseOfOne_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("path");
        QTest::newRow("plain, two") << 2 << QStringLiteral("plain");
        QTest::newRow("fused, two") << 2 << QStringLiteral("fused");
        QTest::newRow("fused, three") << 3 << QStringLiteral("fused");
    }

    void threeStepsOfTwoProcessesAreThoseOfOne()
    {
        QFETCH(int, size);
        QFETCH(QString, path);
        const auto alone = threeSteps({}, path == QStringLiteral("plain") ? nn::Path::Plain : nn::Path::Fused);
        const auto file = (m_toy.path() / ("steps of " + path.toStdString())).string();
        QCOMPARE(together(size, {"steps", path.toStdString(), file}), std::vector<int>(static_cast<std::size_t>(size), 0));
        double largest = 0;
        for (int rank = 0; rank < size; ++rank)
            for (const auto& [key, data] : io::readSafetensors(file + std::to_string(rank)).tensors)
                largest = std::max(largest, (toTensor(data) - alone.at(key).detach()).abs().max().item<double>());
        qInfo("largest deviation %.2e", largest);
        QVERIFY(largest < 1e-8);
    }

    void aSharedRunMakesTheModelOfOneProcess()
    {
        const auto whole = request("alone");
        train::train(whole, {}, silent, {});
        const auto shared = request("shared");
        QCOMPARE(together(2, words(shared, 0, 0, "afresh")), (std::vector<int>{0, 0}));
        const auto largest = deviation(shared.outFolder + "/model.safetensors", whole.outFolder + "/model.safetensors",
                                       [](const std::string& key) { return !isIdle(key); });
        QVERIFY(largest < 1e-4); // single precision over some dozen updates: 2e-6 was measured
        QVERIFY(!fs::exists(shared.outFolder + "-of-another")); // the second process writes nothing
        QVERIFY(fs::exists(shared.outFolder + "/log.jsonl"));
    }

    void aSharedRunGoesOnFromACheckpointAsOneProcessDoes_data()
    {
        QTest::addColumn<QString>("stage");
        auto gated = toyStage("dual", 1, 7);
        gated.update({{"angle_gate", 180}, {"label_smoothing", 0.2}});
        QTest::newRow("head") << QString::fromStdString(toyStage("head", 2, 7).dump());
        QTest::newRow("full") << QString::fromStdString(toyStage("full", 1, 7).dump());
        auto quiet = toyStage("full", 1, 7);
        quiet["rate_weight"] = 2;
        QTest::newRow("full with a penalty on firing") << QString::fromStdString(quiet.dump());
        QTest::newRow("dual with a gate") << QString::fromStdString(gated.dump());
    }

    void aSharedRunGoesOnFromACheckpointAsOneProcessDoes()
    {
        QFETCH(QString, stage);
        const auto recipe = further(m_toy.model(), {json::parse(stage.toStdString())});
        const std::string name = QTest::currentDataTag();
        const auto whole = toyRequest(m_toy.path(), name + " alone", recipe), shared = toyRequest(m_toy.path(), name + " shared", recipe);
        train::train(whole, {}, silent, {});
        QCOMPARE(together(2, words(shared, 0, 0, "afresh")), (std::vector<int>{0, 0}));
        const auto largest = deviation(shared.outFolder + "/model.safetensors", whole.outFolder + "/model.safetensors",
                                       [](const std::string& key) { return !isIdle(key); });
        QVERIFY(largest < 1e-4);
        const auto found = io::readTrainingLog(shared.outFolder + "/log.jsonl").points, expected = io::readTrainingLog(whole.outFolder + "/log.jsonl").points;
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            QVERIFY(std::abs(found[i].loss - expected[i].loss) < 1e-3);
            QCOMPARE(found[i].gradientAngle.has_value(), name.starts_with("dual"));
            QVERIFY(std::abs(found[i].gradientAngle.value_or(0) - expected[i].gradientAngle.value_or(0)) < 0.1); // degrees
        }
        QVERIFY(!changed(m_toy.model(), shared.outFolder + "/model.safetensors").empty());
    }

    void aSharedRunIsStoppedByAnyOfItsProcessesAndGoesOn()
    {
        const auto whole = request("not stopped");
        QCOMPARE(together(2, words(whole, 0, 0, "afresh")), (std::vector<int>{0, 0}));
        for (const int rank : {0, 1}) {
            const auto stopped = request("stopped by " + std::to_string(rank));
            QCOMPARE(together(2, words(stopped, 5, rank, "afresh")), (std::vector<int>{wasStopped, wasStopped}));
            QVERIFY(!fs::exists(stopped.outFolder + "-of-another"));
            QCOMPARE(together(2, words(stopped, 0, 0, "resume")), (std::vector<int>{0, 0})); // the second has no state of its own
            QCOMPARE(deviation(stopped.outFolder + "/model.safetensors", whole.outFolder + "/model.safetensors", [](const std::string&) { return true; }), 0.0);
        }
    }

    void aProcessThatDiesIsMissed()
    {
        const auto request = this->request("killed");
        QCOMPARE(together(2, words(request, 5, 0, "dies")), (std::vector<int>{-SIGKILL, lostAPeer}));
    }

    void aProcessThatNeverComesIsMissed()
    {
        const auto request = this->request("lonely");
        QCOMPARE(wait(start(0, 2, freePort(), words(request, 0, 0, "afresh"), "2")), lostAPeer);
        QCOMPARE(wait(start(1, 2, freePort(), words(request, 0, 0, "afresh"), "2")), lostAPeer);
    }

    void processesWithDifferentRecipesAreRefused()
    {
        const auto port = freePort();
        const auto one = start(0, 2, port, words(request("one"), 0, 0, "afresh"));
        const auto other = start(1, 2, port, words(request("other", 2), 0, 0, "afresh"));
        QCOMPARE(wait(one), wasRefused);
        QCOMPARE(wait(other), wasRefused);
        QVERIFY(!fs::exists(m_toy.path() / "runs" / "one"));
    }

    void aFolderThatTheFirstProcessMayNotUseEndsBoth()
    {
        const auto request = this->request("taken");
        write(fs::path(request.outFolder) / "model.safetensors", "something precious");
        QCOMPARE(together(2, words(request, 0, 0, "afresh")), (std::vector<int>{wasRefused, lostAPeer}));
    }

    void theEnvironmentSaysWhoShares()
    {
        const auto placeOf = [](const std::map<std::string, std::string>& variables) {
            return data::processPlace([&](const char* name) {
                const auto found = variables.find(name);
                return found == variables.end() ? nullptr : found->second.c_str();
            });
        };
        QVERIFY(!placeOf({}));
        QVERIFY(!placeOf({{"WORLD_SIZE", "1"}}));
        const std::map<std::string, std::string> complete{{"WORLD_SIZE", "4"}, {"RANK", "3"}, {"LOCAL_RANK", "1"}, {"MASTER_ADDR", "here"}, {"MASTER_PORT", "29500"}};
        const auto place = placeOf(complete);
        QVERIFY(place);
        QCOMPARE(place->size, 4);
        QCOMPARE(place->rank, 3);
        QCOMPARE(place->address, std::string("here"));
        QCOMPARE(place->port, 29500);
        QCOMPARE(data::deviceAt(*place, "cuda"), std::string("cuda:1"));
        QCOMPARE(data::deviceAt(*place, "cuda:0"), std::string("cuda:0"));
        for (const auto* name : {"RANK", "MASTER_ADDR", "MASTER_PORT"}) {
            auto incomplete = complete;
            incomplete.erase(name);
            EXPECT_ERROR(BadArgument, placeOf(incomplete), name);
        }
        const std::map<std::string, std::string> broken{{"RANK", "4"}, {"WORLD_SIZE", "two"}, {"MASTER_PORT", "0"}, {"SPIKECLIP_PATIENCE", "-1"}};
        for (const auto& [name, value] : broken) {
            auto wrong = complete;
            wrong[name] = value;
            EXPECT_ERROR(BadArgument, placeOf(wrong), name);
        }
    }

    void moreProcessesThanSamplesAreRefused()
    {
        QCOMPARE(together(3, words(request("crowded", 1, 2), 0, 0, "afresh")), (std::vector<int>{wasRefused, wasRefused, wasRefused}));
    }

    void oneProcessHasTheWholeBatch()
    {
        const train::SharedRun alone({}, at::kCPU);
        QVERIFY(alone.alone() && alone.first() && !alone.peers());
        QCOMPARE(alone.share(5).first, 0);
        QCOMPARE(alone.share(5).count, 5);
    }

private:
    TrainingRequest request(const std::string& name, int seed = 1, int batch = 7) const
    {
        auto text = toyRecipe({toyStage("align-text", 4, batch), toyStage("ann", 2, batch), toyStage("align-image", 1, batch), toyStage("dual", 1, batch)});
        text["seed"] = seed;
        text["model"]["image"]["lif"]["threshold"] = 0.3; // the gradients of silent layers are nothing but rounding
        return toyRequest(m_toy.path(), name, text);
    }

    /// What a process is told: to train, and to stop or die as process `rank` after so many batches (0: never; the second stops at once).
    static std::vector<std::string> words(const TrainingRequest& request, int batches, int rank, const std::string& how)
    {
        return {"train", request.recipeFile, request.outFolder, request.dataRoot, std::to_string(batches), std::to_string(rank), how};
    }

    ToyFolder m_toy;
};

int main(int argc, char** argv)
{
    if (argc > 2 && (std::string_view(argv[1]) == "steps" || std::string_view(argv[1]) == "train"))
        return runAsOneOfSeveral({argv + 1, argv + argc});
    SharedTrainingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "shared_training_test.moc"
