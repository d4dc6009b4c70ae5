#include "app/explorer/main_window.h"

#include "app/explorer/energy_desk.h"
#include "app/explorer/exit_guard.h"
#include "app/explorer/gallery_link.h"
#include "app/explorer/help_page.h"
#include "app/explorer/intake.h"
#include "app/explorer/presentation.h"
#include "app/explorer/self_check_dialog.h"
#include "app/explorer/speed_link.h"
#include "app/explorer/spike_desk.h"
#include "app/explorer/text_link.h"
#include "app/explorer/train_desk.h"
#include "widgets/answer_panel.h"
#include "widgets/convert.h"
#include "widgets/energy_line.h"
#include "widgets/gallery_panel.h"
#include "widgets/label_editor.h"
#include "widgets/message_bar.h"
#include "widgets/panel.h"
#include "widgets/panel_dock.h"
#include "widgets/picture_view.h"
#include "widgets/sample_strip.h"
#include "widgets/score_bars.h"
#include "widgets/speed_panel.h"
#include "widgets/spike_panel.h"
#include "widgets/step_scrubber.h"
#include "widgets/text_panel.h"
#include "widgets/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QTimer>

#include <algorithm>

namespace spikeclip::explorer {

using session::Setting;

MainWindow::MainWindow(session::Settings& settings, session::EngineFactory makeEngine, WindowOptions options, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_options(std::move(options)), m_samples(readSamples(m_options.sampleFolder)),
      m_training(makeEngine, m_options.training), m_inference(std::move(makeEngine))
{
    buildViews();
    buildMenus();
    connectViews();
    connectTraining();
    restore();
    retranslate();

    QStringList names, files;
    for (const auto& sample : m_samples) {
        names << sample.label;
        files << sample.path;
    }
    m_strip->setNames(names);
    m_missingThumbnails = static_cast<int>(files.size());

    const auto& pictures = m_options.pictures;
    const auto first = std::ranges::find_if(pictures, [](const QString& path) { return !QFileInfo(path).isDir(); });
    if (first != pictures.end())
        openPicture(*first);
    else if (!m_samples.isEmpty())
        chooseSample(0);
    if (pictures.size() > 1 || first != pictures.begin())
        openFiles(pictures);
    m_inference.readThumbnails(files, widgets::SampleStrip::thumbnailSize * 3); // enough for a cut to shape on a dense screen
    showTitle();
    showStatus();
}

/// A window that goes while it is seen hides its views, who then say that nobody looks any more: before whom they say it to has gone.
MainWindow::~MainWindow()
{
    delete m_trainDesk;
    delete m_energyDesk;
}

void MainWindow::connectViews()
{
    connect(m_strip, &widgets::SampleStrip::chosen, this, &MainWindow::chooseSample);
    connect(m_picture, &widgets::PictureView::activated, m_openPicture, &QAction::trigger);
    connect(m_labels, &widgets::LabelEditor::textEdited, this, [this](const QString& text) {
        m_state.labelText = text;
        m_settings.setValue(Setting::Labels, text == labelsOf(m_samples) ? QString() : text);
        request();
    });
    connect(m_labels, &widgets::LabelEditor::samplesRequested, this, [this] { m_labels->setText(labelsOf(m_samples)); });
    connect(m_labels, &widgets::LabelEditor::templatesEdited, this, [this](const QStringList& templates) {
        m_state.templates = templates;
        m_settings.setValue(Setting::Templates, templates);
        request();
    });
    connect(m_bars, &widgets::ScoreBars::scaleEdited, this, [this](double scale) {
        m_state.scale = scale;
        m_gallery->setScale(scale);
        m_energyDesk->setScale(scale);
        m_settings.setValue(Setting::SoftmaxScale, scale);
        showStep();
    });
    connect(m_bars, &widgets::ScoreBars::showAllToggled, this, [this](bool all) {
        m_settings.setValue(Setting::ShowAllLabels, all);
        m_showAll->setChecked(all);
    });
    connect(m_showAll, &QAction::toggled, m_bars, &widgets::ScoreBars::setShowAll);
    connect(m_scrubber, &widgets::StepScrubber::stepChanged, this, [this](int step) {
        m_state.step = step == m_scrubber->steps() ? 0 : step; // at the end means at the end of the next picture, too
        showStep();
    });
    connect(m_encoder, &QComboBox::activated, this, [this](int index) {
        m_state.encoder = index == 0 ? Encoder::Snn : Encoder::Ann;
        request();
    });
    connect(m_themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        const auto theme = action->data().toString();
        m_settings.setValue(Setting::Theme, theme);
        widgets::applyTheme(widgets::themeFromName(theme));
    });
    connect(m_speed, &SpeedLink::failed, this, [this](const Failure& failure) { showFailure(Source::Speed, failure); });
    connect(m_speed, &SpeedLink::succeeded, this, [this] { clearFailure(Source::Speed); });
    connect(m_speed, &SpeedLink::ended, this, &MainWindow::settleIfDone);
    connect(m_openPicture, &QAction::triggered, this, [this] { m_intake->choosePicture(m_state.picture.path); });
    connect(m_openFolder, &QAction::triggered, this, [this] { m_intake->chooseFolder(m_state.picture.path); });
    connect(m_openModel, &QAction::triggered, this, [this] { m_intake->chooseModel(m_options.modelFile); });
    connect(m_paste, &QAction::triggered, m_intake, &Intake::paste);
    connect(m_intake, &Intake::fileGiven, this, &MainWindow::openPicture);
    connect(m_intake, &Intake::filesGiven, this, &MainWindow::openFiles);
    connect(m_intake, &Intake::bytesGiven, &m_inference, &session::Inference::readPicture);
    connect(m_intake, &Intake::imageGiven, this, &MainWindow::showPicture);
    connect(m_intake, &Intake::modelGiven, this, &MainWindow::openModel);
    connect(m_showSpikes, &QAction::triggered, m_desk->rasterDock(), &widgets::PanelDock::reveal);
    connect(m_desk, &SpikeDesk::stepChosen, m_scrubber, &widgets::StepScrubber::chooseStep);
    connect(m_text, &widgets::TextPanel::stepChosen, m_scrubber, &widgets::StepScrubber::chooseStep);
    connect(m_energyDesk, &EnergyDesk::stepChosen, m_scrubber, &widgets::StepScrubber::chooseStep);
    connect(m_energyDesk, &EnergyDesk::layerChosen, &m_desk->selection(), &session::Selection::setLayer);
    connect(&m_desk->selection(), &session::Selection::layerChanged, m_energyDesk, &EnergyDesk::chooseLayer);
    connect(m_energyDesk, &EnergyDesk::failed, m_messages, &widgets::MessageBar::showMessage);
    connect(m_energyDesk, &EnergyDesk::rulesChanged, this, [this] {
        m_answer.energy = m_energyDesk->summary(m_answer, m_state.encoder);
        showStep();
    });
    connect(m_desk, &SpikeDesk::failed, m_messages, &widgets::MessageBar::showMessage);
    connect(m_scorePanel, &widgets::AnswerPanel::failed, m_messages, &widgets::MessageBar::showMessage);
    connect(m_text, &widgets::TextPanel::failed, m_messages, &widgets::MessageBar::showMessage);
    connect(m_galleryPanel, &widgets::GalleryPanel::failed, m_messages, &widgets::MessageBar::showMessage);
    connect(m_galleryLink, &GalleryLink::folderRequested, m_openFolder, &QAction::trigger);
    connect(m_galleryLink, &GalleryLink::pictureChosen, this, &MainWindow::openPicture);
    connect(m_galleryLink, &GalleryLink::stackRequested, this, &MainWindow::stackPictures);
    connect(m_energyHelp, &QAction::triggered, this, [this] { showHelpPage(QStringLiteral("energy"), tr("Why energy figures differ"), this); });
    connect(m_selfCheck, &QAction::triggered, this, &MainWindow::runSelfCheck);
    connect(m_simple, &QAction::triggered, this, [this] { arrange(DockLayout::Preset::Simple); });
    connect(m_full, &QAction::triggered, this, [this] { arrange(DockLayout::Preset::Full); });
    connect(m_energyLayout, &QAction::triggered, this, [this] { arrange(DockLayout::Preset::Energy); });
    connect(m_trainLayout, &QAction::triggered, this, [this] { arrange(DockLayout::Preset::Train); });
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);

    connect(&m_inference, &session::Inference::pictureRead, this, &MainWindow::onPictureRead);
    connect(&m_inference, &session::Inference::thumbnailRead, this, &MainWindow::onThumbnailRead);
    connect(&m_inference, &session::Inference::modelLoaded, this, &MainWindow::onModelLoaded);
    connect(&m_inference, &session::Inference::finished, this, &MainWindow::onFinished);
}

/// Called once the window has been drawn: the loader's lock would hold up a window that still loads its plugins.
void MainWindow::start()
{
    openModel(m_options.modelFile);
}

void MainWindow::openModel(const QString& file)
{
    m_started = true;
    m_loading = true;
    showStatus();
    const auto device = m_options.device.isEmpty() ? m_settings.value<QString>(Setting::Device) : m_options.device;
    const ComputeOptions compute{.device = device.toStdString(), .threads = m_settings.value<int>(Setting::Threads)};
    m_training.setCompute(compute);
    m_inference.loadModel(file, compute);
}

void MainWindow::openPicture(const QString& file)
{
    m_inference.readPicture({.name = QFileInfo(file).fileName(), .path = QFileInfo(file).absoluteFilePath(), .bytes = {}});
}

void MainWindow::chooseSample(int index) { openPicture(m_samples[index].path); }

void MainWindow::onPictureRead(const session::PictureOutcome& outcome)
{
    if (const auto* failure = std::get_if<Failure>(&outcome))
        showFailure(Source::Picture, *failure);
    else if (const auto* picture = std::get_if<session::Picture>(&outcome))
        showPicture(*picture);
}

void MainWindow::showPicture(const session::Picture& picture)
{
    clearFailure(Source::Picture);
    m_state.picture = picture;
    m_picture->setPicture(widgets::toQImage(picture.image), picture.name);
    m_picture->setNetworkInput({});
    const auto sample = std::ranges::find(m_samples, picture.path, &Sample::path);
    m_strip->select(sample == m_samples.end() ? -1 : static_cast<int>(sample - m_samples.begin()));
    if (sample == m_samples.end() && !picture.path.isEmpty())
        m_settings.addRecentPicture(picture.path);
    showTitle();
    request();
}

void MainWindow::onThumbnailRead(int index, const data::ImagePtr& thumbnail)
{
    m_strip->setThumbnail(index, widgets::toQImage(thumbnail));
    --m_missingThumbnails;
    settleIfDone();
}

void MainWindow::onModelLoaded(const session::ModelOutcome& outcome)
{
    m_loading = false;
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        showFailure(Source::Model, *failure);
        m_trainDesk->modelFailed();
    } else if (const auto* model = std::get_if<ModelInfo>(&outcome)) {
        clearFailure(Source::Model);
        m_model = *model;
        m_speed->forget();
        m_desk->setModel(*model);
        m_energyDesk->setModel(*model);
        m_trainDesk->setModel(*model, exportNotes({}, m_model, {}));
        QStringList standard;
        for (const auto& labelTemplate : model->config.labels.templates)
            standard << QString::fromStdString(labelTemplate);
        m_labels->setTemplates(m_state.templates, standard);
        m_encoder->setVisible(model->hasTwin);
        fitAnswer(m_docks->preset()); // it needs room
        if (!model->hasTwin) {
            m_encoder->setCurrentIndex(0);
            m_state.encoder = Encoder::Snn;
        }
        request();
    }
    showTitle();
    showStatus();
}

void MainWindow::request()
{
    m_answered = false;
    if (!m_model)
        return;
    const auto asked = requestFor(m_state);
    m_gallery->setRequest(asked, QString::fromStdString(m_model->hash));
    if (!m_state.picture.image)
        return;
    if (asked.labels.empty()) { // not an error: somebody is about to type
        m_inference.cancel();
        m_answer = {};
        clearFailure(Source::Answer);
        showAnswer();
        return;
    }
    m_inference.request(asked);
    showStatus();
}

void MainWindow::onFinished(const session::InferenceOutcome& outcome)
{
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        showFailure(Source::Answer, *failure); // the previous answer stays
    } else if (const auto* result = std::get_if<InferenceResult>(&outcome)) {
        clearFailure(Source::Answer);
        m_answer = *result;
        m_answer.energy = m_energyDesk->summary(m_answer, m_state.encoder);
        m_answered = true;
        m_gallery->keep(m_state.picture.path.isEmpty() ? m_state.picture.name : m_state.picture.path, m_answer.layers);
        showAnswer();
        Q_EMIT answered();
        if (!m_answer.layers.empty())
            m_speed->measureOnce();
    }
    showStatus();
    settleIfDone();
}

int MainWindow::shownStep() const
{
    const auto steps = std::max(1, static_cast<int>(m_answer.cosine.size()));
    return m_state.step == 0 ? steps : std::min(m_state.step, steps);
}

void MainWindow::showAnswer()
{
    m_scrubber->setWinners(winnerPerStep(m_answer));
    m_scrubber->setStep(shownStep());
    m_labels->setNotes(labelNotes(m_answer), m_answer.labels.empty() ? 0 : typedLabels(m_state.labelText));
    m_speedPanel->setTimes(m_answer.times);
    if (m_answer.networkInput)
        m_picture->setNetworkInput(widgets::toQImage(m_answer.networkInput));
    const auto notes = exportNotes(m_answer, m_model, m_state.picture.name);
    m_scorePanel->setNotes(notes);
    m_desk->show(m_answer, m_state.picture, notes);
    m_text->setNotes(notes);
    m_galleryPanel->widgets::ViewPanel::setNotes(notes);
    const auto asked = requestFor(m_state);
    m_energyDesk->show(asked, m_answer, notes);
    m_textLink->show(labelNames(m_answer), asked.templates, m_model ? m_model->hash : std::string());
    showStep();
}

void MainWindow::openFiles(const QStringList& paths)
{
    m_gallery->addFiles(paths);
    m_galleryDock->reveal();
}

void MainWindow::stackPictures(const QStringList& paths)
{
    QList<widgets::SpikeTrial> trials;
    for (const auto& path : paths)
        if (const auto layers = m_gallery->spikes(path))
            trials.append({QFileInfo(path).fileName(), *layers});
    if (trials.size() < paths.size())
        m_messages->showMessage(tr("The spikes of %n of these pictures are not kept: raise the memory in the gallery, or choose fewer.", nullptr,
                                   static_cast<int>(paths.size() - trials.size())));
    if (!trials.isEmpty())
        m_desk->stack(trials);
}

void MainWindow::runSelfCheck()
{
    auto* dialog = new SelfCheckDialog(m_inference, m_options.referenceFile, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showStep()
{
    const int step = shownStep();
    m_scorePanel->setTable(scoreTable(m_answer, step, m_state.scale), step);
    const bool ann = !m_answer.cosine.empty() && m_answer.layers.empty();
    auto rates = rateTable(m_answer, step);
    if (ann)
        rates.absence = tr("The ANN twin has no spikes.");
    m_desk->setStep(m_answer.layers.empty() ? 0 : step);
    m_desk->showRates(rates);
    m_text->setStep(step);
    m_energyDesk->setStep(step);
    m_energy->setFigures(energyFigures(m_answer, step));
    m_energyPanel->setNote(QString::fromStdString(m_answer.energy.preset));
}

void MainWindow::showTitle()
{
    setWindowTitle(titleOf(m_state.picture.name, m_model, m_model ? m_trainDesk->runName(QString::fromStdString(m_model->file)) : QString()));
}

void MainWindow::showStatus()
{
    m_bars->setLoading(m_loading);
    if (m_loading)
        m_activity->setText(m_model ? tr("Loading the model\u2026") : tr("Loading engine and model\u2026"));
    else if (!m_model)
        m_activity->setText(tr("No model"));
    else
        m_activity->setText(m_inference.isBusy() ? tr("Computing\u2026") : tr("Ready"));

    m_machine->setText(m_model ? machineText(*m_model, m_answer) : QString());
}

void MainWindow::showFailure(Source source, const Failure& failure)
{
    qWarning("%s", failure.detail.c_str());
    auto text = sentenceFor(failure);
    if (source == Source::Model && !m_model && failure.code == ErrorCode::FileMissing)
        text = tr("There is no model at %1, so nothing can be classified yet: choose one with File \u203a Open Model, or train one with \u201cspikeclip train\u201d.")
                   .arg(QString::fromStdString(failure.detail));
    m_failureSource = source;
    m_messages->showMessage(text);
    Q_EMIT failed(text);
}

void MainWindow::clearFailure(Source source)
{
    if (m_failureSource == source) {
        m_failureSource.reset();
        m_messages->clear();
    }
}

bool MainWindow::isSettled() const
{
    return m_answered && m_missingThumbnails <= 0 && !m_inference.isMeasuring() && m_trainDesk->isSettled();
}

void MainWindow::settleIfDone()
{
    if (isSettled())
        Q_EMIT settled();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!Intake::accepts(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_picture->setDropHighlighted(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) { m_picture->setDropHighlighted(false); }

void MainWindow::dropEvent(QDropEvent* event)
{
    m_picture->setDropHighlighted(false);
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_intake->take(*event->mimeData(), tr("Dropped picture"));
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Keys that the focused view has no use for move through time.
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Space:
        m_scrubber->pressKey(event->key());
        break;
    default:
        QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (!std::exchange(m_started, true))
        QTimer::singleShot(0, this, &MainWindow::start);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (!m_arranging)
        fitAnswer(m_docks->preset());
}

}
