#pragma once

#include "core/energy/rules.h"

#include <QString>

namespace spikeclip::session {

/// The rules of the energy estimate as one settings value: a JSON object of numbers, names and switches.
QString toSetting(const energy::Rules& rules);

/// What `toSetting` made. A field that is missing, unknown or impossible has its default, as has all of it where the text is no such object: a settings
/// file is edited by hand, and by programs of other versions.
energy::Rules rulesFromSetting(const QString& text);

}
