#include "core/check/self_check.h"

#include "core/check/event_watch.h"
#include "core/check/layer_watch.h"
#include "core/check/reference_file.h"
#include "core/data/outcome.h"
#include "core/event/image_encoder.h"
#include "core/event/text_encoder.h"
#include "core/nn/encoders.h"
#include "core/nn/weights.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>

namespace spikeclip::check {

namespace {

constexpr double doubleTolerance = 1e-6; // of the tensor's largest magnitude. Source for all three: `algorithm.md` appendix A
constexpr double floatTolerance = 1e-4;
constexpr double thresholdMargin = 1e-5; // of the charged potential
constexpr double unjudged = std::numeric_limits<double>::infinity();

constexpr std::array<nn::Path, 2> bothPaths = {nn::Path::Plain, nn::Path::Fused};

std::string pathName(nn::Path path, const char* type)
{
    return std::string(path == nn::Path::Plain ? "plain " : "fused ") + type;
}

/// Largest difference as a share of the largest magnitude. Not a number if either tensor holds one.
double relativeDeviation(const at::Tensor& found, const at::Tensor& expected)
{
    const auto difference = (found - expected).abs().max().item<double>();
    return difference == 0 ? 0 : difference / std::max(found.abs().max().item<double>(), expected.abs().max().item<double>());
}

/// The whole comparison of one file.
class SelfCheck
{
public:
    SelfCheck(const std::string& file, const Progress& progress, std::stop_token stop)
        : m_reference(readReferenceFile(file)), m_progress(progress), m_stop(std::move(stop))
    {
        m_report.file = file;
        m_parts = (m_reference.image ? 10 : 0) + (m_reference.training ? 2 : 0) + (m_reference.ann ? 4 : 0) + (m_reference.text ? 11 : 0);
    }

    SelfCheckReport run()
    {
        if (m_reference.image)
            checkImage();
        if (m_reference.training)
            for (const auto path : bothPaths)
                checkTraining(path);
        if (m_reference.ann)
            checkTwin();
        if (m_reference.text)
            checkText();
        m_progress(1, "done");
        m_report.passed = std::ranges::all_of(m_report.deviations, &Deviation::within);
        return m_report;
    }

private:
    using Forward = std::function<at::Tensor(nn::Observer*)>; ///< -> [T, B, E]

    struct Way
    {
        std::string name;
        Forward forward;
    };

    void begin(const std::string& part)
    {
        if (m_stop.stop_requested())
            throw Stopped{};
        m_progress(static_cast<double>(m_done++) / m_parts, part);
    }

    void add(const std::string& path, const std::string& quantity, double largest, double tolerance)
    {
        m_report.deviations.push_back({path, quantity, largest, tolerance, tolerance == unjudged || largest <= tolerance});
    }

    void compare(const std::string& path, const std::string& quantity, const at::Tensor& found, const at::Tensor& expected)
    {
        add(path, quantity, relativeDeviation(found, expected), doubleTolerance);
    }

    /// Shape   y [B, E]
    void compareOutputs(const std::string& path, const std::string& part, const at::Tensor& y, const ReferenceFile::Outputs& expected)
    {
        compare(path, part + " y_first16", y.narrow(1, 0, 16), expected.first16);
        compare(path, part + " y_sum", y.sum(), expected.sum);
        compare(path, part + " row_norms", y.norm(2, 1), expected.rowNorms);
    }

    void compareSpikes(const std::string& path, const std::map<std::string, at::Tensor>& found, const std::vector<LayerTrace>& order,
                       const ReferenceFile::Spikes& expected)
    {
        for (const auto& [layer, counts] : expected)
            if (!found.contains(layer))
                throw Error(ErrorCode::BadArgument, m_report.file + ": spikes_per_step names the layer " + layer + ", which the network has not");
        for (const auto& layer : order) {
            const auto counts = expected.find(layer.name);
            if (counts == expected.end())
                throw Error(ErrorCode::BadArgument, m_report.file + ": spikes_per_step lacks the layer " + layer.name);
            add(path, "spikes " + layer.name, (found.at(layer.name) - counts->second).abs().max().item<double>(), 0);
        }
    }

    /// What image and text have in common. `plain` and `fused` compute in float64, and `judge` compares their outputs; the ways in float32 are
    /// compared with `plain` layer by layer.
    template <typename Judge>
    void checkSpiking(const std::string& part, const Forward& plain, const Forward& fused, const std::vector<Way>& single, const data::LifOptions& lif, int steps,
                      const ReferenceFile::Spikes& expected, Judge&& judge)
    {
        at::NoGradGuard quiet;
        begin(part + ", plain float64");
        Tracer tracer(steps);
        const auto y = plain(&tracer); // [T, B, E]
        judge(pathName(nn::Path::Plain, "float64"), y);
        compareSpikes(pathName(nn::Path::Plain, "float64"), tracer.counts(), tracer.layers, expected);

        begin(part + ", fused float64");
        SpikeCounter counter(steps);
        judge(pathName(nn::Path::Fused, "float64"), fused(&counter));
        compareSpikes(pathName(nn::Path::Fused, "float64"), counter.counts, tracer.layers, expected);

        for (const auto& [name, forward] : single) {
            begin(part + ", " + name + ", layer by layer");
            Comparer layerwise(tracer.layers, lif.tau, thresholdMargin, true);
            const auto taught = forward(&layerwise).to(at::kDouble);
            for (const auto& layer : layerwise.layers)
                add(name, "spikes " + layer.name, static_cast<double>(layer.unexplained), 0);
            add(name, part + " outputs", relativeDeviation(taught, y), floatTolerance);

            begin(part + ", " + name + ", end to end");
            Comparer free(tracer.layers, lif.tau, thresholdMargin, false);
            const auto alone = forward(&free).to(at::kDouble);
            std::int64_t different = 0;
            for (const auto& layer : free.layers)
                different += layer.different;
            add(name, part + " outputs, end to end", relativeDeviation(alone, y), unjudged);
            add(name, part + " spikes that differ, end to end", static_cast<double>(different), unjudged);
        }
    }

    /// The ways on bits. `forward` runs an event encoder under some options.
    template <typename Run>
    static void addWaysOnBits(std::vector<Way>& ways, TensorWatcher::Layout layout, Run run)
    {
        for (const auto path : {data::SynapsePath::Event, data::SynapsePath::Dense})
            ways.push_back({path == data::SynapsePath::Event ? "event float32" : "dense on bits float32", [run, path, layout](nn::Observer* observer) {
                                TensorWatcher watcher(*observer, layout);
                                return toTensor(run(event::PassOptions{.policy = {.forced = path, .speed = {}}, .watcher = &watcher}));
                            }});
    }

    at::Tensor pictures() const
    {
        const auto size = m_config.imageSize;
        return nn::hashedNumbers(m_reference.salt + "input", m_reference.batch * m_config.channels * size * size)
                   .view({m_reference.batch, m_config.channels, size, size})
            * 2;
    }

    void checkImage()
    {
        const auto input = pictures();
        const auto rounded = input.to(at::kFloat).contiguous();
        const auto weights = nn::hashedWeights(nn::imageWeights(m_config), m_reference.salt, m_reference.gain);
        const nn::ImageEncoder exact(m_config, weights);
        const nn::ImageEncoder single(m_config, weights.to(at::kCPU, at::kFloat));
        const event::ImageEncoder onBits(m_config, TensorWeights(single.weights()));
        const auto way = [](const nn::ImageEncoder& encoder, const at::Tensor& x, nn::Path path) -> Forward {
            return [&encoder, &x, path](nn::Observer* observer) { return encoder.forward(x, {.path = path, .observer = observer}); };
        };
        std::vector<Way> ways;
        for (const auto path : bothPaths)
            ways.push_back({pathName(path, "float32"), way(single, rounded, path)});
        addWaysOnBits(ways, TensorWatcher::Layout::Image, [&](const event::PassOptions& options) { return onBits.forward(pictureSpans(rounded), options, m_workshop); });
        checkSpiking("image", way(exact, input, nn::Path::Plain), way(exact, input, nn::Path::Fused), ways, m_config.lif, m_config.steps,
                     m_reference.image->spikes, [&](const std::string& path, const at::Tensor& y) {
                         compareOutputs(path, "image", y[-1], m_reference.image->outputs);
                         compare(path, "image prefix_first4", y.narrow(2, 0, 4), m_reference.image->prefixFirst4);
                     });
    }

    void checkTraining(nn::Path path)
    {
        const auto name = pathName(path, "float64");
        begin("image_train, " + name);
        const auto specs = nn::imageWeights(m_config);
        auto weights = nn::hashedWeights(specs, m_reference.salt, m_reference.gain); // own tensors: the pass updates running statistics
        weights.setTrainable(specs, true);
        const auto y = nn::ImageEncoder(m_config, weights).forward(pictures(), {.training = true, .path = path})[-1]; // [B, E]
        const auto target = nn::hashedNumbers(m_reference.salt + "target", y.numel()).view_as(y);
        const auto loss = 1 - (nn::normalised(y) * nn::normalised(target)).sum(1).mean();
        loss.backward();

        const auto& expected = *m_reference.training;
        compare(name, "image_train loss", loss.detach(), expected.loss);
        compare(name, "image_train y_first8", y.detach().narrow(1, 0, 8), expected.first8);
        compare(name, "image_train weights_tensor", weights["weights_tensor"].grad().flatten(), expected.timeGradient);
        std::vector<at::Tensor> norms;
        for (const auto& spec : specs)
            if (spec.learns())
                norms.push_back(weights[spec.key].grad().norm());
        compare(name, "image_train all_grad_norm", at::stack(norms).norm(), expected.gradientNorm);
        compare(name, "image_train bn0_mean_first4", weights["patch_embed.block0_bn.running_mean"].narrow(0, 0, 4), expected.normMean);
        compare(name, "image_train bn0_var_first4", weights["patch_embed.block0_bn.running_var"].narrow(0, 0, 4), expected.normVariance);
    }

    void checkTwin()
    {
        at::NoGradGuard quiet;
        const auto input = pictures();
        const auto weights = nn::hashedWeights(nn::twinWeights(m_config), m_reference.salt, m_reference.ann->gain);
        const nn::AnnTwin exact(m_config, weights);
        const nn::AnnTwin single(m_config, weights.to(at::kCPU, at::kFloat));
        for (const auto path : bothPaths) {
            begin("ann, " + pathName(path, "float64"));
            const auto y = exact.forward(input, {.path = path});
            compareOutputs(pathName(path, "float64"), "ann", y, m_reference.ann->outputs);
            begin("ann, " + pathName(path, "float32"));
            const auto rounded = single.forward(input.to(at::kFloat), {.path = path}).to(at::kDouble);
            add(pathName(path, "float32"), "ann outputs", relativeDeviation(rounded, y), floatTolerance);
        }
    }

    void checkText()
    {
        const data::TextConfig config;
        const auto& expected = *m_reference.text;
        begin("text, weights");
        const auto weights = nn::hashedWeights(nn::textWeights(config), m_reference.salt, m_reference.gain);
        const nn::TextEncoder exact(config, weights);
        const nn::TextEncoder single(config, weights.to(at::kCPU, at::kFloat));
        const event::TextEncoder onBits(config, TensorWeights(single.weights()));
        std::vector<std::vector<int>> sentences;
        for (std::int64_t row = 0; row < expected.ids.size(0); ++row) {
            const auto ids = expected.ids[row].to(at::kInt).contiguous();
            sentences.emplace_back(ids.data_ptr<int>(), ids.data_ptr<int>() + ids.numel());
        }
        const auto way = [&](const nn::TextEncoder& encoder, nn::Path path) -> Forward {
            return [&encoder, &expected, path](nn::Observer* observer) { return encoder.forward(expected.ids, {.path = path, .observer = observer}); };
        };
        std::vector<Way> ways;
        for (const auto path : bothPaths)
            ways.push_back({pathName(path, "float32"), way(single, path)});
        addWaysOnBits(ways, TensorWatcher::Layout::Text, [&](const event::PassOptions& options) { return onBits.forward(sentences, options, m_workshop); });
        checkSpiking("text", way(exact, nn::Path::Plain), way(exact, nn::Path::Fused), ways, config.lif, config.steps, expected.spikes,
                     [&](const std::string& path, const at::Tensor& y) { compareOutputs(path, "text", y[-1], expected.outputs); });
    }

    const ReferenceFile m_reference;
    const data::ImageConfig m_config; // the reference's size
    event::Workshop m_workshop{1};
    const Progress& m_progress;
    std::stop_token m_stop;
    SelfCheckReport m_report;
    int m_parts = 0;
    int m_done = 0;
};

}

SelfCheckReport selfCheck(const std::string& referenceFile, const Progress& progress, std::stop_token stop)
{
    return SelfCheck(referenceFile, progress, std::move(stop)).run();
}

}
