#pragma once

#include "app/session/gallery.h"
#include "app/session/settings.h"
#include "widgets/gallery_panel.h"

#include <QObject>
#include <QStringList>

namespace spikeclip::explorer {

/// One picture of the gallery as its row in the panel.
widgets::GalleryRow galleryRow(const session::GalleryItem& item);

/// Joins a gallery and its panel, and remembers the memory cap. What concerns the rest of the window is passed on.
class GalleryLink : public QObject
{
    Q_OBJECT
public:
    /// Gallery, panel and settings must outlive this object. The gallery gets the cap of the settings.
    GalleryLink(session::Gallery& gallery, widgets::GalleryPanel& panel, session::Settings& settings, QObject* parent = nullptr);

Q_SIGNALS:
    void folderRequested(); ///< somebody wants to choose a folder
    void pictureChosen(const QString& path);
    void stackRequested(const QStringList& paths); ///< two or more, in the order shown

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showAll();
    void showFigures();
    QStringList paths(const QList<int>& indexes) const;

    session::Gallery& m_gallery;
    widgets::GalleryPanel& m_panel;
};

}
