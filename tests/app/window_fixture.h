#pragma once

#include "app/explorer/main_window.h"
#include "tests/app/fake_engine.h"
#include "widgets/label_editor.h"

#include <QMimeData>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QtTest>

/// The window under test.
namespace spikeclip::test {

inline const QString samples = QStringLiteral(SPIKECLIP_SOURCE_DIR "/resources/samples");

inline QString samplePath(const char* name) { return samples + QLatin1Char('/') + QLatin1String(name); }

/// A window with settings of its own and a fake engine, or the real one.
struct WindowFixture
{
    std::shared_ptr<FakeEngineControl> control = std::make_shared<FakeEngineControl>();
    QTemporaryDir folder;
    session::Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<explorer::MainWindow> window;

    session::EngineFactory fake() const
    {
        return [c = control]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<FakeEngine>(c); };
    }

    /// Runs of its own, never the user's.
    session::Training::Options training() const { return {.runsFolder = folder.filePath(QStringLiteral("runs"))}; }

    void open(const session::EngineFactory& factory, const QString& model = QStringLiteral("fake.safetensors"), const QStringList& pictures = {})
    {
        window = std::make_unique<explorer::MainWindow>(settings, factory, explorer::WindowOptions{.modelFile = model, .sampleFolder = samples, .pictures = pictures, .training = training()});
        window->show();
    }

    void open() { open(fake()); }

    template <typename Widget>
    Widget* find() const
    {
        return window->findChild<Widget*>();
    }

    void drop(QMimeData& mime) const
    {
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        if (!enter.isAccepted())
            return;
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &event);
    }

    void dropFile(const QString& path) const
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        drop(mime);
    }

    void typeLabels(const QString& text) const
    {
        auto* edit = find<widgets::LabelEditor>()->edit();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
};

}
