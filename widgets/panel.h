#pragma once

#include <QWidget>

class QLabel;
class QHBoxLayout;
class QVBoxLayout;

namespace spikeclip::widgets {

class ElidedLabel;

/// A titled card around one view.
class Panel : public QWidget
{
    Q_OBJECT
public:
    explicit Panel(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNote(const QString& note);       ///< faint words after the title, e.g. a unit
    void addToHeader(QWidget* widget);       ///< at the right of the title
    void setContent(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateNoteColour();

    QLabel* m_title;
    ElidedLabel* m_note;
    QHBoxLayout* m_header;
    QVBoxLayout* m_layout;
};

}
