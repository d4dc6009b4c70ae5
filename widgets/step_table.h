#pragma once

#include <QAbstractTableModel>
#include <QVariant>

#include <vector>

namespace spikeclip::widgets {

/// Firing rates of layers or channels at each step, as rows. Display texts follow the locale; SortRole has plain numbers.
class StepTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    /// What it shows.
    ///
    /// Shape   rates [names, steps]; NaN: nothing there
    struct Rows
    {
        QString title;         ///< of the names: "Layer"
        QVariantList names;    ///< texts or numbers
        QList<qint64> neurons; ///< of each
        int steps = 0;
        std::vector<float> rates; ///< spikes per neuron and step
    };

    explicit StepTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(const Rows& rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override; ///< name, neurons, all steps, their mean
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    double rate(int row, int column) const;

    Rows m_rows;
};

}
