#pragma once

#include <QImage>
#include <QListWidget>

namespace spikeclip::widgets {

/// A row of small pictures to choose from.
class SampleStrip : public QListWidget
{
    Q_OBJECT
public:
    static constexpr QSize thumbnailSize{88, 60}; ///< logical pixels

    explicit SampleStrip(QWidget* parent = nullptr);

    void setNames(const QStringList& names);               ///< empty places until the thumbnails arrive
    void setThumbnail(int index, const QImage& thumbnail); ///< null: this sample cannot be read
    void select(int index);                                ///< -1: none of them is shown; emits nothing

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    QIcon placeholder() const;
    void retranslate();
};

}
