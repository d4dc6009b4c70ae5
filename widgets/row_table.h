#pragma once

#include <QAbstractTableModel>

namespace spikeclip::widgets {

/// What the tables of views have in common: rows and columns whose cells have a plain value, to sort by and to write to files, and a text in the reader's
/// language. A table derives from it, says what its cells hold, and resets the model when that changes.
class RowTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int SortRole = Qt::UserRole; ///< as ViewPanel::SortRole

    explicit RowTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void retranslate(); ///< headers and texts are asked for again

    int rowCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : rows(); }
    int columnCount(const QModelIndex& parent = {}) const final { return parent.isValid() ? 0 : columns(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    virtual int rows() const = 0;
    virtual int columns() const = 0;
    virtual QVariant value(int row, int column) const = 0; ///< a number or a text; invalid: there is none
    virtual QString text(int row, int column) const = 0;
    virtual bool isText(int row, int column) const = 0; ///< stands at the left; numbers stand at the right
    virtual QString tip(int, int) const { return {}; }  ///< empty: none
    virtual QString header(int column) const = 0;
    virtual QString headerTip(int) const { return {}; } ///< empty: none
};

}
