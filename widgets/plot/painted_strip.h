#pragma once

#include <QColor>
#include <QList>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <functional>

class QPainter;

namespace spikeclip::widgets {

/// A line or a few above or below a plot, painted alike on the screen and in a file, as high as its width makes it.
class PaintedStrip : public QWidget
{
    Q_OBJECT
public:
    explicit PaintedStrip(QWidget* parent);

    /// What it needs in that width; not more than `most` where it can do with less.
    virtual int heightIn(int width, int most) const = 0;
    virtual void paint(QPainter& painter, const QRectF& area) const = 0;
    virtual QString tipAt(QPointF position) const = 0;
    void fitInto(int width, int most); ///< sets its own height

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

/// One thing that a legend explains: words, and a sample painted into an area of that width.
struct LegendItem
{
    QString text;
    QString brief; ///< said instead where there is no room for whole words; the tool tip has those
    double width = 12;
    std::function<void(QPainter& painter, const QRectF& sample)> paint;
};

/// Samples with words, in as many rows as that takes; in brief, if they would take more than they may.
class ChartLegend : public PaintedStrip
{
    Q_OBJECT
public:
    using PaintedStrip::PaintedStrip;

    void setItems(const QList<LegendItem>& items);
    int heightIn(int width, int most) const override;
    void paint(QPainter& painter, const QRectF& area) const override;
    QString tipAt(QPointF position) const override;

private:
    double gap(bool whole) const;
    QList<QRectF> places(double width, bool whole) const;
    int rowsHeight(double width, bool whole) const;

    QList<LegendItem> m_items;
};

/// Sentences, wrapped. Where there is no room for all, the last line that fits is cut off, and the tool tip has the rest.
class ChartWords : public PaintedStrip
{
    Q_OBJECT
public:
    using PaintedStrip::PaintedStrip;

    void setText(const QString& text);
    QString text() const { return m_text; }
    int heightIn(int width, int most) const override;
    void paint(QPainter& painter, const QRectF& area) const override;
    QString tipAt(QPointF) const override { return m_text; }

private:
    QStringList lines(double width) const;

    QString m_text;
};

}
