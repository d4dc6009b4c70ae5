#pragma once

#include "core/data/label_text.h"
#include "core/data/spike_difference.h"
#include "widgets/row_table.h"

#include <QString>

#include <vector>

namespace spikeclip::widgets {

/// What the text side shows, as rows: one neuron each, with every step. Of one label all neurons, each step 1 or 0; of two labels the neurons
/// that differ, each step the sum of 1 for a spike of the first and 2 for one of the second. Display texts are words in the reader's language;
/// SortRole has the plain numbers.
class TextTable : public RowTable
{
    Q_OBJECT
public:
    /// Without those of the other label while there is one label only.
    enum Column { Layer, Neuron, Token, Word, OtherWord, Channel, Spikes, OtherSpikes, FirstStep };
    using RowTable::RowTable;

    void clear();
    void setReading(const data::LabelReading& reading); ///< layers without spikes are left out
    /// `differences` are of the layers of both, in their order.
    void setDifference(const data::LabelReading& first, const data::LabelReading& second, const std::vector<data::SpikeDifference>& differences);

private:
    int rows() const override;
    int columns() const override;
    QVariant value(int row, int section) const override;
    QString text(int row, int section) const override;
    bool isText(int row, int section) const override;
    QString header(int section) const override;
    QString headerTip(int section) const override;

    struct Row
    {
        QString layer;
        qint64 neuron = 0;
        int token = -1; ///< -1: a layer that hears all tokens
        int channel = -1;
        QString word, otherWord;
        std::vector<data::SpikeChange> steps;
    };
    void begin(const data::LabelReading& first, const data::LabelReading* second);
    void add(const data::LabelReading& first, const data::LabelReading* second, std::size_t layer, qint64 neuron,
             std::vector<data::SpikeChange> steps);
    int columnAt(int section) const; ///< a Column, or FirstStep and a step more from 0
    QVariant plain(const Row& row, int column) const;

    std::vector<Row> m_rows;
    QString m_first, m_second; ///< labels
    bool m_two = false;
    int m_steps = 0;
};

}
