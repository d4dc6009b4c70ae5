// Both networks against the clock: who takes turns, what is reported, and how it ends.

#include "core/data/outcome.h"
#include "core/data/weight_specs.h"
#include "core/front_engine.h"
#include "core/race.h"
#include "tests/core/fake_backend.h"
#include "tests/core/fake_torch.h"
#include "tests/core/io/expect_error.h"

#include <QtTest>

#include <limits>

using namespace spikeclip;
using test::FakeBackend;

namespace {

data::ImagePtr picture()
{
    return std::make_shared<const data::Image>(data::Image{.width = 16, .height = 16, .pixels = std::vector<std::uint8_t>(768, 90)});
}

template <typename Value>
std::optional<ErrorCode> codeOf(const Outcome<Value>& outcome)
{
    const auto* failure = std::get_if<Failure>(&outcome);
    return failure ? std::optional(failure->code) : std::nullopt;
}

}

class RaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        io::writeCheckpoint(file(), test::silentCheckpoint());
    }

    void init()
    {
        m_backends = {};
        m_torch = {};
        m_engine = makeFrontEngine([this](const io::Checkpoint& checkpoint,
                                          const ComputeOptions& compute) { return std::make_unique<FakeBackend>(checkpoint, compute, m_backends); },
                                   [this]() -> Outcome<std::unique_ptr<Engine>> {
                                       if (m_torch.missing)
                                           return Failure{ErrorCode::EngineMissing, "no module"};
                                       return std::make_unique<test::FakeTorch>(m_torch);
                                   });
    }

    void bothNetworksTakeTurnsAfterOnePassEachToWarmUp()
    {
        m_backends.runsTwin = true;
        FakeBackend backend(test::silentCheckpoint(), {}, m_backends);
        const auto report = race(backend, {.image = picture(), .steps = 3, .repeats = 5}, "here", {});
        QCOMPARE(m_backends.passes.size(), std::size_t(12));
        for (std::size_t i = 0; i < m_backends.passes.size(); ++i)
            QCOMPARE(m_backends.passes[i], i % 2 == 0 ? Encoder::Snn : Encoder::Ann);
        QCOMPARE(report.repeats, 5);
        QCOMPARE(report.steps, 3);
        QCOMPARE(report.threads, FakeBackend::threadsInUse);
        QVERIFY(report.snnMedianMs > 0 && report.snnMedianMs <= report.snnP95Ms);
        QVERIFY(report.annMedianMs > 0 && report.annMedianMs <= report.annP95Ms);
        QCOMPARE(report.snnPath, std::string("here"));
        QVERIFY(report.residentAfterBytes > 1'000'000 && report.residentBeforeBytes == 0);
    }

    void weightsAreAllNumbersOfTheEncoder()
    {
        m_backends.runsTwin = true;
        const auto checkpoint = test::silentCheckpoint();
        FakeBackend backend(checkpoint, {}, m_backends);
        const auto report = race(backend, {.image = picture(), .repeats = 1}, {}, {});
        std::int64_t image = 0;
        std::int64_t ann = 0;
        for (const auto& [key, tensor] : checkpoint.tensors) // in the file they are float32 too, but for counters
            if (tensor.dtype == io::DType::F32)
                (key.starts_with("image.") ? image : key.starts_with("ann.") ? ann : m_ignored) += static_cast<std::int64_t>(tensor.bytes.size());
        QCOMPARE(report.snnWeightBytes, image);
        QCOMPARE(report.annWeightBytes, ann);
    }

    void somebodyElseMayRunTheSpikingNetwork()
    {
        m_backends.runsTwin = true;
        FakeBackend backend(test::silentCheckpoint(), {}, m_backends);
        int passes = 0;
        const auto report = race(backend, {.image = picture(), .repeats = 4, .spiking = [&] { return double(++passes); }}, "here", {});
        QCOMPARE(passes, 5);
        QCOMPARE(m_backends.passes, std::vector<Encoder>(5, Encoder::Ann));
        QCOMPARE(report.repeats, 4);
        const auto silent = [] { return std::numeric_limits<double>::quiet_NaN(); };
        EXPECT_ERROR(Internal, race(backend, {.image = picture(), .spiking = silent}, {}, {}));
    }

    void aRaceNeedsAPictureATwinAndSomePasses()
    {
        FakeBackend backend(test::silentCheckpoint(), {}, m_backends);
        EXPECT_ERROR(BadArgument, race(backend, {}, {}, {}));
        EXPECT_ERROR(BadArgument, race(backend, {.image = picture(), .repeats = 0}, {}, {}));
        EXPECT_ERROR(TooManySteps, race(backend, {.image = picture(), .steps = 99}, {}, {}));
        EXPECT_ERROR(PartMissing, race(backend, {.image = picture()}, {}, {})); // it has a twin, but cannot run it
        auto checkpoint = test::silentCheckpoint();
        std::erase_if(checkpoint.tensors, [](const auto& entry) { return entry.first.starts_with("ann."); });
        FakeBackend single(checkpoint, {}, m_backends);
        EXPECT_ERROR(PartMissing, race(single, {.image = picture()}, {}, {}));
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY_THROWS_EXCEPTION(Stopped, race(backend, {.image = picture()}, {}, stopped.get_token()));
    }

    void inFrontTheSpikingNetworkRunsOnBitsAndTheTwinBehind()
    {
        const RaceRequest request{.image = picture(), .steps = 2};
        QCOMPARE(codeOf(m_engine->race(request, {})), std::optional(ErrorCode::BadArgument)); // no model yet
        take(m_engine->load(file(), {.path = ComputePath::Event}));
        QCOMPARE(m_torch.made, 0);
        const auto report = take(m_engine->race(request, {}));
        QCOMPARE(m_torch.made, 1);
        QCOMPARE(m_torch.loads, std::vector<std::string>{file()});
        QCOMPARE(m_backends.passes, std::vector<Encoder>(3, Encoder::Snn));
        QCOMPARE(m_torch.passes.size(), std::size_t(3));
        QVERIFY(m_torch.passes[0] > 0 && m_torch.passes[0] == m_torch.passes[2]);
        QCOMPARE(report.snnPath, std::string("on bits"));
        QCOMPARE(report.annPath, std::string("behind"));
        QVERIFY(report.residentBeforeBytes > 1'000'000);
        QCOMPARE(report.residentAfterBytes, std::int64_t{7});
        QCOMPARE(take(m_engine->race(request, {})).residentBeforeBytes, report.residentBeforeBytes); // it is loaded once

        QCOMPARE(codeOf(m_engine->race({}, {})), std::optional(ErrorCode::BadArgument));
        QCOMPARE(codeOf(m_engine->race({.image = picture(), .steps = 99}, {})), std::optional(ErrorCode::TooManySteps));
        QCOMPARE(m_torch.races, 2);
    }

    void whoHasTheModelRunsTheRace()
    {
        take(m_engine->load(file(), {.path = ComputePath::Plain}));
        const auto report = take(m_engine->race({.image = picture()}, {}));
        QCOMPARE(report.snnPath, std::string("behind"));
        QCOMPARE(report.residentBeforeBytes, std::int64_t{0});
        QVERIFY(m_torch.passes.empty());
    }

    void withoutLibTorchThereIsNoRace()
    {
        m_torch.missing = true;
        take(m_engine->load(file(), {.path = ComputePath::Event}));
        QCOMPARE(codeOf(m_engine->race({.image = picture()}, {})), std::optional(ErrorCode::EngineMissing));
        QVERIFY(m_backends.passes.empty());
    }

    void aModelWithoutTwinIsNotTakenToLibTorch()
    {
        auto checkpoint = test::silentCheckpoint();
        std::erase_if(checkpoint.tensors, [](const auto& entry) { return entry.first.starts_with("ann."); });
        const auto single = m_folder.filePath(QStringLiteral("single")).toStdString();
        io::writeCheckpoint(single, checkpoint);
        take(m_engine->load(single, {.path = ComputePath::Event}));
        QCOMPARE(codeOf(m_engine->race({.image = picture()}, {})), std::optional(ErrorCode::PartMissing));
        QCOMPARE(m_torch.made, 0);
    }

private:
    std::string file() const { return m_folder.filePath(QStringLiteral("model")).toStdString(); }

    QTemporaryDir m_folder;
    test::BackendLog m_backends;
    test::TorchLog m_torch;
    std::unique_ptr<Engine> m_engine;
    std::int64_t m_ignored = 0;
};

QTEST_GUILESS_MAIN(RaceTest)
#include "race_test.moc"
