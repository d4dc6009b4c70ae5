#pragma once

#include <QString>
#include <QWidget>

namespace spikeclip::widgets {

/// A line that explains a plot's marks: a text and, if magnitudes are shown, their colours from one end of the scale to the other.
class ColourBar : public QWidget
{
    Q_OBJECT
public:
    explicit ColourBar(QWidget* parent = nullptr) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

    enum class Scale {
        Magnitude, ///< from 0 on
        Change,    ///< from -end to end
    };

    void showScale(const QString& text, double end, Scale scale = Scale::Magnitude);
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
    Scale m_scale = Scale::Magnitude;
};

}
