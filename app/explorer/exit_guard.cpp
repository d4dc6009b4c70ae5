#include "app/explorer/exit_guard.h"

#include "app/session/training.h"

#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>

namespace spikeclip::explorer {

using session::Training;

ExitGuard::ExitGuard(Training& training, QWidget* window) : QObject(window), m_training(training), m_window(window)
{
    connect(&training, &Training::stoppedForExit, this, [this] {
        m_stopped = true;
        delete m_saving;
        Q_EMIT ready();
    });
}

bool ExitGuard::mayClose()
{
    if (m_stopped || !m_training.isBusy())
        return true;
    if (!m_stopping)
        ask();
    return false;
}

void ExitGuard::ask()
{
    if (m_question) {
        m_question->raise();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Question, tr("A model is being trained"), tr("A model is being trained."), QMessageBox::NoButton, m_window);
    m_question->setObjectName(QStringLiteral("exit-question"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(tr("It can stop now and continue the next time, from where it stands. Nothing that it has learnt is lost."));
    auto* stopping = m_question->addButton(tr("Stop and Continue Next Time"), QMessageBox::AcceptRole);
    auto* keeping = m_question->addButton(tr("Keep the Window Open"), QMessageBox::RejectRole);
    m_question->setDefaultButton(stopping);
    m_question->setEscapeButton(keeping);
    connect(stopping, &QPushButton::clicked, this, &ExitGuard::stop);
    m_question->open();
}

void ExitGuard::stop()
{
    m_stopping = true;
    m_saving = new QProgressDialog(tr("Saving what was learnt\u2026"), {}, 0, 0, m_window);
    m_saving->setObjectName(QStringLiteral("exit-saving"));
    m_saving->setWindowTitle(tr("A model is being trained"));
    m_saving->setCancelButton(nullptr);
    m_saving->setWindowModality(Qt::WindowModal);
    m_saving->show();
    m_training.stopForExit();
}

}
