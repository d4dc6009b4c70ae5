#include "app/explorer/exit_guard.h"
#include "app/explorer/help_page.h"
#include "app/explorer/main_window.h"
#include "app/explorer/spike_desk.h"
#include "app/explorer/train_desk.h"
#include "core/text/labels.h"
#include "widgets/label_editor.h"
#include "widgets/message_bar.h"

#include <QAction>
#include <QStatusBar>

namespace spikeclip::explorer {

namespace {

constexpr int saidMs = 8000; // how long the status bar says that something went well

}

void MainWindow::connectTraining()
{
    connect(m_trainDesk, &TrainDesk::modelAsked, this, &MainWindow::openModel);
    connect(m_trainDesk, &TrainDesk::labelsAsked, this, &MainWindow::askForLabels);
    connect(m_trainDesk, &TrainDesk::pictureOpened, this, &MainWindow::openJudgedPicture);
    connect(m_trainDesk, &TrainDesk::layoutAsked, this, [this] {
        if (m_docks->preset() != DockLayout::Preset::Train)
            arrange(DockLayout::Preset::Train);
    });
    connect(m_trainDesk, &TrainDesk::layerChosen, &m_desk->selection(), &session::Selection::setLayer);
    connect(&m_desk->selection(), &session::Selection::layerChanged, m_trainDesk, &TrainDesk::chooseLayer);
    connect(m_trainDesk, &TrainDesk::said, this, [this](const QString& sentence) { statusBar()->showMessage(sentence, saidMs); });
    connect(m_trainDesk, &TrainDesk::failed, m_messages, &widgets::MessageBar::showMessage);
    connect(m_trainDesk, &TrainDesk::settled, this, &MainWindow::settleIfDone);
    connect(m_exitGuard, &ExitGuard::ready, this, &QWidget::close);
    connect(m_teachHelp, &QAction::triggered, this, [this] { showHelpPage(QStringLiteral("teach"), tr("Teach it your own classes"), this); });
    if (!m_options.trainingData.isEmpty())
        m_trainDesk->chooseData(m_options.trainingData);
}

/// Puts labels into the editor, as if somebody had typed them: what stood there comes back with Undo.
void MainWindow::askForLabels(const QStringList& labels)
{
    std::vector<std::string> wanted;
    for (const auto& label : labels)
        wanted.push_back(label.toStdString());
    if (!wanted.empty() && wanted != requestFor(m_state).labels)
        m_labels->setText(QString::fromStdString(text::joinLabels(wanted)));
}

/// A picture by which a run was judged, beside its spikes and with the labels among which it was to choose.
void MainWindow::openJudgedPicture(const session::Picture& picture, const QStringList& labels)
{
    askForLabels(labels);
    showPicture(picture);
    if (m_docks->preset() == DockLayout::Preset::Train)
        arrange(DockLayout::Preset::Full);
}

}
