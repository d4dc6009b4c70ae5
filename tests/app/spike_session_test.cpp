#include "app/session/record_store.h"
#include "app/session/selection.h"

#include <QSignalSpy>
#include <QtTest>

using namespace spikeclip;
using namespace spikeclip::session;

namespace {

Layers layersOf(int positions)
{
    const data::SpikeShape shape{.steps = 4, .batch = 1, .height = 1, .width = positions, .channels = 64};
    const std::vector<std::uint64_t> words(static_cast<std::size_t>(4 * positions));
    return {{.name = "block.0.attn.q_lif", .neurons = shape.neurons(), .spikesPerStep = {0, 0, 0, 0}, .spikes = std::make_shared<const data::SpikeRecord>(shape, words)}};
}

}

class SpikeSessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void settingTheSameSelectionEmitsNothing()
    {
        Selection selection;
        QSignalSpy layers(&selection, &Selection::layerChanged), channels(&selection, &Selection::channelChanged);
        QSignalSpy neurons(&selection, &Selection::neuronsChanged), steps(&selection, &Selection::stepChanged);
        for (int round = 0; round < 2; ++round) {
            selection.setLayer(QStringLiteral("a"));
            selection.setChannel(3);
            selection.setNeurons({1, 2});
            selection.setStep(4);
        }
        for (const auto* spy : {&layers, &channels, &neurons, &steps})
            QCOMPARE(spy->count(), 1);
        QCOMPARE(selection.step(), 4);
    }

    void anotherLayerForgetsChannelAndNeuronsButNotTheStep()
    {
        Selection selection;
        selection.setLayer(QStringLiteral("a"));
        selection.setChannel(3);
        selection.setNeurons({1, 2});
        selection.setStep(2);
        bool clean = false;
        connect(&selection, &Selection::layerChanged, this, [&] { clean = selection.channel() == -1 && selection.neurons().empty(); });
        QSignalSpy neurons(&selection, &Selection::neuronsChanged);
        selection.setLayer(QStringLiteral("b"));
        QVERIFY(clean); // already when the first is told
        QCOMPARE(neurons.count(), 1);
        QCOMPARE(selection.step(), 2);
        selection.setLayer(QStringLiteral("c"));
        QCOMPARE(neurons.count(), 1); // there was nothing to forget
    }

    void recordsNotLookedAtForLongestGoFirst()
    {
        const auto size = RecordStore::bytesOf(layersOf(100));
        QVERIFY(size > 4 * 100 * sizeof(std::uint64_t));
        RecordStore store(2 * size);
        store.keep("a", layersOf(100));
        store.keep("b", layersOf(100));
        QCOMPARE(store.bytes(), 2 * size);
        const auto a = store.find("a");
        QVERIFY(a);
        store.keep("c", layersOf(100));
        QVERIFY(store.find("a") && store.find("c"));
        QVERIFY(!store.find("b"));
        QCOMPARE(store.bytes(), 2 * size);
        store.keep("d", layersOf(100));
        QVERIFY(!store.find("a"));
        QCOMPARE(a->front().neurons, std::int64_t{6400}); // who has it keeps it
    }

    void aRecordBeyondTheCapDrivesNothingOut()
    {
        const auto size = RecordStore::bytesOf(layersOf(100));
        RecordStore store(size);
        store.keep("a", layersOf(100));
        store.keep("b", layersOf(101));
        QVERIFY(store.find("a") && !store.find("b"));
        store.keep("a", layersOf(10)); // in its own place
        QCOMPARE(store.count(), std::size_t{1});
        QCOMPARE(store.bytes(), RecordStore::bytesOf(layersOf(10)));
    }

    void whoHasToGoIsToldAndAskingWhetherSomebodyIsThereIsNotLooking()
    {
        const auto size = RecordStore::bytesOf(layersOf(100));
        RecordStore store(3 * size);
        for (const auto* name : {"a", "b", "c"})
            QVERIFY(store.keep(name, layersOf(100)).empty());
        QVERIFY(store.contains("a"));
        QCOMPARE(store.keep("d", layersOf(100)), std::vector<std::string>{"a"});
        store.find("b");
        QCOMPARE(store.setMostBytes(size), (std::vector<std::string>{"c", "d"}));
        QVERIFY(store.contains("b"));
        QCOMPARE(store.bytes(), size);
        QCOMPARE(store.setMostBytes(0), std::vector<std::string>{"b"});
        QCOMPARE(store.bytes(), std::size_t{0});
        store.setMostBytes(2 * size);
        store.keep("e", layersOf(100));
        store.drop("nobody");
        store.drop("e");
        QVERIFY(!store.contains("e") && !store.find("e"));
        store.keep("f", layersOf(100));
        store.clear();
        QCOMPARE(store.count(), std::size_t{0});
        QCOMPARE(store.bytes(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(SpikeSessionTest)
#include "spike_session_test.moc"
