#include "core/portion.h"

#include "core/data/outcome.h"
#include "core/translate.h"

#include <exception>

namespace spikeclip {

Portion::Portion(int size, Halved halved) : m_size(size), m_halved(std::move(halved))
{
    if (size < 1)
        throw Error(ErrorCode::BadValue, "a portion must have at least one sample");
}

void Portion::rememberOutOfMemory()
{
    auto failure = translate(std::current_exception());
    if (failure.code != ErrorCode::OutOfMemory)
        throw;
    m_reason = std::move(failure.detail);
}

void Portion::halve()
{
    if (m_size == 1)
        throw Error(ErrorCode::OutOfMemory, "one sample at a time, " + m_reason);
    m_size /= 2;
    if (m_halved)
        m_halved(m_size);
}

}
