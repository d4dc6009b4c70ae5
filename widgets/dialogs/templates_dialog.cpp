#include "widgets/dialogs/templates_dialog.h"

#include "ui_templates_dialog.h"

#include <QEvent>
#include <QPushButton>

#include <algorithm>

namespace spikeclip::widgets {

TemplatesDialog::TemplatesDialog(QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::TemplatesDialog>())
{
    m_ui->setupUi(this);
    connect(m_ui->buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { m_ui->edit->setPlainText(m_standard.join(QLatin1Char('\n'))); });
    connect(m_ui->edit, &QPlainTextEdit::textChanged, this, &TemplatesDialog::validate);
    connect(this, &QDialog::accepted, this, [this] {
        const auto typed = templates();
        Q_EMIT templatesAccepted(typed == m_standard ? QStringList() : typed);
    });
}

TemplatesDialog::~TemplatesDialog() = default;

void TemplatesDialog::setTemplates(const QStringList& templates, const QStringList& standard)
{
    m_standard = standard;
    m_ui->buttons->button(QDialogButtonBox::RestoreDefaults)->setEnabled(!standard.isEmpty());
    m_ui->edit->setPlainText((templates.isEmpty() ? standard : templates).join(QLatin1Char('\n')));
    validate();
}

QStringList TemplatesDialog::templates() const
{
    QStringList typed;
    for (const auto& line : m_ui->edit->toPlainText().split(QLatin1Char('\n')))
        if (const auto trimmed = line.trimmed(); !trimmed.isEmpty())
            typed << trimmed;
    typed.removeDuplicates();
    return typed;
}

void TemplatesDialog::validate()
{
    const auto typed = templates();
    const auto wrong = std::ranges::find_if(typed, [](const QString& line) { return line.count(QStringLiteral("{}")) != 1; });
    const bool fine = wrong == typed.end();
    m_ui->problem->setText(fine ? tr("%n template(s); their label vectors are averaged.", nullptr, static_cast<int>(typed.size()))
                                : tr("\u201c%1\u201d needs exactly one {} where the label goes.").arg(*wrong));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(fine);
}

void TemplatesDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        validate();
    }
    QDialog::changeEvent(event);
}

}
