#pragma once

#include <QString>
#include <QWidget>

namespace spikeclip::widgets {

/// A line that explains a plot's marks: a text and, if magnitudes are shown, viridis from 0 to the end of its scale.
class ColourBar : public QWidget
{
    Q_OBJECT
public:
    explicit ColourBar(QWidget* parent = nullptr) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

    void showScale(const QString& text, double end);
    void showText(const QString& text);
    QString text() const; ///< all of it, for those who do not see it

    void paint(QPainter& painter, const QRectF& area) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_text;
    double m_end = 0; ///< 0: no scale
};

}
