#include "widgets/label_editor.h"

#include "core/data/typed_labels.h"
#include "widgets/dialogs/templates_dialog.h"
#include "widgets/elided_label.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextCursor>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spikeclip::widgets {

/// A wave under every word the model does not know.
class UnknownWordMarker : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit UnknownWordMarker(QTextDocument* document) : QSyntaxHighlighter(document) {}

    void setMarks(const QStringList& words, const QColor& colour)
    {
        if (words == m_words && colour == m_colour)
            return;
        m_words = words;
        m_colour = colour;
        rehighlight();
    }

protected:
    void highlightBlock(const QString& line) override
    {
        if (m_words.isEmpty())
            return;
        static const QRegularExpression word(QStringLiteral("[^\\s,]+"));
        QTextCharFormat wave;
        wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.setUnderlineColor(m_colour);
        for (auto matches = word.globalMatch(line); matches.hasNext();) {
            const auto match = matches.next();
            if (m_words.contains(match.captured(), Qt::CaseInsensitive))
                setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), wave);
        }
    }

private:
    QStringList m_words;
    QColor m_colour;
};

namespace {

/// Plain text in, files and pictures out: those belong to the window.
class LabelEdit : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override
    {
        return source->hasText() && !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
    }
};

}

LabelEditor::LabelEditor(QWidget* parent)
    : QWidget(parent), m_edit(new LabelEdit(this)), m_marker(new UnknownWordMarker(m_edit->document())), m_state(new ElidedLabel(this)),
      m_templatesButton(new QToolButton(this)), m_resetButton(new QToolButton(this))
{
    m_edit->setTabChangesFocus(true);
    m_edit->setWordWrapMode(QTextOption::WordWrap);
    m_edit->setMinimumHeight(m_edit->fontMetrics().lineSpacing() * 3 + 12);
    m_edit->setMaximumHeight(m_edit->fontMetrics().lineSpacing() * 7 + 12);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setFocusProxy(m_edit);
    for (auto* button : {m_templatesButton, m_resetButton})
        button->setAutoRaise(true);

    auto* footer = new QHBoxLayout;
    footer->setSpacing(2);
    footer->addWidget(m_state, 1);
    footer->addWidget(m_resetButton);
    footer->addWidget(m_templatesButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_edit, 1);
    layout->addLayout(footer);

    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        const auto now = text(); // highlighting changes the document too, but not the text
        if (now == m_lastText)
            return;
        m_lastText = now;
        Q_EMIT textEdited(now);
    });
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &LabelEditor::refresh);
    connect(m_templatesButton, &QToolButton::clicked, this, &LabelEditor::editTemplates);
    connect(m_resetButton, &QToolButton::clicked, this, &LabelEditor::samplesRequested);
    retranslate();
}

QString LabelEditor::text() const { return m_edit->toPlainText(); }

QPlainTextEdit* LabelEditor::edit() const { return m_edit; }

void LabelEditor::setText(const QString& text)
{
    if (text == this->text())
        return;
    QTextCursor cursor(m_edit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text); // setPlainText would forget the undo history
}

void LabelEditor::setNotes(const QList<LabelNote>& notes, int typed)
{
    m_notes = notes;
    m_merged = std::max<int>(0, typed - static_cast<int>(notes.size()));
    refresh();
}

void LabelEditor::setTemplates(const QStringList& templates, const QStringList& standard)
{
    m_templates = templates;
    m_standardTemplates = standard;
    refresh();
}

/// The label the cursor stands in, found by its text: the notes may be one keystroke old.
const LabelNote* LabelEditor::noteAtCursor() const
{
    const auto cursor = m_edit->textCursor();
    const auto line = cursor.block().text();
    const auto before = line.left(cursor.positionInBlock()).toStdU32String();
    const auto label = QString::fromStdU32String(data::labelAt(line.toStdU32String(), before.size()));
    const auto found = std::ranges::find_if(m_notes, [&](const LabelNote& note) { return note.text.compare(label, Qt::CaseInsensitive) == 0; });
    return found == m_notes.end() ? nullptr : &*found;
}

QString LabelEditor::summary() const
{
    if (m_notes.isEmpty())
        return tr("Type labels, separated by commas or line ends.");
    QStringList unknown;
    for (const auto& note : m_notes)
        unknown << note.unknownWords;
    unknown.removeDuplicates();
    QStringList parts{tr("%n label(s)", nullptr, static_cast<int>(m_notes.size()))};
    if (const auto* note = noteAtCursor())
        parts << (note->truncated ? tr("\u201c%1\u201d: %2 of %3 tokens, cut off").arg(note->text).arg(note->tokens).arg(note->capacity)
                                  : tr("\u201c%1\u201d: %2 / %3 tokens").arg(note->text).arg(note->tokens).arg(note->capacity));
    if (m_merged > 0)
        parts << tr("%n duplicate(s) merged", nullptr, m_merged);
    if (!unknown.isEmpty())
        parts << tr("unknown: %1").arg(unknown.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral(" \u00b7 "));
}

void LabelEditor::refresh()
{
    QStringList unknown;
    for (const auto& note : m_notes)
        unknown << note.unknownWords;
    const auto colours = chartColours(palette());
    m_marker->setMarks(unknown, colours.warning);
    m_state->setText(summary());
    auto shade = palette();
    shade.setColor(QPalette::WindowText, unknown.isEmpty() ? colours.faint : colours.warning);
    m_state->setPalette(shade);
    m_edit->setAccessibleDescription(summary());
    const auto used = m_templates.isEmpty() ? m_standardTemplates : m_templates;
    m_templatesButton->setToolTip(used.isEmpty() ? tr("Prompt templates") : tr("Each label is put into: %1").arg(used.join(QStringLiteral(", "))));
    m_templatesButton->setText(m_templates.isEmpty() ? tr("Templates\u2026") : tr("Templates (%1)\u2026").arg(m_templates.size()));
}

void LabelEditor::retranslate()
{
    m_edit->setAccessibleName(tr("Labels"));
    m_edit->setPlaceholderText(tr("cat, dog, a red bus \u2026"));
    m_resetButton->setText(tr("From samples"));
    m_resetButton->setToolTip(tr("Put the labels of the sample photographs back"));
    refresh();
}

void LabelEditor::editTemplates()
{
    auto* dialog = new TemplatesDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTemplates(m_templates, m_standardTemplates);
    connect(dialog, &TemplatesDialog::templatesAccepted, this, [this](const QStringList& templates) {
        setTemplates(templates, m_standardTemplates);
        Q_EMIT templatesEdited(templates);
    });
    dialog->open();
}

void LabelEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        refresh();
    QWidget::changeEvent(event);
}

}

#include "label_editor.moc"
