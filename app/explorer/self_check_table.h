#pragma once

#include "core/engine.h"

#include <QAbstractTableModel>

namespace spikeclip::explorer {

/// The deviations of a self-check, one a row. Display texts follow the locale; SortRole has plain numbers.
class SelfCheckTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Path, Quantity, Largest, Allowed, Verdict, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    explicit SelfCheckTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setReport(const SelfCheckReport& report);
    void retranslate(); ///< headers and words are asked for again

    int judged() const; ///< rows with a tolerance
    int within() const; ///< of these
    const SelfCheckReport& report() const { return m_report; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Deviation& deviation, int column) const;

    SelfCheckReport m_report;
};

}
