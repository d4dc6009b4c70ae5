#include "app/explorer/self_check_dialog.h"

#include "app/explorer/presentation.h"
#include "app/explorer/self_check_table.h"
#include "ui_self_check_dialog.h"
#include "widgets/export.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace spikeclip::explorer {

using session::Inference;

SelfCheckDialog::SelfCheckDialog(Inference& inference, const QString& referenceFile, QWidget* parent)
    : QDialog(parent), m_inference(&inference), m_referenceFile(referenceFile), m_ui(std::make_unique<Ui::SelfCheckDialog>()),
      m_table(new SelfCheckTable(this))
{
    m_ui->setupUi(this);
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_table);
    sorted->setSortRole(SelfCheckTable::SortRole);
    m_ui->table->setModel(sorted);
    m_ui->table->sortByColumn(-1, Qt::AscendingOrder); // as checked, until a header is clicked
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    m_ui->table->horizontalHeader()->setHighlightSections(false);
    m_ui->table->horizontalHeader()->setStretchLastSection(true);
    connect(m_ui->run, &QPushButton::clicked, this, &SelfCheckDialog::press);
    connect(m_ui->save, &QPushButton::clicked, this, &SelfCheckDialog::chooseFile);
    connect(&inference, &Inference::selfChecked, this, &SelfCheckDialog::onChecked);
    connect(&inference, &Inference::selfCheckProgressed, this, &SelfCheckDialog::onProgressed);
    connect(this, &QDialog::finished, &inference, &Inference::cancelSelfCheck);
    refresh();
}

SelfCheckDialog::~SelfCheckDialog()
{
    if (m_inference)
        m_inference->cancelSelfCheck();
}

void SelfCheckDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (m_state == State::Idle)
        start();
}

void SelfCheckDialog::start()
{
    m_state = State::Running;
    m_saveProblem.clear();
    m_table->setReport({});
    m_ui->progress->setValue(0);
    m_ui->progress->setFormat(QStringLiteral("%p %"));
    refresh();
    m_inference->requestSelfCheck(m_referenceFile);
}

void SelfCheckDialog::press()
{
    if (m_state == State::Running)
        m_inference->cancelSelfCheck();
    else
        start();
}

void SelfCheckDialog::onProgressed(double fraction, const QString& note)
{
    if (m_state != State::Running)
        return;
    m_ui->progress->setValue(qRound(fraction * m_ui->progress->maximum()));
    m_ui->progress->setFormat(note.isEmpty() ? QStringLiteral("%p %")
                                             : QStringLiteral("%p % \u00b7 ") + QString(note).replace(QLatin1Char('%'), QLatin1String("%%")));
}

void SelfCheckDialog::onChecked(const session::SelfCheckOutcome& outcome)
{
    if (const auto* report = std::get_if<SelfCheckReport>(&outcome)) {
        m_state = State::Done;
        m_table->setReport(*report);
        m_ui->table->resizeColumnsToContents();
    } else if (const auto* failure = std::get_if<Failure>(&outcome)) {
        m_state = State::Failed;
        m_failure = *failure;
    } else {
        m_state = State::Cancelled;
    }
    refresh();
}

QString SelfCheckDialog::verdict() const
{
    if (!m_saveProblem.isEmpty())
        return m_saveProblem;
    switch (m_state) {
    case State::Idle:
    case State::Running:
        break;
    case State::Cancelled:
        return tr("Cancelled: nothing was judged.");
    case State::Failed:
        return sentenceFor(m_failure);
    case State::Done: {
        const int judged = m_table->judged();
        const int outside = judged - m_table->within();
        if (m_table->report().passed && outside == 0)
            return tr("Passed: all %n judged quantities are within what is allowed. This program computes what the reference computes.", nullptr,
                      judged);
        return tr("FAILED: %n of %1 judged quantities are outside of what is allowed. Do not trust results of this build, and please report it.",
                  nullptr, outside)
            .arg(judged);
    }
    }
    return {};
}

QString SelfCheckDialog::saveTo(const QString& path) const
{
    const widgets::ExportNotes notes{
        {QStringLiteral("program"), QCoreApplication::applicationName() + QLatin1Char(' ') + QCoreApplication::applicationVersion()},
        {QStringLiteral("reference"), QFileInfo(m_referenceFile).fileName()},
        {QStringLiteral("passed"), m_table->report().passed ? QStringLiteral("yes") : QStringLiteral("no")}};
    return widgets::saveFile(path, widgets::toCsv(*m_table, SelfCheckTable::SortRole, notes));
}

void SelfCheckDialog::chooseFile()
{
    auto path = QFileDialog::getSaveFileName(this, tr("Save the self-check"), QStringLiteral("self-check.csv"), tr("Table (*.csv)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        path += QLatin1String(".csv");
    const auto reason = saveTo(path);
    m_saveProblem = reason.isEmpty() ? QString() : tr("%1 was not saved: %2").arg(path, reason);
    refresh();
}

void SelfCheckDialog::refresh()
{
    m_ui->verdict->setText(m_state == State::Running ? tr("Checking\u2026") : verdict());
    m_ui->run->setText(m_state == State::Running ? tr("&Cancel") : tr("Check &again"));
    m_ui->progress->setVisible(m_state == State::Running);
    m_ui->save->setEnabled(m_state == State::Done);
    m_table->retranslate();
}

void SelfCheckDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    }
    QDialog::changeEvent(event);
}

}
