#pragma once

#include <QAbstractScrollArea>
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
class RateChart : public QAbstractScrollArea
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
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// A group's heading (layer < 0) or a layer's bar.
    struct Line
    {
        QString text;
        int layer = -1;
        bool inBlock = false;
    };
    void layOut();
    void refresh();
    int lineHeight() const;
    int axisHeight() const;

    QList<LayerRate> m_layers;
    double m_mean = 0;
    QString m_absence;
    QList<Line> m_lines;
};

}
