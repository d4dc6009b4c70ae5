#pragma once

#include "widgets/plot/potential_lines.h"
#include "widgets/plot/qcp.h"

#include <memory>

namespace spikeclip::widgets {

/// The step shown, the levels of threshold and reset, and a line for each neuron with its marks: open where it is silent, filled and with a
/// stroke above where it fires.
class PotentialPlottable : public QCPAbstractPlottable
{
public:
    PotentialPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const PotentialState> state);

    void setPalette(const QPalette& palette) { m_palette = palette; }

    /// Index of the drawn neuron whose line passes at most `reach` pixels from there, the nearest; -1: none.
    int neuronAt(QPointF position, double reach) const;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    QPointF place(int index, QPointF point) const; ///< pixels; neurons stand a little beside one another
    void drawStep(QCPPainter& painter) const;
    void drawLevels(QCPPainter& painter) const;
    void drawNeuron(QCPPainter& painter, int index) const;

    std::shared_ptr<const PotentialState> m_state;
    QPalette m_palette;
};

/// What the levels are called, at the right of the axes, where no line passes.
class LevelNames : public QCPAbstractPlottable
{
public:
    LevelNames(QCPAxis* x, QCPAxis* y, std::shared_ptr<const PotentialState> state);

    void setStyle(const QFont& font, const QColor& colour);
    void setNames(const QString& threshold, const QString& reset);
    double width() const; ///< that the axes leave at their right

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}
    QRect clipRect() const override { return mParentPlot->viewport(); }

private:
    std::shared_ptr<const PotentialState> m_state;
    QFont m_font;
    QColor m_colour;
    QString m_threshold;
    QString m_reset;
};

/// Marks and strokes of one category as the lines have them, for a legend as well.
enum class PotentialMark { Silent, Spike };
void paintPotentialMark(QPainter& painter, const CategoryStyle& style, PotentialMark mark, QPointF centre, double scale, const QColor& paper);
void paintCurrentMark(QPainter& painter, QPointF centre, const QColor& colour);

}
