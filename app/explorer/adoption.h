#pragma once

#include "app/session/training.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

namespace spikeclip::widgets {
class RunResultPanel;
}

namespace spikeclip::explorer {

/// Puts the model of a run into use, goes back to the one before, and saves it as a file of its own. It loads nothing itself.
class Adoption : public QObject
{
    Q_OBJECT
public:
    /// Training and panel must outlive this object; dialogs belong to `window`.
    Adoption(session::Training& training, widgets::RunResultPanel& panel, QWidget* window, QObject* parent);

    void setRun(const QString& id, const QStringList& labels); ///< whose model may be adopted; empty: none
    void setModel(const QString& file);                        ///< that is in use from now on
    void modelFailed();                                        ///< one that was to be opened; the one before stays in use

    void adopt();
    void undo(); ///< any number of times
    void saveTo(const QString& file);

    bool canUndo() const { return !m_before.isEmpty(); }
    QString runOf(const QString& modelFile) const; ///< id of the run that has made a model; empty: none of ours

Q_SIGNALS:
    void modelAsked(const QString& file);          ///< to be opened
    void adopted(const QStringList& labels);       ///< the run's model is in use; these are what it has learnt to tell apart
    void wentBack(const QString& run);             ///< to the model of this run; empty: to one that is no run's
    void saved(const QString& sentence);
    void failed(const QString& sentence);

private:
    enum class Way { Forth, Back };
    struct Change
    {
        Way way = Way::Forth;
        QString file;
        QStringList labels;
    };
    void ask(const Change& change);
    void chooseFile();
    void showReasons();

    session::Training& m_training;
    widgets::RunResultPanel& m_panel;
    QWidget* m_window;
    QString m_run;
    QStringList m_labels;            ///< of that run
    QString m_current;               ///< file of the model in use; empty: none
    QStringList m_before;            ///< files of those that adopted ones have replaced, oldest first
    std::optional<Change> m_change;  ///< asked for, and not there yet
    bool m_saving = false;
};

}
