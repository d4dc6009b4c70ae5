// From one layout of the window to another.

#include "app/explorer/main_window.h"
#include "tests/app/fake_training.h"
#include "tests/app/window_fixture.h"
#include "widgets/answer_panel.h"
#include "widgets/panel_dock.h"

#include <QAction>
#include <QtTest>

using namespace spikeclip;
using explorer::MainWindow;

class LayoutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerIsThereAgainAfterTheTrainLayout_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("dock"); // one of the layout's own
        QTest::newRow("simple") << int(Qt::Key_1) << "rates";
        QTest::newRow("full") << int(Qt::Key_2) << "raster";
        QTest::newRow("energy") << int(Qt::Key_3) << "ledger";
    }

    void theAnswerIsThereAgainAfterTheTrainLayout()
    {
        QFETCH(int, key);
        QFETCH(QString, dock);
        QTemporaryDir folder;
        session::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        const auto control = std::make_shared<test::FakeTrainingControl>();
        MainWindow window(
            settings, [control]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<test::FakeTrainingEngine>(control); },
            explorer::WindowOptions{.modelFile = QStringLiteral("/models/fake.safetensors"), .sampleFolder = test::samples, .layout = QStringLiteral("train"),
                                    .size = QSize(1400, 1000), .training = {.runsFolder = folder.filePath(QStringLiteral("runs")), .files = test::fakeFiles(control)}});
        window.show();
        auto* answer = window.findChild<widgets::AnswerPanel*>();
        QVERIFY(!answer->isVisible());
        trigger(window, key);
        QTRY_COMPARE(window.size(), QSize(1400, 1000)); // no higher than it was
        QVERIFY(answer->isVisible());
        QVERIFY(answer->height() > 100);
        QVERIFY(window.centralWidget()->rect().contains(answer->mapTo(window.centralWidget(), answer->rect().center())));
        QVERIFY(!window.findChild<widgets::PanelDock*>(dock)->isHidden());
        QVERIFY(window.findChild<widgets::PanelDock*>(QStringLiteral("train-curves"))->isHidden());
        trigger(window, Qt::Key_4);
        QTRY_VERIFY(!answer->isVisible());
        QVERIFY(!window.findChild<widgets::PanelDock*>(QStringLiteral("train-curves"))->isHidden());
    }

private:
    static void trigger(const MainWindow& window, int key)
    {
        for (auto* action : window.findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(Qt::CTRL | key))
                return action->trigger();
        QFAIL("no such action");
    }
};

QTEST_MAIN(LayoutsTest)
#include "layouts_test.moc"
