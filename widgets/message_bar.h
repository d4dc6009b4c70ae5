#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace spikeclip::widgets {

/// One sentence above the views about something that went wrong. Blocks nothing; goes when dismissed, when replaced or when cleared.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const QString& sentence);
    void clear();
    QString message() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();

    QLabel* m_text;
    QToolButton* m_close;
};

}
