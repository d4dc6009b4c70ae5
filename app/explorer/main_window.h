#pragma once

#include "app/explorer/dock_layout.h"
#include "app/explorer/samples.h"
#include "app/session/gallery.h"
#include "app/session/inference.h"
#include "app/session/settings.h"
#include "app/session/training.h"
#include "app/session/view_state.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class QActionGroup;
class QComboBox;
class QLabel;
class QMenu;
class QSplitter;
class QToolButton;

namespace spikeclip::widgets {
class AnswerPanel;
class EnergyLine;
class GalleryPanel;
class LabelEditor;
class MessageBar;
class Panel;
class PanelDock;
class PictureView;
class SampleStrip;
class ScoreBars;
class SpeedPanel;
class StepScrubber;
class TextPanel;
}

namespace spikeclip::explorer {

class EnergyDesk;
class ExitGuard;
class GalleryLink;
class Intake;
class SpeedLink;
class SpikeDesk;
class TextLink;
class TrainDesk;

/// What the command line and the place of installation say.
struct WindowOptions
{
    QString modelFile;     ///< checkpoint to open
    QString sampleFolder;  ///< holds SOURCES.tsv and its photographs
    QStringList pictures;  ///< files and folders named on the command line; the first file is shown, several go to the gallery
    QString device;        ///< "cpu", "cuda:0"; empty: as the settings say
    QString referenceFile; ///< what the self-check compares with
    QString layout;        ///< "simple", "full", "energy", "train"; empty: as it was left
    QSize size;            ///< of the window; invalid: as it was left
    QString trainingData;  ///< to learn from, shown at once; empty: none
    session::Training::Options training = {};
};

/// The window: joins session and widgets, decides nothing else.
///
/// The first picture is read at once; the engine is loaded when the window has been drawn.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(session::Settings& settings, session::EngineFactory makeEngine, WindowOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openPicture(const QString& file);
    void openModel(const QString& file);

    const session::ViewState& state() const { return m_state; }
    bool isSettled() const; ///< an answer to what is on the screen is shown, every thumbnail has come, nothing is being measured

Q_SIGNALS:
    void answered(); ///< the bars of a new answer are in place, not yet painted
    void settled();
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Source { Picture, Model, Answer, Speed }; ///< of an error: a success of the same kind clears it

    // main_window_build.cpp
    void buildViews();
    void buildMenus();
    void retranslate();
    void retranslateHelp();
    void restore();
    void arrange(DockLayout::Preset preset);
    void fitAnswer(DockLayout::Preset preset);
    void fillRecentMenu();
    void showAbout();

    // main_window_train.cpp
    void connectTraining();
    void askForLabels(const QStringList& labels);
    void openJudgedPicture(const session::Picture& picture, const QStringList& labels);

    // main_window.cpp
    void connectViews();
    void start();
    void chooseSample(int index);

    void onPictureRead(const session::PictureOutcome& outcome);
    void showPicture(const session::Picture& picture);
    void onThumbnailRead(int index, const data::ImagePtr& thumbnail);
    void onModelLoaded(const session::ModelOutcome& outcome);
    void onFinished(const session::InferenceOutcome& outcome);

    void request();
    void openFiles(const QStringList& paths);
    void stackPictures(const QStringList& paths);
    void runSelfCheck();

    void showAnswer();
    void showStep();
    void showTitle();
    void showStatus();
    void showFailure(Source source, const Failure& failure);
    void clearFailure(Source source);
    int shownStep() const;
    void settleIfDone();

    session::Settings& m_settings;
    WindowOptions m_options;
    QList<Sample> m_samples;
    session::ViewState m_state;
    std::optional<ModelInfo> m_model;
    InferenceResult m_answer;  ///< what the views show; without scores: nothing yet
    bool m_answered = false;   ///< m_answer belongs to m_state
    bool m_loading = false;    ///< a model is being loaded
    bool m_started = false;
    int m_missingThumbnails = 0;
    std::optional<Source> m_failureSource;

    widgets::MessageBar* m_messages = nullptr;
    widgets::PictureView* m_picture = nullptr;
    widgets::LabelEditor* m_labels = nullptr;
    widgets::ScoreBars* m_bars = nullptr;
    widgets::StepScrubber* m_scrubber = nullptr;
    widgets::EnergyLine* m_energy = nullptr;
    widgets::SampleStrip* m_strip = nullptr;
    widgets::Panel* m_picturePanel = nullptr;
    widgets::Panel* m_labelPanel = nullptr;
    widgets::AnswerPanel* m_scorePanel = nullptr;
    widgets::Panel* m_stepPanel = nullptr;
    widgets::Panel* m_energyPanel = nullptr;
    widgets::SpeedPanel* m_speedPanel = nullptr;
    widgets::TextPanel* m_text = nullptr;
    widgets::GalleryPanel* m_galleryPanel = nullptr;
    widgets::PanelDock* m_galleryDock = nullptr;
    DockLayout* m_docks = nullptr;
    SpikeDesk* m_desk = nullptr;
    EnergyDesk* m_energyDesk = nullptr;
    TrainDesk* m_trainDesk = nullptr;
    ExitGuard* m_exitGuard = nullptr;
    TextLink* m_textLink = nullptr;
    SpeedLink* m_speed = nullptr;
    GalleryLink* m_galleryLink = nullptr;
    QToolButton* m_speedButton = nullptr;
    QComboBox* m_encoder = nullptr;
    QSplitter* m_columns = nullptr;
    bool m_arranging = false; ///< between two layouts
    QLabel* m_activity = nullptr;
    QLabel* m_machine = nullptr;
    QMenu* m_fileMenu = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_viewMenu = nullptr;
    QMenu* m_themeMenu = nullptr;
    QMenu* m_panelMenu = nullptr;
    QMenu* m_helpMenu = nullptr;
    QActionGroup* m_themes = nullptr;
    Intake* m_intake = nullptr;
    QAction* m_openPicture = nullptr;
    QAction* m_openFolder = nullptr;
    QAction* m_openModel = nullptr;
    QAction* m_paste = nullptr;
    QAction* m_quit = nullptr;
    QAction* m_showAll = nullptr;
    QAction* m_showSpeed = nullptr;
    QAction* m_showSpikes = nullptr;
    QAction* m_simple = nullptr;
    QAction* m_full = nullptr;
    QAction* m_energyLayout = nullptr;
    QAction* m_trainLayout = nullptr;
    QAction* m_teachHelp = nullptr;
    QAction* m_energyHelp = nullptr;
    QAction* m_selfCheck = nullptr;
    QAction* m_about = nullptr;

    session::Training m_training;
    std::unique_ptr<session::Gallery> m_gallery;
    session::Inference m_inference; ///< last, so that its thread ends before anything it reports to
};

}
