#pragma once

#include <QWidget>

class QLabel;
class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace spikeclip::widgets {

class ElidedLabel;

/// A titled card around one view. Its "?" and F1 explain the view where somebody has something to say about it.
class Panel : public QWidget
{
    Q_OBJECT
public:
    explicit Panel(QWidget* parent = nullptr);

    QString title() const;
    void setTitle(const QString& title);
    QString note() const;
    void setNote(const QString& note);       ///< faint words after the title, e.g. a unit
    void setHelp(const QString& help);       ///< rich text of a few sentences; empty: no "?"
    void addToHeader(QWidget* widget);       ///< at the right of the title
    void setContent(QWidget* widget);

    /// The line with title, note and buttons, for somebody who shows it elsewhere, such as a dock. The panel keeps writing into it.
    QWidget* takeHeader();

    void showHelp();

Q_SIGNALS:
    void titleChanged(const QString& title);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateNoteColour();
    void retranslateHelp();

    QWidget* m_headerLine;
    QLabel* m_title;
    ElidedLabel* m_note;
    QToolButton* m_help;
    QHBoxLayout* m_header;
    QVBoxLayout* m_layout;
};

}
