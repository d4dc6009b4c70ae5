#include "app/session/settings.h"

#include <QStandardPaths>
#include <QStringList>

#include <array>
#include <utility>

namespace spikeclip::session {

namespace {

struct Entry
{
    Setting setting;
    const char* key;
    QVariant standard; ///< also says the type
};

const std::array<Entry, 15>& table()
{
    static const std::array<Entry, 15> entries = {{
        {Setting::WindowGeometry, "window/geometry", QByteArray()},
        {Setting::Layout, "window/layout", QStringLiteral("simple")},
        {Setting::Docks, "window/docks", QByteArray()},
        {Setting::Columns, "window/columns", QByteArray()},
        {Setting::SpeedPanel, "window/speed_panel", QStringLiteral("auto")},
        {Setting::Theme, "window/theme", QStringLiteral("system")},
        {Setting::Labels, "labels/text", QString()},
        {Setting::Templates, "labels/templates", QStringList()},
        {Setting::ShowAllLabels, "bars/show_all", false},
        {Setting::SoftmaxScale, "bars/softmax_scale", 0.0},
        {Setting::RecentPictures, "recent/pictures", QStringList()},
        {Setting::Device, "compute/device", QStringLiteral("cpu")},
        {Setting::Threads, "compute/threads", 0},
        {Setting::EnergyRules, "energy/rules", QString()},
        {Setting::RecordCapMb, "gallery/record_cap_mb", 256},
    }};
    return entries;
}

const Entry& entryOf(Setting setting)
{
    const auto& entry = table()[static_cast<std::size_t>(setting)];
    Q_ASSERT(entry.setting == setting);
    return entry;
}

QString versionKey() { return QStringLiteral("version"); }

/// Each goes exactly one version up; the first takes a file without a version, which holds nothing yet.
using Migration = void (*)(QSettings&);
constexpr std::array<Migration, Settings::version> migrations = {
    [](QSettings&) {},
};

constexpr qsizetype recentCount = 10;

}

Settings::Settings(const QString& file)
    : m_file(file.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/settings.ini") : file,
             QSettings::IniFormat)
{
    m_file.setAtomicSyncRequired(true);
    migrate();
}

void Settings::migrate()
{
    bool isNumber = false;
    int found = m_file.value(versionKey(), 0).toInt(&isNumber);
    if (!isNumber || found < 0)
        found = 0;
    m_readOnly = found > version;
    for (; found < version; ++found) {
        migrations[static_cast<std::size_t>(found)](m_file);
        m_file.setValue(versionKey(), found + 1);
    }
}

QVariant Settings::read(Setting setting) const
{
    const auto& entry = entryOf(setting);
    auto value = m_file.value(QString::fromLatin1(entry.key), entry.standard);
    // An INI file keeps a list of one as a plain string and numbers as text.
    return value.convert(entry.standard.metaType()) ? value : entry.standard;
}

void Settings::setValue(Setting setting, const QVariant& value)
{
    if (!m_readOnly)
        m_file.setValue(QString::fromLatin1(entryOf(setting).key), value);
}

void Settings::addRecentPicture(const QString& path)
{
    auto recent = value<QStringList>(Setting::RecentPictures);
    recent.removeAll(path);
    recent.prepend(path);
    setValue(Setting::RecentPictures, QStringList(recent.mid(0, recentCount)));
}

bool Settings::save()
{
    m_file.sync();
    return m_file.status() == QSettings::NoError;
}

}
