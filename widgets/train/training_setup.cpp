#include "widgets/train/training_setup.h"

#include "widgets/train/data_preview.h"
#include "widgets/train/kind_cards.h"
#include "widgets/train/training_settings.h"
#include "widgets/train/training_text.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>

namespace spikeclip::widgets {

namespace {

constexpr int twoColumns = 820; // width from which on

QString droppedPath(const QMimeData& data)
{
    const auto urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}

TrainingSetup::TrainingSetup(QWidget* parent)
    : Panel(parent), m_plan(data::usualPlan(data::TrainingPlan::What::Head)), m_dataTitle(new QLabel), m_path(new QLineEdit),
      m_browse(new QPushButton), m_preview(new DataPreview), m_kindTitle(new QLabel), m_kinds(new KindCards), m_settings(new TrainingSettings),
      m_forecastLine(new QLabel), m_reason(new QLabel), m_start(new QPushButton)
{
    build();
    setAcceptDrops(true);
    connect(m_path, &QLineEdit::returnPressed, this, [this] { chooseData(m_path->text().trimmed()); });
    connect(m_path, &QLineEdit::editingFinished, this, [this] {
        if (const auto path = m_path->text().trimmed(); !path.isEmpty() && path != QString::fromStdString(m_plan.dataPath))
            chooseData(path);
    });
    connect(m_browse, &QPushButton::clicked, this, &TrainingSetup::browse);
    connect(m_preview, &DataPreview::browseAsked, this, &TrainingSetup::browse);
    connect(m_preview, &DataPreview::thumbnailsWanted, this, &TrainingSetup::thumbnailsWanted);
    connect(m_kinds, &KindCards::whatChosen, this, &TrainingSetup::onWhatChosen);
    connect(m_kinds, &KindCards::teacherChosen, this, &TrainingSetup::takeEdits);
    connect(m_settings, &TrainingSettings::edited, this, &TrainingSetup::takeEdits);
    connect(m_settings, &TrainingSettings::usualAsked, this, &TrainingSetup::onUsualAsked);
    connect(m_start, &QPushButton::clicked, this, &TrainingSetup::startAsked);
    retranslate();
    showPlan();
}

void TrainingSetup::build()
{
    auto bold = font();
    bold.setBold(true);
    for (auto* title : {m_dataTitle, m_kindTitle})
        title->setFont(bold);
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setDefault(true);
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setMinimumWidth(80);
    m_forecastLine->setWordWrap(true);
    m_reason->setWordWrap(true);
    m_reason->setForegroundRole(QPalette::PlaceholderText);

    auto* left = new QVBoxLayout;
    left->setSpacing(5);
    auto* pathLine = new QHBoxLayout;
    pathLine->addWidget(m_path, 1);
    pathLine->addWidget(m_browse);
    left->addWidget(m_dataTitle);
    left->addLayout(pathLine);
    left->addWidget(m_preview, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(5);
    right->addWidget(m_kindTitle);
    right->addWidget(m_kinds);
    right->addWidget(m_settings);
    right->addStretch(1);

    auto* content = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom, content);
    m_columns->setContentsMargins(2, 2, 2, 2);
    m_columns->setSpacing(14);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_forecastLine);
    words->addWidget(m_reason);
    auto* bottom = new QHBoxLayout;
    bottom->addLayout(words, 1);
    bottom->addWidget(m_start, 0, Qt::AlignRight | Qt::AlignVCenter);
    auto* all = new QWidget;
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    layout->addWidget(area, 1);
    layout->addLayout(bottom);
    setContent(all);
}

void TrainingSetup::setPlan(const data::TrainingPlan& plan)
{
    m_plan = plan;
    showPlan();
}

void TrainingSetup::setReading()
{
    m_preview->setReading();
    showStart();
}

void TrainingSetup::setSurvey(const data::DataSurvey& survey)
{
    m_preview->setSurvey(survey);
    showStart();
}

void TrainingSetup::setSurveyFailure(const QString& sentence)
{
    m_preview->setFailure(sentence);
    showStart();
}

void TrainingSetup::clearSurvey()
{
    m_preview->clear();
    showStart();
}

void TrainingSetup::setThumbnail(const QString& sample, const data::ImagePtr& picture)
{
    m_preview->setThumbnail(sample, picture);
}

void TrainingSetup::setLabelWarning(const QString& sentence)
{
    m_preview->setLabelWarning(sentence);
}

void TrainingSetup::setForecast(const std::optional<data::TrainingForecast>& forecast)
{
    m_forecast = forecast;
    m_measuring = false;
    showStart();
}

void TrainingSetup::setMeasuring()
{
    m_measuring = true;
    showStart();
}

void TrainingSetup::setStartReason(const QString& reason)
{
    m_outerReason = reason;
    showStart();
}

void TrainingSetup::setKindReason(data::TrainingPlan::What what, const QString& reason)
{
    m_kinds->setReason(what, reason);
    showStart();
}

void TrainingSetup::setModelSteps(int steps)
{
    m_settings->setModelSteps(steps);
}

void TrainingSetup::setSettingsShown(bool shown)
{
    m_settings->setUnfolded(shown);
}

void TrainingSetup::browse()
{
    const auto path = QFileDialog::getExistingDirectory(this, tr("Choose a folder of pictures"), QString::fromStdString(m_plan.dataPath));
    if (!path.isEmpty())
        chooseData(path);
}

void TrainingSetup::chooseData(const QString& path)
{
    if (path.isEmpty())
        return;
    auto plan = m_plan;
    const auto folderOf = [](const std::string& at) { return QFileInfo(QString::fromStdString(at)).fileName().toStdString(); };
    plan.dataPath = path.toStdString();
    if (plan.name.empty() || plan.name == folderOf(m_plan.dataPath)) // unless the reader has given it one
        plan.name = folderOf(plan.dataPath);
    m_preview->setReading();
    m_forecast.reset();
    change(plan);
    Q_EMIT dataChosen(path);
}

void TrainingSetup::change(const data::TrainingPlan& plan)
{
    const bool isNew = !(plan == m_plan);
    m_plan = plan;
    showPlan();
    if (isNew)
        Q_EMIT planChanged(m_plan);
}

void TrainingSetup::takeEdits()
{
    auto plan = m_plan;
    m_settings->readInto(plan);
    plan.teacher = m_kinds->teacher();
    change(plan);
}

void TrainingSetup::onWhatChosen()
{
    if (m_kinds->what() == m_plan.what)
        return;
    auto plan = m_plan;
    plan.what = m_kinds->what();
    const auto usual = data::usualPlan(plan.what); // a rate that suits a head ruins a network
    plan.epochs = usual.epochs;
    plan.learningRate = usual.learningRate;
    plan.finalLearningRate = usual.finalLearningRate;
    plan.weightDecay = usual.weightDecay;
    change(plan);
}

void TrainingSetup::onUsualAsked()
{
    auto plan = data::usualPlan(m_plan.what);
    plan.name = m_plan.name;
    plan.initialModel = m_plan.initialModel;
    plan.dataPath = m_plan.dataPath;
    plan.labelFile = m_plan.labelFile;
    plan.teacher = m_plan.teacher;
    change(plan);
}

void TrainingSetup::showPlan()
{
    if (const auto path = QString::fromStdString(m_plan.dataPath); path != m_path->text())
        m_path->setText(path);
    m_kinds->choose(m_plan.what, m_plan.teacher);
    m_settings->show(m_plan);
    m_preview->setValidationShare(m_plan.validationShare);
    showStart();
}

QString TrainingSetup::ownReason() const
{
    if (m_plan.dataPath.empty())
        return tr("Choose a folder of pictures first.");
    if (!m_preview->hasSurvey())
        return tr("The pictures are not known yet.");
    const auto& survey = m_preview->survey();
    if (survey.classes.size() < 2)
        return tr("At least two labels are needed.");
    if (survey.train() < 2)
        return tr("There are too few pictures to learn from.");
    return m_kinds->reason(m_plan.what);
}

QString TrainingSetup::forecastText() const
{
    return m_forecastLine->text();
}

QString TrainingSetup::startReason() const
{
    return m_reason->text();
}

void TrainingSetup::showStart()
{
    const auto own = ownReason();
    const auto reason = own.isEmpty() ? m_outerReason : own;
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_start->setEnabled(reason.isEmpty());
    m_start->setToolTip(reason.isEmpty() ? tr("Learn with these settings; you can pause and cancel at any time") : reason);
    QString words;
    if (m_measuring)
        words = tr("Measuring how long it will take\u2026");
    else if (m_forecast)
        words = tr("About %1 on this computer, for %n batch(es), and %2 of memory.", nullptr, static_cast<int>(m_forecast->steps))
                    .arg(durationText(m_forecast->seconds), bytesText(m_forecast->peakBytes));
    m_forecastLine->setText(words);
    m_forecastLine->setVisible(!words.isEmpty());
}

void TrainingSetup::retranslate()
{
    setTitle(tr("Train on your own pictures"));
    setHelp(tr(
        "<p>Put pictures of each thing into a folder of its own, named like the thing, and all these folders into one. Drop that here and press "
        "<b>Start</b>. Twenty pictures a label are enough to begin with.</p>"
        "<p>Some pictures of each label are set aside and never learnt from: by them the result is judged. A run can be paused and cancelled at any "
        "time, and the model in use stays as it is until you adopt the new one.</p>"
        "<p><b>Head only</b> is right nearly always. The other kinds change the whole network: they take long, want many pictures, and are there for "
        "those who study how a spiking network learns. Settings have values that usually work.</p>"));
    m_dataTitle->setText(tr("Your pictures"));
    m_path->setPlaceholderText(tr("A folder with one folder for each label"));
    m_path->setAccessibleName(tr("Folder or file of pictures"));
    m_browse->setText(tr("B&rowse\u2026"));
    m_kindTitle->setText(tr("What learns"));
    m_start->setText(tr("&Start"));
    showStart();
}

void TrainingSetup::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    Panel::changeEvent(event);
}

void TrainingSetup::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    const bool isWide = width() >= twoColumns;
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setStretch(0, isWide ? 1 : 0); // what is not needed stays below all
}

void TrainingSetup::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedPath(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void TrainingSetup::dropEvent(QDropEvent* event)
{
    const auto path = droppedPath(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    chooseData(path);
}

}
