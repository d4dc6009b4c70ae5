#pragma once

#include "core/data/network_health.h"
#include "widgets/row_view.h"

#include <QString>

namespace spikeclip::widgets {

/// The layers of a spiking network at one moment of a run: a bar each, a mark and a word where one is ill. A click, Up and Down, Home and End
/// choose a layer.
class HealthBars : public RowView
{
    Q_OBJECT
public:
    explicit HealthBars(QWidget* parent = nullptr);

    void setPoint(const data::HealthPoint& point, data::HealthMeasure measure, const QString& moment); ///< `moment`: "batch 120"
    void chooseLayer(const QString& path);                                                             ///< says nothing to anybody

    QSize sizeHint() const override { return {260, 260}; }
    QSize minimumSizeHint() const override { return {150, 110}; }

Q_SIGNALS:
    void layerChosen(const QString& path); ///< by the reader

protected:
    int rowCount() const override { return static_cast<int>(m_point.layers.size()); }
    QString absence() const override;
    QString rowTip(int row) const override;
    int headerHeight() const override { return fontMetrics().height() + 4; }
    int spareHeight() const override { return 10; }
    int leastSpareHeight() const override { return 1; }
    bool isChoosable(int) const override { return true; }
    int chosenRow() const override;
    void onChosen(int row) override;
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;

private:
    bool isIll(int row) const;
    QString valueText(int row) const;
    QString nameText(int row) const;

    data::HealthPoint m_point;
    data::HealthVerdict m_verdict;
    data::HealthMeasure m_measure = data::HealthMeasure::Rate;
    QString m_moment;
    QString m_chosen;
    double m_end = 1; ///< value of the longest bar that fits
};

}
