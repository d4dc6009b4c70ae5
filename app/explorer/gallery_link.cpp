#include "app/explorer/gallery_link.h"

#include "app/explorer/presentation.h"
#include "widgets/convert.h"

#include <QEvent>

namespace spikeclip::explorer {

using session::Gallery;
using session::Setting;
using widgets::GalleryPanel;

namespace {

std::size_t capOf(int megabytes)
{
    return static_cast<std::size_t>(std::max(0, megabytes)) * static_cast<std::size_t>(GalleryPanel::bytesPerMb);
}

/// The sentence without the folder, for which there is no room in a cell.
QString problemOf(const session::GalleryItem& item)
{
    auto failure = item.failure;
    const auto path = item.path.toStdString();
    if (const auto at = failure.detail.find(path); at != std::string::npos)
        failure.detail.replace(at, path.size(), item.name.toStdString());
    return sentenceFor(failure);
}

}

widgets::GalleryRow galleryRow(const session::GalleryItem& item)
{
    using From = session::GalleryItem::State;
    using To = widgets::GalleryRow::State;
    return {.path = item.path,
            .name = item.name,
            .state = item.state == From::Done     ? To::Done
                     : item.state == From::Failed ? To::Failed
                                                  : To::Waiting,
            .thumbnail = widgets::toQImage(item.thumbnail),
            .winner = item.winner,
            .cosine = item.cosine,
            .probability = item.probability,
            .kept = item.kept,
            .problem = item.state == From::Failed ? problemOf(item) : QString()};
}

GalleryLink::GalleryLink(Gallery& gallery, GalleryPanel& panel, session::Settings& settings, QObject* parent)
    : QObject(parent), m_gallery(gallery), m_panel(panel)
{
    gallery.setCap(capOf(settings.value<int>(Setting::RecordCapMb)));

    connect(&gallery, &Gallery::itemsAdded, this, [this](int first, int count) {
        QList<widgets::GalleryRow> rows;
        for (int i = first; i < first + count; ++i)
            rows << galleryRow(m_gallery.items()[static_cast<std::size_t>(i)]);
        m_panel.addRows(rows);
        showFigures();
    });
    connect(&gallery, &Gallery::itemChanged, this,
            [this](int index) { m_panel.setRow(index, galleryRow(m_gallery.items()[static_cast<std::size_t>(index)])); });
    connect(&gallery, &Gallery::itemsReset, this, &GalleryLink::showAll);
    connect(&gallery, &Gallery::progressed, this, &GalleryLink::showFigures);
    connect(&gallery, &Gallery::finished, this, &GalleryLink::showFigures);
    connect(&gallery, &Gallery::recordsChanged, this, &GalleryLink::showFigures);
    connect(&gallery, &Gallery::readingFolders, this, &GalleryLink::showFigures);
    connect(&gallery, &Gallery::added, this, [this](const session::GalleryAddition& addition) {
        showFigures();
        m_panel.setNotes(widgets::GalleryNotes{.added = addition.added,
                                               .known = addition.known,
                                               .leftOut = addition.leftOut,
                                               .atLeast = addition.cutShort,
                                               .most = Gallery::mostPictures,
                                               .unreadableFolders = addition.unreadableFolders});
    });

    connect(&panel, &GalleryPanel::folderRequested, this, &GalleryLink::folderRequested);
    connect(&panel, &GalleryPanel::clearRequested, &gallery, &Gallery::clear);
    connect(&panel, &GalleryPanel::cancelRequested, &gallery, &Gallery::cancel);
    connect(&panel, &GalleryPanel::retryRequested, &gallery, &Gallery::retry);
    connect(&panel, &GalleryPanel::capEdited, this, [this, &settings](int megabytes) {
        settings.setValue(Setting::RecordCapMb, megabytes);
        m_gallery.setCap(capOf(megabytes));
    });
    connect(&panel, &GalleryPanel::pictureChosen, this, [this](int index) { Q_EMIT pictureChosen(paths({index}).front()); });
    connect(&panel, &GalleryPanel::stackRequested, this, [this](const QList<int>& indexes) { Q_EMIT stackRequested(paths(indexes)); });
    panel.installEventFilter(this);
    showAll();
}

QStringList GalleryLink::paths(const QList<int>& indexes) const
{
    QStringList list;
    for (const int index : indexes)
        list << m_gallery.items().at(static_cast<std::size_t>(index)).path;
    return list;
}

void GalleryLink::showAll()
{
    QList<widgets::GalleryRow> rows;
    for (const auto& item : m_gallery.items())
        rows << galleryRow(item);
    m_panel.setRows(rows);
    showFigures();
}

void GalleryLink::showFigures()
{
    const auto counts = m_gallery.counts();
    m_panel.setScale(m_gallery.scale());
    m_panel.setFigures({.done = counts.done,
                        .failed = counts.failed,
                        .running = m_gallery.isRunning(),
                        .reading = m_gallery.isReadingFolders(),
                        .kept = counts.kept,
                        .others = counts.others,
                        .bytes = static_cast<double>(m_gallery.bytes()),
                        .capBytes = static_cast<double>(m_gallery.cap())});
}

bool GalleryLink::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        showAll(); // sentences about broken files are in the language of the moment
    return QObject::eventFilter(watched, event);
}

}
