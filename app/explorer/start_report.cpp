#include "app/explorer/start_report.h"

#include "app/explorer/main_window.h"
#include "app/explorer/screenshot.h"

#include <QCoreApplication>
#include <QEvent>

#include <ctime>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

namespace spikeclip::explorer {

namespace {

/// Milliseconds since this process was started by the kernel, its dynamic linking included. Source: proc(5), stat, field 22.
double msSinceStart()
{
    std::ifstream stat("/proc/self/stat");
    const std::string line((std::istreambuf_iterator<char>(stat)), {});
    std::istringstream fields(line.substr(line.rfind(')') + 1)); // the name before it may hold anything
    std::string skipped;
    double startTicks = 0;
    for (int field = 3; field < 22; ++field)
        fields >> skipped;
    fields >> startTicks;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return 1000 * (static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec) - startTicks / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

/// Waits for the window's first painting, and for the one that follows the first answer.
class StartReport : public QObject
{
public:
    explicit StartReport(MainWindow& window) : QObject(&window)
    {
        window.installEventFilter(this);
        connect(&window, &MainWindow::answered, this, [this] { m_answered = true; });
        connect(&window, &MainWindow::failed, this, [](const QString& sentence) {
            std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
            QCoreApplication::exit(exitBadInput);
        });
    }

    /// Once all that was asked to be painted has been, the window is flushed to the screen with an UpdateRequest.
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::UpdateRequest || m_inside)
            return QObject::eventFilter(watched, event);
        m_inside = true;
        watched->event(event); // paints
        m_inside = false;
        if (m_windowMs == 0)
            m_windowMs = msSinceStart();
        if (m_answered) {
            std::printf("window %.0f ms, first bars %.0f ms after the start of the process\n", m_windowMs, msSinceStart());
            std::fflush(stdout);
            QCoreApplication::exit(0);
        }
        return true;
    }

private:
    double m_windowMs = 0;
    bool m_answered = false;
    bool m_inside = false;
};

}

void reportStartAndQuit(MainWindow& window)
{
    new StartReport(window); // owned by the window
}

}
