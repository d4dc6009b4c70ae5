#pragma once

#include "widgets/export.h"
#include "widgets/plot/heat_image.h"

#include <QPointF>
#include <QSharedPointer>
#include <QWidget>

#include <memory>
#include <vector>

class QCPAxis;
class QCustomPlot;

namespace spikeclip::widgets {

class CellTicker;
class ColourBar;
class ElidedLabel;
class HeatPlottable;
class PictureRect;
struct HeatState;

/// A matrix of magnitudes as colours, with its values in the cells where there is room. The wheel zooms at the pointer, dragging pans, a
/// double click shows all again; a click chooses a cell. Arrow keys, PageUp, PageDown, Home and End (with Ctrl: of the column) move what is
/// chosen, + and - zoom, Escape shows all again; Ctrl with a click or the space bar adds a cell to those chosen, or takes it away.
class HeatMap : public QWidget
{
    Q_OBJECT
public:
    explicit HeatMap(QWidget* parent = nullptr);
    ~HeatMap() override;

    /// What is in sight and chosen stays if the new table has as many rows and columns. Without `cells` they are "row 1, column 2".
    void setTable(const HeatTable& table, const HeatCells& cells = {});
    const HeatTable& table() const;

    CellWindow window() const;
    void setWindow(const CellWindow& window); ///< cut to what there is
    void showAll();

    // What a program chooses is not announced.
    void choose(HeatCell cell); ///< its row is framed; without a column the row alone
    HeatCell chosen() const;
    void setStep(int column);                                     ///< emphasised; -1: none
    void setFrame(data::CellRange rows, data::CellRange columns); ///< instead of the chosen row, until the next choice
    void setMarked(const std::vector<HeatCell>& cells);           ///< framed one by one

    HeatCell cellAt(QPointF position) const; ///< in this widget; of several on that pixel the one of the highest value
    QSize room() const;                      ///< for cells of a picture
    double scaleEnd() const;                 ///< value of the last colour

    QString summary() const;
    QByteArray visibleCsv(const ExportNotes& notes) const; ///< one line a cell in sight that holds a value
    void paintTo(QPaintDevice& device, QSize size);        ///< as PaintView wants it

    QSize sizeHint() const override { return {480, 320}; }
    QSize minimumSizeHint() const override { return {160, 110}; }

Q_SIGNALS:
    void cellChosen(int row, int column); ///< by the reader
    void cellToggled(int row, int column);
    void resized();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildPlot();
    void fitLabels(QSize plot);
    void afterDrawing();
    void restyle();
    void redraw();
    void onPress(QMouseEvent* event);
    void onRelease(QMouseEvent* event);
    void moveTo(HeatCell cell, bool chooses);
    HeatCell firstInSight() const;
    void bringIntoSight(HeatCell cell);
    void zoom(double factor);
    double leastZoom() const;
    QString wordsOf(HeatCell cell) const;
    QString valueText(double value) const;
    QString tipAt(QPointF position) const;
    std::pair<data::CellRange, data::CellRange> cellsUnder(QPointF position) const;

    QCustomPlot* m_plot;
    ColourBar* m_legend;
    ElidedLabel* m_captionLine;
    PictureRect* m_rect = nullptr; ///< these belong to the plot
    HeatPlottable* m_cells = nullptr;
    QCPAxis* m_x = nullptr;
    QCPAxis* m_y = nullptr;
    QSharedPointer<CellTicker> m_rowTicker;
    QSharedPointer<CellTicker> m_columnTicker;
    std::shared_ptr<HeatState> m_state;
    HeatCells m_names;
    HeatCell m_highest;
    QPointF m_pressed;
};

}
