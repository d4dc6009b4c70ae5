#pragma once

#include "core/data/data_survey.h"
#include "core/data/image.h"
#include "widgets/row_view.h"

#include <QHash>
#include <QImage>
#include <QSet>

#include <vector>

class QTimer;

namespace spikeclip::widgets {

/// The labels of a data set, a row each: a few pictures, the name, a bar of pictures to learn from and to judge by, their numbers. Whoever has the
/// pictures is asked for those in sight only.
class ClassList : public RowView
{
    Q_OBJECT
public:
    explicit ClassList(QWidget* parent = nullptr);

    void setClasses(const std::vector<data::ClassSurvey>& classes);
    void setThumbnail(const QString& sample, const data::ImagePtr& picture); ///< null: it could not be read
    QString rowText(int row) const;                                          ///< "owl: 16 pictures to learn from, 4 to judge by"

    QSize sizeHint() const override { return {420, 240}; }
    QSize minimumSizeHint() const override { return {200, 110}; }

Q_SIGNALS:
    void thumbnailsWanted(const QStringList& samples); ///< each once

protected:
    int rowCount() const override { return static_cast<int>(m_classes.size()); }
    QString absence() const override;
    QString rowTip(int row) const override { return rowText(row); }
    int headerHeight() const override { return fontMetrics().height() + 4; }
    int spareHeight() const override { return 18; }
    int leastSpareHeight() const override { return 14; }
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;

private:
    double paintThumbnails(QPainter& painter, const data::ClassSurvey& one, const QRectF& area);

    std::vector<data::ClassSurvey> m_classes;
    std::int64_t m_largest = 1;
    QHash<QString, QImage> m_thumbnails; ///< null: could not be read
    QSet<QString> m_asked;
    QStringList m_wanted; ///< seen while painting, to be asked for
    QTimer* m_asking;
};

}
