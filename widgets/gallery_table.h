#pragma once

#include <QAbstractTableModel>
#include <QImage>
#include <QList>
#include <QSortFilterProxyModel>
#include <QString>

namespace spikeclip::widgets {

/// One picture of many and its answer after all steps.
struct GalleryRow
{
    enum class State { Waiting, Done, Failed };

    QString path;
    QString name; ///< of the file
    State state = State::Waiting;
    QImage thumbnail;       ///< null until there is one
    QString winner;         ///< the leading label, if done
    double cosine = 0;      ///< of the winner, in [-1, 1]
    double probability = 0; ///< of the winner among all labels, in [0, 1]
    bool kept = false;      ///< its spikes are in the memory
    QString problem;        ///< why it failed, as a sentence
};

/// The pictures of a gallery, one a row, in the order added. Display texts follow the locale; SortRole has plain numbers; what is not known is empty.
class GalleryTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { File, Winner, Cosine, Probability, Kept, Note, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;    ///< as ViewPanel::SortRole
    static constexpr int RowRole = Qt::UserRole + 1; ///< the GalleryRow

    explicit GalleryTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// All rows anew. Where they are the same pictures as before, selections stay.
    void setRows(const QList<GalleryRow>& rows);
    void addRows(const QList<GalleryRow>& rows);
    void setRow(int index, const GalleryRow& row);
    void setScale(double scale); ///< of the softmax: named beside the probability
    void retranslate();          ///< headers and words are asked for again

    const QList<GalleryRow>& rows() const { return m_rows; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const GalleryRow& row, int column) const;
    QVariant number(const GalleryRow& row, int column) const;
    QString toolTip(const GalleryRow& row) const;

    QList<GalleryRow> m_rows;
    double m_scale = 1;
};

/// Some rows of a GalleryTable in another order. What has no answer comes last; of equal ones the first added first.
class GalleryOrder : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class By { Added, Winner, Score };
    enum class Show { All, Winner, Waiting, Failed };

    /// Owns the table from now on.
    explicit GalleryOrder(GalleryTable* table);

    void sortBy(By by);
    void show(Show show, const QString& winner = {}); ///< `winner` for Show::Winner

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const GalleryTable* m_table;
    By m_by = By::Added;
    Show m_show = Show::All;
    QString m_winner;
};

}
