#pragma once

#include <QList>
#include <QPlainTextEdit>
#include <QStringList>
#include <QWidget>

class QLabel;
class QSyntaxHighlighter;
class QToolButton;

namespace spikeclip::widgets {

class ElidedLabel;
class UnknownWordMarker;

/// What the model makes of one label.
struct LabelNote
{
    QString text;
    int tokens = 0;
    int capacity = 0;
    QStringList unknownWords;
    bool truncated = false;
};

/// Labels as the user types them, separated by commas or line ends (one in double quotes may hold commas), with a word on each the model
/// does not know. Whoever listens separates them and says what became of them; typing never waits for that.
class LabelEditor : public QWidget
{
    Q_OBJECT
public:
    explicit LabelEditor(QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text); ///< as if typed, can be undone; emits if it differs
    QPlainTextEdit* edit() const;

    /// `typed` labels before duplicates were merged.
    void setNotes(const QList<LabelNote>& notes, int typed);

    QStringList templates() const { return m_templates; }
    void setTemplates(const QStringList& templates, const QStringList& standard); ///< empty: the standard ones

    QString summary() const;

Q_SIGNALS:
    void textEdited(const QString& text);
    void templatesEdited(const QStringList& templates); ///< empty: the model's own
    void samplesRequested();                            ///< put the labels of the samples back

protected:
    void changeEvent(QEvent* event) override;

private:
    void editTemplates();
    void refresh();
    void retranslate();
    const LabelNote* noteAtCursor() const;

    QPlainTextEdit* m_edit;
    UnknownWordMarker* m_marker;
    ElidedLabel* m_state;
    QToolButton* m_templatesButton;
    QToolButton* m_resetButton;
    QList<LabelNote> m_notes;
    int m_merged = 0;
    QString m_lastText;
    QStringList m_templates;
    QStringList m_standardTemplates;
};

}
