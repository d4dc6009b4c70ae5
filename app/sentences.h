#pragma once

#include "core/data/outcome.h"

namespace spikeclip {

/// What happened and what to do, in one English sentence with "%1" where the failure's detail goes.
///
/// Window and command line share these words. The window translates them: QCoreApplication::translate("Errors", sentence(code)).arg(detail).
const char* sentence(ErrorCode code);

}
