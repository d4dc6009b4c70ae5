#pragma once

#include "core/data/activity.h"
#include "core/data/speed.h"

#include <QList>
#include <QPointF>
#include <QWidget>

#include <vector>

class QPainter;

namespace spikeclip::widgets {

/// Rate against time on this computer: a thin curve for each measured shape of layer, the time of skipping silent neurons as a share of
/// the time of computing every one, with a mark where both take the same; and a dot for each layer of one pass, by its path.
///
/// Units   x is the firing rate of the input in [0, 1], y is ms / denseMs; both axes begin at 0, so half the height is half the time
class SpeedChart : public QWidget
{
    Q_OBJECT
public:
    explicit SpeedChart(QWidget* parent = nullptr);

    void setSpeed(const data::MachineSpeed& speed);
    void setTimes(const std::vector<data::LayerTime>& times); ///< layers without a measured shape have no dot

    int dotCount() const { return static_cast<int>(m_dots.size()); }
    int currentDot() const { return m_current; } ///< by rate, from 0; -1: none
    QString dotText(int dot) const;              ///< the layer with its figures, in two lines
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Dot
    {
        data::LayerTime time;
        const data::LayerSpeed* speed; ///< in m_speed
        double share() const { return time.ms / speed->denseMs; }
    };
    /// From rates and shares to pixels.
    struct Frame
    {
        QRectF area;
        double titleTop; ///< of the axis of shares, pixels
        double rateEnd, shareEnd;
        QPointF at(double rate, double share) const;
    };
    void refresh();
    void setCurrent(int dot);
    Frame frame() const;
    QPointF place(const Frame& frame, const Dot& dot) const;
    int dotAt(QPointF position) const;
    QString caption() const;
    double captionTop(const Frame& frame) const;
    void paintAxes(QPainter& painter, const Frame& frame) const;
    void paintCurves(QPainter& painter, const Frame& frame) const;
    void paintDots(QPainter& painter, const Frame& frame) const;
    void paintCaption(QPainter& painter, const Frame& frame) const;

    data::MachineSpeed m_speed;
    std::vector<data::LayerTime> m_times;
    std::vector<Dot> m_dots; ///< rates ascending
    int m_current = -1;
};

}
