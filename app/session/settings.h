#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

namespace spikeclip::session {

/// What the window remembers. Each has its type and default in the table of settings.cpp.
enum class Setting {
    WindowGeometry,  ///< QByteArray
    Layout,          ///< QString: "simple", "full", "energy", "train"
    Docks,           ///< QByteArray, state of the docks
    Columns,         ///< QByteArray, state of the splitter
    SpeedPanel,      ///< QString: "auto" (where there is room), "shown", "hidden"
    Theme,           ///< QString: "system", "light", "dark"
    Labels,          ///< QString as typed; empty: those of the samples
    Templates,       ///< QStringList; empty: the model's own
    ShowAllLabels,   ///< bool
    SoftmaxScale,    ///< double; 0: the model's own
    RecentPictures,  ///< QStringList of paths, newest first
    Device,          ///< QString: "cpu", "cuda:0"
    Threads,         ///< int; 0: chosen by the engine
    EnergyRules,     ///< QString: see energy_settings.h; empty: the defaults
    RecordCapMb,     ///< int: memory for the spikes of many pictures, in megabytes of 1e6 bytes
};

/// The settings file: typed, versioned, written atomically. `main` makes it and hands it down.
///
/// A value of the wrong type reads as its default. An older file is migrated one version at a time when it is opened; a file of a
/// newer program is read for what is understood and never written to.
class Settings
{
public:
    static constexpr int version = 1;

    /// Opens `file`, or the user's own settings if it is empty.
    explicit Settings(const QString& file = {});

    template <typename Value>
    Value value(Setting setting) const
    {
        return read(setting).template value<Value>();
    }

    void setValue(Setting setting, const QVariant& value);

    /// Puts a path in front of the recent pictures, which are at most ten.
    void addRecentPicture(const QString& path);

    /// Writes what has changed now rather than when Qt gets round to it; true if it is on disk.
    bool save();

private:
    QVariant read(Setting setting) const;
    void migrate();

    mutable QSettings m_file;
    bool m_readOnly = false;
};

}
