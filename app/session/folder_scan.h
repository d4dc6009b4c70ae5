#pragma once

#include "app/session/jobs.h"

#include <QSet>
#include <QStringList>
#include <QStringView>

#include <deque>
#include <filesystem>
#include <vector>

namespace spikeclip::session {

/// Looks for pictures in folders and their sub-folders, a few entries at a time, so that more urgent work comes in between.
///
/// A picture is a regular file whose name ends in jpg, jpeg, png, webp, bmp, tif or tiff, in any case; what lies in it is not looked at.
/// Files given by name are taken whatever they are called. Each folder is in natural order ("9.png" before "10.png"), its files before its
/// sub-folders. Names that begin with a dot are passed over, and so are links to folders, which might lead back.
class FolderScan
{
public:
    static constexpr int mostDepth = 16;          ///< folders within folders
    static constexpr int mostEntries = 1'000'000; ///< of all folders together

    /// `paths` are files and folders; at most so many pictures are found, and the others counted.
    FolderScan(const QStringList& paths, int most);

    /// Looks at about so many entries. False once everything has been looked at.
    bool advance(int entries);

    const FoundPictures& found() const { return m_found; }

private:
    struct Folder
    {
        std::filesystem::path path;
        int depth = 0;
    };
    void open(const Folder& folder);
    void close();
    void add(const QString& file);

    int m_most;
    int m_looked = 0;
    FoundPictures m_found;
    QSet<QString> m_known;
    std::deque<QString> m_given;   ///< not looked at yet
    std::vector<Folder> m_folders; ///< to be read, the next one last

    Folder m_current; ///< being read
    bool m_reading = false;
    std::filesystem::directory_iterator m_entry;
    QStringList m_files; ///< of it, in the order of the file system
    QStringList m_subfolders;
};

/// The order of a person: numbers by their value, letters whatever their case.
bool naturallyBefore(QStringView a, QStringView b);

}
