#include "app/cli/progress_line.h"

#include "app/cli/text_output.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace spikeclip::cli {

namespace {

constexpr double rewriteSeconds = 0.1; // more often is not read, only flickers
constexpr double plainSeconds = 10;

/// The first `columns` characters of a UTF-8 text.
std::string cut(const std::string& text, int columns)
{
    std::size_t end = 0;
    for (int seen = 0; end < text.size(); ++end) {
        const bool starts = (static_cast<unsigned char>(text[end]) & 0xC0) != 0x80;
        if (starts && ++seen > columns)
            break;
    }
    return text.substr(0, end);
}

}

ProgressLine::ProgressLine(std::ostream& err, Style style, std::function<double()> seconds)
    : m_err(err), m_style(style), m_seconds(std::move(seconds)), m_lastShown(m_seconds())
{
}

ProgressLine::~ProgressLine()
{
    if (m_pending)
        show();
    if (m_style.rewrite && m_shown)
        m_err << '\n' << std::flush;
}

void ProgressLine::report(double fraction, const std::string& note)
{
    const auto share = std::isfinite(fraction) ? std::clamp(fraction, 0.0, 1.0) : 0.0;
    m_latest = fixed(std::floor(100 * share), 0) + " %";
    if (const auto words = printable(note); !words.empty())
        m_latest += "  " + words;
    m_pending = true;
    const bool first = m_style.rewrite && !m_shown;
    if (first || m_seconds() - m_lastShown >= (m_style.rewrite ? rewriteSeconds : plainSeconds))
        show();
}

void ProgressLine::show()
{
    if (m_style.rewrite)
        m_err << '\r' << cut(m_latest, m_style.columns - 1) << "\x1b[K" << std::flush;
    else
        m_err << m_latest << '\n' << std::flush;
    m_pending = false;
    m_shown = true;
    m_lastShown = m_seconds();
}

}
