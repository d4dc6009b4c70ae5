#include "app/explorer/main_window.h"
#include "app/explorer/screenshot.h"
#include "app/explorer/start_report.h"
#include "core/engine_loader.h"
#include "core/program_engine.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTranslator>

#include <clocale>
#include <cstdio>
#include <optional>

using namespace spikeclip;

namespace {

/// "1280x800" as a size; invalid if it is anything else.
QSize sizeFrom(const QString& text)
{
    const auto parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

void install(QTranslator& translator, const QString& name, const QString& folder)
{
    // English is a translation, too: it has the plural forms.
    if (translator.load(QLocale(), name, QStringLiteral("_"), folder) || translator.load(name + QStringLiteral("_en"), folder))
        QCoreApplication::installTranslator(&translator);
}

int complain(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
    return explorer::exitBadInput;
}

}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // QApplication takes the user's; numbers in files do not follow it
    QApplication::setApplicationName(QStringLiteral("spikeclip-explorer"));
    QApplication::setApplicationVersion(QStringLiteral(SPIKECLIP_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.spikeclip.Explorer"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/org.spikeclip.Explorer.svg")));

    QTranslator ofQt, own;
    install(ofQt, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(own, QStringLiteral("spikeclip"), QStringLiteral(":/i18n"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Zero-shot classification on a spiking CLIP, watched step by step."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("pictures"), QCoreApplication::translate("main", "Photographs to open."), QStringLiteral("[pictures...]"));
    const QCommandLineOption model(QStringLiteral("model"), QCoreApplication::translate("main", "Open this checkpoint instead of the shipped model."),
                                   QStringLiteral("file"));
    const QCommandLineOption theme(QStringLiteral("theme"), QCoreApplication::translate("main", "Colours for this run: system, light or dark."),
                                   QStringLiteral("name"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        QCoreApplication::translate("main", "Save a picture of the window once it shows an answer, and leave."),
                                        QStringLiteral("file"));
    const QCommandLineOption size(QStringLiteral("size"), QCoreApplication::translate("main", "Size of the window, for example 1280x800."),
                                  QStringLiteral("size"));
    const QCommandLineOption startReport(QStringLiteral("report-start"),
                                         QCoreApplication::translate("main", "Print how long the window and the first answer took, and leave."));
    const QCommandLineOption device(QStringLiteral("device"), QCoreApplication::translate("main", "Compute on this device for this run: cpu, cuda or cuda:0."),
                                    QStringLiteral("name"));
    const QCommandLineOption layout(QStringLiteral("layout"), QCoreApplication::translate("main", "Arrangement of the panels for a start: simple, full, energy or train."),
                                    QStringLiteral("name"));
    const QCommandLineOption train(QStringLiteral("train"), QCoreApplication::translate("main", "Show what the model can learn from these pictures: a folder of classes."),
                                   QStringLiteral("folder"));
    const QCommandLineOption runs(QStringLiteral("runs"), QCoreApplication::translate("main", "Keep runs of training in this folder."), QStringLiteral("folder"));
    parser.addOptions({model, device, theme, layout, train, runs, screenshot, size, startReport});
    parser.process(application);

    const auto wantedSize = sizeFrom(parser.value(size));
    if (parser.isSet(size) && !(wantedSize.width() > 0 && wantedSize.height() > 0))
        return complain(QCoreApplication::translate("main", "The size must be given like 1280x800, not %1.").arg(parser.value(size)));

    // What is measured or pictured must not depend on who does it.
    const QTemporaryDir scratch;
    const bool isShow = parser.isSet(screenshot) || parser.isSet(startReport);
    std::optional<session::Settings> settings;
    settings.emplace(isShow ? scratch.filePath(QStringLiteral("settings.ini")) : QString());
    const auto runsFolder = parser.isSet(runs) ? QFileInfo(parser.value(runs)).absoluteFilePath() : isShow ? scratch.filePath(QStringLiteral("runs")) : QString();
    widgets::applyTheme(widgets::themeFromName(parser.isSet(theme) ? parser.value(theme) : settings->value<QString>(session::Setting::Theme)));

    const auto resources = QString::fromStdString(resourceFolder());
    explorer::MainWindow window(*settings, [] { return makeProgramEngine(defaultEnginePath()); },
                                {.modelFile = parser.isSet(model) ? parser.value(model) : resources + QStringLiteral("/models/default/model.safetensors"),
                                 .sampleFolder = resources + QStringLiteral("/samples"),
                                 .pictures = parser.positionalArguments(),
                                 .device = parser.value(device),
                                 .referenceFile = resources + QStringLiteral("/reference/spikeclip_reference.json"),
                                 .layout = parser.isSet(train) && !parser.isSet(layout) ? QStringLiteral("train") : parser.value(layout),
                                 .size = wantedSize,
                                 .trainingData = parser.value(train),
                                 .training = {.runsFolder = runsFolder}});
    window.show();
    if (parser.isSet(screenshot))
        explorer::saveScreenshotAndQuit(window, parser.value(screenshot));
    else if (parser.isSet(startReport))
        explorer::reportStartAndQuit(window);
    return QApplication::exec();
}
