#pragma once

namespace spikeclip::explorer {

class MainWindow;

/// Prints on stdout how many milliseconds after the start of the process the window was first painted and the first bars were, then ends the
/// event loop with 0; with exitBadInput and a sentence on stderr if something could not be read.
///
/// Units   ms, of the kernel's clock ticks (usually 10 ms apart)
void reportStartAndQuit(MainWindow& window);

}
