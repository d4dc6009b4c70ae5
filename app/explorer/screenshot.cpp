#include "app/explorer/screenshot.h"

#include "app/explorer/main_window.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

namespace spikeclip::explorer {

void saveScreenshotAndQuit(MainWindow& window, const QString& file)
{
    QObject::connect(&window, &MainWindow::settled, &window, [&window, file] {
        QTimer::singleShot(0, &window, [&window, file] { // after the layouts have settled, too
            if (window.grab().save(file))
                QCoreApplication::exit(0);
            else
                Q_EMIT window.failed(QCoreApplication::translate("main", "The picture of the window cannot be written to %1.").arg(file));
        });
    });
    QObject::connect(&window, &MainWindow::failed, &window, [](const QString& sentence) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
        QCoreApplication::exit(exitBadInput);
    });
}

}
