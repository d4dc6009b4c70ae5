#pragma once

#include "widgets/gallery_table.h"

#include <QListView>

class QPainter;

namespace spikeclip::widgets {

/// Pictures side by side, each with its winner, its score, and marks for spikes that are kept and for files that failed. The cells fill the width.
class GalleryGrid : public QListView
{
    Q_OBJECT
public:
    explicit GalleryGrid(QWidget* parent = nullptr);

    /// What is in sight, on any device.
    void paintTo(QPaintDevice& device, QSize size) const;

    /// "Spikes are kept": a few ticks of a spike train.
    static void paintKeptMark(QPainter& painter, const QRectF& area, const QColor& colour);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitCells();
    void retranslate();
};

}
