#include "app/cli/machine.h"
#include "app/cli/progress_line.h"
#include "app/cli/text_output.h"
#include "app/sentences.h"

#include <QtTest>

#include <set>
#include <sstream>

using namespace spikeclip;
using namespace std::string_literals;

class TerminalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAlignRightAndWideLettersCountOnce()
    {
        const auto text = cli::table({{"label"}, {"cosine", cli::Align::Right}}, {{"h\u00fcbsch", "0.5"}, {"b", "-0.125"}});
        QCOMPARE(text, "label   cosine\nh\u00fcbsch     0.5\nb       -0.125\n"s);
    }

    void numbersAreRoundedAsAPersonWould()
    {
        QCOMPARE(cli::percent(0.93149), "93.1 %"s);
        QCOMPARE(cli::grouped(1234567), "1 234 567"s);
        QCOMPARE(cli::grouped(-123), "-123"s);
        QCOMPARE(cli::grouped(-1234), "-1 234"s);
        QCOMPARE(cli::energyInWords(0.9), "0.90 pJ"s);
        QCOMPARE(cli::energyInWords(12345678), "12.3 uJ"s);
        QCOMPARE(cli::energyInWords(2.5e9), "2.50 mJ"s);
        QCOMPARE(cli::fixed(1e300 * 1e10, 1), "infinite"s);
        QCOMPARE(cli::durationInWords(20.46), "20.5 ms"s);
        QCOMPARE(cli::durationInWords(61000), "61.0 s"s);
    }

    void aBarStaysWithinItsWidthAndASmallShareLeavesAMark()
    {
        QCOMPARE(cli::bar(0.5, 10, false), "#####"s);
        QCOMPARE(cli::bar(7, 4, false), "####"s);
        QCOMPARE(cli::bar(0.001, 10, false), "#"s);
        QCOMPARE(cli::bar(0, 10, false), ""s);
        QCOMPARE(cli::displayWidth(cli::bar(1, 3, true)), 3);
        QCOMPARE(cli::bar(1, -5, true), ""s);
    }

    void textFromOutsideCannotSteerTheTerminal()
    {
        QCOMPARE(cli::printable("a\x1b[2Jb\r\n"), "a [2Jb"s);
        QCOMPARE(cli::printable("\n\tx\xC2\x9By"), "x y"s); // U+009B is a control sequence introducer
        QCOMPARE(cli::printable("\u00e9\u00a0"), "\u00e9\u00a0"s);
    }

    void aTerminalLineIsRewrittenAndCutToItsWidth()
    {
        std::ostringstream err;
        double now = 0;
        {
            cli::ProgressLine line(err, {.rewrite = true, .columns = 20}, [&] { return now; });
            line.report(0.1, "the first is shown at once, but cut");
            line.report(0.2, "too soon");
            now = 1;
            line.report(0.3, "shown");
            line.report(1, "last");
        }
        QCOMPARE(err.str(), "\r10 %  the first is \x1b[K\r30 %  shown\x1b[K\r100 %  last\x1b[K\n"s);
    }

    void aFileGetsAPlainLineEveryTenSecondsAndTheLast()
    {
        std::ostringstream err;
        double now = 0;
        {
            cli::ProgressLine line(err, {.rewrite = false, .columns = 20}, [&] { return now; });
            for (int second = 1; second <= 25; ++second) {
                now = second;
                line.report(second / 25.0, "epoch 1 of 2, loss 1.93, 212 images/s");
            }
        }
        QCOMPARE(err.str(), "40 %  epoch 1 of 2, loss 1.93, 212 images/s\n80 %  epoch 1 of 2, loss 1.93, 212 images/s\n"
                            "100 %  epoch 1 of 2, loss 1.93, 212 images/s\n"s);
    }

    void theMachineIsReadFromWhatTheKernelSays()
    {
        std::istringstream cpuinfo("processor\t: 0\nmodel name\t: AMD EPYC 7B13\nmodel name\t: other\n");
        QCOMPARE(cli::cpuModel(cpuinfo), "AMD EPYC 7B13"s);
        std::istringstream none("");
        QCOMPARE(cli::cpuModel(none), ""s);
        const auto lines = "7f00-7f01 r--p 0 08:01 1 /usr/lib/libtorch.so.1.13\n"
                           "7f02-7f03 r-xp 0 08:01 2      /usr/lib/x86_64-linux-gnu/libtorch_cpu.so.1.13\n7f04-7f05 rw-p 0 00:00 0\n"s;
        std::istringstream maps(lines);
        const auto file = cli::mappedFile(maps, "libtorch_cpu.so");
        QCOMPARE(file, "/usr/lib/x86_64-linux-gnu/libtorch_cpu.so.1.13"s);
        QCOMPARE(cli::libraryVersion(file), "1.13"s);
        QCOMPARE(cli::libraryVersion("libx.a"), ""s);
        std::istringstream again(lines);
        QCOMPARE(cli::mappedFile(again, "libblas"), ""s);
    }

    void everyErrorCodeHasItsOwnSentenceThatEndsAsOne()
    {
        std::set<std::string> sentences;
        const auto last = static_cast<int>(ErrorCode::Internal);
        for (int code = 0; code <= last; ++code) {
            const std::string text = sentence(static_cast<ErrorCode>(code));
            QVERIFY2(text.ends_with('.') && text.find('.') == text.size() - 1, text.c_str());
            QVERIFY2(text.find("%1") == text.rfind("%1"), text.c_str());
            sentences.insert(text);
        }
        QCOMPARE(sentences.size(), static_cast<std::size_t>(last + 1));
    }
};

QTEST_APPLESS_MAIN(TerminalTest)
#include "terminal_test.moc"
