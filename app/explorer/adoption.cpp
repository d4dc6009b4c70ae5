#include "app/explorer/adoption.h"

#include "app/explorer/presentation.h"
#include "widgets/train/run_result_panel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace spikeclip::explorer {

using session::Training;
using widgets::RunResultPanel;

Adoption::Adoption(Training& training, RunResultPanel& panel, QWidget* window, QObject* parent)
    : QObject(parent), m_training(training), m_panel(panel), m_window(window)
{
    connect(&panel, &RunResultPanel::adoptAsked, this, &Adoption::adopt);
    connect(&panel, &RunResultPanel::undoAsked, this, &Adoption::undo);
    connect(&panel, &RunResultPanel::saveAsked, this, &Adoption::chooseFile);
    connect(&training, &Training::modelCopied, this, [this](const QString&, const session::CopyOutcome& outcome) {
        m_saving = false;
        if (const auto* file = std::get_if<QString>(&outcome))
            Q_EMIT saved(tr("The model was saved as %1.").arg(QDir::toNativeSeparators(*file)));
        else if (const auto* failure = std::get_if<Failure>(&outcome))
            Q_EMIT failed(sentenceFor(*failure));
        showReasons();
    });
    showReasons();
}

void Adoption::setRun(const QString& id, const QStringList& labels)
{
    m_run = id;
    m_labels = labels;
    showReasons();
}

void Adoption::setModel(const QString& file)
{
    const auto before = std::exchange(m_current, QFileInfo(file).absoluteFilePath());
    if (m_change && m_change->file == m_current) {
        const auto change = *std::exchange(m_change, std::nullopt);
        if (change.way == Way::Forth) {
            if (!before.isEmpty())
                m_before << before;
            Q_EMIT adopted(change.labels);
        } else {
            m_before.removeLast();
            Q_EMIT wentBack(runOf(m_current));
        }
    }
    showReasons();
}

void Adoption::modelFailed()
{
    const auto change = std::exchange(m_change, std::nullopt);
    if (change && change->way == Way::Back)
        m_before.removeLast(); // its file is gone: the one before it may still be there
    showReasons();
}

void Adoption::adopt()
{
    const auto file = m_training.modelFile(m_run);
    if (!m_change && !file.isEmpty() && file != m_current)
        ask({.way = Way::Forth, .file = file, .labels = m_labels});
}

void Adoption::undo()
{
    if (!m_change && canUndo())
        ask({.way = Way::Back, .file = m_before.back(), .labels = {}});
}

void Adoption::ask(const Change& change)
{
    m_change = change;
    showReasons();
    Q_EMIT modelAsked(change.file);
}

QString Adoption::runOf(const QString& modelFile) const
{
    const auto file = QFileInfo(modelFile).absoluteFilePath();
    for (const auto& job : m_training.jobs())
        if (m_training.modelFile(job.id) == file)
            return job.id;
    return {};
}

void Adoption::chooseFile()
{
    const auto job = m_training.job(m_run);
    if (!job)
        return;
    auto name = job->name.isEmpty() ? job->id : job->name;
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const auto file = QFileDialog::getSaveFileName(m_window, tr("Save the model as"), folder + QLatin1Char('/') + name + QStringLiteral(".safetensors"),
                                                   tr("SpikeCLIP checkpoints (*.safetensors)"));
    if (!file.isEmpty())
        saveTo(file.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive) ? file : file + QStringLiteral(".safetensors"));
}

void Adoption::saveTo(const QString& file)
{
    m_saving = true;
    showReasons();
    m_training.copyModel(m_run, file);
}

void Adoption::showReasons()
{
    const auto file = m_training.modelFile(m_run);
    const auto missing = file.isEmpty() ? tr("This run has left no model.") : QString();
    const auto busy = m_change ? tr("A model is being opened.") : QString();
    m_panel.setAdopted(!file.isEmpty() && file == m_current);
    m_panel.setEnabledReasons({.adopt = missing.isEmpty() ? busy : missing,
                               .undo = canUndo() ? busy : tr("There is no model to go back to."),
                               .save = !missing.isEmpty() ? missing : m_saving ? tr("The model is being saved.") : QString()});
}

}
