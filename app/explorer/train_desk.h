#pragma once

#include "app/session/training.h"
#include "widgets/export.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QToolButton;
class QWidget;

namespace spikeclip::widgets {
class ClassTablePanel;
class ConfusionPanel;
class JobList;
class MessageBar;
class PanelDock;
class RunResultPanel;
class SpikeHealthPanel;
class TrainingCurvesPanel;
class TrainingSetup;
class ViewPanel;
}

namespace spikeclip::explorer {

class Adoption;
class DockLayout;
class JobsLink;
class ResultsLink;
class SetupLink;
class TextLink;

/// The views of training: the form that begins a run, the list of runs, curves, health, and what came of it. Who does what with them is in its links; this
/// class introduces those to one another and to the window.
class TrainDesk : public QObject
{
    Q_OBJECT
public:
    /// Puts its panels into `docks`. All must outlive this object, `messages` too, where it offers what may be done.
    TrainDesk(session::Training& training, TextLink& text, DockLayout& docks, widgets::MessageBar& messages, QWidget* window);

    void setModel(const ModelInfo& model, const widgets::ExportNotes& notes); ///< that is in use from now on
    void modelFailed();                                                       ///< the one to be opened could not be
    void chooseData(const QString& path);
    void chooseLayer(const QString& layer);

    QString runName(const QString& modelFile) const; ///< of the run that has made a model; empty: none of ours
    bool isSettled() const;                          ///< everything asked for is shown
    QToolButton* status() { return m_status; }       ///< of what runs; hidden while nothing does

Q_SIGNALS:
    void modelAsked(const QString& file);          ///< to be opened
    void labelsAsked(const QStringList& labels);   ///< into the label editor
    void pictureOpened(const spikeclip::session::Picture& picture, const QStringList& labels);
    void layoutAsked();                            ///< somebody wants to see the training
    void layerChosen(const QString& layer);
    void said(const QString& sentence);            ///< something went well
    void failed(const QString& sentence);
    void settled();

private:
    void addDocks(DockLayout& docks);
    void join();
    void onFinished(const QString& id);
    void offerInterrupted();
    void offer(const QString& sentence, const QString& action, std::function<void()> work);
    void showStatus();
    void settleIfDone();

    session::Training& m_training;
    widgets::MessageBar& m_messages;
    std::function<void()> m_offered; ///< what the message bar offers
    bool m_started = false;          ///< the folder of runs has been looked at

    widgets::TrainingSetup* m_setup;
    widgets::JobList* m_list;
    widgets::TrainingCurvesPanel* m_curves;
    widgets::SpikeHealthPanel* m_health;
    widgets::RunResultPanel* m_result;
    widgets::ConfusionPanel* m_confusions;
    widgets::ClassTablePanel* m_classes;
    widgets::PanelDock* m_listDock = nullptr;
    widgets::PanelDock* m_resultDock = nullptr;
    std::vector<widgets::ViewPanel*> m_views;
    QToolButton* m_status;

    SetupLink* m_setupLink;
    JobsLink* m_jobs;
    ResultsLink* m_results;
    Adoption* m_adoption;
};

}
