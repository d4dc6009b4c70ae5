#include "core/engine.h"

#include "core/check/bench.h"
#include "core/check/self_check.h"
#include "core/classifier.h"
#include "core/data/outcome.h"
#include "core/evaluate.h"
#include "core/label_reading.h"
#include "core/make_engine.h"
#include "core/model.h"
#include "core/model_info.h"
#include "core/nn/kernels.h"
#include "core/race.h"
#include "core/torch_backend.h"
#include "core/torch_errors.h"
#include "core/trace.h"
#include "core/train/forecast.h"
#include "core/train/trainer.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <c10/util/Exception.h>

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

namespace spikeclip {

namespace {

/// Errors  Error(BadArgument) for a path that LibTorch does not have there
ComputePath pathOn(const at::Device& device, ComputePath wanted)
{
    switch (wanted) {
    case ComputePath::Auto:
        return device.is_cpu() ? ComputePath::Fused : ComputePath::Plain;
    case ComputePath::Fused:
        if (!device.is_cpu())
            throw Error(ErrorCode::BadArgument, "the path fused computes on the cpu, not on " + device.str());
        return wanted;
    case ComputePath::Plain:
        return wanted;
    case ComputePath::Event:
    case ComputePath::Dense:
        break;
    }
    throw Error(ErrorCode::BadArgument, "LibTorch has neither the path event nor the path dense");
}

/// Errors  Error(BadArgument) for a name that is no device, Error(DeviceMissing) for one that is not here
at::Device deviceOf(const std::string& name)
{
    if (name == "cpu")
        return at::kCPU;
    if (!name.starts_with("cuda"))
        throw Error(ErrorCode::BadArgument, "the device must be cpu or cuda or cuda:N, not " + name);
    try {
        const at::Device device(name);
        at::empty({1}, at::TensorOptions().device(device)); // the only question that is answered for every build and driver
        at::globalContext().setAllowTF32CuDNN(false);       // same numbers as the CPU, and attention counts to 3072 (`algorithm.md` P6),
        at::globalContext().setAllowTF32CuBLAS(false);      // which ten bits of mantissa do not
        return device;
    } catch (const c10::Error&) {
        throw Error(ErrorCode::DeviceMissing, name);
    }
}

/// Errors  Error(BadArgument) if the device does not compute in this precision
Precision checkedPrecision(Precision precision, const at::Device& device)
{
    if (precision == Precision::Float32)
        return precision;
    if (device.is_cpu() && !nn::multipliesBfloat16())
        throw Error(ErrorCode::BadArgument, "mixed precision needs a processor that multiplies bfloat16 (AVX-512 BF16) or a CUDA device");
    try {
        const auto x = at::ones({1, 1, 4, 4}, at::TensorOptions().device(device).dtype(at::kBFloat16));
        at::conv2d(x, x).sum().item<float>(); // item() waits, so that a kernel that is not there is noticed here
        return precision;
    } catch (const c10::Error&) {
        throw Error(ErrorCode::BadArgument, "mixed precision needs bfloat16, which " + device.str() + " does not compute");
    }
}

/// Forward time of one picture, best of a few, ms.
double forwardMs(const Model& model)
{
    const auto& config = model.config.image;
    const auto picture = at::zeros({1, config.channels, config.imageSize, config.imageSize});
    double best = 1e9;
    for (int i = 0; i < 4; ++i) {
        const auto start = std::chrono::steady_clock::now();
        if (model.image)
            model.image->forward(picture, {});
        else
            model.twin->forward(picture, {});
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

/// The thread count to use: as asked, or the one that is clearly fastest for this model now. Fewer threads win near ties.
int chooseThreads(int wanted, const Model* model)
{
    const int most = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    if (wanted > 0)
        return std::min(wanted, 4 * most);
    if (!model || most == 1)
        return std::max(1, most / 2);
    c10::InferenceMode inference;
    at::set_num_threads(1);
    int best = 1;
    double bestMs = forwardMs(*model);
    for (int threads = 2; threads <= std::min(most, 8); threads *= 2) {
        at::set_num_threads(threads);
        if (const auto ms = forwardMs(*model); ms < 0.9 * bestMs) {
            bestMs = ms;
            best = threads;
        }
    }
    return best;
}

class TorchEngine : public Engine
{
public:
    TorchEngine()
    {
        // glibc would give every large tensor back to the kernel and fetch it anew: a quarter of the training time (`default-model.md`).
        mallopt(M_MMAP_THRESHOLD, 1 << 30);
        mallopt(M_TRIM_THRESHOLD, -1);
    }

    Outcome<ModelInfo> load(const std::string& file, const ComputeOptions& compute) override
    {
        return guardedTorch([&] {
            const auto device = deviceOf(compute.device);
            const auto path = pathOn(device, compute.path);
            const auto precision = checkedPrecision(compute.precision, device);
            auto model = std::make_unique<Model>(readModel(file, device));
            model->precision = precision;
            const auto threads = chooseThreads(compute.threads, device.is_cpu() ? model.get() : nullptr);
            at::set_num_threads(threads);
            auto running = std::make_unique<Running>(std::move(model), device, path);
            auto info = describe(running->backend);
            info.file = file;
            info.hash = running->model->hash;
            info.card = running->model->card;
            info.device = device.str();
            info.path = path;
            info.precision = precision;
            m_running = std::move(running);
            return info;
        });
    }

    Outcome<InferenceResult> infer(const InferenceRequest& request, std::stop_token stop) override
    {
        return guardedTorch([&] {
            return running().classifier.classify(request, stop);
        });
    }

    Outcome<data::PotentialTrace> trace(const TraceRequest& request, std::stop_token stop) override
    {
        return guardedTorch([&] { return spikeclip::trace(running().backend, request, stop); });
    }

    Outcome<std::vector<data::LabelReading>> read(const ReadRequest& request, std::stop_token stop) override
    {
        return guardedTorch([&] { return readLabels(running().backend, request, stop); });
    }

    Outcome<RaceReport> race(const RaceRequest& request, std::stop_token stop) override
    {
        return guardedTorch([&] {
            const auto& device = running().device;
            auto report = spikeclip::race(running().backend, request, device.is_cpu() ? "LibTorch" : "LibTorch on " + device.str(), stop);
            if (!device.is_cpu())
                report.threads = 0;
            return report;
        });
    }

    Outcome<EvaluationReport> evaluate(const EvaluationRequest& request, const Progress& progress, std::stop_token stop) override
    {
        return guardedTorch([&] {
            return spikeclip::evaluate(running().backend, request, progress, stop);
        });
    }

    Outcome<data::MachineSpeed> speed(bool, const Progress&, std::stop_token) override { return data::MachineSpeed{}; }

    Outcome<TrainingSummary> train(const TrainingRequest& request, const ComputeOptions& compute, const Progress& progress,
                                   std::stop_token stop) override
    {
        return guardedTorch([&] {
            checkedPrecision(compute.precision, deviceOf(compute.device));
            at::set_num_threads(chooseThreads(compute.threads, nullptr));
            return train::train(request, compute, progress, stop);
        });
    }

    Outcome<data::TrainingForecast> forecast(const TrainingRequest& request, const ComputeOptions& compute, std::stop_token stop) override
    {
        return guardedTorch([&] {
            checkedPrecision(compute.precision, deviceOf(compute.device));
            at::set_num_threads(chooseThreads(compute.threads, nullptr));
            return train::forecast(request, compute, stop);
        });
    }

    Outcome<SelfCheckReport> selfCheck(const std::string& referenceFile, const Progress& progress, std::stop_token stop) override
    {
        return guardedTorch([&] { return check::selfCheck(referenceFile, progress, stop); });
    }

    Outcome<std::vector<BenchCase>> bench(const BenchRequest& request, const ComputeOptions& compute, const Progress& progress,
                                          std::stop_token stop) override
    {
        return guardedTorch([&] {
            const int before = at::get_num_threads();
            auto asked = request;
            if (asked.threads.empty() && compute.threads > 0)
                asked.threads = {compute.threads};
            const auto cases = check::bench(asked, m_running ? m_running->model.get() : nullptr, progress, stop);
            at::set_num_threads(before);
            return cases;
        });
    }

private:
    /// The current model and who answers with it.
    struct Running
    {
        Running(std::unique_ptr<const Model> loaded, const at::Device& where, ComputePath path)
            : model(std::move(loaded)), device(where), backend(*model, device, path == ComputePath::Fused ? nn::Path::Fused : nn::Path::Plain), classifier(backend)
        {
        }
        std::unique_ptr<const Model> model;
        at::Device device;
        TorchBackend backend;
        Classifier classifier;
    };

    Running& running() const
    {
        if (!m_running)
            throw Error(ErrorCode::BadArgument, "no model is loaded");
        return *m_running;
    }

    std::unique_ptr<Running> m_running;
};

}

std::unique_ptr<Engine> makeEngine()
{
    return std::make_unique<TorchEngine>();
}

}
