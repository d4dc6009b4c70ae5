#pragma once

class QWidget;

namespace spikeclip::widgets {

/// For a form that scrolls: the wheel moves the form, and no number or choice changes because the pointer came to rest on it. A field that was clicked into
/// takes the wheel as ever. Fields that stand in the form now, at any depth.
void guardFromWheel(QWidget& form);

}
