#pragma once

#include "core/data/spike_difference.h"
#include "widgets/plot/raster_band.h"

#include <QAbstractScrollArea>
#include <QList>

class QPainter;

namespace spikeclip::widgets {

/// What a difference is called, and which neurons it is about.
struct DifferenceCaption
{
    QString first, second;        ///< labels
    QList<RasterBand> bands = {}; ///< of the rows of the difference, told apart beside them
    NeuronName nameOf = {};       ///< what a tool tip says beside the index
};

/// The neurons of one layer whose spikes two labels change, upwards, over the steps, to the right from 1. A row is never less than a pixel
/// high: what finds no room scrolls, and the caption says which rows are in sight. The wheel zooms at the pointer, dragging scrolls, a double
/// click shows as much as fits; a click or Left, Right, Home and End choose a step, Up and Down a neuron.
class DifferenceView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit DifferenceView(QWidget* parent = nullptr);

    void setDifference(const data::SpikeDifference& difference, const DifferenceCaption& caption);
    const data::SpikeDifference& difference() const { return m_difference; }

    void setStep(int step); ///< marked, from 1; 0: none
    int chosenRow() const { return m_row; }
    void chooseRow(int row);          ///< -1: none
    void setRowHeight(double height); ///< at least 1; 0: as much as fits
    double rowHeight() const;
    data::CellRange rowsInSight() const;

    QString caption() const;
    QString summary() const;
    QString tipAt(QPointF position) const;

    void paint(QPainter& painter, const QRectF& area) const; ///< on any device, as far as it is scrolled

    QSize sizeHint() const override { return {240, 240}; }
    QSize minimumSizeHint() const override { return {90, 70}; }

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// Where things stand in an area. Rows are counted upwards from `cells.bottom()`.
    struct Places
    {
        QRectF cells, bands, numbers, steps, caption;
        double rowHeight, columnWidth;
        double fit;   ///< height of a row with which as many as possible are in sight
        double below; ///< pixels of rows that are scrolled out of sight below
        double left;  ///< pixels of columns that are scrolled out of sight at the left
        double top(int row) const;
        double bottom(int row) const;
        double columnAt(int step) const { return cells.left() - left + step * columnWidth; } ///< left edge; step from 0
        data::CellRange inSight(int rows) const;
        int rowAt(double y, int rows) const;   ///< -1: none
        int stepAt(double x, int count) const; ///< from 0; -1: none
    };
    Places placesIn(const QRectF& area) const;
    void updateBars();
    void retranslate();
    void zoom(double factor, double y);
    void goToStep(int step);
    QString captionText(data::CellRange inSight) const;
    QString rowText(int row) const;
    void paintMargins(QPainter& painter, const Places& places, data::CellRange rows) const;
    void paintCells(QPainter& painter, const Places& places, data::CellRange rows) const;

    data::SpikeDifference m_difference;
    DifferenceCaption m_caption;
    int m_step = 0;
    int m_row = -1;
    double m_rowHeight = 0; ///< 0: as much as fits
    QPointF m_pressed;
    int m_pressedValue = 0;
};

}
