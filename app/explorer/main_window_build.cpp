#include "app/explorer/about_dialog.h"
#include "app/explorer/main_window.h"
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
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace spikeclip::explorer {

using session::Setting;

namespace {

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
    m_messages = new widgets::MessageBar;
    m_picture = new widgets::PictureView;
    m_labels = new widgets::LabelEditor;
    m_bars = new widgets::ScoreBars;
    m_scrubber = new widgets::StepScrubber;
    m_rates = new widgets::RateChart;
    m_energy = new widgets::EnergyLine;
    m_strip = new widgets::SampleStrip;
    m_spikes = new widgets::SpikePanel(this);
    m_spikes->setWindowFlag(Qt::Window);
    m_spikes->resize(960, 640);
    m_picturePanel = panelAround(m_picture);
    m_labelPanel = panelAround(m_labels);
    m_scorePanel = panelAround(m_bars);
    m_stepPanel = panelAround(m_scrubber);
    m_ratePanel = panelAround(m_rates);
    m_energyPanel = panelAround(m_energy);
    m_speedPanel = new widgets::SpeedPanel;
    m_speedButton = new QToolButton;
    m_speedButton->setAutoRaise(true);
    m_ratePanel->addToHeader(m_speedButton);
    m_encoder = new QComboBox;
    m_encoder->setObjectName(QStringLiteral("encoder"));
    m_encoder->addItems({QString(), QString()});
    m_encoder->hide(); // until a model with a twin is there
    m_scorePanel->addToHeader(m_encoder);

    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->setHandleWidth(8);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(column({{m_picturePanel, 3}, {m_speedPanel, 2}}));
    m_columns->addWidget(column({{m_labelPanel, 1}, {m_scorePanel, 5}, {m_stepPanel, 0}}));
    m_columns->addWidget(column({{m_ratePanel, 1}, {m_energyPanel, 0}}));
    m_columns->setStretchFactor(0, 29);
    m_columns->setStretchFactor(1, 43);
    m_columns->setStretchFactor(2, 28);

    auto* central = column({{m_messages, 0}, {m_columns, 1}, {m_strip, 0}});
    central->layout()->setContentsMargins(8, 8, 8, 2);
    setCentralWidget(central);

    m_activity = new QLabel;
    m_machine = new QLabel;
    m_machine->setTextFormat(Qt::PlainText);
    m_activity->setContentsMargins(8, 0, 0, 0);
    statusBar()->addWidget(m_activity, 1);
    statusBar()->addPermanentWidget(m_machine);
}

void MainWindow::buildMenus()
{
    m_fileMenu = menuBar()->addMenu(QString());
    m_openPicture = m_fileMenu->addAction(QString());
    m_openPicture->setShortcut(QKeySequence::Open);
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

    m_showSpikes = m_viewMenu->addAction(QString());
    m_showSpikes->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));

    m_helpMenu = menuBar()->addMenu(QString());
    m_about = m_helpMenu->addAction(QString());
}

void MainWindow::retranslate()
{
    m_picturePanel->setTitle(tr("Picture"));
    m_labelPanel->setTitle(tr("Labels"));
    m_scorePanel->setTitle(tr("Answer"));
    m_stepPanel->setTitle(tr("Time"));
    m_ratePanel->setTitle(tr("Firing rate"));
    m_energyPanel->setTitle(tr("Estimated energy"));
    m_stepPanel->setNote(tr("every step from one pass"));
    m_encoder->setItemText(0, tr("Spiking network"));
    m_encoder->setItemText(1, tr("ANN twin"));
    m_encoder->setAccessibleName(tr("Encoder"));
    m_encoder->setToolTip(tr("Which network answers: the spiking one, or the ordinary one of the same shape"));

    m_fileMenu->setTitle(tr("&File"));
    m_openPicture->setText(tr("&Open Picture\u2026"));
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
    m_showSpikes->setText(tr("Spi&kes\u2026"));
    m_spikes->setWindowTitle(tr("Spikes"));
    m_helpMenu->setTitle(tr("&Help"));
    m_about->setText(tr("&About SpikeCLIP Explorer"));
    showStep();
    showStatus();
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
