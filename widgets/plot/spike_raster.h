#pragma once

#include "core/data/spike_raster.h"
#include "widgets/export.h"
#include "widgets/plot/raster_band.h"

#include <QList>
#include <QPointF>
#include <QSharedPointer>
#include <QWidget>

#include <memory>
#include <vector>

class QCPAxisRect;
class QCPAxisTicker;
class QCPAxisTickerText;
class QCPPainter;
class QCustomPlot;

namespace spikeclip::widgets {

class ColourBar;
class ElidedLabel;
class MarginPlottable;
class RasterPlottable;
class StepTicker;
struct RasterRects;
struct RasterState;
struct RasterWindow;

/// Which neurons a raster shows, in words: it never shows all of a large network, and says so.
struct RasterCaption
{
    qint64 of = 0;    ///< neurons there were to choose from
    QString chosenBy; ///< "every 300th"
    QString sortedBy; ///< "index"
    QList<RasterBand> bands = {}; ///< told apart beside the rows, if there are any
    NeuronName nameOf = {};       ///< what a tool tip says beside the index
};

/// Who fired when: steps to the right from 1, neurons upwards from 0, their mean rates below and beside. The wheel zooms at the pointer,
/// dragging pans, a double click shows all again; a click chooses a neuron, dragging with Shift selects those that fired inside.
class SpikeRaster : public QWidget
{
    Q_OBJECT
public:
    explicit SpikeRaster(QWidget* parent = nullptr);
    ~SpikeRaster() override;

    void setRaster(const data::SpikeRaster& raster, const RasterCaption& caption);
    const data::SpikeRaster& raster() const;
    void setStep(int step); ///< marked, from 1; 0: none

    RasterWindow window() const;
    void setWindow(const RasterWindow& window); ///< cut to what there is
    void showAll();

    int chosenRow() const; ///< -1: none
    void chooseRow(int row);
    void selectIn(const RasterWindow& area); ///< all rows that fired inside
    void markRows(const std::vector<int>& rows); ///< selects these, ascending; one alone is also the chosen one. Announces nothing
    const std::vector<int>& selectedRows() const;
    int rowAt(QPointF position) const; ///< in this widget; of several rows on that pixel the first that fired there; -1: none

    QString summary() const;
    QByteArray visibleCsv(const ExportNotes& notes) const; ///< one line a spike in sight
    void paintTo(QPaintDevice& device, QSize size);        ///< as PaintView wants it
    void paint(QCPPainter& painter, const QRect& area);    ///< as a part of something larger

    QSize sizeHint() const override { return {480, 360}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

Q_SIGNALS:
    void neuronChosen(int row);
    void stepChosen(int step); ///< by a click, or by Left, Right, Home or End while all steps are in sight
    void selectionChanged(const std::vector<int>& rows);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildPlot();
    void restyle();
    void retranslate();
    void beforeDrawing();
    void afterDrawing();
    RasterRects rects() const;
    void onPress(QMouseEvent* event);
    void onRelease(QMouseEvent* event);
    QString tipAt(QPointF position) const;
    QString captionText() const;
    QString nameOf(int row) const;
    bool chooseStep(int key);

    QCustomPlot* m_plot;
    ColourBar* m_legend;
    ElidedLabel* m_captionLine;
    QCPAxisRect* m_main = nullptr; ///< these belong to the plot
    QCPAxisRect* m_below = nullptr;
    QCPAxisRect* m_beside = nullptr;
    RasterPlottable* m_spikes = nullptr;
    MarginPlottable* m_stepRates = nullptr;
    MarginPlottable* m_rowRates = nullptr;
    QSharedPointer<StepTicker> m_ticker;
    QSharedPointer<QCPAxisTicker> m_rowTicker;
    QSharedPointer<QCPAxisTickerText> m_bandTicker;
    std::shared_ptr<RasterState> m_state;
    RasterCaption m_caption;
    QPointF m_pressed;
};

}
