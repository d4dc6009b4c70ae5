#include "widgets/train/verdict_line.h"

#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

namespace spikeclip::widgets {

/// The mark alone.
class VerdictMark : public QWidget
{
public:
    VerdictMark() { setFixedSize(16, 18); }

    VerdictLine::Kind kind = VerdictLine::Kind::Neutral;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        VerdictLine::paintMark(painter, kind, QRectF(0, 1, 16, 16), palette());
    }
};

VerdictLine::VerdictLine(QWidget* parent) : QWidget(parent), m_mark(new VerdictMark), m_text(new QLabel)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(m_mark, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumWidth(80);
    auto policy = m_text->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    policy.setHeightForWidth(true);
    m_text->setSizePolicy(policy);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    hide();
}

void VerdictLine::setVerdict(Kind kind, const QString& text)
{
    m_mark->kind = kind;
    m_mark->update();
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

VerdictLine::Kind VerdictLine::kind() const
{
    return m_mark->kind;
}

QString VerdictLine::text() const
{
    return m_text->text();
}

void VerdictLine::paintMark(QPainter& painter, Kind kind, const QRectF& square, const QPalette& palette)
{
    const auto colours = chartColours(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = square.width() / 16;
    const auto at = [&](double x, double y) { return square.topLeft() + unit * QPointF(x, y); };
    switch (kind) {
    case Kind::Well:
        painter.setPen(QPen(colours.event, 2.4 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{at(3, 8.5), at(6.5, 12), at(13, 4)});
        break;
    case Kind::Attention: {
        painter.setPen(QPen(colours.warning, 1.5 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(colours.warning);
        painter.drawPolygon(QPolygonF{at(8, 2), at(15, 14), at(1, 14)});
        painter.setPen(QPen(palette.color(QPalette::Base), 1.8 * unit, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at(8, 6.5), at(8, 9.5));
        painter.drawPoint(at(8, 12.3));
        break;
    }
    case Kind::Neutral:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.quiet);
        painter.drawEllipse(at(8, 8), 3.5 * unit, 3.5 * unit);
        break;
    }
    painter.restore();
}

}
