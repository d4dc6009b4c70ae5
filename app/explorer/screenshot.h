#pragma once

#include <QString>

namespace spikeclip::explorer {

class MainWindow;

inline constexpr int exitBadInput = 2; ///< as for the command line: an input could not be used

/// Once `window` shows an answer and its samples, saves it as a picture and ends the event loop with 0; with exitBadInput and a
/// sentence on stderr if something could not be read or written.
void saveScreenshotAndQuit(MainWindow& window, const QString& file);

}
