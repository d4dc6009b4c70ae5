#pragma once

#include "core/data/label_text.h"
#include "core/data/spike_difference.h"
#include "widgets/plot/raster_band.h"

#include <QList>
#include <QRect>
#include <QWidget>

#include <optional>
#include <vector>

class QTabBar;

namespace spikeclip::widgets {

class DifferenceView;
class SpikeRaster;
class TokenChips;

/// How the text encoder reads one label, or where it reads two labels differently: words as chips, under them its layers of neurons, side by side,
/// one above the other, or one at a time, as room allows.
class TextView : public QWidget
{
    Q_OBJECT
public:
    explicit TextView(QWidget* parent = nullptr);

    void showOne(const data::LabelReading& reading);
    /// `differences` are of the layers of both, in their order.
    void showBoth(const data::LabelReading& first, const data::LabelReading& second, const std::vector<data::SpikeDifference>& differences);
    void setStep(int step); ///< marked, from 1; 0: none

    QString legendText() const;                     ///< spikes of all layers that stay, appear and vanish; empty for one label
    void paintTo(QPaintDevice& device, QSize size); ///< as PaintView wants it

    QSize sizeHint() const override { return {560, 380}; }
    QSize minimumSizeHint() const override { return {200, 150}; }

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Layer
    {
        SpikeRaster* raster;
        DifferenceView* difference;
    };
    struct Places
    {
        QRect first, second, legend, tabs;
        std::vector<QRect> headings, layers; ///< empty where there is no room: then a tab chooses one
    };
    struct LegendItem
    {
        QString text;
        std::optional<data::SpikeChange> mark;
        QRectF area;
    };
    Places placesIn(QSize size) const;
    void arrange();
    void makeLayers(std::size_t count);
    void retranslate();
    QList<LegendItem> legendIn(double width) const; ///< in lines of at most that width
    QString headingOf(std::size_t layer) const;
    QString neuronName(qint64 neuron) const;
    QList<RasterBand> bandsOf(const std::vector<std::int64_t>& neurons) const;
    void paintWords(QPainter& painter, const Places& places) const;

    data::LabelReading m_one;
    data::LabelReading m_other; ///< empty for one label
    bool m_two = false;
    std::vector<data::SpikeDifference> m_differences;
    std::size_t m_shown = 0; ///< layers, from the first
    int m_step = 0;
    bool m_tight = false; ///< little height

    TokenChips* m_first;
    TokenChips* m_second;
    QTabBar* m_tabs;
    std::vector<Layer> m_layers; ///< as many as were ever shown
};

}
