#include "app/session/record_store.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace spikeclip::session {

std::size_t RecordStore::bytesOf(const Layers& layers)
{
    std::size_t bytes = sizeof(Layers) + layers.capacity() * sizeof(data::LayerActivity);
    for (const auto& layer : layers) {
        bytes += layer.name.capacity() + layer.spikesPerStep.capacity() * sizeof(std::int64_t);
        if (layer.spikes) {
            const auto& shape = layer.spikes->shape();
            const auto samples = static_cast<std::size_t>(shape.steps) * static_cast<std::size_t>(shape.batch);
            bytes += sizeof(data::SpikeRecord) + samples * shape.wordsPerSample() * sizeof(std::uint64_t);
        }
    }
    return bytes;
}

void RecordStore::drop(std::list<Entry>::iterator entry)
{
    m_bytes -= entry->bytes;
    m_entries.erase(entry);
}

void RecordStore::keep(const std::string& picture, Layers layers)
{
    if (const auto old = std::ranges::find(m_entries, picture, &Entry::picture); old != m_entries.end())
        drop(old);
    const auto bytes = bytesOf(layers);
    if (bytes > m_mostBytes)
        return;
    while (m_bytes + bytes > m_mostBytes)
        drop(std::prev(m_entries.end()));
    m_entries.push_front({picture, std::make_shared<const Layers>(std::move(layers)), bytes});
    m_bytes += bytes;
}

std::shared_ptr<const Layers> RecordStore::find(const std::string& picture)
{
    const auto found = std::ranges::find(m_entries, picture, &Entry::picture);
    if (found == m_entries.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return found->layers;
}

}
