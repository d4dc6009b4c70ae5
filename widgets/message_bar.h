#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace spikeclip::widgets {

/// One sentence above the views about something that went wrong, or that may be done now. Blocks nothing; goes when dismissed, when replaced or when cleared.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const QString& sentence);
    void offer(const QString& sentence, const QString& action); ///< with a button; it goes when that was pressed
    void clear();
    QString message() const;
    QString action() const; ///< empty: nothing is offered

Q_SIGNALS:
    void accepted(); ///< what is offered

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void say(const QString& sentence, const QString& action);

    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
};

}
