#pragma once

#include "core/data/layer_statistics.h"
#include "widgets/row_view.h"

#include <QString>

#include <optional>

namespace spikeclip::widgets {

/// One layer's neurons by how often they fired, and what the session adds to it.
struct HistogramFigures
{
    QString layer; ///< module path
    data::LayerStatistics statistics;
    qint64 sessionPictures = 0;                      ///< in `neverFired`
    std::optional<qint64> neverFired = std::nullopt; ///< neurons silent for every one of these pictures; nothing: not known
};

/// Neurons by the number of their spikes, a bar each with its count, on a linear or a logarithmic axis; above them in words who is dead
/// and who saturated. Up and Down, Home and End go through the bars.
class RateHistogram : public RowView
{
    Q_OBJECT
public:
    enum class Scale { Linear, Logarithmic };

    explicit RateHistogram(QWidget* parent = nullptr);

    void setFigures(const HistogramFigures& figures);
    void setScale(Scale scale);

    /// Length of the bar of so many neurons as a part of the axis, in [0, 1]. The logarithmic axis begins at one half, so that a single neuron has a
    /// bar and none has not.
    double lengthOf(qint64 neurons) const;
    QString barText(int spikes) const;           ///< "2 spikes: 1 234 of 10 000 neurons (12.3 %)"
    int currentBar() const { return m_current; } ///< -1: none
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    int rowCount() const override { return static_cast<int>(m_figures.statistics.neurons.size()); }
    QString absence() const override { return summary(); }
    QString rowTip(int row) const override { return barText(row); }
    QString headerTip() const override;
    int headerHeight() const override;
    int footerHeight() const override;
    int spareHeight() const override { return 44; }
    int leastSpareHeight() const override { return 1; }
    bool isChoosable(int) const override { return true; }
    int chosenRow() const override { return m_current; }
    void onChosen(int row) override;
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// A bar's kind decides its colour, and a word beside the bar says the same.
    enum class Kind { Dead, Usual, Saturated };
    struct Places
    {
        double names, kinds, left, right; ///< where numbers and kinds end, where bars begin and where the longest ends
        bool shares;                      ///< whether there is room for them behind the counts
    };
    Kind kindOf(int spikes) const;
    QString wordOf(Kind kind) const;
    QColor colourOf(Kind kind) const;
    QString partText(qint64 neurons) const; ///< "1 234 of 10 000 (12.3 %)"
    QString countText(qint64 neurons, bool share) const;
    QStringList storyLines() const;
    qint64 largest() const;
    double axisEnd() const;
    Places places() const;
    void refresh();

    HistogramFigures m_figures;
    Scale m_scale = Scale::Linear;
    int m_current = -1;
    Places m_places{}; ///< of the rows being painted
};

/// "12.3 %", and of very few or nearly all "< 0.1 %" and "> 99.9 %": nobody is rounded away.
QString shareText(qint64 part, qint64 whole);

}
