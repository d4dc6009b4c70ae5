#pragma once

#include "widgets/plot/potential_lines.h"

#include <QList>
#include <QRectF>
#include <QWidget>

#include <memory>

namespace spikeclip::widgets {

/// Names the lines of a potential chart, and what its marks mean, in as many rows as that takes. Where there is no room for whole
/// names, neurons have their numbers only. A click chooses a neuron.
class PotentialLegend : public QWidget
{
    Q_OBJECT
public:
    PotentialLegend(std::shared_ptr<const PotentialState> state, QWidget* parent);

    /// What it needs in that width. Numbers only if whole names need more than `most`.
    int heightIn(int width, int most) const;
    void fitInto(int width, int most); ///< sets its own height
    void paint(QPainter& painter, const QRectF& area, int most) const;

Q_SIGNALS:
    void chosen(int index);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Item
    {
        enum class Kind { Neuron, Spike, Current };
        Kind kind = Kind::Neuron;
        int index = -1; ///< of a neuron
        QString text;
        QRectF place; ///< from the legend's corner
    };
    QList<Item> items(bool whole) const;
    QList<Item> laidOut(double width, int most) const;
    double rowHeight() const;
    int neuronAt(QPointF position) const;

    std::shared_ptr<const PotentialState> m_state;
    int m_most = 0;
};

}
