#pragma once

#include "core/data/activity.h"
#include "widgets/row_view.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace spikeclip::widgets {

/// Firing rate of one layer of neurons.
struct LayerRate
{
    QString name;       ///< module path, e.g. "block.0.attn.q_lif"
    double rate = 0;    ///< spikes per neuron per step up to the step shown, in [0, 1]
    double largest = 0; ///< over all steps, so that the axis stays while T moves
    qint64 neurons = 0;
    std::vector<data::LayerTime> fed;                 ///< the layers of synapses that these neurons feed; empty if nobody timed them
    std::optional<double> sessionMean = std::nullopt; ///< as `rate`, the mean over the pictures of the session
};

/// What one pass did, layer by layer.
struct RateTable
{
    QList<LayerRate> layers;            ///< input to output
    std::vector<data::LayerTime> unfed; ///< layers of synapses behind none of `layers`: the picture's
    double meanRate = 0;
    QString absence;         ///< why there is nothing to show when `layers` is empty
    int sessionPictures = 0; ///< in `sessionMean`. Below two there is nothing to compare, and means are not shown
};

/// Firing rate per layer, input to output, grouped as stem and blocks. Beside it, if it was measured, the time of the synapses which
/// that layer feeds, with a mark for event-driven or dense; a tick across the bar where the mean of the session lies. Times are of all
/// steps, rates up to the step shown. A click, Up and Down, Home and End choose a layer.
class RateChart : public RowView
{
    Q_OBJECT
public:
    explicit RateChart(QWidget* parent = nullptr);

    void setTable(const RateTable& table);

    QString chosenLayer() const { return m_chosen; } ///< module path; empty: none
    void chooseLayer(const QString& layer);          ///< says nothing to anybody; a name that comes later is marked then

    double axisEnd() const; ///< a round number up to 1 that no layer exceeds at any step, nor the mean of the session
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void layerChosen(const QString& layer); ///< by the reader

protected:
    int rowCount() const override { return static_cast<int>(m_lines.size()); }
    bool isChoosable(int row) const override { return m_lines[row].kind == Line::Kind::Layer; }
    int chosenRow() const override;
    void onChosen(int row) override;
    QString absence() const override { return summary(); }
    QString rowTip(int row) const override;
    QString headerTip() const override;
    int headerHeight() const override;
    int footerHeight() const override;
    int spareHeight() const override { return 19; }
    int leastSpareHeight() const override { return 1; }
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;
    void changeEvent(QEvent* event) override;

private:
    /// A group's heading, a layer's bar, or the synapses behind the picture, which have a time only.
    struct Line
    {
        enum class Kind { Heading, Layer, Picture };
        QString text;
        Kind kind = Kind::Heading;
        int layer = -1;
        bool inBlock = false;
    };
    /// Where names end, the bars' axis begins and ends, the marks begin and the times end.
    struct Places
    {
        double names, left, right, marks, times;
        double axisEnd; ///< rate at `right`
        double at(double part) const { return left + (right - left) * part; }
    };
    void refresh();
    Places places() const;
    bool hasTimes() const { return m_totalMs > 0; }
    bool hasMeans() const;
    std::optional<double> meanOf(const LayerRate& layer) const; ///< to be shown
    const std::vector<data::LayerTime>& timesOf(const Line& line) const;
    QString timesStory() const;
    QString meansStory() const;
    QString timesTip() const;
    QString meansTip() const;
    void paintHeader(QPainter& painter) const;
    void paintTime(QPainter& painter, const Line& line, const QRectF& area) const;
    void paintBar(QPainter& painter, const Line& line, const QRectF& area) const;

    RateTable m_table;
    double m_totalMs = 0; ///< 0: nobody timed the layers
    QList<Line> m_lines;
    QString m_chosen;
    Places m_places{}; ///< of the rows being painted
};

}
