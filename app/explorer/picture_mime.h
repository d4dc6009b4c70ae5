#pragma once

#include <QMimeData>
#include <QStringList>

namespace spikeclip::explorer {

/// The local files and folders of a drop or of the clipboard, in its order.
QStringList localFiles(const QMimeData& mime);

/// The picture's own encoded bytes if the source offers them, else nothing: then `mime.imageData()` has pixels.
QByteArray encodedPicture(const QMimeData& mime);

}
