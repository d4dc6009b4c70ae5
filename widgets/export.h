#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>

#include <functional>
#include <utility>

class QAbstractItemModel;
class QPaintDevice;

/// Views as files: pictures to print, tables to compute with.
namespace spikeclip::widgets {

/// What a file says about itself: model, steps, preset and so on, as name and value.
using ExportNotes = QList<std::pair<QString, QString>>;

/// Paints a view of the given size, in units of a widget, on any device with a painter of its own.
using PaintView = std::function<void(QPaintDevice& device, QSize size)>;

/// Marks in one view that an SVG keeps as shapes; with more, that part becomes a picture inside of it.
inline constexpr int mostVectorMarks = 20'000;

bool isVector(const QPaintDevice& device);

QByteArray toPng(const PaintView& paint, QSize size, double scale, const ExportNotes& notes);
QByteArray toSvg(const PaintView& paint, QSize size, const QString& title, const ExportNotes& notes);

/// The headers and rows of a table, `role` first and the text where it has none, comma-separated, quoted where needed, whatever the
/// reader's language. Notes come first as lines that begin with '#'.
QByteArray toCsv(const QAbstractItemModel& table, int role, const ExportNotes& notes);

/// One line of such a file, with its end.
QByteArray csvLine(const QStringList& fields);
QByteArray csvNotes(const ExportNotes& notes);

/// Writes all or nothing. Returns the reason if it could not, else an empty text.
QString saveFile(const QString& path, const QByteArray& bytes);

}
