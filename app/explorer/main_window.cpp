#include "app/explorer/main_window.h"

#include "app/explorer/picture_mime.h"
#include "app/explorer/presentation.h"
#include "widgets/convert.h"
#include "widgets/energy_line.h"
#include "widgets/label_editor.h"
#include "widgets/message_bar.h"
#include "widgets/panel.h"
#include "widgets/picture_view.h"
#include "widgets/rate_chart.h"
#include "widgets/sample_strip.h"
#include "widgets/score_bars.h"
#include "widgets/speed_panel.h"
#include "widgets/spike_panel.h"
#include "widgets/step_scrubber.h"
#include "widgets/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTimer>

#include <algorithm>

namespace spikeclip::explorer {

using session::Setting;

namespace {
constexpr int roomyHeight = 740; // of the window; below it the picture needs the room that the speed panel would take
}

MainWindow::MainWindow(session::Settings& settings, session::EngineFactory makeEngine, WindowOptions options, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_options(std::move(options)), m_samples(readSamples(m_options.sampleFolder)),
      m_inference(std::move(makeEngine))
{
    buildViews();
    buildMenus();
    connectViews();
    restore();
    retranslate();

    QStringList names, files;
    for (const auto& sample : m_samples) {
        names << sample.label;
        files << sample.path;
    }
    m_strip->setNames(names);
    m_missingThumbnails = static_cast<int>(files.size());

    if (!m_options.pictures.isEmpty())
        openPicture(m_options.pictures.front());
    else if (!m_samples.isEmpty())
        chooseSample(0);
    m_inference.readThumbnails(files, widgets::SampleStrip::thumbnailSize * 3); // enough for a cut to shape on a dense screen
    showTitle();
    showStatus();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectViews()
{
    connect(m_strip, &widgets::SampleStrip::chosen, this, &MainWindow::chooseSample);
    connect(m_picture, &widgets::PictureView::activated, this, &MainWindow::choosePicture);
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
    connect(m_showSpeed, &QAction::triggered, this, &MainWindow::chooseSpeedPanel);
    connect(m_speedPanel, &widgets::SpeedPanel::measureRequested, this, &MainWindow::measure);
    connect(m_speedPanel, &widgets::SpeedPanel::cancelRequested, &m_inference, &session::Inference::cancelSpeed);
    connect(m_openPicture, &QAction::triggered, this, &MainWindow::choosePicture);
    connect(m_openModel, &QAction::triggered, this, &MainWindow::chooseModel);
    connect(m_paste, &QAction::triggered, this, &MainWindow::pastePicture);
    connect(m_showSpikes, &QAction::triggered, this, &MainWindow::showSpikes);
    connect(m_spikes, &widgets::SpikePanel::failed, m_messages, &widgets::MessageBar::showMessage);
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);

    connect(&m_inference, &session::Inference::pictureRead, this, &MainWindow::onPictureRead);
    connect(&m_inference, &session::Inference::thumbnailRead, this, &MainWindow::onThumbnailRead);
    connect(&m_inference, &session::Inference::modelLoaded, this, &MainWindow::onModelLoaded);
    connect(&m_inference, &session::Inference::finished, this, &MainWindow::onFinished);
    connect(&m_inference, &session::Inference::speedMeasured, this, &MainWindow::onSpeedMeasured);
    connect(&m_inference, &session::Inference::speedProgressed, this, [this](double fraction) { m_speedPanel->setMeasuring(fraction); });
}

void MainWindow::restore()
{
    const auto theme = m_settings.value<QString>(Setting::Theme);
    for (auto* action : m_themes->actions())
        action->setChecked(action->data().toString() == theme);
    const auto labels = m_settings.value<QString>(Setting::Labels);
    m_state.labelText = labels.trimmed().isEmpty() ? labelsOf(m_samples) : labels;
    m_state.templates = m_settings.value<QStringList>(Setting::Templates);
    m_state.scale = m_settings.value<double>(Setting::SoftmaxScale);
    if (const auto panel = m_settings.value<QString>(Setting::SpeedPanel); panel != QLatin1String("auto")) {
        m_showSpeed->setChecked(panel == QLatin1String("shown"));
        m_speedPanel->setVisible(m_showSpeed->isChecked());
    }
    m_labels->setText(m_state.labelText);
    m_labels->edit()->moveCursor(QTextCursor::Start);
    m_labels->setTemplates(m_state.templates, {});
    m_bars->setShowAll(m_settings.value<bool>(Setting::ShowAllLabels));
    if (!restoreGeometry(m_settings.value<QByteArray>(Setting::WindowGeometry)))
        resize(1180, 740);
    if (!m_columns->restoreState(m_settings.value<QByteArray>(Setting::Columns)))
        m_columns->setSizes({2900, 4300, 2800}); // parts of whatever width there is
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
    m_inference.loadModel(file, {.device = device.toStdString(), .threads = m_settings.value<int>(Setting::Threads)});
}

void MainWindow::openPicture(const QString& file)
{
    openSource({.name = QFileInfo(file).fileName(), .path = QFileInfo(file).absoluteFilePath(), .bytes = {}});
}

void MainWindow::openSource(const session::PictureSource& source) { m_inference.readPicture(source); }

void MainWindow::chooseSample(int index) { openPicture(m_samples[index].path); }

void MainWindow::choosePicture()
{
    const auto current = QFileInfo(m_state.picture.path).absolutePath();
    const auto file = QFileDialog::getOpenFileName(this, tr("Open a picture"), m_state.picture.path.isEmpty() ? QString() : current,
                                                   tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;All files (*)"));
    if (!file.isEmpty())
        openPicture(file);
}

void MainWindow::chooseModel()
{
    const auto file = QFileDialog::getOpenFileName(this, tr("Open a model"), QFileInfo(m_options.modelFile).absolutePath(),
                                                   tr("SpikeCLIP checkpoints (*.safetensors);;All files (*)"));
    if (!file.isEmpty())
        openModel(file);
}

void MainWindow::pastePicture()
{
    if (const auto* mime = QGuiApplication::clipboard()->mimeData())
        openMime(*mime, tr("Pasted picture"));
}

void MainWindow::openMime(const QMimeData& mime, const QString& name)
{
    if (const auto file = firstFile(mime); file.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive))
        openModel(file);
    else if (!file.isEmpty())
        openPicture(file);
    else if (const auto bytes = encodedPicture(mime); !bytes.isEmpty())
        openSource({.name = name, .path = {}, .bytes = bytes});
    else if (auto image = widgets::fromQImage(qvariant_cast<QImage>(mime.imageData())))
        showPicture({.name = name, .path = {}, .image = std::move(image)});
}

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
    } else if (const auto* model = std::get_if<ModelInfo>(&outcome)) {
        clearFailure(Source::Model);
        m_model = *model;
        m_speedAsked = false;
        m_speedPanel->forget();
        QStringList standard;
        for (const auto& labelTemplate : model->config.labels.templates)
            standard << QString::fromStdString(labelTemplate);
        m_labels->setTemplates(m_state.templates, standard);
        m_encoder->setVisible(model->hasTwin);
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
    if (!m_model || !m_state.picture.image)
        return;
    auto asked = requestFor(m_state);
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
        m_answered = true;
        showAnswer();
        Q_EMIT answered();
        if (!m_answer.layers.empty() && !std::exchange(m_speedAsked, true))
            measure(false);
    }
    showStatus();
    settleIfDone();
}

void MainWindow::measure(bool anew)
{
    m_speedPanel->setMeasuring(0);
    m_inference.requestSpeed(anew);
}

void MainWindow::onSpeedMeasured(const session::SpeedOutcome& outcome)
{
    m_speedPanel->setMeasuring({});
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        showFailure(Source::Speed, *failure);
    } else if (const auto* speed = std::get_if<data::MachineSpeed>(&outcome)) {
        clearFailure(Source::Speed);
        m_speedPanel->setSpeed(*speed);
    }
    settleIfDone();
}

void MainWindow::chooseSpeedPanel(bool shown)
{
    m_settings.setValue(Setting::SpeedPanel, shown ? QStringLiteral("shown") : QStringLiteral("hidden"));
    m_speedPanel->setVisible(shown);
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
    m_spikes->setNotes(exportNotes(m_answer, m_model, m_state.picture.name));
    m_spikes->setLayers(m_answer.layers);
    showStep();
}

void MainWindow::showSpikes()
{
    m_spikes->show();
    m_spikes->raise();
    m_spikes->activateWindow();
}

void MainWindow::showStep()
{
    const int step = shownStep();
    m_bars->setTable(scoreTable(m_answer, step, m_state.scale));
    const bool ann = !m_answer.cosine.empty() && m_answer.layers.empty();
    auto rates = rateTable(m_answer, step);
    if (ann)
        rates.absence = tr("The ANN twin has no spikes.");
    m_rates->setTable(rates);
    m_ratePanel->setNote(m_answer.layers.empty() ? QString() : tr("mean %1 / neuron / step").arg(QLocale().toString(rates.meanRate, 'f', 3)));
    m_energy->setFigures(energyFigures(m_answer, step));
    m_energyPanel->setNote(QString::fromStdString(m_answer.energy.preset));
}

void MainWindow::showTitle()
{
    QStringList parts;
    if (!m_state.picture.name.isEmpty())
        parts << m_state.picture.name;
    if (m_model)
        parts << QString::fromStdString(m_model->config.name);
    parts << QStringLiteral("SpikeCLIP Explorer");
    setWindowTitle(parts.join(QStringLiteral(" - ")));
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

    if (!m_model) {
        m_machine->clear();
        return;
    }
    const QLocale locale;
    const auto where = tr("%1, %n thread(s)", nullptr, m_model->threads).arg(QString::fromStdString(m_model->device));
    if (m_answer.cosine.empty())
        m_machine->setText(where);
    else if (m_answer.imageCached)
        m_machine->setText(tr("%1 \u00b7 image kept \u00b7 labels %2 ms").arg(where, locale.toString(m_answer.textMs, 'f', 1)));
    else
        m_machine->setText(tr("%1 \u00b7 image %2 ms \u00b7 labels %3 ms")
                               .arg(where, locale.toString(m_answer.imageMs, 'f', 1), locale.toString(m_answer.textMs, 'f', 1)));
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

bool MainWindow::isSettled() const { return m_answered && m_missingThumbnails <= 0 && !m_inference.isMeasuring(); }

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

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.setValue(Setting::WindowGeometry, saveGeometry());
    m_settings.setValue(Setting::Columns, m_columns->saveState());
    m_settings.save();
    m_inference.cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!holdsPicture(*event->mimeData()))
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
    openMime(*event->mimeData(), tr("Dropped picture"));
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
    if (m_settings.value<QString>(Setting::SpeedPanel) == QLatin1String("auto")) {
        m_showSpeed->setChecked(height() >= roomyHeight);
        m_speedPanel->setVisible(m_showSpeed->isChecked());
    }
}

}
