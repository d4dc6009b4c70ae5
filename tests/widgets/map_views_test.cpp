// The maps of spikes: layer by step, channel by step, and the feature maps of a layer.

#include "core/data/spike_maps.h"
#include "tests/spikes.h"
#include "tests/widgets/heat_maps.h"
#include "tests/widgets/painting.h"
#include "widgets/channel_map_panel.h"
#include "widgets/feature_map_panel.h"
#include "widgets/feature_table.h"
#include "widgets/flow_layout.h"
#include "widgets/layer_box.h"
#include "widgets/layer_map_panel.h"
#include "widgets/layer_text.h"
#include "widgets/plot/heat_map.h"
#include "widgets/plot/montage.h"
#include "widgets/step_table.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <limits>

using namespace spikeclip;
using namespace spikeclip::widgets;
using By = data::ChannelChoice::By;
using Neurons = std::vector<std::int64_t>;

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

data::LayerActivity layerOf(const char* name, data::SpikeShape shape, unsigned seed, double rate = 0.3)
{
    return data::activityOf(name, *test::chanceRecord(shape, rate, seed), 0, data::Recording::Full);
}

const data::SpikeShape pictureShape{.steps = 4, .batch = 1, .height = 4, .width = 5, .channels = 70};

std::vector<data::LayerActivity> someLayers(unsigned seed = 1)
{
    return {layerOf("patch_embed.block1_lif", {.steps = 4, .batch = 1, .height = 8, .width = 8, .channels = 16}, seed),
            layerOf("block.0.attn.q_lif", pictureShape, seed + 1),
            layerOf("block.0.mlp.mlp1_lif", {.steps = 3, .batch = 1, .height = 2, .width = 2, .channels = 6}, seed + 2)};
}

const HeatMap& mapOf(const QWidget& panel)
{
    return *panel.findChild<HeatMap*>();
}

}

class MapViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void layersAreNamedAsPeopleSayThem()
    {
        QCOMPARE(layerText(QStringLiteral("patch_embed.block1_lif")), QStringLiteral("stage 1"));
        QCOMPARE(layerText(QStringLiteral("block.3.attn.q_lif")), QStringLiteral("attn q"));
        QCOMPARE(layerText(QStringLiteral("block.0.mlp.mlp1_lif")), QStringLiteral("mlp1"));
        QCOMPARE(blockOf(QStringLiteral("block.3.attn.q_lif")), 3);
        QCOMPARE(groupText(-1), QStringLiteral("Stem"));
        QCOMPARE(groupText(0), QStringLiteral("Block 1"));
    }

    void theLayersMapShowsTheRateOfEachLayerAtEachStep()
    {
        LayerMapPanel panel;
        test::show(panel);
        QVERIFY(!panel.notice().isEmpty());
        auto layers = someLayers();
        layers.push_back({.name = "off", .neurons = 9, .spikesPerStep = {}, .spikes = nullptr});
        panel.setLayers(layers);
        QVERIFY(panel.notice().isEmpty());
        const auto& table = mapOf(panel).table();
        QCOMPARE(table.rows, 3);
        QCOMPARE(table.columns, 4);
        QVERIFY(table.caption.startsWith(QStringLiteral("3 of 4")));
        QCOMPARE(table.rowLabels, (QStringList{QStringLiteral("stage 1"), QStringLiteral("attn q"), QStringLiteral("mlp1")}));
        QCOMPARE(table.groups.size(), std::size_t{2});
        for (int row = 0; row < 3; ++row) {
            const auto& spikes = *layers[static_cast<std::size_t>(row)].spikes;
            for (int step = 0; step < spikes.shape().steps; ++step) {
                int fired = 0;
                for (std::int64_t neuron = 0; neuron < spikes.shape().neurons(); ++neuron)
                    fired += spikes.fired(step, 0, neuron);
                QCOMPARE(table.at(row, step), static_cast<float>(double(fired) / double(spikes.shape().neurons())));
            }
        }
        QVERIFY(!table.has({2, 3})); // that layer has three steps only

        QSignalSpy layer(&panel, &LayerMapPanel::layerChosen);
        QSignalSpy step(&panel, &LayerMapPanel::stepChosen);
        panel.chooseLayer(QStringLiteral("block.0.attn.q_lif"));
        panel.setStep(2);
        QCOMPARE(mapOf(panel).chosen(), (HeatCell{1, 1}));
        QCOMPARE(layer.size() + step.size(), 0);
        auto* map = panel.findChild<HeatMap*>();
        QVERIFY(test::click(*map, {0, 1}));
        QCOMPARE(layer.takeFirst().first().toString(), QStringLiteral("patch_embed.block1_lif"));
        QCOMPARE(step.size(), 0); // it was that step already
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(step.takeFirst().first().toInt(), 3);

        panel.setLayers(someLayers(9));
        QCOMPARE(panel.layer(), QStringLiteral("patch_embed.block1_lif")); // stays from picture to picture
        panel.setLayers({layers[1]});
        QVERIFY(panel.layer().isEmpty());
        QCOMPARE(layer.size(), 0);
        panel.chooseLayer(QStringLiteral("unknown"));
        QVERIFY(panel.layer().isEmpty());
        panel.setLayers({});
        QVERIFY(!panel.notice().isEmpty());
    }

    void theChannelsMapShowsAllChannelsByIndexOrRate()
    {
        ChannelMapPanel panel;
        test::show(panel);
        QVERIFY(!panel.notice().isEmpty());
        panel.chooseLayer(QStringLiteral("block.0.attn.q_lif")); // before there are any
        const auto layers = someLayers();
        panel.setLayers(layers);
        QCOMPARE(panel.layer(), QStringLiteral("block.0.attn.q_lif"));
        const auto& table = mapOf(panel).table();
        const auto& spikes = *layers[1].spikes;
        const auto rateOf = [&](int channel, int step) {
            int fired = 0;
            for (int position = 0; position < 20; ++position)
                fired += spikes.fired(step, 0, std::int64_t{position} * 70 + channel);
            return static_cast<float>(fired / 20.0);
        };
        QCOMPARE(table.rows, 70);
        for (int channel = 0; channel < 70; ++channel)
            for (int step = 0; step < 4; ++step)
                QCOMPARE(table.at(channel, step), rateOf(channel, step));

        panel.sortByRate(true);
        QVERIFY(table.caption.contains(QStringLiteral("70 channel")) && table.caption.contains(QStringLiteral("rate")));
        const auto order = data::channelsByRate(data::channelCounts(spikes));
        for (int row = 0; row < 70; ++row) {
            QCOMPARE(table.rowLabels[row], QString::number(order[static_cast<std::size_t>(row)]));
            QCOMPARE(table.at(row, 2), rateOf(order[static_cast<std::size_t>(row)], 2));
        }
        QSignalSpy channel(&panel, &ChannelMapPanel::channelChosen);
        QSignalSpy step(&panel, &ChannelMapPanel::stepChosen);
        QSignalSpy layer(&panel, &ChannelMapPanel::layerChosen);
        panel.setStep(3);
        panel.chooseChannel(order[5]);
        QCOMPARE(mapOf(panel).chosen(), (HeatCell{5, 2}));
        QCOMPARE(channel.size() + step.size() + layer.size(), 0);
        QTest::keyClick(panel.findChild<HeatMap*>(), Qt::Key_Down);
        QCOMPARE(channel.takeFirst().first().toInt(), order[6]);
        QCOMPARE(step.size(), 0);

        panel.setLayers(someLayers(5));
        QCOMPARE(panel.channel(), order[6]);
        panel.chooseChannel(69);
        panel.setLayers({layerOf("block.0.attn.q_lif", {.steps = 4, .batch = 1, .height = 1, .width = 1, .channels = 10}, 1)});
        QCOMPARE(panel.channel(), -1);
        QCOMPARE(channel.size(), 0);
        panel.chooseChannel(10);
        QCOMPARE(panel.channel(), -1);
        panel.findChild<LayerBox*>()->setCurrentIndex(0);
        panel.setLayers({});
        QVERIFY(!panel.notice().isEmpty());
        QVERIFY(panel.layer().isEmpty());
    }

    void theFeatureMapsShowWhereChannelsFired()
    {
        FeatureMapPanel panel;
        test::show(panel);
        QVERIFY(!panel.notice().isEmpty());
        const auto layers = someLayers();
        panel.setLayers(layers);
        panel.chooseLayer(QStringLiteral("block.0.attn.q_lif"));
        const auto& spikes = *layers[1].spikes;
        const auto agrees = [&](int first, int last, std::size_t channels) {
            const auto& table = mapOf(panel).table();
            std::vector<double> found;
            for (int row = 0; row < table.rows; ++row)
                for (int column = 0; column < table.columns; ++column)
                    if (table.has({row, column}))
                        found.push_back(static_cast<double>(table.at(row, column)));
            std::vector<double> expected;
            for (const int channel : panel.maps().channels)
                for (int position = 0; position < 20; ++position) {
                    int fired = 0;
                    for (int step = first; step <= last; ++step)
                        fired += spikes.fired(step - 1, 0, std::int64_t{position} * 70 + channel);
                    expected.push_back(static_cast<double>(static_cast<float>(fired) / static_cast<float>(last - first + 1)));
                }
            std::ranges::sort(found); // their places are the montage's matter
            std::ranges::sort(expected);
            return found == expected && panel.maps().channels.size() == channels;
        };
        QVERIFY(agrees(1, 4, 64));
        panel.setStep(3);
        QVERIFY(agrees(1, 3, 64));
        panel.showStepAlone(true);
        QVERIFY(agrees(3, 3, 64));
        panel.setStep(9); // more than there are
        QVERIFY(agrees(4, 4, 64));
        panel.setStep(0);
        panel.showStepAlone(false);
        panel.choose({.by = By::All});
        QVERIFY(agrees(1, 4, 70));
        QVERIFY(mapOf(panel).table().caption.startsWith(QStringLiteral("all 70")));

        panel.chooseChannel(40);
        panel.choose({.by = By::Around, .most = 5});
        QCOMPARE(panel.maps().channels, (std::vector<int>{38, 39, 40, 41, 42}));
        QVERIFY(mapOf(panel).table().caption.startsWith(QStringLiteral("5 of 70")));
        panel.choose({.by = By::EvenlySpaced, .most = 7});
        QVERIFY(mapOf(panel).table().caption.contains(QStringLiteral("channel 41")) == false);
        panel.chooseChannel(41);
        QVERIFY(mapOf(panel).table().caption.contains(QStringLiteral("channel 41 is not among them")));
    }

    void neuronsOfFeatureMapsAreChosenByClickAndKey()
    {
        FeatureMapPanel panel;
        panel.setLayers(someLayers());
        panel.chooseLayer(QStringLiteral("block.0.attn.q_lif"));
        panel.choose({.by = By::Around, .most = 4});
        test::show(panel);
        QCOMPARE(panel.maps().channels, (std::vector<int>{0, 1, 2, 3}));
        QSignalSpy channel(&panel, &FeatureMapPanel::channelChosen);
        QSignalSpy neurons(&panel, &FeatureMapPanel::neuronsChosen);
        const auto last = [&] { return neurons.takeLast().first().value<Neurons>(); };
        auto* map = panel.findChild<HeatMap*>();
        const Montage montage(4, 4, 5, (map->table().columns + 1) / 6, map->table().tags.front().rows.size());
        QVERIFY(test::click(*map, montage.cellOf(2, 7)));
        QCOMPARE(channel.takeFirst().first().toInt(), 2);
        QCOMPARE(last(), (Neurons{7 * 70 + 2}));
        QCOMPARE(panel.maps().channels.front(), 0); // what is clicked does not move away
        QVERIFY(test::click(*map, montage.cellOf(3, 0), Qt::ControlModifier));
        QCOMPARE(last(), (Neurons{7 * 70 + 2, 3}));
        QVERIFY(test::click(*map, montage.cellOf(2, 7), Qt::ControlModifier));
        QCOMPARE(last(), (Neurons{3}));
        QCOMPARE(channel.size(), 0);
        QTest::keyClick(map, Qt::Key_Right);
        QCOMPARE(map->chosen(), nextCell(map->table(), montage.cellOf(2, 7), 0, 1));

        neurons.clear();
        channel.clear();
        panel.chooseNeurons({70 * 3 + 1});
        QCOMPARE(map->chosen(), montage.cellOf(1, 3));
        panel.chooseNeurons({5, 70 * 20}); // the layer has no such neuron
        QCOMPARE(panel.neurons(), (Neurons{5}));
        panel.chooseChannel(60); // those around it are shown now
        QCOMPARE(panel.maps().channels.front(), 58);
        panel.setLayers(someLayers(3));
        QCOMPARE(panel.channel(), 60);
        QCOMPARE(panel.neurons(), (Neurons{5}));
        panel.chooseLayer(QStringLiteral("patch_embed.block1_lif")); // has other channels and neurons
        QCOMPARE(panel.channel(), -1);
        QVERIFY(panel.neurons().empty());
        panel.setLayers({});
        QCOMPARE(channel.size() + neurons.size(), 0);
    }

    void featureMapsOfTextAndOfTheLargestLayersAreShown()
    {
        FeatureMapPanel panel;
        panel.choose({.by = By::All});
        test::show(panel, QSize(360, 260));
        for (const auto& shape : {data::SpikeShape{.steps = 4, .batch = 1, .height = 1, .width = 20, .channels = 64},
                                  data::SpikeShape{.steps = 1, .batch = 1, .height = 1, .width = 1, .channels = 1},
                                  data::SpikeShape{.steps = 4, .batch = 1, .height = 8, .width = 8, .channels = 1536},
                                  data::SpikeShape{.steps = 2, .batch = 1, .height = 64, .width = 64, .channels = 16}}) {
            panel.setLayers({layerOf("a", shape, 1)});
            QVERIFY(panel.notice().isEmpty());
            int values = 0;
            for (const float value : mapOf(panel).table().values)
                values += !std::isnan(value);
            QCOMPARE(std::int64_t{values}, shape.neurons());
            QVERIFY(!panel.grab().isNull());
        }
        test::paintEverywhere(panel);
    }

    void aHiddenPanelComputesNothingUntilItIsShown()
    {
        LayerMapPanel layers;
        ChannelMapPanel channels;
        FeatureMapPanel maps;
        layers.setLayers(someLayers());
        channels.setLayers(someLayers());
        maps.setLayers(someLayers());
        maps.chooseChannel(3);
        maps.setStep(2);
        for (const QWidget* panel : std::initializer_list<QWidget*>{&layers, &channels, &maps})
            QVERIFY(mapOf(*panel).table().isEmpty());
        QVERIFY(maps.maps().channels.empty());
        for (QWidget* panel : std::initializer_list<QWidget*>{&layers, &channels, &maps}) {
            panel->show();
            QVERIFY(!mapOf(*panel).table().isEmpty());
        }
    }

    void panelsFollowPaletteAndLanguage()
    {
        LayerMapPanel layers;
        ChannelMapPanel channels;
        FeatureMapPanel maps;
        layers.setLayers(someLayers());
        channels.setLayers(someLayers());
        maps.setLayers(someLayers());
        for (QWidget* panel : std::initializer_list<QWidget*>{&layers, &channels, &maps}) {
            test::show(*panel);
            test::paintEverywhere(*panel);
            QVERIFY(!panel->whatsThis().isEmpty());
        }
        test::MarkingTranslator translator;
        QCoreApplication::installTranslator(&translator);
        QCoreApplication::processEvents();
        for (const QWidget* panel : std::initializer_list<QWidget*>{&layers, &channels, &maps}) {
            const auto& map = mapOf(*panel);
            for (const auto& text : {map.table().caption, map.table().meaning, map.accessibleName(), map.summary(), panel->whatsThis()})
                QVERIFY2(text.startsWith(QLatin1Char('#')), qPrintable(text));
        }
        QVERIFY(layers.title().startsWith(QLatin1Char('#')));
        layers.hide();
        layers.setLayers({}); // what the map still shows is described in the new language all the same
        QVERIFY(mapOf(layers).table().groups.front().text.startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QCoreApplication::processEvents();
        QVERIFY(mapOf(layers).summary().contains(QStringLiteral("step")));
    }

    void filesOfPanelsSayWhatTheyHold()
    {
        QTemporaryDir folder;
        const auto csvOf = [&](ViewPanel& panel) {
            panel.resize(600, 420);
            panel.show();
            QVERIFY2(!panel.grab().isNull(), "painted");
            panel.setNotes({{QStringLiteral("model"), QStringLiteral("m")}});
        };
        const auto saved = [&](ViewPanel& panel) {
            const auto path = folder.filePath(QStringLiteral("a.csv"));
            panel.saveTo(path);
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QLocale::setDefault(QLocale(QLocale::German));
        const auto layers = someLayers();
        LayerMapPanel layerMap;
        layerMap.setLayers(layers);
        csvOf(layerMap);
        QVERIFY(saved(layerMap).contains("# model: m\n"));
        QVERIFY(saved(layerMap).contains("\nlayer,neurons,step,value\npatch_embed.block1_lif,1024,1,0."));
        QCOMPARE(saved(layerMap).count("_lif,"), qsizetype{4 + 4 + 3});
        ChannelMapPanel channelMap;
        channelMap.setLayers(layers);
        csvOf(channelMap);
        QVERIFY(saved(channelMap).contains("# layer: patch_embed.block1_lif\n"));
        QVERIFY(saved(channelMap).contains("\nrow,channel,step,value\n0,0,1,"));
        FeatureMapPanel featureMap;
        featureMap.setLayers(layers);
        csvOf(featureMap);
        const auto csv = saved(featureMap);
        QVERIFY(csv.contains("# last step: 4\n"));
        QVERIFY(csv.contains("\nchannel,y,x,neuron,value\n"));
        QCOMPARE(csv.count('\n') - csv.count("# "), qsizetype{16 * 64 + 1});
        QLocale::setDefault(QLocale::c());
    }

    void tablesHoldTheSameNumbers()
    {
        StepTable steps;
        QAbstractItemModelTester stepsTester(&steps, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(steps.rowCount(), 0);
        steps.setRows({.title = QStringLiteral("Layer"),
                       .names = {QStringLiteral("a"), 7},
                       .neurons = {10, 20},
                       .steps = 2,
                       .rates = {0.25F, 0.75F, 0.5F, nothing}});
        QCOMPARE(toCsv(steps, StepTable::SortRole, {}), QByteArray("Layer,Neurons,Step 1,Step 2,Mean rate\na,10,0.25,0.75,0.5\n7,20,0.5,,0.5\n"));

        FeatureTable features;
        QAbstractItemModelTester featuresTester(&features, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(features.rowCount(), 0);
        const auto record = test::chanceRecord(pictureShape, 0.4);
        features.setMaps(data::channelMaps(*record, {3, 69}, {0, 4}));
        QCOMPARE(features.rowCount(), 40);
        for (int row = 0; row < 40; ++row) {
            const auto number = [&](int column) { return features.data(features.index(row, column), FeatureTable::SortRole).toDouble(); };
            const auto neuron = static_cast<std::int64_t>(number(FeatureTable::Neuron));
            int spikes = 0;
            for (int step = 0; step < 4; ++step)
                spikes += record->fired(step, 0, neuron);
            QCOMPARE(number(FeatureTable::Spikes), double(spikes));
            QCOMPARE(number(FeatureTable::Rate), spikes / 4.0);
            QCOMPARE(number(FeatureTable::Channel), row < 20 ? 3.0 : 69.0);
            QCOMPARE((number(FeatureTable::Y) * 5 + number(FeatureTable::X)) * 70 + number(FeatureTable::Channel), double(neuron));
        }
        features.retranslate();
    }

    void choicesGoIntoAsManyLinesAsTheyNeed()
    {
        QWidget widget;
        auto* line = new FlowLayout(&widget);
        for (int i = 0; i < 5; ++i)
            line->addWidget(new QPushButton(QStringLiteral("button %1").arg(i)));
        const int one = line->heightForWidth(10'000);
        QCOMPARE(line->sizeHint().height(), one);
        QVERIFY(line->heightForWidth(line->sizeHint().width() - 1) > one);
        QVERIFY(line->heightForWidth(1) >= 5 * one);
        widget.resize(line->minimumSize().width(), line->heightForWidth(line->minimumSize().width()));
        widget.show();
        for (const auto* button : widget.findChildren<QPushButton*>())
            QVERIFY(widget.rect().contains(button->geometry()));
        delete line->takeAt(0);
        QCOMPARE(line->count(), 4);
        QCOMPARE(line->takeAt(9), nullptr);
    }
};

QTEST_MAIN(MapViewsTest)
#include "map_views_test.moc"
