#pragma once

#include "widgets/cell_grid.h"
#include "widgets/gallery_table.h"

class QPainter;

namespace spikeclip::widgets {

/// Pictures side by side, each with its winner, its score, and marks for spikes that are kept and for files that failed. The cells fill the width.
class GalleryGrid : public CellGrid
{
    Q_OBJECT
public:
    explicit GalleryGrid(QWidget* parent = nullptr);

    /// What is in sight, on any device.
    void paintTo(QPaintDevice& device, QSize size) const;

    /// "Spikes are kept": a few ticks of a spike train.
    static void paintKeptMark(QPainter& painter, const QRectF& area, const QColor& colour);

protected:
    int cellHeight(int cell) const override;
    void retranslate() override;
};

}
