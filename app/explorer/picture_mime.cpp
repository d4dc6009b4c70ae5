#include "app/explorer/picture_mime.h"

#include <QUrl>

namespace spikeclip::explorer {

QStringList localFiles(const QMimeData& mime)
{
    QStringList files;
    for (const auto& url : mime.urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

QByteArray encodedPicture(const QMimeData& mime)
{
    for (const auto* format : {"image/png", "image/jpeg", "image/webp", "image/bmp", "image/tiff"})
        if (auto bytes = mime.data(QString::fromLatin1(format)); !bytes.isEmpty())
            return bytes;
    return {};
}

}
