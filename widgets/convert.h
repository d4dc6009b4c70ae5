#pragma once

#include "core/data/image.h"

#include <QImage>

namespace spikeclip::widgets {

/// A QImage over the same pixels, which it keeps alive. A null image for a null or empty picture.
QImage toQImage(const data::ImagePtr& image);

/// An upright, opaque picture of what was copied to the clipboard; transparent parts become white. Null for a null image.
data::ImagePtr fromQImage(const QImage& image);

}
