#include "widgets/convert.h"

#include <QPainter>

#include <algorithm>

namespace spikeclip::widgets {

QImage toQImage(const data::ImagePtr& image)
{
    if (!image || image->empty())
        return {};
    auto* keeper = new data::ImagePtr(image);
    return QImage(image->pixels.data(), image->width, image->height, static_cast<qsizetype>(image->width) * 3, QImage::Format_RGB888,
                  [](void* kept) { delete static_cast<data::ImagePtr*>(kept); }, keeper);
}

data::ImagePtr fromQImage(const QImage& image)
{
    if (image.isNull())
        return nullptr;
    QImage opaque(image.size(), QImage::Format_RGB888);
    opaque.fill(Qt::white);
    {
        QPainter painter(&opaque);
        painter.drawImage(QRect(QPoint(0, 0), image.size()), image); // to its size: the source may carry a pixel ratio
    }
    data::Image converted{.width = opaque.width(), .height = opaque.height(), .pixels = {}};
    const auto rowBytes = static_cast<std::size_t>(opaque.width()) * 3;
    converted.pixels.resize(rowBytes * static_cast<std::size_t>(opaque.height()));
    for (int y = 0; y < opaque.height(); ++y) // QImage pads its rows
        std::copy_n(opaque.constScanLine(y), rowBytes, converted.pixels.begin() + static_cast<std::ptrdiff_t>(rowBytes) * y);
    return std::make_shared<const data::Image>(std::move(converted));
}

}
