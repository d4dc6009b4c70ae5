#pragma once

#include <QWidget>

class QLabel;

namespace spikeclip::widgets {

class VerdictMark;

/// A sentence or two with a mark in front: a tick if all is well, a triangle if something asks for attention, a dot for anything else. Never a
/// colour alone.
class VerdictLine : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Well, Attention, Neutral };

    explicit VerdictLine(QWidget* parent = nullptr);

    void setVerdict(Kind kind, const QString& text); ///< an empty text hides the line
    Kind kind() const;
    QString text() const;

    static void paintMark(QPainter& painter, Kind kind, const QRectF& square, const QPalette& palette);

private:
    VerdictMark* m_mark;
    QLabel* m_text;
};

}
