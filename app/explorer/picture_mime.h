#pragma once

#include <QMimeData>
#include <QString>

namespace spikeclip::explorer {

/// Whether a drop or the clipboard holds a file or a picture.
bool holdsPicture(const QMimeData& mime);

/// The first local file, or an empty string.
QString firstFile(const QMimeData& mime);

/// The picture's own encoded bytes if the source offers them, else nothing: then `mime.imageData()` has pixels.
QByteArray encodedPicture(const QMimeData& mime);

}
