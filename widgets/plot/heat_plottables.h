#pragma once

#include "widgets/plot/cell_axes.h"
#include "widgets/plot/heat_image.h"

#include <QStringList>

#include <memory>

namespace spikeclip::widgets {

/// What the parts of one heat map show together.
struct HeatState
{
    HeatTable table;
    double scaleEnd = 1;
    int step = -1; ///< the column that is emphasised
    HeatCell chosen;
    data::CellRange frameRows; ///< what is framed around the chosen cell
    data::CellRange frameColumns;
    std::vector<HeatCell> marked;

    QFont font; ///< of values and texts
    QRgb paper = 0;
    QColor text, faint, mark, stepMark;
};

/// The place of cells on the plot.
QRectF cellsRect(const QCPAxis& x, const QCPAxis& y, data::CellRange rows, data::CellRange columns);

/// The cells, and their values where there is room for them.
class HeatPlottable : public QCPAbstractPlottable
{
public:
    HeatPlottable(QCPAxis* x, QCPAxis* y, std::shared_ptr<const HeatState> state);

    CellWindow window() const;
    bool isShared() const { return m_image.isShared(); }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    bool drawShapes(QCPPainter& painter) const;
    void drawSeams(QCPPainter& painter) const;
    void drawValues(QCPPainter& painter) const;
    data::CellRange rowsInSight() const;
    data::CellRange columnsInSight() const;

    std::shared_ptr<const HeatState> m_state;
    HeatImage m_image;
};

/// What stands over and beside the cells: frames around what is chosen, names of groups, tags.
class HeatMarks : public QCPLayerable
{
public:
    HeatMarks(QCPAxis* x, QCPAxis* y, std::shared_ptr<const HeatState> state);

    static int groupWidth(const QFont& font) { return QFontMetrics(font).height() + 6; } ///< of the names beside the row labels

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    void drawGroups(QCPPainter& painter) const;
    void drawTags(QCPPainter& painter) const;
    void drawDiagonal(QCPPainter& painter) const;
    void drawStep(QCPPainter& painter) const;

    QCPAxis* m_x;
    QCPAxis* m_y;
    std::shared_ptr<const HeatState> m_state;
};

/// An axis rectangle that keeps the ratio of a picture's sides.
class PictureRect : public QCPAxisRect
{
public:
    using QCPAxisRect::QCPAxisRect;
    void setRatio(double widthToHeight) { m_ratio = widthToHeight; } ///< 0: any

    void update(UpdatePhase phase) override;

private:
    double m_ratio = 0;
};

/// A label for each cell or, where there is no room for all, for each second, fifth and so on.
class CellTicker : public QCPAxisTicker
{
public:
    /// `first` is the number of the first cell, whose middle is `origin` on the axis. Labels, if there are any, replace numbers.
    void setCells(int cells, const QStringList& labels, int first, double origin);
    void setRoom(int every, const QFontMetrics& metrics, int mostWidth); ///< longer labels are shortened

protected:
    double getTickStep(const QCPRange&) override { return m_every; }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override;

private:
    int m_cells = 0;
    int m_first = 0;
    int m_every = 1;
    QStringList m_labels;
    QFontMetrics m_metrics{QFont()};
    int m_mostWidth = 1000;
};

}
