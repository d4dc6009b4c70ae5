// How long the window's thread has to wait while a model is trained: a timer of 10 ms in an event loop like the window's, first alone, then
// beside a real job on the real engine. Measures and asserts nothing but that the job ran.
//
//   stall_bench [--what head|full|alignment|dual] [--model FILE] [--seconds N] [--epochs N] [--threads N] FOLDER_OF_CLASSES

#include "app/session/training.h"
#include "core/engine_loader.h"
#include "core/program_engine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace spikeclip;
using session::Training;
using session::TrainingJob;
using What = data::TrainingPlan::What;

namespace {

constexpr int tickMs = 10;

/// Times between two ticks of a timer in the event loop.
class Ticks : public QObject
{
public:
    Ticks()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] {
            m_gaps.push_back(static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_clock.start();
        });
        m_timer.start(tickMs);
        m_clock.start();
    }

    /// What has been seen since the last call.
    QJsonObject take()
    {
        auto gaps = std::exchange(m_gaps, {});
        std::ranges::sort(gaps);
        const auto at = [&](double share) { return gaps.empty() ? 0 : gaps[static_cast<std::size_t>(share * static_cast<double>(gaps.size() - 1))]; };
        return {{QStringLiteral("ticks"), static_cast<double>(gaps.size())},
                {QStringLiteral("median_ms"), at(0.5)},
                {QStringLiteral("p99_ms"), at(0.99)},
                {QStringLiteral("longest_ms"), at(1)}};
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_gaps;
};

int complain(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    return 2;
}

std::optional<What> whatFrom(const QString& name)
{
    if (name == QLatin1String("head"))
        return What::Head;
    if (name == QLatin1String("full"))
        return What::Full;
    if (name == QLatin1String("alignment"))
        return What::Alignment;
    return name == QLatin1String("dual") ? std::optional(What::Dual) : std::nullopt;
}

}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const auto shipped = QString::fromStdString(resourceFolder()) + QStringLiteral("/models/default/model.safetensors");
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("One folder of pictures for each class."));
    const auto option = [&](const char* name, const QString& standard) {
        const QCommandLineOption made(QString::fromLatin1(name), {}, QString::fromLatin1(name), standard);
        parser.addOption(made);
        return made;
    };
    const auto what = option("what", QStringLiteral("head"));
    const auto model = option("model", shipped);
    const auto seconds = option("seconds", QStringLiteral("20"));
    const auto epochs = option("epochs", QStringLiteral("1000"));
    const auto threads = option("threads", QStringLiteral("0"));
    parser.process(app);
    const auto kind = whatFrom(parser.value(what));
    if (parser.positionalArguments().size() != 1 || !kind)
        return complain(parser.helpText());

    auto plan = data::usualPlan(*kind);
    plan.name = "stall bench";
    plan.initialModel = QFileInfo(parser.value(model)).absoluteFilePath().toStdString();
    plan.dataPath = QFileInfo(parser.positionalArguments().first()).absoluteFilePath().toStdString();
    plan.epochs = parser.value(epochs).toDouble();

    const QTemporaryDir runs;
    Training training([] { return Outcome<std::unique_ptr<Engine>>(makeProgramEngine(SPIKECLIP_ENGINE_MODULE)); }, {.runsFolder = runs.path()});
    ComputeOptions compute;
    compute.threads = parser.value(threads).toInt();
    training.setCompute(compute);
    Ticks ticks;
    QJsonObject report{{QStringLiteral("format"), QStringLiteral("spikeclip-stall-bench/1")}, {QStringLiteral("what"), parser.value(what)}};

    // As a window would: it keeps the newest log.
    session::TrainingLogPtr shown;
    int deliveries = 0;
    QObject::connect(&training, &Training::logChanged, &training, [&](const QString&, const session::TrainingLogPtr& log) {
        shown = log;
        ++deliveries;
    });

    const auto measured = static_cast<int>(parser.value(seconds).toDouble() * 1000);
    QString id;
    QTimer::singleShot(measured, &training, [&] {
        report.insert(QStringLiteral("alone"), ticks.take());
        const auto made = training.submit(plan);
        if (const auto* failure = std::get_if<Failure>(&made))
            QCoreApplication::exit(complain(QString::fromStdString(failure->detail)));
        else
            id = std::get<QString>(made);
    });
    bool pausing = false;
    QObject::connect(&training, &Training::logChanged, &training, [&] {
        if (deliveries > 1)
            return;
        report.insert(QStringLiteral("while_starting"), ticks.take()); // the engine loads, pictures are read
        QTimer::singleShot(measured, &training, [&] {
            report.insert(QStringLiteral("while_training"), ticks.take());
            pausing = true;
            training.pause(id);
        });
    });
    QObject::connect(&training, &Training::jobChanged, &training, [&](const QString& changed) {
        const auto job = training.job(changed);
        if (!job || job->isUnderWay())
            return;
        const auto* phase = pausing ? "while_pausing" : deliveries > 0 ? "while_training" : "while_starting"; // a short job has ended by itself
        report.insert(QLatin1String(phase), ticks.take());
        report.insert(QStringLiteral("points"), shown ? static_cast<double>(shown->points.size()) : 0.0);
        report.insert(QStringLiteral("deliveries"), deliveries);
        if (job->reason)
            std::fprintf(stderr, "the job failed: %s\n", job->reason->detail.c_str());
        QCoreApplication::exit(job->reason ? 1 : 0);
    });
    const int end = QCoreApplication::exec();
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return end;
}
