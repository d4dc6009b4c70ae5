#include "app/session/record_store.h"

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

void RecordStore::drop(const std::string& picture)
{
    const auto found = m_index.find(picture);
    if (found == m_index.end())
        return;
    const auto entry = found->second;
    m_index.erase(found);
    m_bytes -= entry->bytes;
    m_entries.erase(entry);
}

void RecordStore::clear()
{
    m_index.clear();
    m_entries.clear();
    m_bytes = 0;
}

/// Until `bytes` more fit, or nothing is left.
std::vector<std::string> RecordStore::makeRoom(std::size_t bytes)
{
    std::vector<std::string> gone;
    while (!m_entries.empty() && m_bytes + bytes > m_mostBytes) {
        gone.push_back(m_entries.back().picture);
        drop(gone.back());
    }
    return gone;
}

std::vector<std::string> RecordStore::keep(const std::string& picture, Layers layers)
{
    drop(picture);
    const auto bytes = bytesOf(layers);
    if (bytes > m_mostBytes)
        return {};
    auto gone = makeRoom(bytes);
    m_entries.push_front({picture, std::make_shared<const Layers>(std::move(layers)), bytes});
    m_index.emplace(picture, m_entries.begin());
    m_bytes += bytes;
    return gone;
}

std::vector<std::string> RecordStore::setMostBytes(std::size_t mostBytes)
{
    m_mostBytes = mostBytes;
    return makeRoom(0);
}

std::shared_ptr<const Layers> RecordStore::find(const std::string& picture)
{
    const auto found = m_index.find(picture);
    if (found == m_index.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->layers;
}

}
