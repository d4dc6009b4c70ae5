#include "app/session/gallery.h"

#include "core/data/ranking.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace spikeclip::session {

using State = GalleryItem::State;

namespace {

bool asksTheSame(const InferenceRequest& a, const InferenceRequest& b)
{
    return a.labels == b.labels && a.templates == b.templates && a.encoder == b.encoder && a.steps == b.steps;
}

bool holdsSpikes(const Layers& layers)
{
    return std::ranges::any_of(layers, [](const data::LayerActivity& layer) { return layer.spikes != nullptr; });
}

}

Gallery::Gallery(Inference& inference, std::size_t capBytes, QObject* parent) : QObject(parent), m_inference(inference), m_records(capBytes)
{
    connect(&inference, &Inference::foldersRead, this, &Gallery::onFoldersRead);
    connect(&inference, &Inference::pictureListed, this, &Gallery::onListed);
    connect(&inference, &Inference::listEnded, this, &Gallery::onListEnded);
}

void Gallery::addFiles(const QStringList& paths)
{
    m_inference.readFolders(paths, mostPictures);
    Q_EMIT readingFolders();
}

void Gallery::onFoldersRead(const FoundPictures& found)
{
    GalleryAddition addition{.leftOut = found.leftOut, .unreadableFolders = found.unreadableFolders, .cutShort = found.cutShort};
    const auto first = static_cast<int>(m_items.size());
    for (const auto& file : found.files) {
        if (m_index.contains(file)) {
            ++addition.known;
        } else if (m_items.size() >= mostPictures) {
            ++addition.leftOut;
        } else {
            m_index.insert(file, static_cast<int>(m_items.size()));
            const bool kept = m_records.contains(file.toStdString());
            m_kept += kept;
            m_items.push_back({.path = file, .name = QFileInfo(file).fileName(), .kept = kept});
            ++addition.added;
        }
    }
    m_cosines.resize(m_items.size());
    if (addition.added > 0) {
        Q_EMIT itemsAdded(first, addition.added);
        run();
    }
    Q_EMIT added(addition);
}

void Gallery::clear()
{
    m_inference.cancelFolders();
    m_inference.cancelList();
    m_running = false;
    m_items.clear();
    m_cosines.clear();
    m_index.clear();
    m_records.clear();
    m_done = m_failed = m_kept = 0;
    Q_EMIT itemsReset();
    Q_EMIT recordsChanged();
    Q_EMIT progressed(0, 0);
}

void Gallery::cancel()
{
    const bool reading = isReadingFolders();
    m_inference.cancelFolders();
    m_inference.cancelList();
    if (std::exchange(m_running, false) || reading)
        Q_EMIT finished();
}

void Gallery::retry()
{
    for (std::size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].state == State::Failed) {
            forgetAnswer(i);
            Q_EMIT itemChanged(static_cast<int>(i));
        }
    run();
}

void Gallery::setRequest(const InferenceRequest& request, const QString& model)
{
    const bool otherSpikes = request.encoder != m_request.encoder || request.steps != m_request.steps || model != m_model;
    if (model == m_model && asksTheSame(request, m_request))
        return;
    const bool withTwin = m_request.withTwin;
    m_request = request;
    m_request.image = nullptr;
    m_request.withTwin = withTwin;
    m_request.recording = data::Recording::Full;
    m_model = model;
    if (otherSpikes)
        forgetRecords();
    for (std::size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].state != State::Failed || m_items[i].thumbnail) // other labels do not mend a broken file
            forgetAnswer(i);
    if (m_items.empty())
        return;
    Q_EMIT itemsReset();
    run();
}

void Gallery::setWithTwin(bool withTwin)
{
    if (withTwin == m_request.withTwin)
        return;
    m_request.withTwin = withTwin;
    if (m_running || std::ranges::any_of(m_items, [this](const GalleryItem& item) { return lacksTwin(item); }))
        run();
}

/// Whether its answer is to be compared with that of the twin, which has not been asked.
bool Gallery::lacksTwin(const GalleryItem& item) const
{
    return m_request.withTwin && m_request.encoder == Encoder::Snn && item.state == State::Done && !item.twinAsked;
}

GalleryAgreement Gallery::agreement() const
{
    GalleryAgreement agreement;
    for (const auto& item : m_items)
        if (!item.twinWinner.isEmpty()) {
            ++agreement.compared;
            agreement.agree += item.twinWinner == item.winner;
        }
    return agreement;
}

void Gallery::setScale(double scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    for (std::size_t i = 0; i < m_items.size(); ++i)
        showProbability(i);
    if (!m_items.empty())
        Q_EMIT itemsReset();
}

double Gallery::scale() const
{
    return m_scale > 0 ? m_scale : m_modelScale;
}

GalleryCounts Gallery::counts() const
{
    return {.total = static_cast<int>(m_items.size()),
            .done = m_done,
            .failed = m_failed,
            .kept = m_kept,
            .others = static_cast<int>(m_records.count()) - m_kept};
}

/// Asks for everything that waits, instead of what was asked for before.
void Gallery::run()
{
    PictureList list{.entries = {}, .thumbnail = thumbnailSize, .ask = {}};
    if (hasRequest())
        list.ask = m_request;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const auto& item = m_items[i];
        if ((item.state == State::Waiting && (list.ask || !item.thumbnail)) || (list.ask && lacksTwin(item)))
            list.entries << PictureList::Entry{.index = static_cast<int>(i), .file = item.path, .withThumbnail = !item.thumbnail};
    }
    m_running = true;
    Q_EMIT progressed(m_done + m_failed, static_cast<int>(m_items.size()));
    m_inference.requestList(list);
}

void Gallery::onListed(const ListedPicture& picture)
{
    const auto index = static_cast<std::size_t>(picture.index);
    if (!m_running || index >= m_items.size())
        return;
    auto& item = m_items[index];
    if (picture.thumbnail)
        item.thumbnail = picture.thumbnail;
    const bool known = item.state == State::Done; // it was the twin's turn
    item.twinAsked = m_request.withTwin;
    if (const auto* failure = std::get_if<Failure>(&picture.answer); failure && !known) {
        item.state = State::Failed;
        item.failure = *failure;
        ++m_failed;
    } else if (const auto* result = std::get_if<InferenceResult>(&picture.answer); result && !result->cosine.empty() && !result->labels.empty()) {
        item.state = State::Done;
        m_done += !known;
        m_modelScale = result->scale;
        m_cosines[index] = result->cosine.back();
        const auto best = data::rank(m_cosines[index], scale()).front();
        item.winner = QString::fromStdString(result->labels.at(static_cast<std::size_t>(best.label)).text);
        item.cosine = best.cosine;
        item.probability = best.probability;
        if (!result->twinCosine.empty()) {
            const auto twin = data::rank(result->twinCosine, scale()).front().label;
            item.twinWinner = QString::fromStdString(result->labels.at(static_cast<std::size_t>(twin)).text);
        }
        if (!known)
            keep(item.path, result->layers);
        Q_EMIT classified(picture.index, *result);
    }
    Q_EMIT itemChanged(picture.index);
    Q_EMIT progressed(m_done + m_failed, static_cast<int>(m_items.size()));
}

void Gallery::onListEnded()
{
    if (std::exchange(m_running, false))
        Q_EMIT finished();
}

void Gallery::forgetAnswer(std::size_t index)
{
    auto& item = m_items[index];
    m_done -= item.state == State::Done;
    m_failed -= item.state == State::Failed;
    item.state = State::Waiting;
    item.winner.clear();
    item.cosine = item.probability = 0;
    item.twinAsked = false;
    item.twinWinner.clear();
    item.failure = {};
    m_cosines[index].clear();
}

void Gallery::showProbability(std::size_t index)
{
    if (m_items[index].state == State::Done)
        m_items[index].probability = data::rank(m_cosines[index], scale()).front().probability;
}

void Gallery::keep(const QString& picture, const Layers& layers)
{
    if (!holdsSpikes(layers))
        return;
    markGone(m_records.keep(picture.toStdString(), layers));
    if (const auto found = m_index.constFind(picture); found != m_index.cend()) {
        auto& item = m_items[static_cast<std::size_t>(*found)];
        const bool kept = m_records.contains(picture.toStdString());
        m_kept += kept - item.kept;
        if (std::exchange(item.kept, kept) != kept)
            Q_EMIT itemChanged(*found);
    }
    Q_EMIT recordsChanged();
}

void Gallery::setCap(std::size_t bytes)
{
    if (bytes == m_records.mostBytes())
        return;
    markGone(m_records.setMostBytes(bytes));
    Q_EMIT recordsChanged();
}

void Gallery::markGone(const std::vector<std::string>& pictures)
{
    for (const auto& picture : pictures)
        if (const auto found = m_index.constFind(QString::fromStdString(picture)); found != m_index.cend()) {
            m_items[static_cast<std::size_t>(*found)].kept = false;
            --m_kept;
            Q_EMIT itemChanged(*found);
        }
}

void Gallery::forgetRecords()
{
    m_records.clear();
    for (auto& item : m_items)
        item.kept = false;
    m_kept = 0;
    Q_EMIT recordsChanged();
}

}
