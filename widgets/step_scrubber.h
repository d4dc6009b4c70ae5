#pragma once

#include <QList>
#include <QSlider>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace spikeclip::widgets {

class ElidedLabel;

/// A slider over the steps 1..T with a mark wherever another label takes the lead.
class StepSlider : public QSlider
{
    Q_OBJECT
public:
    explicit StepSlider(QWidget* parent = nullptr);

    void setFlips(const QList<int>& steps);
    const QList<int>& flips() const { return m_flips; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void playRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    double place(int step) const; ///< x of a step's centre
    int stepAt(double x) const;

    QList<int> m_flips;
};

/// Where in time the views stand: drag, Left and Right, Home and End, Space plays. Emits; computes nothing.
class StepScrubber : public QWidget
{
    Q_OBJECT
public:
    explicit StepScrubber(QWidget* parent = nullptr);

    /// Who leads after each step; T is the length. Fewer than two steps leave nothing to scrub.
    void setWinners(const QStringList& winnerPerStep);
    void setStep(int step);
    void chooseStep(int step); ///< as if somebody had dragged there
    int step() const;
    int steps() const;
    QList<int> flips() const;
    void setPlayInterval(int intervalMs);
    void play();
    void stop();
    bool isPlaying() const;
    void pressKey(int key); ///< Left, Right, Home, End or Space, when another widget has the focus
    QString summary() const;

Q_SIGNALS:
    void stepChanged(int step);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void advance();

    QStringList m_winners;
    QToolButton* m_play;
    StepSlider* m_slider;
    QLabel* m_position;
    ElidedLabel* m_story;
    QTimer m_timer;
};

}
