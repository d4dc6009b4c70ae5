#pragma once

#include "core/data/potential_trace.h"
#include "core/data/spike_record.h"
#include "widgets/view_panel.h"

#include <cstdint>

class QCheckBox;

namespace spikeclip::widgets {

class ElidedLabel;
class PotentialChart;
class PotentialTable;

/// The membrane potential of the neurons chosen elsewhere, step by step.
class PotentialPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit PotentialPanel(QWidget* parent = nullptr);

    /// Of the trace, the first neurons are drawn and all are in the table. `shape` is the layer's: it tells channel and position.
    void setTrace(const data::PotentialTrace& trace, const data::SpikeShape& shape);
    void setWaiting();                        ///< neurons are chosen, but their trace is not there yet
    void setNothing(const QString& why = {}); ///< a sentence; without one: how to choose neurons
    void setStep(int step);
    void chooseNeuron(std::int64_t neuron); ///< emphasised, if it is drawn

Q_SIGNALS:
    void stepChosen(int step);              ///< by the reader, here
    void neuronChosen(std::int64_t neuron); ///< likewise

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    enum class State { Nothing, Waiting, Shown };
    PotentialPanel(PotentialChart* chart, PotentialTable* table, QWidget* parent);

    State m_state = State::Nothing;
    QString m_why;
    data::PotentialTrace m_trace;
    data::SpikeShape m_shape;
    bool m_isNew = false; ///< the trace, not yet given to the chart
    int m_step = 1;
    std::int64_t m_chosen = -1;

    PotentialChart* m_chart;
    PotentialTable* m_table;
    QCheckBox* m_current;
    ElidedLabel* m_caption;
};

}
