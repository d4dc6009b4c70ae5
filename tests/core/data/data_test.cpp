#include "core/data/activity.h"
#include "core/data/model_config.h"
#include "core/data/outcome.h"
#include "core/data/spike_record.h"

#include <QtTest>

using namespace spikeclip;
using data::SpikeRecord;
using data::SpikeShape;

class DataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSpikeIsFoundAtItsStepSampleAndNeuron()
    {
        // Two steps, one sample, 1 x 2 positions of 70 channels: two words a position.
        std::vector<std::uint64_t> words(2 * 2 * 2);
        words[4 + 2 + 1] = std::uint64_t{1} << 5; // step 2, position 1, channel 64 + 5
        const SpikeRecord record({.steps = 2, .batch = 1, .height = 1, .width = 2, .channels = 70}, words);
        QVERIFY(record.fired(1, 0, 70 + 69));
        QVERIFY(!record.fired(0, 0, 70 + 69));
        QCOMPARE(record.spikes(), std::int64_t(1));
        QCOMPARE(record.spikes(1, 0), std::int64_t(1));
        QCOMPARE(record.firingRate(), 1.0 / (2 * 140));
    }

    void aRecordOfTheWrongSizeOrWithADirtyPaddingBitIsRefused()
    {
        const SpikeShape shape{.steps = 1, .batch = 1, .height = 1, .width = 1, .channels = 70};
        QVERIFY_THROWS_EXCEPTION(Error, SpikeRecord(shape, {0}));
        QVERIFY_THROWS_EXCEPTION(Error, SpikeRecord(shape, {0, std::uint64_t{1} << 6}));
        const SpikeRecord clean(shape, {~std::uint64_t{0}, 0x3F});
        QCOMPARE(clean.firingRate(), 1.0);
    }

    void aRateCountsOnlyTheStepsAskedFor()
    {
        const data::LayerActivity layer{.name = "l", .neurons = 10, .spikesPerStep = {0, 5, 10, 10}, .spikes = nullptr};
        QCOMPARE(layer.firingRate(1), 0.0);
        QCOMPARE(layer.firingRate(2), 0.25);
        QCOMPARE(layer.firingRate(99), 0.625);
    }

    void aLayerThatRunsOnceCostsTheSameAtEveryStep()
    {
        const data::LayerOperations once{.name = "proj", .kind = data::OperationKind::Mac, .dense = 7, .effective = {7}, .everyStep = false};
        QCOMPARE(once.effectiveUpTo(1), std::int64_t(7));
        QCOMPARE(once.effectiveUpTo(4), std::int64_t(7));
    }

    void theReferenceConfigurationIsAcceptedAndNonsenseIsNamed()
    {
        data::ModelConfig config;
        data::check(config);
        config.image.heads = 7;
        QVERIFY_THROWS_EXCEPTION(Error, data::check(config));
        config.image.heads = 8;
        config.image.lif.tau = 1;
        QVERIFY_THROWS_EXCEPTION(Error, data::check(config));
    }
};

QTEST_APPLESS_MAIN(DataTest)
#include "data_test.moc"
