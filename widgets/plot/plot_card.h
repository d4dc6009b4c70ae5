#pragma once

#include <QList>
#include <QPointF>
#include <QWidget>

class QCPAxis;
class QCPPainter;
class QCustomPlot;

namespace spikeclip::widgets {

class ChartLegend;
class ChartWords;
class PaintedStrip;

/// A plot with its legend above and its words below, on the screen and in files; what charts of this kind have in common. A chart derives from it,
/// draws in the plot, and calls refresh() whenever something has changed.
class PlotCard : public QWidget
{
    Q_OBJECT
public:
    explicit PlotCard(QWidget* parent = nullptr);

    QString caption() const;                        ///< the words below
    virtual QString summary() const = 0;            ///< everything in sentences
    QPointF pixelOf(double x, double y) const;      ///< in this widget, of coordinates of the plot
    void paintTo(QPaintDevice& device, QSize size); ///< as PaintView wants it

    QSize sizeHint() const override { return {480, 340}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

protected:
    QCustomPlot& plot() const { return *m_plot; }
    QCPAxis* x() const;
    QCPAxis* y() const;
    ChartLegend& legend() const { return *m_legend; }
    ChartWords& words() const { return *m_words; }
    void addStrip(PaintedStrip* strip); ///< between plot and words

    void refresh(); ///< after any change: calls describe(), makes room and draws again

    void style(); ///< to be called once at the end of a chart's constructor

    virtual void describe() = 0;                       ///< legend, words, ranges of the axes
    virtual void fitAxes(int height) = 0;              ///< labels and ticks, in a plot of that height
    virtual void restyle() = 0;                        ///< palette or font has changed
    virtual QString tipAt(QPointF position) const = 0; ///< position in the plot
    virtual void onClicked(QPointF position) = 0;      ///< likewise

    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QList<PaintedStrip*> below() const;

    QCustomPlot* m_plot;
    ChartLegend* m_legend;
    QList<PaintedStrip*> m_strips;
    ChartWords* m_words;
    QPointF m_pressed;
};

}
