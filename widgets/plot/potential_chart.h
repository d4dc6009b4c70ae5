#pragma once

#include "widgets/plot/potential_lines.h"

#include <QWidget>

#include <memory>

class QCPAxis;
class QCustomPlot;

namespace spikeclip::widgets {

class ElidedLabel;
class LevelNames;
class PotentialLegend;
class PotentialPlottable;

/// The membrane potential of some neurons of one layer over the steps 0 to T, 0 being the rest before the first. The wheel zooms at the
/// pointer, dragging pans, a double click shows all again; a click or Left and Right choose a step, a click on a line or Up and Down a neuron.
class PotentialChart : public QWidget
{
    Q_OBJECT
public:
    explicit PotentialChart(QWidget* parent = nullptr);
    ~PotentialChart() override;

    void setTrace(const data::PotentialTrace& trace, const data::SpikeShape& shape); ///< a chosen neuron stays chosen if it is there again
    void setStep(int step);
    void setShowsCurrent(bool shows);
    void chooseNeuron(std::int64_t neuron); ///< one that is not drawn: none

    int step() const; ///< shown; 0: there are none
    int drawn() const;
    QString caption() const; ///< "8 of 20 neurons, the first chosen; ..."
    QString readout() const; ///< what the chosen neuron, or the first, does at the step shown
    QString summary() const;
    QPointF pixelOf(QPointF point) const;           ///< in this widget, of a step and a potential
    void paintTo(QPaintDevice& device, QSize size); ///< as PaintView wants it

    QSize sizeHint() const override { return {480, 340}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

Q_SIGNALS:
    void stepChosen(int step);
    void neuronChosen(std::int64_t neuron);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void buildPlot();
    void restyle();
    void retranslate();
    void refresh(); ///< words, legend and picture after any change
    void showAll();
    void fit(int height);
    void keepInside(QCPAxis* axis);
    void moveTo(int step);
    void choose(int index);
    void onRelease(QPointF position);
    QString readoutIn(double width) const; ///< shortened, if it must be
    QString tipAt(QPointF position) const;

    QCustomPlot* m_plot;
    PotentialLegend* m_legend;
    ElidedLabel* m_readout;
    QCPAxis* m_x = nullptr; ///< these belong to the plot
    QCPAxis* m_y = nullptr;
    PotentialPlottable* m_lines = nullptr;
    LevelNames* m_levels = nullptr;
    std::shared_ptr<PotentialState> m_state;
    QPointF m_pressed;
};

}
