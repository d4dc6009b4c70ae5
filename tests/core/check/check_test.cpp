#include "core/check/bench.h"
#include "core/check/event_watch.h"
#include "core/check/layer_watch.h"
#include "core/check/self_check.h"
#include "core/event/image_encoder.h"
#include "core/model.h"
#include "core/nn/encoders.h"
#include "core/nn/kernels.h"
#include "core/nn/observer.h"
#include "core/nn/weights.h"
#include "tests/core/io/expect_error.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <nlohmann/json.hpp>

#include <QtTest>

#include <cmath>
#include <fstream>
#include <map>
#include <set>

using namespace spikeclip;
using nlohmann::json;

namespace {

const std::string reference = SPIKECLIP_SOURCE_DIR "/resources/reference/spikeclip_reference.json";

void silent(double, const std::string&) {}

json committed()
{
    return json::parse(std::ifstream(reference));
}

/// "path: quantity" of what is not within its tolerance.
std::set<std::string> failures(const SelfCheckReport& report)
{
    std::set<std::string> found;
    for (const auto& line : report.deviations)
        if (!line.within)
            found.insert(line.path + ": " + line.quantity);
    return found;
}

std::string listed(const std::set<std::string>& names)
{
    std::string text;
    for (const auto& name : names)
        text += name + "; ";
    return text;
}

json rows(const at::Tensor& matrix)
{
    json list = json::array();
    for (std::int64_t i = 0; i < matrix.size(0); ++i)
        list.push_back(std::vector<double>(matrix[i].contiguous().data_ptr<double>(), matrix[i].contiguous().data_ptr<double>() + matrix.size(1)));
    return list;
}

class Counts : public nn::Observer
{
public:
    at::Tensor fired(const nn::NeuronSite& site, const at::Tensor& spikes, const at::Tensor&) override
    {
        for (const auto& step : spikes.unflatten(0, {4, -1}).unbind(0))
            perStep[site.name].push_back(step.sum().item<double>());
        return spikes;
    }
    json perStep = json::object();
};

json outputs(const at::Tensor& y)
{
    return {{"y_first16", rows(y.narrow(1, 0, 16))}, {"y_sum", y.sum().item<double>()}, {"row_norms", rows(y.norm(2, 1).unsqueeze(0))[0]}};
}

}

class CheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void theReferencePasses()
    {
        double last = -1;
        const auto report = check::selfCheck(reference, [&](double fraction, const std::string& note) {
            QVERIFY(fraction >= last && fraction <= 1 && !note.empty());
            last = fraction;
        }, {});
        QCOMPARE(last, 1.0);
        QCOMPARE(report.file, reference);
        QCOMPARE(QString::fromStdString(listed(failures(report))), QString());
        QVERIFY(report.passed);

        const auto has = [&](const std::string& path, const std::string& quantity, double tolerance) {
            return std::ranges::any_of(report.deviations, [&](const Deviation& line) {
                return line.path == path && line.quantity == quantity && line.tolerance == tolerance && std::isfinite(line.largest);
            });
        };
        const auto infinite = std::numeric_limits<double>::infinity();
        for (const std::string path : {"plain ", "fused "}) {
            for (const auto* quantity : {"image y_first16", "image y_sum", "image row_norms", "image prefix_first4", "image_train loss", "image_train y_first8",
                                         "image_train weights_tensor", "image_train all_grad_norm", "image_train bn0_mean_first4",
                                         "image_train bn0_var_first4", "ann y_first16", "ann y_sum", "ann row_norms", "text y_first16", "text row_norms"})
                QVERIFY2(has(path + "float64", quantity, 1e-6), quantity);
            const auto file = committed();
            for (const auto* part : {"image", "text"})
                for (const auto& [layer, counts] : file[part]["spikes_per_step"].items())
                    QVERIFY2(has(path + "float64", "spikes " + layer, 0) && has(path + "float32", "spikes " + layer, 0), layer.c_str());
            for (const std::string part : {"image", "text", "ann"})
                QVERIFY(has(path + "float32", part + " outputs", 1e-4));
            for (const std::string part : {"image", "text"})
                QVERIFY(has(path + "float32", part + " outputs, end to end", infinite));
        }
        for (const std::string path : {"event float32", "dense on bits float32"}) {
            const auto file = committed();
            for (const std::string part : {"image", "text"}) {
                for (const auto& [layer, counts] : file[part]["spikes_per_step"].items())
                    QVERIFY2(has(path, "spikes " + layer, 0), layer.c_str());
                QVERIFY(has(path, part + " outputs", 1e-4) && has(path, part + " outputs, end to end", infinite));
            }
        }
        for (const auto& line : report.deviations)
            if (!line.quantity.starts_with("spikes"))
                qInfo("%s: %s %.3g of %.3g", line.path.c_str(), line.quantity.c_str(), line.largest, line.tolerance);
    }

    void networksOnBitsEqualTensorsInOddConfigurations()
    {
        const auto config = [](int width, int heads, int blocks, std::vector<int> pools, double tau) {
            data::ImageConfig c{.imageSize = 16, .width = width, .heads = heads, .mlpRatio = 3, .blocks = blocks, .steps = 3, .embedding = 20};
            c.poolBefore = std::move(pools);
            c.lif.tau = tau;
            return c;
        };
        event::Workshop workshop(2);
        for (const auto& c : {config(24, 3, 2, {1, 2, 4}, 2), config(40, 5, 1, {}, 2), config(136, 4, 1, {1, 2, 3, 4}, 1.6), config(200, 8, 0, {2, 3}, 3)}) {
            const auto weights = nn::hashedWeights(nn::imageWeights(c), "odd", 3);
            const auto pictures = nn::hashedNumbers("oddinput", 2 * 3 * 16 * 16).view({2, 3, 16, 16}) * 2;
            at::NoGradGuard quiet;
            check::Tracer tracer(c.steps);
            const auto expected = nn::ImageEncoder(c, weights).forward(pictures, {.path = nn::Path::Plain, .observer = &tracer});
            const auto single = weights.to(at::kCPU, at::kFloat);
            const event::ImageEncoder onBits(c, check::TensorWeights(single));
            const auto rounded = pictures.to(at::kFloat).contiguous();
            check::Comparer comparer(tracer.layers, c.lif.tau, 1e-5, true);
            check::TensorWatcher watcher(comparer, check::TensorWatcher::Layout::Image);
            const auto found = check::toTensor(onBits.forward(check::pictureSpans(rounded), {.watcher = &watcher}, workshop)).to(at::kDouble);
            QCOMPARE(comparer.layers.size(), tracer.layers.size());
            for (const auto& layer : comparer.layers)
                QVERIFY2(layer.unexplained == 0, layer.name.c_str());
            QVERIFY((found - expected).abs().max().item<double>() <= 1e-4 * expected.abs().max().item<double>());
        }
    }

    void oneChangedDigitInEachSectionIsNamed()
    {
        auto file = committed();
        const auto change = [](json& number) { number = number.get<double>() * (1 + 2e-5); }; // the fifth digit
        auto& spikes = file["image"]["spikes_per_step"]["block.2.mlp.mlp1_lif"][1];
        spikes = spikes.get<int>() + 1;
        change(file["image_train"]["all_grad_norm"]);
        change(file["ann"]["row_norms"][1]);
        change(file["text"]["y_first16"][1][0]);
        const auto report = check::selfCheck(written("changed.json", file.dump()), silent, {});
        std::set<std::string> expected;
        for (const std::string path : {"plain float64: ", "fused float64: "})
            for (const auto* quantity : {"spikes block.2.mlp.mlp1_lif", "image_train all_grad_norm", "ann row_norms", "text y_first16"})
                expected.insert(path + quantity);
        QCOMPARE(QString::fromStdString(listed(failures(report))), QString::fromStdString(listed(expected)));
        QVERIFY(!report.passed);
    }

    void anySaltGainAndBatchWorks()
    {
        // Only the structure is proved here: the expected values are our own plain float64 path's.
        const data::ImageConfig config;
        const std::string salt = "other/";
        const auto pictures = nn::hashedNumbers(salt + "input", 3 * 32 * 32).view({1, 3, 32, 32}) * 2;
        at::NoGradGuard quiet;
        Counts counts;
        const auto y = nn::ImageEncoder(config, nn::hashedWeights(nn::imageWeights(config), salt, 2.5))
                           .forward(pictures, {.path = nn::Path::Plain, .observer = &counts}); // [T, 1, E]
        json file = {{"salt", salt}, {"gain", 2.5}, {"batch", 1}, {"image", outputs(y[-1])}};
        file["image"]["spikes_per_step"] = counts.perStep;
        for (std::int64_t t = 0; t < 4; ++t)
            file["image"]["prefix_first4"].push_back(rows(y[t].narrow(1, 0, 4)));
        file["ann"] = outputs(nn::AnnTwin(config, nn::hashedWeights(nn::twinWeights(config), salt, 0.5)).forward(pictures, {.path = nn::Path::Plain}));
        file["ann"]["gain"] = 0.5;
        const auto report = check::selfCheck(written("other.json", file.dump()), silent, {});
        QCOMPARE(QString::fromStdString(listed(failures(report))), QString());
        QVERIFY(report.passed);

        // The same numbers under another salt are wrong.
        file["salt"] = "another/";
        file.erase("image");
        QVERIFY(!check::selfCheck(written("salt.json", file.dump()), silent, {}).passed);

        file["ann"]["y_sum"] = 0;
        file["ann"].erase("row_norms");
        EXPECT_ERROR(BadArgument, check::selfCheck(written("rows.json", file.dump()), silent, {}), "ann.row_norms is missing");
    }

    void aFileThatIsNoReferenceIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& text, const char* says) {
            QTest::newRow(name) << QString::fromStdString(text) << QString(QLatin1String(says));
        };
        row("empty", "", "not JSON");
        row("cut off", committed().dump().substr(0, 700), "not JSON");
        row("a list", "[1]", "not a JSON object");
        row("too large a number", R"({"salt": "", "gain": 1e999, "batch": 2})", "cannot be represented");
        const auto changed = [&](const char* name, const std::function<void(json&)>& change, const char* says) {
            auto file = committed();
            change(file);
            row(name, file.dump(), says);
        };
        for (const auto* member : {"salt", "gain", "batch"})
            changed(member, [&](json& file) { file.erase(member); }, "is missing");
        changed("salt is a number", [](json& file) { file["salt"] = 1; }, "salt is not a text");
        changed("gain is a text", [](json& file) { file["gain"] = "3"; }, "gain is not a number");
        changed("half a picture", [](json& file) { file["batch"] = 1.5; }, "batch must be");
        changed("too many pictures", [](json& file) { file["batch"] = 1e12; }, "batch must be");
        changed("another batch", [](json& file) { file["batch"] = 3; }, "image.y_first16 must have 3 entries");
        changed("nothing to check", [](json& file) {
            for (const auto* part : {"image", "image_train", "ann", "text"})
                file.erase(part);
        }, "none of image");
        changed("a section is null", [](json& file) { file["image"] = nullptr; }, "image is not an object");
        changed("no sum", [](json& file) { file["image"].erase("y_sum"); }, "image.y_sum is missing");
        changed("short row", [](json& file) { file["image"]["y_first16"][1].erase(3); }, "16 entries in each row");
        changed("a text among numbers", [](json& file) { file["text"]["row_norms"][0] = "x"; }, "not a number");
        changed("steps missing", [](json& file) { file["image"]["spikes_per_step"]["block.0.attn.q_lif"].erase(0); }, "must have 4 entries");
        changed("no loss", [](json& file) { file["image_train"].erase("loss"); }, "image_train.loss is missing");
        changed("no gain of the twin", [](json& file) { file["ann"].erase("gain"); }, "ann.gain is missing");
        changed("id outside the table", [](json& file) { file["text"]["ids"][0][0] = 49408; }, "text.ids must be");
        changed("half an id", [](json& file) { file["text"]["ids"][0][0] = 0.5; }, "text.ids must be");
        changed("no sentence", [](json& file) { file["text"]["ids"] = json::array(); }, "text.ids must list");
    }

    void aFileThatIsNoReferenceIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto path = written("broken.json", text.toStdString());
        EXPECT_ERROR(BadArgument, check::selfCheck(path, silent, {}), path, says.toStdString());
    }

    void aMissingFileIsSaidToBeMissing()
    {
        EXPECT_ERROR(FileMissing, check::selfCheck(m_folder.filePath(QStringLiteral("none.json")).toStdString(), silent, {}), "none.json");
    }

    void layersMustBeThoseOfTheNetwork()
    {
        auto file = committed();
        for (const auto* part : {"image_train", "ann", "text"})
            file.erase(part);
        auto lacking = file;
        lacking["image"]["spikes_per_step"].erase("block.1.attn.v_lif");
        EXPECT_ERROR(BadArgument, check::selfCheck(written("lacking.json", lacking.dump()), silent, {}), "lacks the layer block.1.attn.v_lif");
        file["image"]["spikes_per_step"]["block.4.attn.v_lif"] = {1, 2, 3, 4};
        EXPECT_ERROR(BadArgument, check::selfCheck(written("foreign.json", file.dump()), silent, {}), "block.4.attn.v_lif");
    }

    void aStopIsObeyedBetweenParts()
    {
        std::stop_source source;
        int reports = 0;
        const auto stopAtOnce = [&](double, const std::string&) {
            ++reports;
            source.request_stop();
        };
        QVERIFY_THROWS_EXCEPTION(Stopped, check::selfCheck(reference, stopAtOnce, source.get_token()));
        QCOMPARE(reports, 1);
    }

    void gradientsInEvaluationModeAreTheReferences()
    {
        // `algorithm.md` appendix A, "Loss": as many digits as are printed there.
        const auto near = [](double found, double expected, double lastDigit) { return std::abs(found - expected) <= lastDigit; };
        for (const auto path : {nn::Path::Plain, nn::Path::Fused}) {
            const data::ImageConfig config;
            const auto specs = nn::imageWeights(config);
            auto weights = nn::hashedWeights(specs, "", 3).to(at::kCPU, at::kFloat).to(at::kCPU, at::kDouble); // rounded, as those numbers were made
            weights.setTrainable(specs, true);
            const auto pictures = nn::hashedNumbers("input", 2 * 3 * 32 * 32).view({2, 3, 32, 32}) * 2;
            const auto y = nn::ImageEncoder(config, weights).forward(pictures, {.path = path})[-1];
            const auto loss = 1 - (nn::normalised(y) * nn::normalised(nn::hashedNumbers("target", 1024).view({2, 512}))).sum(1).mean();
            QVERIFY(near(loss.item<double>(), 1.0090119399648814, 1e-14));
            loss.backward();
            const auto time = weights["weights_tensor"].grad().flatten();
            const double expected[] = {-0.00065604, 0.00139200, -0.00051745, -0.00189924};
            for (int t = 0; t < 4; ++t)
                QVERIFY(near(time[t].item<double>(), expected[t], 1e-8));
            const auto first = weights["patch_embed.block0_conv.weight"].grad();
            QVERIFY(near(first.norm().item<double>(), 0.0099758316, 1e-10));
            QVERIFY(near(first.flatten()[0].item<double>(), 0.00025198916, 1e-11));
            QVERIFY(near(first.flatten()[1].item<double>(), -1.8181483e-06, 1e-13));
            QVERIFY(near(first.flatten()[2].item<double>(), -0.00032882993, 1e-11));
            QVERIFY(near(weights["block.3.attn.q_conv.weight"].grad().norm().item<double>(), 0.019571875, 1e-9));
            double squares = 0;
            for (const auto& spec : specs)
                if (spec.learns())
                    squares += weights[spec.key].grad().square().sum().item<double>();
            QVERIFY(near(std::sqrt(squares), 0.67344164, 1e-8));
        }
    }

    void benchTimesEveryPathAtEveryBatch()
    {
        Model model;
        model.config.image = {.imageSize = 16, .width = 16, .heads = 2, .blocks = 1, .embedding = 8, .poolBefore = {1}};
        model.image.emplace(model.config.image, nn::initialWeights(nn::imageWeights(model.config.image), true, 5));
        const auto before = model.image->weights().clone();
        const auto cases = check::bench({.batches = {1, 2}, .threads = {1, 3}, .rates = {0.25}, .repeats = 2, .trainingBatch = 2, .reference = false}, &model,
                                        silent, {});
        std::map<std::string, int> seen;
        for (const auto& item : cases) {
            ++seen[item.work + "/" + item.path];
            QCOMPARE(item.model, std::string("default"));
            QCOMPARE(item.repeats, 2);
            QVERIFY(item.medianMs > 0 && item.p95Ms >= item.medianMs);
            QVERIFY(item.work != "forward" || item.toPlain > 0);
            QCOMPARE(item.firingRate > 0, item.work == "forward" && item.path != "ann");
            if (item.wantedRate > 0)
                QVERIFY(std::abs(item.firingRate - item.wantedRate) < 0.1); // of 1000 neurons, some with only a few potentials to choose from
        }
        std::map<std::string, int> expected{
            {"forward/plain", 4}, {"forward/fused", 4}, {"forward/ann", 4}, {"forward/dense", 4}, {"forward/auto, recorded", 4}, // two batches, twice threads
            {"forward/auto", 8}, {"forward/event", 8},                                                                           // and a forced rate
            {"train step/plain", 1}, {"train step/fused", 1}, {"train step/ann", 1},
            {"norm+lif/plain", 1}, {"norm+lif/fused", 1}};
        if (nn::multipliesBfloat16())
            expected.insert({{"train step/fused, mixed", 1}, {"train step/ann, mixed", 1}});
        QVERIFY(seen == expected);
        for (const auto& [key, tensor] : before.tensors())
            QVERIFY2(tensor.equal(model.image->weights()[key]), "the current model must not learn from being timed");
    }

    void benchKnowsTheReferencesSize()
    {
        Model model;
        model.config.image = {.imageSize = 16, .width = 16, .heads = 2, .blocks = 1, .embedding = 8, .poolBefore = {1}};
        const auto cases = check::bench({.batches = {1}, .threads = {1}, .rates = {}, .repeats = 1, .trainingBatch = 1, .reference = true}, &model, silent, {});
        const int mixed = nn::multipliesBfloat16() ? 2 : 0; // training steps a size
        QCOMPARE(static_cast<int>(cases.size()), 2 * (12 + mixed));
        QCOMPARE(static_cast<int>(std::ranges::count(cases, std::string("reference"), &BenchCase::model)), 12 + mixed);
        QCOMPARE(static_cast<int>(std::ranges::count(cases, std::string("train step"), &BenchCase::work)), 2 * (3 + mixed));
    }

    void benchRefusesWhatCannotBeTimed()
    {
        EXPECT_ERROR(BadArgument, check::bench({.batches = {}}, nullptr, silent, {}), "batches");
        EXPECT_ERROR(BadArgument, check::bench({.batches = {1, 0}}, nullptr, silent, {}), "batches");
        EXPECT_ERROR(BadArgument, check::bench({.threads = {0}}, nullptr, silent, {}), "threads");
        EXPECT_ERROR(BadArgument, check::bench({.rates = {1}}, nullptr, silent, {}), "rates");
        EXPECT_ERROR(BadArgument, check::bench({.repeats = 0}, nullptr, silent, {}), "repeats");
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY_THROWS_EXCEPTION(Stopped, check::bench({.batches = {1}, .reference = false}, nullptr, silent, stopped.get_token()));
    }

private:
    std::string written(const char* name, const std::string& text)
    {
        const auto path = m_folder.filePath(QLatin1String(name)).toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(CheckTest)
#include "check_test.moc"
