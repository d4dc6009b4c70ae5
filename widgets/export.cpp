#include "widgets/export.h"

#include <QAbstractItemModel>
#include <QBuffer>
#include <QImage>
#include <QPaintEngine>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QtMath>

namespace spikeclip::widgets {

namespace {

/// A field in the C locale: 0.1 whatever the reader's language writes.
QString plainText(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
        return QString::number(value.toDouble(), 'g', 10);
    default:
        return value.toString();
    }
}

QString flat(QString text) { return text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' ')); }

}

bool isVector(const QPaintDevice& device)
{
    const auto* engine = device.paintEngine();
    return engine && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf);
}

QByteArray toPng(const PaintView& paint, QSize size, double scale, const ExportNotes& notes)
{
    QImage image(QSize(qCeil(size.width() * scale), qCeil(size.height() * scale)), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    paint(image, size);
    for (const auto& [name, value] : notes)
        image.setText(name, flat(value));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray toSvg(const PaintView& paint, QSize size, const QString& title, const ExportNotes& notes)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QStringList description;
    for (const auto& [name, value] : notes)
        description << name + QLatin1String(": ") + flat(value);
    // Some versions of the generator escape what they are given here and some do not: they get words that need it not, replaced below.
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(96); // one unit of the file is one of the widget
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    svg.setTitle(QStringLiteral("title"));
    svg.setDescription(QStringLiteral("notes"));
    paint(svg, size);
    bytes.replace("<title>title</title>", "<title>" + title.toHtmlEscaped().toUtf8() + "</title>");
    bytes.replace("<desc>notes</desc>", "<desc>" + description.join(QLatin1String("; ")).toHtmlEscaped().toUtf8() + "</desc>");
    return bytes;
}

QByteArray csvLine(const QStringList& fields)
{
    QStringList quoted;
    for (auto field : fields) {
        const bool needsQuotes = field.contains(QLatin1Char(',')) || field.contains(QLatin1Char('"')) || field.contains(QLatin1Char('\n'));
        if (needsQuotes)
            field = QLatin1Char('"') + field.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        quoted << field;
    }
    return quoted.join(QLatin1Char(',')).toUtf8() + '\n';
}

QByteArray csvNotes(const ExportNotes& notes)
{
    QByteArray text;
    for (const auto& [name, value] : notes)
        text += "# " + flat(name).toUtf8() + ": " + flat(value).toUtf8() + '\n';
    return text;
}

QByteArray toCsv(const QAbstractItemModel& table, int role, const ExportNotes& notes)
{
    auto text = csvNotes(notes);
    QStringList fields;
    for (int column = 0; column < table.columnCount(); ++column)
        fields << table.headerData(column, Qt::Horizontal).toString();
    text += csvLine(fields);
    for (int row = 0; row < table.rowCount(); ++row) {
        fields.clear();
        for (int column = 0; column < table.columnCount(); ++column) {
            const auto index = table.index(row, column);
            const auto number = table.data(index, role);
            fields << plainText(number.isValid() ? number : table.data(index, Qt::DisplayRole));
        }
        text += csvLine(fields);
    }
    return text;
}

QString saveFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

}
