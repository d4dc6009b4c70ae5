#include "app/session/folder_scan.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <system_error>

namespace spikeclip::session {

namespace fs = std::filesystem;

namespace {

bool isPictureName(const QString& name)
{
    static constexpr std::array suffixes = {"jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff"};
    const auto dot = name.lastIndexOf(QLatin1Char('.'));
    const auto suffix = QStringView(name).mid(dot + 1);
    return dot > 0
           && std::ranges::any_of(suffixes, [&](const char* known) { return suffix.compare(QLatin1String(known), Qt::CaseInsensitive) == 0; });
}

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// The digits at the front without leading zeros; `text` goes on behind them.
QStringView takeNumber(QStringView& text)
{
    qsizetype end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    auto number = text.first(end);
    text = text.sliced(end);
    while (number.size() > 1 && number.front() == QLatin1Char('0'))
        number = number.sliced(1);
    return number;
}

fs::path toPath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

QString fromPath(const fs::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

}

bool naturallyBefore(QStringView a, QStringView b)
{
    auto left = a;
    auto right = b;
    while (!left.isEmpty() && !right.isEmpty()) {
        if (isDigit(left.front()) && isDigit(right.front())) {
            const auto x = takeNumber(left);
            const auto y = takeNumber(right);
            if (x.size() != y.size())
                return x.size() < y.size();
            if (const int order = x.compare(y); order != 0)
                return order < 0;
        } else {
            const auto x = left.front().toCaseFolded();
            const auto y = right.front().toCaseFolded();
            if (x != y)
                return x < y;
            left = left.sliced(1);
            right = right.sliced(1);
        }
    }
    if (left.isEmpty() != right.isEmpty())
        return left.isEmpty();
    return a.compare(b) < 0; // alike but for case or zeros: still one order
}

FolderScan::FolderScan(const QStringList& paths, int most) : m_most(most), m_given(paths.begin(), paths.end()) {}

void FolderScan::add(const QString& file)
{
    if (m_known.contains(file))
        return;
    if (m_found.files.size() >= m_most) {
        ++m_found.leftOut;
        return;
    }
    m_known.insert(file);
    m_found.files << file;
}

void FolderScan::open(const Folder& folder)
{
    std::error_code error;
    m_entry = folder.depth > mostDepth ? fs::directory_iterator() : fs::directory_iterator(folder.path, error);
    if (error || folder.depth > mostDepth) {
        ++m_found.unreadableFolders;
        return;
    }
    m_current = folder;
    m_reading = true;
}

void FolderScan::close()
{
    m_reading = false;
    m_entry = {};
    std::ranges::sort(m_files, naturallyBefore);
    std::ranges::sort(m_subfolders, naturallyBefore);
    for (const auto& name : std::as_const(m_files))
        add(fromPath(m_current.path / toPath(name)));
    for (auto name = m_subfolders.crbegin(); name != m_subfolders.crend(); ++name)
        m_folders.push_back({m_current.path / toPath(*name), m_current.depth + 1});
    m_files.clear();
    m_subfolders.clear();
}

bool FolderScan::advance(int entries)
{
    std::error_code error;
    for (int i = 0; i < entries; ++i) {
        if (m_reading) {
            if (m_entry == fs::directory_iterator()) {
                close();
                continue;
            }
            const auto name = fromPath(m_entry->path().filename());
            const bool isLink = m_entry->is_symlink(error);
            if (name.startsWith(QLatin1Char('.'))) {
                // hidden
            } else if (m_entry->is_directory(error)) {
                if (!isLink)
                    m_subfolders << name;
            } else if (isPictureName(name) && m_entry->is_regular_file(error)) {
                m_files << name;
            }
            m_entry.increment(error);
            if (error)
                m_entry = {}; // what was listed until here is taken
            if (++m_looked >= mostEntries) {
                m_found.cutShort = true;
                close();
                m_folders.clear();
                m_given.clear();
            }
        } else if (!m_folders.empty()) {
            const auto folder = m_folders.back();
            m_folders.pop_back();
            open(folder);
        } else if (!m_given.empty()) {
            const QFileInfo given(m_given.front());
            m_given.pop_front();
            const auto path = QDir::cleanPath(given.absoluteFilePath());
            if (given.isDir())
                m_folders.push_back({toPath(path), 0});
            else
                add(path);
        } else {
            return false;
        }
    }
    return m_reading || !m_folders.empty() || !m_given.empty();
}

}
