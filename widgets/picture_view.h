#pragma once

#include <QImage>
#include <QWidget>

namespace spikeclip::widgets {

/// The photograph, and beside it the small picture that the network really sees, enlarged without smoothing. Files and pictures can be
/// dropped anywhere in the window; this view shows that they may be.
class PictureView : public QWidget
{
    Q_OBJECT
public:
    explicit PictureView(QWidget* parent = nullptr);

    void setPicture(const QImage& picture, const QString& name);
    void setNetworkInput(const QImage& small); ///< null while it is not known
    void setDropHighlighted(bool highlighted);
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(); ///< Return, Space or a double click: the user wants another picture

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void refresh();

    QImage m_picture;
    QImage m_scaled; ///< m_picture as last painted
    QImage m_small;
    QString m_name;
    bool m_dropHighlighted = false;
};

}
