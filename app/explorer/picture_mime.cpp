#include "app/explorer/picture_mime.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace spikeclip::explorer {

bool holdsPicture(const QMimeData& mime)
{
    return mime.hasImage() || !firstFile(mime).isEmpty();
}

QString firstFile(const QMimeData& mime)
{
    const auto urls = mime.urls();
    const auto local = std::ranges::find_if(urls, &QUrl::isLocalFile);
    return local == urls.end() ? QString() : local->toLocalFile();
}

QByteArray encodedPicture(const QMimeData& mime)
{
    for (const auto* format : {"image/png", "image/jpeg", "image/webp", "image/bmp", "image/tiff"})
        if (auto bytes = mime.data(QString::fromLatin1(format)); !bytes.isEmpty())
            return bytes;
    return {};
}

}
