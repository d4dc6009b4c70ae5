// `spikeclip energy`: the ledger as text and as a document, and every rule as an option.

#include "core/energy/site_counts.h"
#include "tests/app/cli/cli_run.h"

#include <QtTest>

using namespace spikeclip;
using test::run;

namespace {

/// Two layers of synapses and a read-out over two steps.
InferenceResult counted()
{
    auto result = test::Script::twoLabels();
    result.layers = {{.name = "lif", .neurons = 8, .spikesPerStep = {3, 5}}};
    result.operations = {
        energy::described({.name = "first", .kind = data::SynapseSite::Kind::Picture, .channelsIn = 1, .channelsOut = 2, .height = 2, .width = 2}),
        energy::described({.name = "second",
                           .kind = data::SynapseSite::Kind::Pointwise,
                           .source = "lif",
                           .channelsIn = 2,
                           .channelsOut = 2,
                           .height = 2,
                           .width = 2}),
        energy::described({.name = "proj", .kind = data::SynapseSite::Kind::Readout, .channelsIn = 2, .channelsOut = 3})};
    result.operations[0].effective = {32, 32};
    result.operations[1].effective = {6, 10};
    result.operations[2].effective = {6};
    return result;
}

double computePj(std::vector<std::string> options, test::Script& script)
{
    options.insert(options.begin(), {"energy", "a.jpg", "--labels", "cat", "--json"});
    const auto ran = run(options, script);
    if (ran.code != 0)
        qFatal("%s", ran.err.c_str());
    return ran.document()["images"][0]["snn"]["compute_pj"];
}

}

class EnergyCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentHoldsTheLedgersOfBothNetworks()
    {
        test::Script script;
        script.infer = counted();
        const auto ran = run({"energy", "a.jpg", "broken.jpg", "b.jpg", "--labels", "cat, dog", "--json", "--steps", "2"}, script);
        QCOMPARE(ran.code, int(cli::BadInput)); // for the broken one; the others are there
        const auto document = ran.document();
        QCOMPARE(document["format"].get<std::string>(), std::string("spikeclip-energy/1"));
        QCOMPARE(document["model_sha256"].get<std::string>(), std::string("abc123"));
        QCOMPARE(document["images"].size(), std::size_t(2));
        QVERIFY(script.inference.recording == data::Recording::Rates);
        const auto& picture = document["images"][0];
        const auto& rows = picture["snn"]["rows"];
        QCOMPARE(rows[0]["name"].get<std::string>(), std::string("first"));
        QCOMPARE(rows[0]["effective"].get<std::int64_t>(), std::int64_t(64));
        QVERIFY(rows[0]["input_rate"].is_null());
        QCOMPARE(picture["snn"]["compute_pj"].get<double>(), 4.6 * (64 + 6 + 4) + 0.9 * 16);
        QCOMPARE(picture["per_step"].size(), std::size_t(2));
        QCOMPARE(picture["per_step"][1]["compute"]["snn_pj"].get<double>(), picture["snn"]["compute_pj"].get<double>());
        QCOMPARE(picture["per_step"][1]["with_memory"]["snn_pj"].get<double>(),
                 picture["snn"]["compute_pj"].get<double>() + picture["snn"]["memory_pj"].get<double>());
        QCOMPARE(picture["quantised_ann_bits"].get<int>(), 2);
        QVERIFY(picture["ann"]["macs"].get<double>() > 1e6); // of the model's configuration
        QVERIFY(document["rules"]["sentences"].size() > 8);
    }

    void everyRuleIsAnOption()
    {
        test::Script script;
        script.infer = counted();
        const double usual = computePj({}, script);
        QCOMPARE(computePj({"--first-convolution", "once"}, script), usual - 4.6 * 32);
        QCOMPARE(computePj({"--neuron-updates"}, script), usual + 4.6 * 16);
        QCOMPARE(computePj({"--unfolded"}, script), usual + 4.6 * 32);
        QCOMPARE(computePj({"--no-readout"}, script), usual - 4.6 * 10);
        QCOMPARE(computePj({"--preset", "int8"}, script), 0.23 * 74 + 0.03 * 16);
        QCOMPARE(computePj({"--preset", "sop"}, script), 12.5 * 74 + 0.077 * 16);
        QCOMPARE(computePj({"--mac-pj", "2", "--ac-pj", "1"}, script), 2.0 * 74 + 16);
        const auto memory = [&](std::vector<std::string> options) {
            options.insert(options.begin(), {"energy", "a.jpg", "--labels", "cat", "--json"});
            return run(options, script).document()["images"][0]["snn"]["memory_pj"].get<double>();
        };
        QCOMPARE(memory({"--memory", "8k"}), memory({}) / 10);
        QVERIFY(memory({"--bits", "8"}) < memory({}) / 3);
        QCOMPARE(memory({"--preset", "int8"}), memory({"--bits", "8"}));
        QVERIFY(memory({"--weight-reads", "once"}) < memory({}));
    }

    void theLabelsSideIsReadOnlyWhereItIsCharged()
    {
        test::Script script;
        script.infer = counted();
        auto info = test::Script::tinyModel();
        info.config.text = {.input = data::TextConfig::Input::Words,
                            .vocabulary = 9,
                            .tableWidth = 3,
                            .length = 4,
                            .projection = 5,
                            .hidden = 6,
                            .steps = 2,
                            .embedding = 7};
        script.load = info;
        script.read = std::vector<data::LabelReading>{
            {.label = "cat",
             .words = {{.text = "cat", .id = 1, .place = 3}},
             .layers = {{.name = "mlp_lif1", .neurons = 20, .spikesPerStep = {4, 6}}, {.name = "mlp_lif2", .neurons = 6, .spikesPerStep = {1, 2}}}}};
        const double usual = computePj({}, script);
        QVERIFY(script.reading.labels.empty());
        const double charged = computePj({"--text", "--pictures-per-labels", "10"}, script);
        QCOMPARE(script.reading.labels, std::vector<std::string>{"cat"});
        QCOMPARE(charged, usual + (4.6 * (15 + 14) + 0.9 * (60 + 21)) / 10);
    }

    void peopleReadRowsVerdictsAndRules()
    {
        test::Script script;
        script.infer = counted();
        const auto ran = run({"energy", "a.jpg", "--labels", "cat"}, script);
        QCOMPARE(ran.code, 0);
        for (const char* part :
             {"estimated energy up to T = 2", "second", "0.500", "compute only", "with memory", "twin of 2 bits", "less than", "Counted so:"})
            QVERIFY2(ran.out.find(part) != std::string::npos, ran.out.c_str());
        QVERIFY(ran.out.find("neurons)") == std::string::npos); // what is not charged is not listed
    }

    void aModelWithoutATwinHasNothingToBeComparedWith()
    {
        test::Script script;
        script.infer = counted();
        auto info = test::Script::tinyModel();
        info.hasTwin = false;
        script.load = info;
        const auto ran = run({"energy", "a.jpg", "--labels", "cat", "--json"}, script);
        const auto document = ran.document();
        QVERIFY(!document["images"][0].contains("ann"));
        QVERIFY(document["images"][0]["per_step"][0]["compute"]["ann_pj"].is_null());
        QVERIFY(run({"energy", "a.jpg", "--labels", "cat"}, script).out.find("has no twin") != std::string::npos);
    }

    void wrongRulesAreOneSentence()
    {
        test::Script script;
        script.infer = counted();
        for (const std::vector<std::string>& wrong :
             {std::vector<std::string>{"--mac-pj", "-1"}, {"--bits", "0"}, {"--pictures-per-labels", "0"}, {"--preset", "free"}}) {
            auto arguments = wrong;
            arguments.insert(arguments.begin(), {"energy", "a.jpg", "--labels", "cat"});
            const auto ran = run(arguments, script);
            QCOMPARE(ran.code, int(cli::BadInput));
            QVERIFY(ran.out.empty() && !ran.err.empty());
        }
        QCOMPARE(script.loads, 0);
    }
};

QTEST_APPLESS_MAIN(EnergyCliTest)
#include "energy_cli_test.moc"
