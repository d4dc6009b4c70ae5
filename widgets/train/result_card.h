#pragma once

#include "core/data/class_results.h"

#include <QPaintDevice>
#include <QWidget>

#include <memory>

namespace spikeclip::widgets {

/// The accuracy of a network after each T, before and after a run, as large words and as a small chart with 95 % intervals; firing rate and energy
/// below.
class ResultCard : public QWidget
{
    Q_OBJECT
public:
    explicit ResultCard(QWidget* parent = nullptr);

    void setSummary(const std::shared_ptr<const data::RunSummary>& summary); ///< null: nothing
    void chooseSteps(int steps);                                             ///< T that the words are about; 0: all
    int steps() const;                                                       ///< T that they are about

    QString headline() const; ///< "66.0 % -> 82.5 %"
    QString summary() const;

    void paintTo(QPaintDevice& device, QSize size); ///< as PaintView wants it

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {520, heightForWidth(520)}; }
    QSize minimumSizeHint() const override { return {220, 120}; }

Q_SIGNALS:
    void stepsChosen(int steps); ///< by the reader

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    int allSteps() const { return m_summary ? static_cast<int>(m_summary->top1AfterPerStep.size()) : 0; }
    QStringList lines() const; ///< below the headline
    QRectF chartArea(QSizeF size) const;
    int stepAt(QPointF position) const; ///< 0: none
    void moveTo(int steps);
    void paint(QPainter& painter, QSizeF size) const;
    void paintWords(QPainter& painter, const QRectF& area) const;
    void paintChart(QPainter& painter, const QRectF& area) const;
    QString stepText(int steps) const;
    void refresh();

    std::shared_ptr<const data::RunSummary> m_summary;
    data::BeforeAfter m_pair;
    int m_steps = 0; ///< 0: all
};

}
