#include "core/front_engine.h"

#include "core/classifier.h"
#include "core/data/outcome.h"
#include "core/evaluate.h"
#include "core/io/preprocess.h"
#include "core/label_reading.h"
#include "core/model_info.h"
#include "core/race.h"
#include "core/trace.h"
#include "core/translate.h"

#include <cstdint>
#include <exception>
#include <limits>
#include <string>
#include <utility>

namespace spikeclip {

namespace {

bool isOnBits(ComputePath path)
{
    return path == ComputePath::Event || path == ComputePath::Dense;
}

class FrontEngine : public Engine
{
public:
    FrontEngine(BackendFactory makeBackend, EngineFactory makeTorch) : m_makeBackend(std::move(makeBackend)), m_makeTorch(std::move(makeTorch)) {}

    Outcome<ModelInfo> load(const std::string& file, const ComputeOptions& compute) override
    {
        return guarded([&] {
            const bool onCpu = compute.device == "cpu";
            if (isOnBits(compute.path) && !onCpu)
                throw Error(ErrorCode::BadArgument, "the paths event and dense compute on the cpu, not on " + compute.device);
            const bool mixed = compute.precision == Precision::Mixed;
            if (isOnBits(compute.path) && mixed)
                throw Error(ErrorCode::BadArgument, "the paths event and dense know no mixed precision");
            return onCpu && !mixed && (compute.path == ComputePath::Auto || isOnBits(compute.path)) ? loadOnBits(file, compute) : loadBehind(file, compute);
        });
    }

    Outcome<InferenceResult> infer(const InferenceRequest& request, std::stop_token stop) override
    {
        return guarded([&] {
            const bool wantsTwin = request.encoder == Encoder::Ann || request.withTwin;
            if (!answersItself())
                return take(m_torch->infer(request, stop));
            if (wantsTwin && !m_info.hasTwin)
                throw Error(ErrorCode::PartMissing, "this model has no ANN twin");
            if (request.encoder == Encoder::Ann)
                return take(torchWithModel().infer(request, stop));
            return request.withTwin ? inferBoth(request, stop) : m_onBits->classifier.classify(request, stop);
        });
    }

    Outcome<data::PotentialTrace> trace(const TraceRequest& request, std::stop_token stop) override
    {
        return guarded([&] { return answersItself() ? spikeclip::trace(*m_onBits->backend, request, stop) : take(m_torch->trace(request, stop)); });
    }

    Outcome<std::vector<data::LabelReading>> read(const ReadRequest& request, std::stop_token stop) override
    {
        return guarded([&] { return answersItself() ? readLabels(*m_onBits->backend, request, stop) : take(m_torch->read(request, stop)); });
    }

    Outcome<RaceReport> race(const RaceRequest& request, std::stop_token stop) override
    {
        return guarded([&] { return answersItself() ? raceBoth(request, stop) : take(m_torch->race(request, stop)); });
    }

    Outcome<EvaluationReport> evaluate(const EvaluationRequest& request, const Progress& progress, std::stop_token stop) override
    {
        return guarded([&] {
            if (!answersItself())
                return take(m_torch->evaluate(request, progress, stop));
            if (request.encoder == Encoder::Snn)
                return spikeclip::evaluate(*m_onBits->backend, request, progress, stop);
            if (!m_info.hasTwin)
                throw Error(ErrorCode::PartMissing, "this model has no ANN twin");
            return take(torchWithModel().evaluate(request, progress, stop));
        });
    }

    Outcome<data::MachineSpeed> speed(bool anew, const Progress& progress, std::stop_token stop) override
    {
        return guarded([&] {
            return answersItself() ? m_onBits->backend->speed(anew, progress, stop) : take(m_torch->speed(anew, progress, stop));
        });
    }

    Outcome<TrainingSummary> train(const TrainingRequest& request, const ComputeOptions& compute, const Progress& progress,
                                   std::stop_token stop) override
    {
        return guarded([&] { return take(torch().train(request, forTorch(compute), progress, stop)); });
    }

    Outcome<data::TrainingForecast> forecast(const TrainingRequest& request, const ComputeOptions& compute, std::stop_token stop) override
    {
        return guarded([&] { return take(torch().forecast(request, forTorch(compute), stop)); });
    }

    Outcome<SelfCheckReport> selfCheck(const std::string& referenceFile, const Progress& progress, std::stop_token stop) override
    {
        return guarded([&] { return take(torch().selfCheck(referenceFile, progress, stop)); });
    }

    Outcome<std::vector<BenchCase>> bench(const BenchRequest& request, const ComputeOptions& compute, const Progress& progress,
                                          std::stop_token stop) override
    {
        return guarded([&] {
            auto& engine = m_onBits ? torchWithModel() : torch();
            return take(engine.bench(request, forTorch(compute), progress, stop));
        });
    }

private:
    /// The current model, when it runs on bits.
    struct OnBits
    {
        explicit OnBits(std::unique_ptr<Backend> made) : backend(std::move(made)), classifier(*backend) {}
        std::unique_ptr<Backend> backend;
        Classifier classifier;
    };

    ModelInfo loadOnBits(const std::string& file, const ComputeOptions& compute)
    {
        auto checkpoint = io::readCheckpoint(file);
        io::checkModel(checkpoint, file);
        auto hash = checkpoint.hash;
        auto card = checkpoint.card;
        auto onBits = std::make_unique<OnBits>(m_makeBackend(std::move(checkpoint), compute));
        m_info = describe(*onBits->backend);
        m_info.file = file;
        m_info.hash = std::move(hash);
        m_info.card = std::move(card);
        m_info.device = compute.device;
        m_info.path = compute.path;
        m_onBits = std::move(onBits);
        m_torchHasModel = false;
        return m_info;
    }

    ModelInfo loadBehind(const std::string& file, const ComputeOptions& compute)
    {
        m_info = take(torch().load(file, compute));
        m_onBits.reset();
        m_torchHasModel = true;
        return m_info;
    }

    /// Whether the current model runs on bits. Otherwise the engine behind has it.
    bool answersItself() const
    {
        if (!m_onBits && !m_torchHasModel)
            throw Error(ErrorCode::BadArgument, "no model is loaded");
        return m_onBits != nullptr;
    }

    Engine& torch()
    {
        if (!m_torch) {
            const auto before = m_onBits ? residentBytes() : 0;
            m_torch = take(m_makeTorch());
            m_residentBefore = before;
        }
        return *m_torch;
    }

    /// The engine behind with the model that runs on bits here.
    Engine& torchWithModel()
    {
        auto& engine = torch();
        if (!m_torchHasModel) {
            const auto info = take(engine.load(m_info.file, {.device = "cpu", .threads = m_info.threads}));
            if (info.hash != m_info.hash)
                throw Error(ErrorCode::FileUnreadable, m_info.file + ": it is no longer the model that was opened");
            m_torchHasModel = true;
        }
        return engine;
    }

    /// Training and benchmark have no path on bits to force.
    static ComputeOptions forTorch(ComputeOptions compute)
    {
        if (isOnBits(compute.path))
            compute.path = ComputePath::Auto;
        return compute;
    }

    /// The spiking network here, its twin behind.
    InferenceResult inferBoth(const InferenceRequest& request, const std::stop_token& stop)
    {
        auto& engine = torchWithModel(); // first: without it the rest would be for nothing
        auto ours = request;
        ours.withTwin = false;
        auto theirs = ours;
        theirs.encoder = Encoder::Ann;
        theirs.recording = data::Recording::Off;
        auto result = m_onBits->classifier.classify(ours, stop);
        auto twin = take(engine.infer(theirs, stop));
        result.twinCosine = std::move(twin.cosine.front());
        result.imageMs += twin.imageMs;
        result.textMs += twin.textMs;
        result.imageCached = result.imageCached && twin.imageCached;
        return result;
    }

    /// The spiking network here, its twin behind, which keeps the clock.
    RaceReport raceBoth(const RaceRequest& request, const std::stop_token& stop)
    {
        if (!m_info.hasTwin)
            throw Error(ErrorCode::PartMissing, "this model has no ANN twin");
        if (!request.image || request.image->empty())
            throw Error(ErrorCode::BadArgument, "there is no picture to run both networks on");
        auto& backend = *m_onBits->backend;
        const auto& config = backend.config();
        const auto steps = data::checkedSteps(request.steps, config.image.steps);
        const auto input = io::networkInput(*request.image, config.image, config.preprocess);
        std::exception_ptr flown; // no exception crosses the facade of the engine behind
        auto theirs = request;
        theirs.spiking = [&] {
            try {
                return onePass(backend, input.values, Encoder::Snn, steps, stop);
            } catch (...) {
                flown = std::current_exception();
                return std::numeric_limits<double>::quiet_NaN();
            }
        };
        auto outcome = torchWithModel().race(theirs, stop);
        if (flown)
            std::rethrow_exception(flown);
        auto report = take(std::move(outcome));
        report.snnPath = "on bits";
        report.residentBeforeBytes = m_residentBefore;
        return report;
    }

    BackendFactory m_makeBackend;
    EngineFactory m_makeTorch;
    ModelInfo m_info; ///< of the current model
    std::unique_ptr<OnBits> m_onBits;
    std::unique_ptr<Engine> m_torch;
    std::int64_t m_residentBefore = 0; ///< bytes of this process with a model, but without the engine behind; 0: never so, or nobody knows
    bool m_torchHasModel = false;      ///< the engine behind has the current model
};

}

std::unique_ptr<Engine> makeFrontEngine(BackendFactory makeBackend, EngineFactory makeTorch)
{
    return std::make_unique<FrontEngine>(std::move(makeBackend), std::move(makeTorch));
}

}
