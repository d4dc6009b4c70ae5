#include "core/data/outcome.h"
#include "core/engine.h"
#include "core/io/config_json.h"
#include "core/io/run_files.h"
#include "core/make_engine.h"
#include "core/nn/encoders.h"
#include "core/nn/kernels.h"
#include "core/nn/observer.h"
#include "core/portion.h"
#include "core/torch_errors.h"
#include "core/train/losses.h"
#include "core/train/objective.h"
#include "core/train/optimizer.h"
#include "core/train/trainer.h"
#include "tests/core/cuda_device.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/tiny_model.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/CPUAllocator.h>
#include <nlohmann/json.hpp>

#include <QtTest>

#include <QColor>
#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <new>
#include <utility>

using namespace spikeclip;
using nlohmann::json;

namespace {

constexpr std::size_t smallMemory = 400000; // bytes: enough for a batch of fifty pictures, not for what a network makes of it

void silent(double, const std::string&) {}

double largest(const at::Tensor& difference)
{
    return difference.abs().max().item<double>();
}

/// Cosine of the angle between two tensors seen as vectors.
double agreement(const at::Tensor& a, const at::Tensor& b)
{
    return (a * b).sum().item<double>() / (a.norm().item<double>() * b.norm().item<double>());
}

at::Tensor pictures(std::int64_t count)
{
    return nn::hashedNumbers("pictures", count * 3 * 16 * 16).view({count, 3, 16, 16});
}

/// What `thrown` becomes at the engine's boundary.
template <typename Exception>
Failure translated(const Exception& thrown)
{
    return std::get<Failure>(guardedTorch([&]() -> int { throw thrown; }));
}

/// Keeps spikes and currents of every layer.
class Watcher : public nn::Observer
{
public:
    bool wantsCurrent() const override { return true; }
    at::Tensor fired(const nn::NeuronSite& site, const at::Tensor& fresh, const at::Tensor& current) override
    {
        spikes[site.name] = fresh;
        currents[site.name] = current;
        return fresh;
    }
    std::map<std::string, at::Tensor> spikes;
    std::map<std::string, at::Tensor> currents;
};

/// As long as it lives, the CPU has no room for tensors above so many bytes.
class SmallMemory : public c10::Allocator
{
public:
    explicit SmallMemory(std::size_t largest) : m_largest(largest)
    {
        at::globalContext().setUserEnabledMkldnn(false); // its loops do not expect that an allocation throws
        c10::SetCPUAllocator(this);
    }
    ~SmallMemory() override
    {
        c10::SetCPUAllocator(c10::GetDefaultCPUAllocator());
        at::globalContext().setUserEnabledMkldnn(true);
    }

    // One of the two is what the base class asks for: it is const in LibTorch 1 and not in LibTorch 2, which copies, too.
    c10::DataPtr allocate(std::size_t bytes) const
    {
        if (bytes > m_largest)
            throw c10::OutOfMemoryError({__func__, __FILE__, __LINE__}, "no room");
        return c10::GetDefaultCPUAllocator()->allocate(bytes);
    }
    c10::DeleterFnPtr raw_deleter() const override { return c10::GetDefaultCPUAllocator()->raw_deleter(); }
    c10::DataPtr allocate(std::size_t bytes) { return std::as_const(*this).allocate(bytes); }
    void copy_data(void* to, const void* from, std::size_t bytes) const { std::memcpy(to, from, bytes); }

private:
    std::size_t m_largest;
};

}

/// Devices, precision and memory: what runs here on the CPU, and what needs a CUDA device.
class DeviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void aBatchThatDoesNotFitIsHalvedUntilItDoes()
    {
        std::vector<int> tried, heard;
        Portion portion(64, [&](int size) { heard.push_back(size); });
        const auto attempt = [&](int size) {
            tried.push_back(size);
            if (size > 5)
                throw Error(ErrorCode::OutOfMemory, "cuda:0");
            return size;
        };
        QCOMPARE(portion.fit(attempt), 4);
        QCOMPARE(tried, (std::vector<int>{64, 32, 16, 8, 4}));
        QCOMPARE(heard, (std::vector<int>{32, 16, 8, 4}));
        QCOMPARE(portion.fit(attempt), 4); // at once: what did not fit is not tried again
        QCOMPARE(tried.size(), std::size_t(6));
    }

    void aSingleSampleThatDoesNotFitNamesThePlace()
    {
        Portion portion(3);
        const auto attempt = [](int) { return withOurErrors("cuda:1, ann", []() -> int { throw c10::OutOfMemoryError({__func__, __FILE__, __LINE__}, "full"); }); };
        EXPECT_ERROR(OutOfMemory, portion.fit(attempt), "one sample at a time", "cuda:1, ann: full");
        EXPECT_ERROR(OutOfMemory, Portion(2).fit([](int) -> int { throw std::bad_alloc(); }));
        QCOMPARE(portion.size(), 1);
    }

    void otherErrorsAreNotTriedAgain()
    {
        Portion portion(8);
        int calls = 0;
        EXPECT_ERROR(BadValue, portion.fit([&](int) -> int { ++calls; throw Error(ErrorCode::BadValue, "x"); }), "x");
        QVERIFY_THROWS_EXCEPTION(Stopped, portion.fit([&](int) -> int { ++calls; throw Stopped{}; }));
        QCOMPARE(calls, 2);
        QCOMPARE(portion.size(), 8);
    }

    void everyWayToRunOutOfMemoryIsKnown()
    {
        const c10::SourceLocation here{__func__, __FILE__, __LINE__};
        const auto typed = translated(c10::OutOfMemoryError(here, "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 1 GiB"));
        QCOMPARE(typed.code, ErrorCode::OutOfMemory);
        QCOMPARE(typed.detail, std::string("CUDA out of memory. Tried to allocate 2.00 GiB"));
        for (const auto* what : {"CUDA error: out of memory", "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
                                 "cuDNN error: CUDNN_STATUS_ALLOC_FAILED"})
            QCOMPARE(translated(c10::Error(here, what)).code, ErrorCode::OutOfMemory);
        QCOMPARE(translated(std::bad_alloc()).code, ErrorCode::OutOfMemory);
        QCOMPARE(translated(c10::Error(here, "expected a tensor of another shape")).code, ErrorCode::Internal);
        const auto outcome = guardedTorch([] { return at::empty({std::int64_t{1} << 45}).numel(); }); // 128 TiB: the allocator of the CPU itself
        QVERIFY(std::holds_alternative<Failure>(outcome));
        QCOMPARE(std::get<Failure>(outcome).code, ErrorCode::OutOfMemory);
    }

    void trainingGoesOnInPartsWhereABatchDoesNotFit()
    {
        const auto learn = [&](const std::string& name) {
            train::train({.recipeFile = recipe(5, 50), .outFolder = path(name)}, {}, silent, {});
            return io::readTrainingLog(path(name) + "/log.jsonl");
        };
        const auto lessMemory = [](const data::TrainingLog& log) {
            std::vector<std::int64_t> sizes; // each half of the one before
            for (const auto& note : log.notes)
                if (note.kind == data::TrainingNote::Kind::LessMemory)
                    sizes.push_back(note.count);
            return sizes;
        };
        const auto whole = learn("whole");
        const SmallMemory memory(smallMemory);
        const auto parts = learn("parts");
        QVERIFY(lessMemory(whole).empty());
        QVERIFY(!lessMemory(parts).empty());
        QVERIFY(lessMemory(parts).back() < 25); // so that the last part is smaller than the others
        // The same mean over the same pictures; only normalisation, by the statistics of its part, makes a difference.
        const auto& one = whole.points.back();
        const auto& other = parts.points.back();
        QVERIFY2(std::abs(other.loss - one.loss) < 0.1 * one.loss, (std::to_string(one.loss) + " and " + std::to_string(other.loss)).c_str());
        QVERIFY(std::abs(other.gradientNorm - one.gradientNorm) < 0.3 * one.gradientNorm);
    }

    void evaluationInPartsGivesTheSameReport()
    {
        recipe(1, 8); // for its pictures
        std::vector<std::string> notes;
        const auto evaluate = [&](Encoder encoder) {
            const auto engine = makeEngine();
            notes.clear();
            if (!std::holds_alternative<ModelInfo>(engine->load(modelFile(), {.device = "cpu", .threads = 1})))
                throw std::runtime_error("the model did not load");
            const EvaluationRequest request{.data = {path("set")}, .encoder = encoder};
            return std::get<EvaluationReport>(engine->evaluate(request, [&](double, const std::string& note) { notes.push_back(note); }, {}));
        };
        for (const auto encoder : {Encoder::Snn, Encoder::Ann}) {
            const auto whole = evaluate(encoder);
            QCOMPARE(whole.count, std::int64_t(12));
            const SmallMemory memory(smallMemory / 4);
            const auto parts = evaluate(encoder);
            QVERIFY2(notes.front().starts_with("not enough memory"), notes.front().c_str());
            QCOMPARE(parts.count, whole.count);
            QCOMPARE(parts.top1PerStep, whole.top1PerStep);
            QVERIFY(std::abs(parts.firingRate - whole.firingRate) < 1e-12);
            QVERIFY(std::abs(parts.energy.annPj - whole.energy.annPj) <= 1e-9 * whole.energy.annPj);
        }
    }

    void mixedPrecisionLeavesNeuronsAndAttentionExact()
    {
        const auto model = tests::tinyModel();
        const nn::ImageEncoder encoder(model.config.image, model.image->weights().to(at::kCPU, at::kFloat));
        Watcher exact, mixed;
        encoder.forward(pictures(4).to(at::kFloat), {.path = nn::Path::Plain, .observer = &exact});
        const auto features = encoder.forward(pictures(4).to(at::kFloat), {.path = nn::Path::Plain, .precision = Precision::Mixed, .observer = &mixed});
        QCOMPARE(features.scalar_type(), at::kFloat);
        for (const auto& [name, spikes] : mixed.spikes) {
            QCOMPARE(spikes.scalar_type(), at::kFloat);
            QCOMPARE(mixed.currents.at(name).scalar_type(), at::kFloat);
            const auto rate = spikes.mean().item<double>(), expected = exact.spikes.at(name).mean().item<double>();
            QVERIFY2(std::abs(rate - expected) < 0.05, name.c_str()); // rounded weights move some neurons across the threshold, not a layer
        }
        const auto counts = mixed.currents.at("block.0.attn.attn_lif") / model.config.image.attentionScale;
        QVERIFY(at::equal(counts, counts.round()));
        QVERIFY(largest(mixed.currents.at("patch_embed.block2_lif") - exact.currents.at("patch_embed.block2_lif")) > 0); // something was rounded
    }

    void mixedPrecisionLearnsInTheSameDirection()
    {
        const auto model = tests::tinyModel();
        const auto gradient = [&](Precision precision) {
            auto weights = model.twin->weights().to(at::kCPU, at::kFloat).clone();
            weights.setTrainable(nn::twinWeights(model.config.image), true);
            const auto features = nn::AnnTwin(model.config.image, weights)
                                      .forward(pictures(8).to(at::kFloat), {.training = true, .path = nn::Path::Plain, .precision = precision});
            train::alignment(features, nn::hashedNumbers("targets", 64).view({8, 8}).to(at::kFloat)).backward();
            return weights["encoder.layers.0.mlp.fc1.weight"].grad();
        };
        const auto mixed = gradient(Precision::Mixed);
        QCOMPARE(mixed.scalar_type(), at::kFloat);
        QVERIFY(agreement(mixed, gradient(Precision::Float32)) > 0.99);
    }

    void mixedPrecisionIsRefusedOnACpuThatDoesNotMultiplyBfloat16()
    {
        if (nn::multipliesBfloat16())
            QSKIP("this processor multiplies bfloat16");
        const auto engine = makeEngine();
        const ComputeOptions compute{.device = "cpu", .threads = 1, .precision = Precision::Mixed};
        const auto refused = [](const Failure& failure) {
            return failure.code == ErrorCode::BadArgument && failure.detail.find("mixed precision needs a processor that multiplies bfloat16") != std::string::npos;
        };
        QVERIFY(refused(std::get<Failure>(engine->load(modelFile(), compute))));
        QVERIFY(refused(std::get<Failure>(engine->train({.recipeFile = recipe(1, 8), .outFolder = path("mixed on cpu")}, compute, silent, {}))));
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path("mixed on cpu"))));
    }

    void aCpuThatMultipliesBfloat16TrainsAndAnswersInMixedPrecision()
    {
        if (!nn::multipliesBfloat16())
            QSKIP("this processor does not multiply bfloat16");
        const auto engine = makeEngine();
        const ComputeOptions compute{.device = "cpu", .threads = 1, .precision = Precision::Mixed};
        QVERIFY(std::holds_alternative<TrainingSummary>(engine->train({.recipeFile = recipe(1, 8), .outFolder = path("trained mixed")}, compute, silent, {})));
        QCOMPARE(std::get<ModelInfo>(engine->load(modelFile(), compute)).precision, Precision::Mixed);
    }

    void aDeviceThatIsNotThereIsNamed()
    {
        const auto outcome = makeEngine()->load(modelFile(), {.device = "cuda:97"});
        QCOMPARE(std::get<Failure>(outcome).code, ErrorCode::DeviceMissing);
        QCOMPARE(std::get<Failure>(outcome).detail, std::string("cuda:97"));
    }

    void encodersGiveTheAnswersOfTheCpuOnCuda()
    {
        REQUIRE_CUDA();
        at::NoGradGuard quiet;
        const auto model = tests::tinyModel(); // float64, so that no neuron is near enough to its threshold for the order of sums to matter
        const auto onCuda = [](const nn::Weights& weights) { return weights.to(at::kCUDA, at::kDouble); };
        const auto compare = [](const at::Tensor& cpu, const at::Tensor& cuda) {
            QVERIFY(cuda.is_cuda());
            QVERIFY(largest(cpu - cuda.to(at::kCPU)) < 1e-9);
        };
        const nn::ForwardOptions plain{.path = nn::Path::Plain};
        compare(model.image->forward(pictures(4), plain),
                nn::ImageEncoder(model.config.image, onCuda(model.image->weights())).forward(pictures(4).to(at::kCUDA), {}));
        compare(model.twin->forward(pictures(4), plain),
                nn::AnnTwin(model.config.image, onCuda(model.twin->weights())).forward(pictures(4).to(at::kCUDA), {}));
        const auto ids = at::tensor({0, 2, 3, -1, -1, 1, 2, 3, 0, -1}, at::kLong).view({2, 5});
        const nn::TextEncoder text(model.config.text, model.text->weights().to(at::kCPU, at::kDouble));
        compare(text.forward(ids, plain), nn::TextEncoder(model.config.text, onCuda(model.text->weights())).forward(ids.to(at::kCUDA), {}));
    }

    void theEngineAnswersOnCudaAsOnTheCpu_data()
    {
        QTest::addColumn<bool>("mixed");
        QTest::addColumn<double>("tolerance"); // of a cosine
        QTest::newRow("float32") << false << 1e-4;
        // Eight bits of mantissa let spikes flip, and of this model's twelve text neurons one that flips moves a cosine by more than a tenth (seen on an H200).
        QTest::newRow("mixed") << true << 0.5;
    }

    void theEngineAnswersOnCudaAsOnTheCpu()
    {
        REQUIRE_CUDA();
        QFETCH(bool, mixed);
        QFETCH(double, tolerance);
        const auto infer = [&](const ComputeOptions& compute) {
            const auto engine = makeEngine();
            if (!std::holds_alternative<ModelInfo>(engine->load(modelFile(), compute)))
                throw std::runtime_error("the model did not load");
            data::Image image{16, 16, std::vector<std::uint8_t>(16 * 16 * 3)};
            for (std::size_t i = 0; i < image.pixels.size(); ++i)
                image.pixels[i] = static_cast<std::uint8_t>(i * 37 % 251);
            return std::get<InferenceResult>(engine->infer(
                {.image = std::make_shared<const data::Image>(image), .labels = {"cat", "dog"}, .withTwin = true, .recording = data::Recording::Rates}, {}));
        };
        const auto cpu = infer({.device = "cpu", .threads = 1, .path = ComputePath::Plain});
        const auto cuda = infer({.device = "cuda:0", .precision = mixed ? Precision::Mixed : Precision::Float32});
        for (std::size_t label = 0; label < 2; ++label) {
            for (std::size_t t = 0; t < cpu.cosine.size(); ++t)
                QVERIFY(std::abs(cuda.cosine[t][label] - cpu.cosine[t][label]) < tolerance);
            QVERIFY(std::abs(cuda.twinCosine[label] - cpu.twinCosine[label]) < tolerance);
        }
        QVERIFY(std::abs(data::meanFiringRate(cuda.layers, 4) - data::meanFiringRate(cpu.layers, 4)) < (mixed ? 0.05 : 1e-4));
    }

    void mixedPrecisionRoundsOnCudaAsOnTheCpu()
    {
        REQUIRE_CUDA();
        const auto model = tests::tinyModel();
        const auto look = [&](const at::Device& device) {
            const nn::ImageEncoder encoder(model.config.image, model.image->weights().to(device, at::kFloat));
            return encoder.forward(pictures(16).to(device, at::kFloat), {.path = nn::Path::Plain, .precision = Precision::Mixed}).to(at::kCPU);
        };
        QVERIFY(agreement(look(at::kCUDA), look(at::kCPU)) > 0.95); // sums in another order flip few spikes
    }

    void aTrainingStepOnCudaMovesTheWeightsAsOnTheCpu()
    {
        REQUIRE_CUDA();
        const auto model = tests::tinyModel();
        const auto specs = nn::imageWeights(model.config.image);
        const auto step = [&](const at::Device& device) {
            auto weights = model.image->weights().to(device, at::kDouble).clone();
            weights.setTrainable(specs, true);
            train::AdamW optimizer(train::learnable(weights, specs, ""), 0.05);
            const auto features = nn::ImageEncoder(model.config.image, weights).forward(pictures(8).to(device), {.training = true, .path = nn::Path::Plain});
            train::alignment(features, nn::hashedNumbers("targets", 64).view({8, 8}).to(device)).backward();
            optimizer.step(1e-2, 1);
            return weights.to(at::kCPU, at::kDouble);
        };
        const auto cpu = step(at::kCPU);
        const auto cuda = step(at::kCUDA);
        for (const auto& [key, tensor] : cpu.tensors()) // the first step is the sign of the gradient: where that is all but 0 both signs are right
            QVERIFY2((tensor - cuda[key]).abs().le(1e-6).to(at::kDouble).mean().item<double>() > 0.99, key.c_str());
    }

    void theTextSideLearnsOnCudaToo()
    {
        REQUIRE_CUDA();
        auto model = tests::tinyModel();
        const auto specs = nn::textWeights(model.config.text);
        model.words = std::make_shared<text::WordTable>(model.wordList);
        const train::Recipe recipe;
        const train::Stage stage{.kind = train::Stage::Kind::AlignText, .batch = 8};
        const train::TextData data{.names = {"cat", "dog"}, .targets = nn::normalised(nn::hashedNumbers("targets", 16).view({2, 8}).to(at::kFloat)), .real = 2};
        const auto loss = [&](const at::Device& device) {
            auto placed = tests::tinyModel().text->weights().to(device, at::kFloat).clone();
            placed.setTrainable(specs, true);
            model.text.emplace(model.config.text, placed);
            const auto objective = train::makeTextObjective(model, stage, recipe, data, nn::Path::Plain);
            const auto value = objective->loss(0, {0, 8}).total;
            value.backward();
            objective->validate({});
            return value.item<double>();
        };
        QVERIFY(std::abs(loss(at::kCUDA) - loss(at::kCPU)) < 1e-4);
    }

    void memoryThatADeviceDoesNotHaveIsAskedForInVain()
    {
        REQUIRE_CUDA();
        Portion portion(2);
        const auto attempt = [](int) { return at::empty({std::int64_t{1} << 45}, at::TensorOptions().device(at::kCUDA)).numel(); };
        EXPECT_ERROR(OutOfMemory, portion.fit([&](int size) { return withOurErrors("cuda:0", [&] { return attempt(size); }); }), "cuda:0");
    }

private:
    std::string path(const std::string& name) const { return m_folder.filePath(QString::fromStdString(name)).toStdString(); }

    std::string modelFile() const
    {
        const auto file = path("tiny.safetensors");
        if (!QFileInfo::exists(QString::fromStdString(file)))
            writeModel(file, tests::tinyModel());
        return file;
    }

    /// A recipe for the twin on twelve pictures of two labels, each counted `repeat` times.
    std::string recipe(int repeat, int batch) const
    {
        const QDir folder(m_folder.path());
        for (int i = 0; i < 12; ++i) {
            const auto label = QString::fromLatin1(i % 2 == 0 ? "cat" : "dog");
            folder.mkpath(QStringLiteral("set/") + label);
            QImage picture(16, 16, QImage::Format_RGB888);
            picture.fill(QColor(i % 2 == 0 ? 200 : 30, 10 * i, 90));
            picture.save(folder.filePath(QStringLiteral("set/%1/%2.png").arg(label).arg(i)));
        }
        modelFile();
        const auto file = path("recipe.json");
        const json text = {{"format", "spikeclip-recipe/1"},
                           {"initial", "tiny.safetensors"},
                           {"validation_share", 0},
                           {"model", json::parse(io::toJson(tests::tinyModel().config))},
                           {"data", json::array({json{{"folder", path("set")}, {"repeat", repeat}}})},
                           {"stages", json::array({json{{"stage", "ann"}, {"epochs", 1}, {"batch", batch}}})}};
        std::ofstream(file) << text.dump();
        return file;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DeviceTest)
#include "device_test.moc"
