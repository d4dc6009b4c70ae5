#include "core/data/outcome.h"
#include "core/model.h"
#include "core/train/recipe.h"
#include "tests/core/io/expect_error.h"
#include "tests/core/train/toy_model.h"

#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::tests;
using nlohmann::json;
namespace fs = std::filesystem;

/// Runs that begin with a checkpoint of another configuration, and runs whose later stages are thought over on the way.
class AdaptedRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangedConfigurationKeepsEveryWeight()
    {
        const auto made = begin("changed", {{"change", {{"image", {{"pool_before", {2, 3}}, {"lif", {{"threshold", 0.6}}}}}}}});
        const auto before = readModel(m_toy.model(), at::kCPU).config, after = readModel(made, at::kCPU).config;
        QVERIFY(changed(m_toy.model(), made).empty());
        auto expected = before.image;
        expected.poolBefore = {2, 3};
        expected.lif.threshold = 0.6;
        QVERIFY(after.image == expected);
        QVERIFY(after.text == before.text);
        QVERIFY(after.preprocess == before.preprocess);
    }

    void aWiderModelBeginsWithFreshEncodersAndTheOldWords()
    {
        const json wider = {{"change", {{"image", {{"width", 32}}}}}, {"fresh", {"image", "twin"}}};
        const auto made = begin("wider", wider);
        const auto moved = changed(m_toy.model(), made);
        for (const auto& key : moved)
            QVERIFY2(key.starts_with("image.") || key.starts_with("ann."), key.c_str());
        QVERIFY(moved.contains("image.proj.weight"));
        QVERIFY(moved.contains("ann.proj.weight"));
        QCOMPARE(readModel(made, at::kCPU).config.image.width, 32);

        const auto learnt = train::train(toyRequest(m_toy.path(), "wider, learnt", recipe(wider, {toyStage("ann", 20), toyStage("full", 1)})), {}, silent, {});
        QVERIFY2(learnt.metrics.at("ann.top1") > 0.8, qPrintable(QString::number(learnt.metrics.at("ann.top1"))));
    }

    void aDeeperModelAnswersAsBeforeAndItsNewBlocksLearn()
    {
        const auto before = readModel(m_toy.model(), at::kCPU);
        const json deeper = {{"change", {{"image", {{"blocks", before.config.image.blocks + 2}}}}}};
        const auto made = begin("deeper", deeper);
        const auto after = readModel(made, at::kCPU);
        QCOMPARE(after.config.image.blocks, before.config.image.blocks + 2);
        const auto pictures = at::rand({3, 3, toySide, toySide});
        const nn::ForwardOptions options{.path = nn::Path::Plain};
        QVERIFY(at::equal(after.image->forward(pictures, options), before.image->forward(pictures, options)));
        QVERIFY(at::equal(after.twin->forward(pictures, options), before.twin->forward(pictures, options)));

        const auto last = std::to_string(before.config.image.blocks + 1);
        const auto learnt = readModel(train::train(toyRequest(m_toy.path(), "deeper, learnt", recipe(deeper, {toyStage("ann", 2), toyStage("full", 2)})), {}, silent, {}).checkpoint, at::kCPU);
        for (const auto* branch : {".attn.proj_bn.weight", ".mlp.mlp2_bn.weight"})
            QVERIFY2(learnt.image->weights()["block." + last + branch].abs().max().item<double>() > 0, branch);
        for (const auto* branch : {".self_attn.out_proj.weight", ".mlp.fc2.weight"})
            QVERIFY2(learnt.twin->weights()["encoder.layers." + last + branch].abs().max().item<double>() > 0, branch);
    }

    void aShallowerModelIsRefused()
    {
        const auto blocks = readModel(m_toy.model(), at::kCPU).config.image.blocks;
        const auto deeper = begin("deeper by one", {{"change", {{"image", {{"blocks", blocks + 1}}}}}});
        auto back = recipe({{"change", {{"image", {{"blocks", blocks}}}}}}, {toyStage("full", 0)}, deeper);
        EXPECT_ERROR(RecipeBroken, train::train(toyRequest(m_toy.path(), "shallower", back), {}, silent, {}), "recipe.change");
    }

    void aFreshTwinLeavesTheSpikingEncoderAlone()
    {
        for (const auto& key : changed(m_toy.model(), begin("fresh twin", {{"fresh", {"twin"}}})))
            QVERIFY2(key.starts_with("ann."), key.c_str());
    }

    void aChangeThatTheWeightsDoNotFitIsRefused()
    {
        EXPECT_ERROR(RecipeBroken, begin("too wide", {{"change", {{"image", {{"width", 32}}}}}}), "recipe.change");
        EXPECT_ERROR(RecipeBroken, begin("half fresh", {{"change", {{"image", {{"width", 32}}}}}, {"fresh", {"image"}}}), "recipe.change");
        EXPECT_ERROR(RecipeBroken, begin("unknown", {{"change", {{"image", {{"breadth", 32}}}}}}), "recipe.change", "breadth");
        EXPECT_ERROR(RecipeBroken, begin("absurd", {{"change", {{"image", {{"lif", {{"threshold", -1}}}}}}}}), "recipe.change");
        EXPECT_ERROR(RecipeBroken, begin("no object", {{"change", 3}}), "recipe.change");
        EXPECT_ERROR(RecipeBroken, begin("no part", {{"fresh", {"text"}}}), "recipe.fresh");
        auto aimless = recipe({{"fresh", {"image"}}}, {toyStage("full", 1)});
        aimless.erase("initial");
        EXPECT_ERROR(RecipeBroken, train::train(toyRequest(m_toy.path(), "aimless", aimless), {}, silent, {}), "recipe.initial");
    }

    void stagesToComeMayBeChanged()
    {
        const auto longer = recipe(json::object(), {toyStage("full", 3), toyStage("head", 4)});
        const auto whole = bytesOf(train::train(toyRequest(m_toy.path(), "in one go", longer), {}, silent, {}).checkpoint);

        const auto first = toyRequest(m_toy.path(), "thought over", recipe(json::object(), {toyStage("full", 3), toyStage("full", 9)}));
        QVERIFY(isStoppedAfter(4, first));
        auto second = toyRequest(m_toy.path(), "thought over", longer); // the same folders
        second.resume = true;
        QVERIFY(isStoppedAfter(1, second)); // what was changed is kept, and by the folder's own recipe the run goes on
        QCOMPARE(json::parse(bytesOf(fs::path(second.outFolder) / "recipe.json")), longer);
        QVERIFY(bytesOf(train::train(second, {}, silent, {}).checkpoint) == whole);
    }

    void aFinishedRunGoesOnWithAnotherStage()
    {
        const auto longer = recipe(json::object(), {toyStage("full", 2), toyStage("head", 3)});
        const auto whole = bytesOf(train::train(toyRequest(m_toy.path(), "both stages", longer), {}, silent, {}).checkpoint);
        train::train(toyRequest(m_toy.path(), "one more", recipe(json::object(), {toyStage("full", 2)})), {}, silent, {});
        auto more = toyRequest(m_toy.path(), "one more", longer);
        more.resume = true;
        QVERIFY(bytesOf(train::train(more, {}, silent, {}).checkpoint) == whole);
    }

    void aStageThatHasBegunMayNotBeChanged()
    {
        const auto text = [](const json& stages) { return recipe(json::object(), stages, "a.safetensors").dump(); };
        const auto begun = text({toyStage("ann", 1), toyStage("full", 2), toyStage("head", 3)});
        QVERIFY(train::mayGoOnBy(text({toyStage("ann", 1), toyStage("full", 2), toyStage("dual", 5)}), begun, 1));
        QVERIFY(train::mayGoOnBy(text({toyStage("ann", 1), toyStage("full", 2)}), begun, 1));
        QVERIFY(!train::mayGoOnBy(text({toyStage("ann", 1), toyStage("full", 3), toyStage("head", 3)}), begun, 1));
        QVERIFY(!train::mayGoOnBy(text({toyStage("ann", 2), toyStage("full", 2), toyStage("head", 3)}), begun, 1));
        QVERIFY(!train::mayGoOnBy(text({toyStage("ann", 1)}), begun, 1));
        auto other = json::parse(begun);
        other["seed"] = 2;
        QVERIFY(!train::mayGoOnBy(other.dump(), begun, 1));
    }

private:
    static json recipe(const json& more, const json& stages, const std::string& initial)
    {
        auto recipe = further(initial, stages);
        recipe.update(more);
        return recipe;
    }

    json recipe(const json& more, const json& stages) const { return recipe(more, stages, m_toy.model()); }

    /// The checkpoint of a run that has not learnt anything yet.
    std::string begin(const std::string& name, const json& more) const
    {
        auto still = recipe(more, {toyStage("full", 0)});
        still["learn_scale"] = false;
        return train::train(toyRequest(m_toy.path(), name, still), {}, silent, {}).checkpoint;
    }

    ToyFolder m_toy;
};

QTEST_APPLESS_MAIN(AdaptedRunTest)

#include "adapted_run_test.moc"
