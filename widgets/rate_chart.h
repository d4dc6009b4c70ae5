#pragma once

#include "widgets/row_view.h"

#include <QList>
#include <QString>

namespace spikeclip::widgets {

/// Firing rate of one layer of neurons.
struct LayerRate
{
    QString name;         ///< module path, e.g. "block.0.attn.q_lif"
    double rate = 0;      ///< spikes per neuron per step up to the step shown, in [0, 1]
    double largest = 0;   ///< over all steps, so that the axis stays while T moves
    qint64 neurons = 0;
};

/// Firing rate per layer, input to output, grouped as stem and blocks.
class RateChart : public RowView
{
    Q_OBJECT
public:
    explicit RateChart(QWidget* parent = nullptr);

    /// `absence` says why there is nothing to show when `layers` is empty.
    void setRates(const QList<LayerRate>& layers, double meanRate, const QString& absence = {});

    double axisEnd() const; ///< a round number up to 1 that no layer exceeds at any step
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    int rowCount() const override { return static_cast<int>(m_lines.size()); }
    QString absence() const override { return summary(); }
    QString rowTip(int row) const override;
    int footerHeight() const override;
    int spareHeight() const override { return 19; }
    int leastSpareHeight() const override { return 1; }
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;
    void changeEvent(QEvent* event) override;

private:
    /// A group's heading (layer < 0) or a layer's bar.
    struct Line
    {
        QString text;
        int layer = -1;
        bool inBlock = false;
    };
    /// Where names end and the bars' axis begins and ends.
    struct Places
    {
        double names, left, right;
        double at(double part) const { return left + (right - left) * part; }
    };
    void refresh();
    Places places() const;

    QList<LayerRate> m_layers;
    double m_mean = 0;
    QString m_absence;
    QList<Line> m_lines;
    Places m_places{}; ///< of the rows being painted
};

}
