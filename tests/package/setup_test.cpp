#include <QtTest>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <optional>
#include <utility>

namespace {

/// Stand-ins for the programs that look at the computer or change it. What they know lies in the folder $FAKE; what they were told, in $FAKE/log.
const std::pair<const char*, const char*> programs[] = {
    {"nvidia-smi", R"(test -e "$FAKE/driver" && cat "$FAKE/driver")"},
    {"ldconfig", R"(cat "$FAKE/libraries")"},
    {"df", R"(printf 'Avail\n'; cat "$FAKE/room")"},
    {"sudo", R"(test "$1" = -n && shift; exec "$@")"},
    {"dpkg-query", R"(
case $1 in
    -S) grep -qxF "$2" "$FAKE/owned" ;;
    *) for name; do :; done; grep -qxF "$name" "$FAKE/installed" && printf 'ii ' ;;
esac)"},
    {"apt-cache", R"(
if test -e "$FAKE/offered" || test -e "$FAKE/etc/apt/sources.list.d/spikeclip-cuda.sources"; then candidate=2.6; else candidate='(none)'; fi
printf '%s:\n  Installed: (none)\n  Candidate: %s\n' "$2" "$candidate")"},
    {"apt-get", R"(
case " $* " in
    *' indextargets '*) test -e "$FAKE/no-mirror" || echo http://mirror.example/debian; exit ;;
esac
echo "apt-get $*" >> "$FAKE/log"
case " $* " in
    *' install '*) test ! -e "$FAKE/refused" || { cat "$FAKE/refused"; exit 100; } ;;
esac)"},
    {"cmake", R"(echo "cmake $*" >> "$FAKE/log")"},
};

}

/// The decisions of ./run, with everything it would ask or change replaced.
class SetupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        QVERIFY(m_folder->isValid());
        for (const auto* folder : {"bin", "etc/apt/sources.list.d", "proc/driver/nvidia", "usr", "work/packaging", "work/build/cuda/bin"})
            QVERIFY(QDir(m_folder->path()).mkpath(QLatin1String(folder)));
        for (const auto& [name, body] : programs)
            writeProgram(QStringLiteral("bin/") + QLatin1String(name), body);
        for (const auto* name : {"run", "packaging/setup.sh", "packaging/setup-cuda.sh", "packaging/packages-debian.txt", "packaging/packages-debian-cuda.txt"})
            QVERIFY(QFile::copy(QStringLiteral(SPIKECLIP_SOURCE_DIR "/") + QLatin1String(name), path(QStringLiteral("work/") + QLatin1String(name))));
        // A Debian 13 that lacks only what CUDA needs.
        write("etc/os-release", "ID=debian\nVERSION_ID=\"13\"\n");
        write("driver", "550.163.01\n");
        write("libcuda.so.1", "");
        const auto driver = QFileInfo(path(QStringLiteral("libcuda.so.1"))).canonicalFilePath().toUtf8();
        write("libraries", "\tlibcuda.so.1 (libc6,x86-64) => " + driver + "\n\tlibcudnn.so.9 (libc6,x86-64) => /lib/libcudnn.so.9\n");
        write("owned", driver + '\n');
        write("room", "100000000\n"); // KiB
        write("installed", listed("packages-debian.txt").join(QLatin1Char('\n')).toUtf8());
        write("log", "");
    }

    void whatIsMissingIsSaidInOneSentenceAndNothingChanges_data()
    {
        QTest::addColumn<QByteArray>("file"); // of the stand-ins
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* file, const char* content, const char* says) {
            QTest::newRow(name) << QByteArray(file) << QByteArray(content) << QString(QLatin1String(says));
        };
        row("Debian 12", "etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n", "works on Debian 13, and this is debian 12");
        row("another system", "etc/os-release", "ID=fedora\nVERSION_ID=42\n", "works on Debian 13, and this is fedora 42");
        row("no driver", "driver", "", "No NVIDIA driver is at work here");
        row("a driver that does not answer", "driver", "NVIDIA-SMI has failed\n", "No NVIDIA driver is at work here");
        row("an old driver", "driver", "470.256.02\n", "driver 470.256.02 is too old");
        row("a driver from no package", "owned", "", "is not from a package");
        row("no room", "room", "9000000\n", "needs 16 GB on the disk that holds /usr, and 9 GB are free");
    }

    void whatIsMissingIsSaidInOneSentenceAndNothingChanges()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        write(file.constData(), content);
        const auto said = prepare(true, 1);
        QVERIFY2(said.contains(says), qPrintable(said));
        QCOMPARE(said.count(QLatin1Char('\n')), 1);
        verifyNothingChanged();
    }

    void theKernelsWordIsEnoughForADriver()
    {
        write("driver", "");
        write("proc/driver/nvidia/version", "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.163.01  Tue Apr  8 12:41:17 UTC 2025\n");
        prepare(true, 0);
    }

    void withoutAYesNothingChanges()
    {
        const auto said = prepare(false, 1); // the test is no terminal
        QVERIFY2(said.contains(QStringLiteral("contrib and non-free")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("2.6 GB to download, 7.3 GB on disk")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("whose licence you thereby accept")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("./run --cuda --yes")), qPrintable(said));
        verifyNothingChanged();
    }

    void withAYesOneSourcesFileIsWrittenAndThePackagesComeIn()
    {
        write("installed", read("installed").replace("libtorch-dev\n", ""));
        prepare(true, 0);
        const auto sources = read("etc/apt/sources.list.d/spikeclip-cuda.sources");
        for (const auto* line : {"Types: deb", "URIs: http://mirror.example/debian", "Suites: trixie", "Components: contrib non-free"})
            QVERIFY2(sources.contains(QByteArray(line) + '\n'), sources.constData());
        const auto told = read("log");
        const auto install = told.mid(told.indexOf("install"));
        for (const auto& name : listed("packages-debian-cuda.txt"))
            QVERIFY2(install.contains(' ' + name.toUtf8()), told.constData());
        QVERIFY2(!install.contains("libtorch-dev"), told.constData()); // with which they conflict
        QVERIFY(told.indexOf("update") < told.indexOf("install"));
    }

    void withoutAMirrorNothingIsGuessed()
    {
        write("no-mirror", "");
        const auto said = prepare(true, 1);
        QVERIFY2(said.contains(QStringLiteral("apt knows no Debian mirror")), qPrintable(said));
        verifyNothingChanged();
    }

    void componentsThatAreEnabledStayAsTheyAre()
    {
        write("offered", "");
        const auto said = prepare(true, 0);
        QVERIFY2(!said.contains(QStringLiteral("contrib")), qPrintable(said));
        QVERIFY(!QFile::exists(path(QStringLiteral("etc/apt/sources.list.d/spikeclip-cuda.sources"))));
        QVERIFY(read("log").contains("libtorch-cuda-dev"));
    }

    void aSecondRunAsksAndInstallsNothing()
    {
        write("installed", read("installed") + '\n' + listed("packages-debian-cuda.txt").join(QLatin1Char('\n')).toUtf8());
        QCOMPARE(prepare(false, 0), QString());
        verifyNothingChanged();
    }

    void cudnnThatCannotBeFetchedIsNamed()
    {
        write("refused", "/usr/sbin/update-nvidia-cudnn: sha512 checksum mismatch. aborting.\ndpkg: error processing package nvidia-cudnn (--configure):\n");
        const auto said = prepare(true, 1);
        QVERIFY2(said.contains(QStringLiteral("cuDNN could not be fetched from NVIDIA")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("dpkg --configure -a")), qPrintable(said));
    }

    void otherTroubleOfAptIsShownAsItIs()
    {
        write("refused", "E: Could not get lock\n");
        const auto said = prepare(true, 1);
        QVERIFY2(said.contains(QStringLiteral("E: Could not get lock")) && !said.contains(QStringLiteral("cuDNN could not")), qPrintable(said));
    }

    void aDeclinedLicenceOfCudnnIsNoticed()
    {
        write("libraries", "");
        const auto said = prepare(true, 1);
        QVERIFY2(said.contains(QStringLiteral("licence was declined")), qPrintable(said));
    }

    void theProgramStartsOnTheDeviceFromABuildFolderOfItsOwn()
    {
        write("work/packaging/setup-cuda.sh", "prepare_cuda() { say \"prepared, agreed beforehand: $1\"; }\n");
        writeProgram(QStringLiteral("work/build/cuda/bin/spikeclip"), R"(echo "spikeclip $*")");
        const auto said = bash(QStringLiteral("./run --cuda --yes"), 0);
        QVERIFY2(said.contains(QStringLiteral("prepared, agreed beforehand: true")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("spikeclip classify")) && said.contains(QStringLiteral("--device cuda:0")), qPrintable(said));
        QVERIFY(read("log").contains("--preset cuda"));
    }

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }

    void write(const char* name, const QByteArray& content)
    {
        QFile file(path(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QByteArray read(const char* name) const
    {
        QFile file(path(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void writeProgram(const QString& name, const char* body)
    {
        write(qPrintable(name), QByteArray("#!/bin/bash\n") + body + '\n');
        QVERIFY(QFile(path(name)).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    /// The names in one of the lists of packages.
    static QStringList listed(const char* file)
    {
        QFile list(QStringLiteral(SPIKECLIP_SOURCE_DIR "/packaging/") + QLatin1String(file));
        QStringList names;
        if (list.open(QIODevice::ReadOnly))
            for (const auto& line : QString::fromUtf8(list.readAll()).split(QLatin1Char('\n')))
                if (!line.isEmpty() && !line.startsWith(QLatin1Char('#')) && !line.startsWith(QLatin1Char('[')))
                    names.append(line.trimmed());
        return names;
    }

    /// What prepare_cuda says.
    QString prepare(bool yes, int expectedExit)
    {
        return bash(QStringLiteral("set -euo pipefail; source packaging/setup.sh; source packaging/setup-cuda.sh; system_root=$FAKE; prepare_cuda ")
                        + QLatin1String(yes ? "true" : "false"),
                    expectedExit);
    }

    QString bash(const QString& script, int expectedExit)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FAKE"), m_folder->path());
        environment.insert(QStringLiteral("PATH"), path(QStringLiteral("bin")) + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
        for (const auto* name : {"DISPLAY", "WAYLAND_DISPLAY", "CMAKE_PREFIX_PATH"})
            environment.remove(QLatin1String(name));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(path(QStringLiteral("work")));
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
        const bool finished = process.waitForFinished();
        const auto said = QString::fromUtf8(process.readAll());
        [&] {
            QVERIFY(finished);
            QVERIFY2(process.exitCode() == expectedExit, qPrintable(said));
        }();
        return said;
    }

    void verifyNothingChanged() const
    {
        QCOMPARE(read("log"), QByteArray());
        QVERIFY(!QFile::exists(path(QStringLiteral("etc/apt/sources.list.d/spikeclip-cuda.sources"))));
    }

    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SetupTest)
#include "setup_test.moc"
