#pragma once

#include <functional>
#include <iosfwd>
#include <string>

namespace spikeclip::cli {

/// Tells how far a long job is: one line that is rewritten on a terminal, or a plain line every ten seconds into a file.
///
/// The last report is always shown, at the latest when the object goes.
class ProgressLine
{
public:
    struct Style
    {
        bool rewrite = false; ///< on a terminal
        int columns = 80;     ///< longer reports are cut, so that rewriting hits one line only
    };

    ProgressLine(std::ostream& err, Style style, std::function<double()> seconds);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void report(double fraction, const std::string& note);

private:
    void show();

    std::ostream& m_err;
    Style m_style;
    std::function<double()> m_seconds;
    std::string m_latest;
    bool m_pending = false; ///< the latest report has not been shown
    bool m_shown = false;
    double m_lastShown = 0;
};

}
