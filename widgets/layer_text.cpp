#include "widgets/layer_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace spikeclip::widgets {

namespace {

struct LayerText
{
    Q_DECLARE_TR_FUNCTIONS(LayerText)
};

}

QString layerText(const QString& path)
{
    static const QRegularExpression prefix(QStringLiteral("^(block\\.\\d+\\.|patch_embed\\.)"));
    static const QRegularExpression suffix(QStringLiteral("_lif$"));
    auto name = path;
    name.remove(prefix).remove(suffix);
    const auto parts = name.split(QLatin1Char('.'));
    static const QRegularExpression stage(QStringLiteral("^block(\\d+)$"));
    if (const auto match = stage.match(name); match.hasMatch())
        return LayerText::tr("stage %1").arg(match.captured(1)); // the reference calls stages of its stem blocks, too
    if (parts.size() == 2 && parts[1].startsWith(parts[0]))
        return parts[1]; // "mlp.mlp1" says it twice
    return name.replace(QLatin1Char('.'), QLatin1Char(' '));
}

int blockOf(const QString& path)
{
    static const QRegularExpression block(QStringLiteral("^block\\.(\\d+)\\."));
    const auto match = block.match(path);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

QString groupText(int block) { return block < 0 ? LayerText::tr("Stem") : LayerText::tr("Block %1").arg(block + 1); }

QString rateText(double rate) { return QLocale().toString(rate, 'f', 3); }

QString percentText(double share) { return LayerText::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1)); }

QString timeText(double ms)
{
    if (!std::isfinite(ms))
        return QStringLiteral("\u2013");
    if (ms < 0.1)
        return LayerText::tr("%1 \u00b5s").arg(QLocale().toString(1000 * ms, 'f', 0));
    return LayerText::tr("%1 ms").arg(QLocale().toString(ms, 'f', ms < 10 ? 2 : ms < 100 ? 1 : 0));
}

QString pathText(data::SynapsePath path)
{
    return path == data::SynapsePath::Event ? LayerText::tr("event-driven") : LayerText::tr("dense");
}

double totalMs(std::span<const data::LayerTime> times)
{
    return std::accumulate(times.begin(), times.end(), 0.0, [](double sum, const auto& time) { return sum + time.ms; });
}

void paintPathMark(QPainter& painter, data::SynapsePath path, QPointF centre, double size, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (path == data::SynapsePath::Event) {
        painter.drawEllipse(centre, size / 2, size / 2);
    } else {
        const double side = 0.88 * size; // of about the disc's area
        painter.drawRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side));
    }
}

}
