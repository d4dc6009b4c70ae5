#pragma once

#include "core/data/comparison.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace spikeclip::widgets {

/// The answers of the spiking network and its twin, a row for each label, best first by the spiking network. Display texts follow the locale;
/// SortRole has plain numbers. The third model's column is there while there is one.
class CompareTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Label, Snn, Twin, Difference, SnnSoftmax, TwinSoftmax, Third };
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit CompareTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setComparison(const data::Comparison& comparison, const QStringList& labels, const QString& third); ///< `labels` in the order asked
    void retranslate(); ///< headers and numbers are asked for again

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant number(const data::ComparedLabel& label, int column) const;
    QString text(const data::ComparedLabel& label, int column) const;

    data::Comparison m_comparison;
    QStringList m_labels;
    QString m_third; ///< its name; empty: there is none
};

}
