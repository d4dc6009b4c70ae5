#include "app/explorer/about_dialog.h"
#include "app/explorer/energy_desk.h"
#include "app/explorer/exit_guard.h"
#include "app/explorer/gallery_link.h"
#include "app/explorer/intake.h"
#include "app/explorer/main_window.h"
#include "app/explorer/speed_link.h"
#include "app/explorer/spike_desk.h"
#include "app/explorer/text_link.h"
#include "app/explorer/train_desk.h"
#include "widgets/answer_panel.h"
#include "widgets/energy_line.h"
#include "widgets/gallery_panel.h"
#include "widgets/label_editor.h"
#include "widgets/message_bar.h"
#include "widgets/panel.h"
#include "widgets/panel_dock.h"
#include "widgets/picture_view.h"
#include "widgets/rate_panel.h"
#include "widgets/sample_strip.h"
#include "widgets/score_bars.h"
#include "widgets/speed_panel.h"
#include "widgets/step_scrubber.h"
#include "widgets/text_panel.h"
#include "widgets/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spikeclip::explorer {

using session::Setting;

namespace {

// Of the window: below them the picture needs the room that another panel would take.
constexpr int roomyHeight = 740;     // for the speed panel, in the simple layout
constexpr int fullStripHeight = 920; // for the samples, in the others

widgets::Panel* panelAround(QWidget* content)
{
    auto* panel = new widgets::Panel;
    panel->setContent(content);
    return panel;
}

QWidget* column(const QList<std::pair<QWidget*, int>>& rows)
{
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const auto& [row, stretch] : rows)
        layout->addWidget(row, stretch);
    return widget;
}

}

void MainWindow::buildViews()
{
    setAcceptDrops(true);
    m_intake = new Intake(this);
    m_messages = new widgets::MessageBar;
    m_picture = new widgets::PictureView;
    m_labels = new widgets::LabelEditor;
    m_scrubber = new widgets::StepScrubber;
    m_energy = new widgets::EnergyLine;
    m_strip = new widgets::SampleStrip;
    m_picturePanel = panelAround(m_picture);
    m_labelPanel = panelAround(m_labels);
    m_scorePanel = new widgets::AnswerPanel;
    m_bars = m_scorePanel->bars();
    m_stepPanel = panelAround(m_scrubber);
    m_energyPanel = panelAround(m_energy);
    m_speedPanel = new widgets::SpeedPanel;
    m_speedButton = new QToolButton;
    m_speedButton->setAutoRaise(true);
    m_encoder = new QComboBox;
    m_encoder->setObjectName(QStringLiteral("encoder"));
    m_encoder->addItems({QString(), QString()});
    m_encoder->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_encoder->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_encoder->hide(); // until a model with a twin is there
    m_scorePanel->addToHeader(m_encoder);

    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->setHandleWidth(8);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(column({{m_picturePanel, 3}, {m_speedPanel, 2}}));
    m_columns->addWidget(column({{m_labelPanel, 1}, {m_scorePanel, 5}, {m_stepPanel, 0}}));
    m_columns->setStretchFactor(0, 40);
    m_columns->setStretchFactor(1, 60);

    auto* central = column({{m_messages, 0}, {m_columns, 1}, {m_strip, 0}});
    central->layout()->setContentsMargins(8, 8, 8, 2);
    setCentralWidget(central);

    m_docks = new DockLayout(this);
    m_desk = new SpikeDesk(m_inference, *m_docks, this);
    m_desk->rates()->addToHeader(m_speedButton);
    m_docks->add(m_energyPanel, QStringLiteral("energy"), {.inSimple = true, .full = DockLayout::Cell{0, 1}});
    m_text = new widgets::TextPanel;
    m_textLink = new TextLink(m_inference, *m_text, this);
    m_docks->add(m_text, QStringLiteral("text"), {.full = DockLayout::Cell{1, 1}});
    m_gallery = std::make_unique<session::Gallery>(m_inference, 0); // until the link has read the settings
    m_galleryPanel = new widgets::GalleryPanel;
    m_galleryLink = new GalleryLink(*m_gallery, *m_galleryPanel, m_settings, this);
    m_galleryDock = m_docks->add(m_galleryPanel, QStringLiteral("gallery"), {.full = DockLayout::Cell{1, 1}, .energy = DockLayout::Cell{1, 1}});

    m_energyDesk = new EnergyDesk(m_inference, *m_gallery, m_settings, *m_textLink, *m_docks, this);
    m_trainDesk = new TrainDesk(m_training, *m_textLink, *m_docks, *m_messages, this);
    m_exitGuard = new ExitGuard(m_training, this);

    m_activity = new QLabel;
    m_machine = new QLabel;
    m_machine->setTextFormat(Qt::PlainText);
    m_activity->setContentsMargins(8, 0, 0, 0);
    statusBar()->addWidget(m_activity, 1);
    statusBar()->addPermanentWidget(m_trainDesk->status());
    m_trainDesk->status()->hide();
    statusBar()->addPermanentWidget(m_machine);
}

void MainWindow::buildMenus()
{
    m_fileMenu = menuBar()->addMenu(QString());
    m_openPicture = m_fileMenu->addAction(QString());
    m_openPicture->setShortcut(QKeySequence::Open);
    m_openFolder = m_fileMenu->addAction(QString());
    m_openFolder->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O));
    m_recentMenu = m_fileMenu->addMenu(QString());
    m_paste = m_fileMenu->addAction(QString());
    m_paste->setShortcut(QKeySequence::Paste);
    m_fileMenu->addSeparator();
    m_openModel = m_fileMenu->addAction(QString());
    m_openModel->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_fileMenu->addSeparator();
    m_quit = m_fileMenu->addAction(QString());
    m_quit->setShortcut(QKeySequence::Quit);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);

    m_viewMenu = menuBar()->addMenu(QString());
    m_themeMenu = m_viewMenu->addMenu(QString());
    m_themes = new QActionGroup(this);
    for (const auto theme : {widgets::Theme::System, widgets::Theme::Light, widgets::Theme::Dark}) {
        auto* action = m_themeMenu->addAction(QString());
        action->setCheckable(true);
        action->setData(widgets::nameOf(theme));
        m_themes->addAction(action);
    }
    m_showAll = m_viewMenu->addAction(QString());
    m_showAll->setCheckable(true);

    m_showSpeed = m_viewMenu->addAction(QString());
    m_showSpeed->setCheckable(true);
    m_speedButton->setDefaultAction(m_showSpeed);
    m_speed = new SpeedLink(m_inference, m_settings, *m_speedPanel, *m_showSpeed, this);

    m_viewMenu->addSeparator();
    auto* layouts = new QActionGroup(this);
    for (auto** layout : {&m_simple, &m_full, &m_energyLayout, &m_trainLayout}) {
        *layout = m_viewMenu->addAction(QString());
        (*layout)->setCheckable(true);
        layouts->addAction(*layout);
    }
    m_simple->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_1));
    m_full->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_2));
    m_energyLayout->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_3));
    m_trainLayout->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_4));
    m_panelMenu = m_viewMenu->addMenu(QString());
    for (auto* dock : m_docks->docks())
        m_panelMenu->addAction(dock->toggleViewAction());
    m_showSpikes = m_viewMenu->addAction(QString());
    m_showSpikes->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));

    m_helpMenu = menuBar()->addMenu(QString());
    m_teachHelp = m_helpMenu->addAction(QString());
    m_energyHelp = m_helpMenu->addAction(QString());
    m_selfCheck = m_helpMenu->addAction(QString());
    m_helpMenu->addSeparator();
    m_about = m_helpMenu->addAction(QString());
}

void MainWindow::arrange(DockLayout::Preset preset)
{
    const bool narrow = preset != DockLayout::Preset::Simple;
    const auto before = size();
    for (auto* dock : m_docks->docks())
        dock->hide(); // or the window would grow until the old layout's docks and the new one's middle fit together
    m_columns->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    m_columns->setSizes(narrow ? QList{2800, 7200} : QList{4000, 6000}); // shares: more than there is, so that least sizes do not skew them
    {
        const QScopedValueRollback arranging(m_arranging, true); // what is resized meanwhile must not be fitted to the old layout
        fitAnswer(preset); // first: the window grows with what does not fit
        m_docks->arrange(preset);
    }
    fitAnswer(preset);
    QTimer::singleShot(0, this, [this, before] {
        if (!isMaximized() && !isFullScreen())
            resize(before); // what the window grew by between the layouts; never less than the new one needs
    });
    switch (preset) {
    case DockLayout::Preset::Simple:
        return m_simple->setChecked(true);
    case DockLayout::Preset::Full:
        return m_full->setChecked(true);
    case DockLayout::Preset::Energy:
        return m_energyLayout->setChecked(true);
    case DockLayout::Preset::Train:
        return m_trainLayout->setChecked(true);
    }
}

/// What the answer may take. Beside a grid of docks it stays narrow however wide the window is: what is gained belongs to the views beside it.
void MainWindow::fitAnswer(DockLayout::Preset preset)
{
    constexpr double share = 0.34;
    const bool training = preset == DockLayout::Preset::Train; // nothing but messages in the middle
    m_columns->setVisible(!training);
    auto policy = centralWidget()->sizePolicy();
    policy.setVerticalPolicy(training ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    centralWidget()->setSizePolicy(policy);
    if (training) {
        m_strip->hide();
        centralWidget()->setMinimumWidth(0);
        centralWidget()->setMaximumWidth(QWIDGETSIZE_MAX);
        return;
    }
    // Words differ in length from language to language. The widest line is asked itself: what lies between learns of a change only later.
    const auto margins = centralWidget()->layout()->contentsMargins();
    const int widest = m_scorePanel->minimumSizeHint().width() + margins.left() + margins.right();
    const int least = std::max({400, widest, centralWidget()->minimumSizeHint().width()});
    const bool narrow = preset != DockLayout::Preset::Simple;
    m_speed->fit(!narrow && height() >= roomyHeight);
    m_strip->setVisible(!narrow || height() >= fullStripHeight); // the gallery shows pictures as well
    centralWidget()->setMinimumWidth(narrow ? least : 0);
    centralWidget()->setMaximumWidth(narrow ? std::max(least, static_cast<int>(share * width())) : QWIDGETSIZE_MAX);
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
    m_labels->setText(m_state.labelText);
    m_labels->edit()->moveCursor(QTextCursor::Start);
    m_labels->setTemplates(m_state.templates, {});
    m_bars->setShowAll(m_settings.value<bool>(Setting::ShowAllLabels));
    if (!restoreGeometry(m_settings.value<QByteArray>(Setting::WindowGeometry)))
        resize(1180, 740);
    if (m_options.size.isValid())
        resize(m_options.size); // before anything is arranged for it
    const bool asLeft = m_options.layout.isEmpty();
    arrange(DockLayout::presetFromName(asLeft ? m_settings.value<QString>(Setting::Layout) : m_options.layout));
    if (asLeft) {
        m_docks->restore(m_settings.value<QByteArray>(Setting::Docks));
        m_columns->restoreState(m_settings.value<QByteArray>(Setting::Columns));
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_exitGuard->mayClose())
        return event->ignore();
    m_settings.setValue(Setting::WindowGeometry, saveGeometry());
    m_settings.setValue(Setting::Layout, DockLayout::nameOf(m_docks->preset()));
    m_settings.setValue(Setting::Docks, m_docks->state());
    m_settings.setValue(Setting::Columns, m_columns->saveState());
    m_settings.save();
    m_inference.cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::retranslate()
{
    m_picturePanel->setTitle(tr("Picture"));
    m_labelPanel->setTitle(tr("Labels"));
    m_stepPanel->setTitle(tr("Time"));
    m_energyPanel->setTitle(tr("Estimated energy"));
    m_stepPanel->setNote(tr("every step from one pass"));
    retranslateHelp();
    m_encoder->setItemText(0, tr("Spiking network"));
    m_encoder->setItemText(1, tr("ANN twin"));
    m_encoder->setAccessibleName(tr("Encoder"));
    m_encoder->setToolTip(tr("Which network answers: the spiking one, or the ordinary one of the same shape"));

    m_fileMenu->setTitle(tr("&File"));
    m_openPicture->setText(tr("&Open Picture\u2026"));
    m_openFolder->setText(tr("Open &Folder\u2026"));
    m_recentMenu->setTitle(tr("Open &Recent"));
    m_paste->setText(tr("&Paste Picture"));
    m_openModel->setText(tr("Open &Model\u2026"));
    m_quit->setText(tr("&Quit"));
    m_viewMenu->setTitle(tr("&View"));
    m_themeMenu->setTitle(tr("&Theme"));
    const QStringList themes = {tr("&System"), tr("&Light"), tr("&Dark")};
    for (int i = 0; i < themes.size(); ++i)
        m_themes->actions()[i]->setText(themes[i]);
    m_showAll->setText(tr("Show &All Labels"));
    m_showSpeed->setText(tr("&Speed on This Computer"));
    m_showSpeed->setIconText(tr("Speed"));
    m_showSpeed->setToolTip(tr("Show how rate and time belong together on this computer"));
    m_showSpikes->setText(tr("Spi&kes"));
    m_simple->setText(tr("Simple &Layout"));
    m_full->setText(tr("&Full Layout"));
    m_energyLayout->setText(tr("&Energy Layout"));
    m_trainLayout->setText(tr("T&rain Layout"));
    m_panelMenu->setTitle(tr("&Panels"));
    m_helpMenu->setTitle(tr("&Help"));
    m_teachHelp->setText(tr("&Teach It Your Own Classes"));
    m_energyHelp->setText(tr("&Why Energy Figures Differ"));
    m_selfCheck->setText(tr("&Self-Check\u2026"));
    m_about->setText(tr("&About SpikeCLIP Explorer"));
    showStep();
    showStatus();
}

void MainWindow::retranslateHelp()
{
    m_picturePanel->setHelp(tr("<p>The photograph, and beside it the small picture that the network really sees. Drop another one here, paste one (Ctrl+V), open a file "
                               "(Ctrl+O), or drop a whole folder: then the gallery classifies them all.</p>"));
    m_labelPanel->setHelp(tr("<p>Type any words, parted by commas or lines; one in quotes may hold commas. The model was not trained on a fixed list. Each is put into a sentence (<i>Templates</i>) and "
                             "becomes a vector through the spiking text encoder. Words that the model's table lacks are named below; they do not count.</p>"));
    m_stepPanel->setHelp(tr("<p>A spiking network answers after every time step. One pass gives the exact answer for every number of steps, because a step looks only back: "
                            "moving the slider computes nothing. A triangle marks each step from which another label leads. Left, Right, Home, End; Space plays.</p>"));
    m_energyPanel->setHelp(tr("<p>An <b>estimate</b>: the operations of this picture, counted exactly, times published picojoules for one technology. Hover over the bars to "
                              "read every rule by which they were counted. A computer like this one does not get cheaper by it.</p>"));
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const auto& path : m_settings.value<QStringList>(Setting::RecentPictures)) {
        auto* action = m_recentMenu->addAction(QFileInfo(path).fileName().replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openPicture(path); });
    }
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("No pictures yet"))->setEnabled(false);
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(m_model, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}
