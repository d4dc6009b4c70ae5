#pragma once

#include "core/data/image.h"
#include "widgets/cell_grid.h"

#include <QAbstractListModel>
#include <QImage>
#include <QSet>

class QTimer;

namespace spikeclip::widgets {

/// A picture of a data set that may be looked at.
struct SampleItem
{
    QString sample;  ///< its name, as io::readSample understands it
    QString name;    ///< first line below it
    QString caption; ///< second line
    QImage thumbnail;
    bool failed = false; ///< it could not be read
};

/// The pictures of a SampleGrid.
class SampleModel : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int ItemRole = Qt::UserRole; ///< the SampleItem

    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<SampleItem>& items);
    void setThumbnail(const QString& sample, const QImage& thumbnail); ///< null: it could not be read
    const QList<SampleItem>& items() const { return m_items; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_items.size()); }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<SampleItem> m_items;
};

/// Small pictures side by side with two lines each. Whoever has the files is asked for those in sight only.
class SampleGrid : public CellGrid
{
    Q_OBJECT
public:
    explicit SampleGrid(QWidget* parent = nullptr);

    void setItems(const QList<SampleItem>& items);
    void setThumbnail(const QString& sample, const data::ImagePtr& picture); ///< null: it could not be read
    int count() const { return m_model->rowCount(); }

    QSize sizeHint() const override { return {280, 220}; }
    QSize minimumSizeHint() const override { return {120, 100}; }

Q_SIGNALS:
    void thumbnailsWanted(const QStringList& samples); ///< each once
    void pictureActivated(const QString& sample);

protected:
    int cellHeight(int cell) const override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent* event) override;

private:
    void askForThoseInSight();

    SampleModel* m_model;
    QTimer* m_asking;
    QSet<QString> m_asked;
};

}
