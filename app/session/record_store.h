#pragma once

#include "core/data/activity.h"

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace spikeclip::session {

using Layers = std::vector<data::LayerActivity>;

/// The recorded spikes of several pictures within a memory cap; those not looked at for longest go first. Not for several threads.
class RecordStore
{
public:
    /// Units   bytes, as bytesOf() counts them
    explicit RecordStore(std::size_t mostBytes) : m_mostBytes(mostBytes) {}

    /// Keeps the layers of a picture as the newest, instead of what was there; not at all if they alone are beyond the cap. Returns the other
    /// pictures that had to go.
    std::vector<std::string> keep(const std::string& picture, Layers layers);

    /// The layers of a picture, which counts as looking at them; null if it is not here (any more). What was handed out outlives its place here.
    std::shared_ptr<const Layers> find(const std::string& picture);

    /// Likewise, but does not count as looking.
    bool contains(const std::string& picture) const { return m_index.contains(picture); }

    /// A lower cap drives out what is beyond it. Returns the pictures that had to go.
    std::vector<std::string> setMostBytes(std::size_t mostBytes);

    void drop(const std::string& picture);
    void clear();

    std::size_t mostBytes() const { return m_mostBytes; }
    std::size_t bytes() const { return m_bytes; }
    std::size_t count() const { return m_entries.size(); }

    /// Memory that layers take: their own objects, names, counts and the words of their spikes.
    static std::size_t bytesOf(const Layers& layers);

private:
    struct Entry
    {
        std::string picture;
        std::shared_ptr<const Layers> layers;
        std::size_t bytes = 0;
    };
    std::vector<std::string> makeRoom(std::size_t bytes);

    std::size_t m_mostBytes;
    std::size_t m_bytes = 0;
    std::list<Entry> m_entries; ///< the last looked at in front
    std::unordered_map<std::string, std::list<Entry>::iterator> m_index;
};

}
