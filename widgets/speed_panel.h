#pragma once

#include "core/data/activity.h"
#include "core/data/speed.h"
#include "widgets/panel.h"

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace spikeclip::widgets {

class SpeedChart;
class SpeedTable;

/// What this computer does with the layers of the model: chart or table, and the button that measures.
class SpeedPanel : public Panel
{
    Q_OBJECT
public:
    explicit SpeedPanel(QWidget* parent = nullptr);

    void setSpeed(const data::MachineSpeed& speed); ///< without layers: the engine in use has no choice to make
    void setTimes(const std::vector<data::LayerTime>& times);
    void setMeasuring(std::optional<double> fraction); ///< in [0, 1]; nothing: not measuring
    void forget();                                    ///< what was shown was another model's

    QString notice() const; ///< said instead of a chart; empty while there is one

Q_SIGNALS:
    void measureRequested(bool anew); ///< anew: it has been measured before
    void cancelRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    bool isMeasured() const { return m_speed && !m_speed->layers.empty(); }
    void press();
    void refresh();

    std::optional<data::MachineSpeed> m_speed;
    std::optional<double> m_measuring;
    SpeedChart* m_chart;
    SpeedTable* m_table;
    QTableView* m_view;
    QWidget* m_emptyPage;
    QLabel* m_notice;
    QPushButton* m_measure;   ///< in the middle of the empty page
    QToolButton* m_again;     ///< in the header
    QToolButton* m_showTable;
    QStackedWidget* m_pages;
};

}
