// What happens inside of neurons: the lines drawn against the recursion, computed here a second time.

#include "tests/widgets/painting.h"
#include "widgets/plot/potential_chart.h"
#include "widgets/potential_panel.h"
#include "widgets/potential_table.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <limits>
#include <random>
#include <set>

using namespace spikeclip;
using namespace spikeclip::widgets;
using test::isLike;
using test::MarkingTranslator;
using test::paintEverywhere;
using test::showIn;

namespace {

constexpr data::SpikeShape layerShape{.steps = 4, .batch = 1, .height = 3, .width = 5, .channels = 20};

data::NeuronTrace traceOf(std::int64_t neuron, std::vector<float> current, double tau = 2, double threshold = 1)
{
    return data::traceOf(neuron, std::move(current), {.tau = tau, .threshold = threshold});
}

data::PotentialTrace manyTraces(int neurons, int steps, unsigned seed = 1)
{
    std::mt19937 generator(seed);
    std::uniform_real_distribution<float> current(-1, 3);
    data::PotentialTrace trace{.layer = "block.0.attn.q_lif", .threshold = 1, .tau = 2, .neurons = {}};
    for (int i = 0; i < neurons; ++i) {
        std::vector<float> x;
        for (int step = 0; step < steps; ++step)
            x.push_back(current(generator));
        trace.neurons.push_back(traceOf(7 * i, std::move(x)));
    }
    return trace;
}

/// One neuron: at step 1 exactly at the threshold, then below it twice, then far above.
data::PotentialTrace oneTrace()
{
    return {.layer = "a.b_lif", .threshold = 1, .tau = 2, .neurons = {traceOf(163, {2, 1, 1, 3})}};
}

/// Of two colours, as WCAG 2 defines it.
double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
    return std::max(ratio, 1 / ratio);
}

}

class PotentialViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(Theme::Light);
    }

    void theLineDrawnIsTheRecursionStepByStep()
    {
        std::mt19937 generator(3);
        std::uniform_real_distribution<float> chance(-2, 4);
        int ties = 0;
        int resets = 0;
        for (const double tau : {2.0, 4.0, 1.5})
            for (int neuron = 0; neuron < 50; ++neuron) {
                std::vector<float> current;
                for (int step = 0; step < 12; ++step)
                    current.push_back(neuron % 2 == 0 ? std::round(chance(generator)) : chance(generator)); // whole numbers make ties
                const auto trace = traceOf(neuron, current, tau);
                std::vector<QPointF> expected{{0, 0}};
                float potential = 0;
                const auto part = static_cast<float>(1 / tau);
                for (std::size_t step = 0; step < current.size(); ++step) {
                    potential += (current[step] - potential) * part;
                    expected.emplace_back(double(step + 1), double(potential));
                    ties += potential == 1.0F;
                    if (potential >= 1) {
                        ++resets;
                        potential = 0;
                        expected.emplace_back(double(step + 1), 0.0);
                    }
                }
                QCOMPARE(lineOf(trace), expected);
            }
        QVERIFY(ties > 20 && resets > ties);
        QCOMPARE(lineOf({}), (std::vector<QPointF>{{0, 0}}));
    }

    void aStepIsToldAsTheRecursionWithItsNumbers()
    {
        const auto trace = oneTrace();
        const auto& neuron = trace.neurons.front();
        QCOMPARE(stepText(trace, neuron, 1), QStringLiteral("0 + (2.000 \u2212 0) / 2 = 1.000 \u2265 1: fires")); // a tie fires
        QCOMPARE(stepText(trace, neuron, 3), QStringLiteral("0.500 + (1.000 \u2212 0.500) / 2 = 0.750 < 1: silent"));
        QVERIFY(stepText(trace, neuron, 0).isEmpty() && stepText(trace, neuron, 5).isEmpty());
        const data::PotentialTrace close{.layer = {}, .threshold = 1, .tau = 2, .neurons = {traceOf(0, {-1, 2.49999F})}};
        QCOMPARE(stepText(close, close.neurons[0], 2), QStringLiteral("\u22120.500 + (2.500 + 0.500) / 2 = 0.99999 < 1: silent")); // not 1.000 < 1
    }

    void neuronsAreNamedByChannelAndPlace()
    {
        QCOMPARE(neuronText(163, layerShape), QStringLiteral("neuron 163 (channel 3 at 3, 1)")); // position 8 of 5 in a row
        QCOMPARE(neuronText(12, {.steps = 4, .batch = 1, .channels = 20}), QStringLiteral("neuron 12 (channel 12)"));
        QCOMPARE(neuronText(12, {}), QStringLiteral("neuron 12"));
    }

    void aSpikeIsAFilledMarkAndSilenceAnOpenOne()
    {
        for (const auto theme : {Theme::Light, Theme::Dark}) {
            PotentialChart chart;
            showIn(theme, chart);
            chart.resize(500, 340);
            chart.setTrace(oneTrace(), layerShape);
            chart.setStep(4);
            const auto picture = chart.grab().toImage();
            const auto colour = categoryStyle(0, chart.palette()).colour;
            const auto paper = chart.palette().color(QPalette::Base);
            const auto at = [&](double step, double potential) { return picture.pixel(chart.pixelOf({step, potential}).toPoint()); };
            QVERIFY(isLike(at(1, 1), colour));
            QVERIFY(isLike(at(4, oneTrace().neurons[0].charged[3]), colour));
            QVERIFY(isLike(at(2, 0.5), paper));
            QVERIFY(isLike(at(3, 0.75), paper));
            // The reset is a line straight down, thinner than a pixel perhaps but blue; a silent neuron has none.
            const auto inked = [&](double step, double potential) {
                const auto centre = chart.pixelOf({step, potential}).toPoint();
                for (int x = centre.x() - 2; x <= centre.x() + 2; ++x)
                    if (qBlue(picture.pixel(x, centre.y())) - qRed(picture.pixel(x, centre.y())) > 50)
                        return true;
                return false;
            };
            for (const double potential : {0.3, 0.4, 0.7}) {
                QVERIFY(inked(1, potential));
                QVERIFY(!inked(3, potential - 0.2));
            }
        }
        applyTheme(Theme::Light);
    }

    void categoriesDifferInMoreThanColourAndCanBeSeen()
    {
        for (const auto theme : {Theme::Light, Theme::Dark}) {
            applyTheme(theme);
            const auto palette = QGuiApplication::palette();
            std::set<QRgb> colours;
            std::set<CategoryStyle::Mark> marks;
            QList<QList<qreal>> dashes;
            for (int i = 0; i < categoryCount; ++i) {
                const auto style = categoryStyle(i, palette);
                QVERIFY2(contrast(style.colour, palette.color(QPalette::Base)) >= 3, qPrintable(style.colour.name()));
                colours.insert(style.colour.rgb());
                marks.insert(style.mark);
                QVERIFY(!dashes.contains(style.dashes));
                dashes << style.dashes;
            }
            QCOMPARE(int(colours.size()), categoryCount);
            QCOMPARE(int(marks.size()), categoryCount);
        }
        applyTheme(Theme::Light);
    }

    void ofManyNeuronsTheFirstEightAreDrawnAndItIsSaid()
    {
        PotentialChart chart;
        QVERIFY(chart.summary().contains(QStringLiteral("No membrane potentials")));
        paintEverywhere(chart);
        chart.setTrace(manyTraces(8, 4), layerShape);
        QVERIFY(!chart.caption().contains(QStringLiteral("first chosen")));
        chart.setTrace(manyTraces(20, 4), layerShape);
        QCOMPARE(chart.drawn(), 8);
        QVERIFY(chart.caption().startsWith(QStringLiteral("8 of 20 neuron")));
        QVERIFY(chart.caption().contains(QStringLiteral("the first chosen")));
        QVERIFY(chart.caption().contains(QStringLiteral("threshold 1, \u03c4 2 steps; layer block.0.attn.q_lif")));
        QVERIFY(chart.summary().contains(QStringLiteral("neuron 49 (channel 9 at 2, 0)")));
        QVERIFY(!chart.summary().contains(QStringLiteral("neuron 56 ")));
        QCOMPARE(chart.accessibleDescription(), chart.summary());
        chart.setShowsCurrent(true);
        paintEverywhere(chart);
        chart.setTrace(manyTraces(3, 1000), layerShape);
        chart.setStep(500);
        paintEverywhere(chart);
        chart.setTrace({}, {});
        QCOMPARE(chart.drawn(), 0);
        QCOMPARE(chart.step(), 0);
        QTest::keyClick(&chart, Qt::Key_Right);
        paintEverywhere(chart);
    }

    void whatIsNoNumberDoesNotStopTheOthers()
    {
        auto trace = oneTrace();
        trace.neurons.push_back(traceOf(5, {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 0.5F, 0.5F}));
        PotentialState state{.trace = trace, .shape = layerShape, .step = 1, .chosen = -1, .showsCurrent = true};
        QVERIFY(std::isfinite(rangeOf(state).least) && rangeOf(state).largest <= 3);
        PotentialChart chart;
        chart.setTrace(trace, layerShape);
        chart.setShowsCurrent(true);
        paintEverywhere(chart);
    }

    void keysAndClicksChooseStepsAndNeurons()
    {
        PotentialChart chart;
        chart.resize(500, 340);
        chart.setTrace(manyTraces(3, 4), layerShape);
        chart.setStep(2);
        QVERIFY(!chart.grab().isNull());
        QSignalSpy steps(&chart, &PotentialChart::stepChosen);
        QSignalSpy neurons(&chart, &PotentialChart::neuronChosen);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(steps.takeFirst().front().toInt(), 3);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(steps.takeFirst().front().toInt(), 4);
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(steps.isEmpty()); // there is no step 5
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(steps.takeFirst().front().toInt(), 1);
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(steps.isEmpty());
        QTest::keyClick(&chart, Qt::Key_Down);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(neurons.size(), 2);
        QCOMPARE(neurons.back().front().toLongLong(), 7);
        QVERIFY(chart.readout().startsWith(QStringLiteral("Step 1, neuron 7: 0 + (")));
        neurons.clear();

        const auto line = lineOf(manyTraces(3, 4).neurons[0]);
        const auto spot = (0.5 * (chart.pixelOf(line[0]) + chart.pixelOf(line[1])) + QPointF(-3, 0)).toPoint();
        auto* plot = chart.childAt(spot);
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(&chart, spot));
        QCOMPARE(neurons.size(), 1);
        QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(&chart, (chart.pixelOf({3.2, 0}) + QPointF(0, 8)).toPoint()));
        QCOMPARE(steps.back().front().toInt(), 3);
        chart.setStep(4); // from outside: nobody is told
        QCOMPARE(steps.size(), 1);

        chart.setTrace(manyTraces(3, 4, 2), layerShape); // another picture: the neuron stays chosen
        chart.chooseNeuron(14);
        QVERIFY(chart.readout().contains(QStringLiteral("neuron 14")));
        chart.setTrace(manyTraces(3, 4, 5), layerShape);
        QVERIFY(chart.readout().contains(QStringLiteral("neuron 14")));
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(chart.readout().contains(QStringLiteral("neuron 0")));
    }

    void thePanelSaysWhyThereIsNothingAndKeepsWhatIsHidden()
    {
        PotentialPanel panel;
        auto* chart = panel.findChild<PotentialChart*>();
        panel.show();
        QVERIFY(panel.notice().contains(QStringLiteral("raster")));
        panel.setWaiting();
        QVERIFY(panel.notice().contains(QStringLiteral("Computing")));
        panel.setTrace(manyTraces(3, 4), layerShape);
        QVERIFY(panel.notice().isEmpty());
        QCOMPARE(chart->drawn(), 3);
        panel.setStep(3);
        QCOMPARE(chart->step(), 3);
        QSignalSpy steps(&panel, &PotentialPanel::stepChosen);
        QSignalSpy neurons(&panel, &PotentialPanel::neuronChosen);
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Down);
        QCOMPARE(steps.front().front().toInt(), 2);
        QCOMPARE(neurons.front().front().toLongLong(), 0);
        panel.findChild<QCheckBox*>()->setChecked(true);

        panel.hide();
        panel.setTrace(manyTraces(5, 4), layerShape);
        panel.chooseNeuron(28);
        QCOMPARE(chart->drawn(), 3); // a hidden view costs nothing
        panel.show();
        QCOMPARE(chart->drawn(), 5);
        QCOMPARE(chart->step(), 2);
        QVERIFY(chart->readout().contains(QStringLiteral("neuron 28")));
        panel.setNothing(QStringLiteral("The twin has none."));
        QCOMPARE(panel.notice(), QStringLiteral("The twin has none."));
        panel.setTrace({}, {});
        QVERIFY(panel.notice().contains(QStringLiteral("raster")));
    }

    void potentialsAreExportedAsPictureShapesAndNumbers()
    {
        PotentialPanel panel;
        panel.resize(500, 360);
        panel.setNotes({{QStringLiteral("model"), QStringLiteral("m")}});
        panel.setTrace({.layer = "a.b_lif", .threshold = 1, .tau = 2, .neurons = {traceOf(163, {2, 1}), traceOf(5, {0.25, -1})}}, layerShape);
        QTemporaryDir folder;
        const auto read = [&](const char* name) {
            const auto path = folder.filePath(QLatin1String(name));
            if (!panel.saveTo(path).isEmpty())
                return QByteArray();
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto csv = read("a.csv");
        QVERIFY(csv.startsWith("# model: m\n# layer: a.b_lif\n# threshold: 1\n# tau (steps): 2\n# neurons: 2 drawn of 2"));
        QVERIFY(csv.endsWith("Neuron,Channel,x,y,Step,Current,Charged,After,Fired\n"
                             "163,3,3,1,1,2,1,0,1\n163,3,3,1,2,1,0.5,0.5,0\n5,5,0,0,1,0.25,0.125,0.125,0\n5,5,0,0,2,-1,-0.4375,-0.4375,0\n"));
        const auto svg = read("a.svg");
        QVERIFY(svg.contains("<svg") && !svg.contains("<image"));
        QVERIFY(!QImage::fromData(read("a.png")).isNull());
    }

    void theTableOfPotentialsHasARowForEachNeuronAndStep()
    {
        PotentialTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.rowCount(), 0);
        const auto trace = manyTraces(20, 4);
        table.setTrace(trace, layerShape);
        QCOMPARE(table.rowCount(), 80);
        for (int row = 0; row < 80; ++row) {
            const auto& neuron = trace.neurons[static_cast<std::size_t>(row / 4)];
            const auto step = static_cast<std::size_t>(row % 4);
            const auto number = [&](int column) { return table.data(table.index(row, column), PotentialTable::SortRole).toDouble(); };
            QCOMPARE(number(PotentialTable::Neuron), double(neuron.neuron));
            QCOMPARE((number(PotentialTable::Y) * 5 + number(PotentialTable::X)) * 20 + number(PotentialTable::Channel), double(neuron.neuron));
            QCOMPARE(number(PotentialTable::Step), double(step + 1));
            QCOMPARE(number(PotentialTable::Current), double(neuron.current[step]));
            QCOMPARE(number(PotentialTable::Charged), double(neuron.charged[step]));
            QCOMPARE(number(PotentialTable::After), double(neuron.after[step]));
            QCOMPARE(number(PotentialTable::Fired), neuron.fired[step] ? 1.0 : 0.0);
        }
        table.setTrace({}, {});
        QCOMPARE(table.rowCount(), 0);
    }

    void chartAndPanelFollowLanguageAndPalette()
    {
        PotentialChart chart;
        PotentialPanel panel;
        chart.setTrace(oneTrace(), layerShape);
        chart.resize(400, 300);
        showIn(Theme::Light, chart);
        QVERIFY(chart.grab().toImage().pixelColor(2, 150).lightness() > 200);
        showIn(Theme::Dark, chart);
        QVERIFY(chart.grab().toImage().pixelColor(2, 150).lightness() < 80);
        applyTheme(Theme::Light);
        MarkingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QTRY_VERIFY(chart.accessibleName().startsWith(QLatin1Char('#')));
        QVERIFY(chart.readout().startsWith(QLatin1Char('#')));
        QTRY_VERIFY(panel.title().startsWith(QLatin1Char('#')) && panel.whatsThis().startsWith(QLatin1Char('#')));
        panel.show();
        QVERIFY(panel.notice().startsWith(QLatin1Char('#')));
        QCoreApplication::removeTranslator(&translator);
        QTRY_COMPARE(panel.title(), QStringLiteral("Membrane potential"));
        QTRY_VERIFY(!panel.notice().startsWith(QLatin1Char('#')));
    }
};

QTEST_MAIN(PotentialViewsTest)
#include "potential_views_test.moc"
