#include <QtTest>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace {

const auto id = QStringLiteral("org.spikeclip.Explorer");

QString inSource(const QString& path)
{
    return QStringLiteral(SPIKECLIP_SOURCE_DIR "/") + path;
}

/// The files that CMake fills in lie in the build folder.
QString inBuild(const QString& path)
{
    return QStringLiteral(SPIKECLIP_BINARY_DIR "/packaging/") + path;
}

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The value of a key of the desktop file's only group.
QString desktopValue(const QString& text, const QString& key)
{
    for (const auto& line : text.split(QLatin1Char('\n')))
        if (line.startsWith(key + QLatin1Char('=')))
            return line.mid(key.size() + 1);
    return {};
}

QString elementText(const QString& xml, const QString& element)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            return reader.readElementText();
    return {};
}

}

class PackageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceNamesTheSameApplication()
    {
        const auto desktop = textOf(inSource(QStringLiteral("packaging/") + id + QStringLiteral(".desktop")));
        const auto metainfo = textOf(inBuild(id + QStringLiteral(".metainfo.xml")));
        QCOMPARE(desktopValue(desktop, QStringLiteral("Icon")), id);
        QCOMPARE(desktopValue(desktop, QStringLiteral("StartupWMClass")), id);
        QCOMPARE(desktopValue(desktop, QStringLiteral("Name")), elementText(metainfo, QStringLiteral("name")));
        QCOMPARE(elementText(metainfo, QStringLiteral("id")), id);
        QCOMPARE(elementText(metainfo, QStringLiteral("launchable")), id + QStringLiteral(".desktop"));
        QVERIFY(desktopValue(desktop, QStringLiteral("Exec")).startsWith(elementText(metainfo, QStringLiteral("binary"))));
        QVERIFY(metainfo.contains(QStringLiteral("version=\"" SPIKECLIP_VERSION "\"")));
    }

    void theValidatorsOfTheDesktopAgree_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("desktop file") << QStringLiteral("desktop-file-validate")
                                      << QStringList{inSource(QStringLiteral("packaging/") + id + QStringLiteral(".desktop"))};
        for (const auto* page : {"spikeclip.1", "spikeclip-recipe.5"})
            QTest::newRow(page) << QStringLiteral("man")
                                << QStringList{QStringLiteral("--warnings"), QStringLiteral("-l"), QStringLiteral("-Tutf8"), inBuild(QLatin1String(page))};
    }

    void theValidatorsOfTheDesktopAgree()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + QStringLiteral(" is not installed")));
        QProcess process;
        process.start(program, arguments);
        QVERIFY(process.waitForFinished());
        const auto complaint = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0 && complaint.isEmpty(), (complaint + process.readAllStandardOutput()).constData());
    }

    void theMetainfoHasNoErrorAndNoWarning()
    {
        const auto program = QStringLiteral("appstreamcli");
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("appstreamcli is not installed");
        QProcess process;
        process.start(program, {QStringLiteral("validate"), QStringLiteral("--no-net"), QStringLiteral("--no-color"),
                                inBuild(id + QStringLiteral(".metainfo.xml"))});
        QVERIFY(process.waitForFinished());
        const auto said = QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
        QVERIFY2(said.contains(QStringLiteral("Validation")), qPrintable(said));
        // AppStream 1.0 warns of a missing homepage and 0.16 refuses to be told that there is none.
        for (const auto& line : said.split(QLatin1Char('\n')))
            QVERIFY2(!(line.startsWith(QStringLiteral("E:")) || line.startsWith(QStringLiteral("W:")))
                         || line.contains(QStringLiteral("url-homepage-missing")),
                     qPrintable(line));
    }

    void theManualNamesEverySubcommand()
    {
        const auto manual = textOf(inBuild(QStringLiteral("spikeclip.1")));
        for (const auto* command : {"classify", "record", "energy", "evaluate", "train", "inspect", "selfcheck", "bench"})
            QVERIFY2(manual.contains(QStringLiteral(".B ") + QLatin1String(command)), command);
    }

    void theRecipeManualNamesEveryMemberThatAReaderKnows()
    {
        static const QRegularExpression reads(QStringLiteral("(?:read|readNumber|readNumbers|member|find|each)\\(\"([a-z_]+)\""));
        const auto manual = textOf(inBuild(QStringLiteral("spikeclip-recipe.5")));
        QVERIFY(!manual.isEmpty());
        int members = 0;
        for (const auto* reader : {"core/train/recipe.cpp", "core/io/config_json.cpp"})
            for (auto found = reads.globalMatch(textOf(inSource(QLatin1String(reader)))); found.hasNext(); ++members) {
                const auto member = found.next().captured(1);
                const QRegularExpression named(QStringLiteral("^\\.BR? (?:.* )?%1\\b").arg(member), QRegularExpression::MultilineOption);
                QVERIFY2(manual.contains(named), qPrintable(member));
            }
        QVERIFY(members > 70);
    }

    void everySentenceIsThereInEveryLanguage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("pluralsOnly"); // English needs no more than those
        QTest::newRow("German") << QStringLiteral("spikeclip_de.ts") << false;
        QTest::newRow("English") << QStringLiteral("spikeclip_en.ts") << true;
    }

    /// Collects the sentences of the sources anew, and looks for those that the committed file lacks or leaves open.
    void everySentenceIsThereInEveryLanguage()
    {
        QFETCH(QString, file);
        QFETCH(bool, pluralsOnly);
        const QString lupdate = QStringLiteral(SPIKECLIP_LUPDATE);
        const auto sources = QStringLiteral(SPIKECLIP_BINARY_DIR "/app/translated_sources.lst");
        if (!QFile::exists(lupdate))
            QSKIP("lupdate is not installed");
        QVERIFY(QFile::exists(sources));
        const QTemporaryDir folder;
        const auto copy = folder.filePath(file);
        QVERIFY(QFile::copy(inSource(QStringLiteral("translations/") + file), copy));
        QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QStringList arguments{QStringLiteral("-I"), QStringLiteral(SPIKECLIP_SOURCE_DIR), QLatin1Char('@') + sources, QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-no-ui-lines"),
                              QStringLiteral("-no-obsolete"), QStringLiteral("-ts"), copy};
        if (pluralsOnly)
            arguments.prepend(QStringLiteral("-pluralonly"));
        QProcess process;
        process.start(lupdate, arguments);
        QVERIFY(process.waitForFinished(120000));
        QCOMPARE(process.exitCode(), 0);
        const auto text = textOf(copy);
        QVERIFY(text.contains(QStringLiteral("<translation>")) || text.contains(QStringLiteral("<numerusform>")));
        static const QRegularExpression open(QStringLiteral("<source>([^<]*)</source>\\s*(?:<comment>[^<]*</comment>\\s*)?<translation type=\"unfinished\""));
        QStringList missing;
        for (auto match = open.globalMatch(text); match.hasNext();)
            missing << match.next().captured(1).left(60);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral("; "))));
        QVERIFY(!text.contains(QStringLiteral("<numerusform></numerusform>")));
    }

    void theLicenceIsTheGnuGeneralPublicLicence()
    {
        QVERIFY(textOf(inSource(QStringLiteral("LICENSE"))).contains(QStringLiteral("GNU GENERAL PUBLIC LICENSE")));
    }
};

QTEST_GUILESS_MAIN(PackageTest)
#include "package_test.moc"
