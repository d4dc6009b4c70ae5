#include "widgets/train/data_preview.h"

#include "widgets/theme.h"
#include "widgets/train/class_list.h"
#include "widgets/train/verdict_line.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

constexpr int listStretch = 100; // the list takes what room there is
constexpr std::int64_t uneven = 10; // times the pictures of the smallest label
constexpr std::int64_t few = 5;     // pictures of a label
constexpr int brokenLines = 5;

}

/// A place that says: drop it here. A click asks for a folder, too.
class DropHint : public QLabel
{
public:
    explicit DropHint(DataPreview* preview) : m_preview(preview)
    {
        setAlignment(Qt::AlignCenter);
        setWordWrap(true);
        setMargin(22);
        setCursor(Qt::PointingHandCursor);
        setForegroundRole(QPalette::PlaceholderText);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(chartColours(palette()).quiet, 1.5, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 8, 8);
        painter.end();
        QLabel::paintEvent(event);
    }

    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
            Q_EMIT m_preview->browseAsked();
    }

private:
    DataPreview* m_preview;
};

DataPreview::DataPreview(QWidget* parent)
    : QWidget(parent), m_hint(new DropHint(this)), m_problem(new VerdictLine), m_headline(new QLabel), m_classes(new ClassList),
      m_warnings(new VerdictLine), m_showBroken(new QToolButton), m_broken(new QListView), m_brokenModel(new QStringListModel(this))
{
    m_headline->setWordWrap(true);
    m_showBroken->setAutoRaise(true);
    m_showBroken->setCheckable(true);
    m_showBroken->setArrowType(Qt::RightArrow);
    m_showBroken->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_broken->setModel(m_brokenModel);
    m_broken->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_broken->setUniformItemSizes(true);
    m_broken->setTextElideMode(Qt::ElideMiddle);
    m_broken->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_broken->setFixedHeight(brokenLines * (fontMetrics().height() + 4) + 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(5);
    layout->addWidget(m_hint, listStretch);
    layout->addWidget(m_problem);
    layout->addWidget(m_headline);
    layout->addWidget(m_classes, listStretch);
    layout->addWidget(m_warnings);
    layout->addWidget(m_showBroken, 0, Qt::AlignLeft);
    layout->addWidget(m_broken);
    layout->addStretch(1); // below the list when it is as high as it can be
    connect(m_showBroken, &QToolButton::toggled, this, [this](bool shown) {
        m_broken->setVisible(shown);
        m_showBroken->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_classes, &ClassList::thumbnailsWanted, this, &DataPreview::thumbnailsWanted);
    refresh();
}

void DataPreview::clear()
{
    m_state = State::Nothing;
    m_labelWarning.clear();
    refresh();
}

void DataPreview::setReading()
{
    m_state = State::Reading;
    m_labelWarning.clear();
    refresh();
}

void DataPreview::setFailure(const QString& sentence)
{
    m_state = State::Failed;
    m_failure = sentence;
    refresh();
}

void DataPreview::setSurvey(const data::DataSurvey& survey)
{
    m_state = State::Surveyed;
    m_survey = survey;
    m_showBroken->setChecked(false);
    QStringList lines;
    for (const auto& broken : survey.broken)
        lines << tr("%1: %2", "file, what is wrong with it").arg(QString::fromStdString(broken.sample), QString::fromStdString(broken.reason));
    m_brokenModel->setStringList(lines);
    divide();
    refresh();
}

void DataPreview::setValidationShare(double share)
{
    if (share == m_share)
        return;
    m_share = share;
    divide();
    refresh();
}

void DataPreview::setThumbnail(const QString& sample, const data::ImagePtr& picture)
{
    m_classes->setThumbnail(sample, picture);
}

void DataPreview::setLabelWarning(const QString& sentence)
{
    m_labelWarning = sentence;
    refresh();
}

void DataPreview::divide()
{
    for (auto& one : m_survey.classes) {
        const auto all = one.all();
        one.validation = data::validationCount(all, m_share);
        one.train = all - one.validation;
    }
}

QString DataPreview::headline() const
{
    return m_headline->text();
}

QString DataPreview::warnings() const
{
    return m_warnings->text();
}

QString DataPreview::warningText() const
{
    QStringList sentences;
    const auto& classes = m_survey.classes;
    if (classes.size() == 1)
        sentences << tr("There is one label only: with two or more there is something to tell apart.");
    const auto lonely = static_cast<int>(std::ranges::count_if(classes, [](const data::ClassSurvey& one) { return one.all() == 1; }));
    if (lonely > 0)
        sentences << tr("%n label(s) have one picture only: it is learnt, but never judged by.", nullptr, lonely);
    else if (!classes.empty() && m_survey.fewest() < few)
        sentences << tr("The smallest label has %n picture(s): few to learn from.", nullptr, static_cast<int>(m_survey.fewest()));
    if (!classes.empty() && m_survey.largest() >= uneven * std::max<std::int64_t>(1, m_survey.fewest()))
        sentences << tr("Labels are uneven, from %1 to %2 pictures: large ones will be favoured.")
                         .arg(QLocale().toString(static_cast<qint64>(m_survey.fewest())),
                              QLocale().toString(static_cast<qint64>(m_survey.largest())));
    if (!classes.empty() && m_survey.validation() == 0)
        sentences << tr("No picture is set aside, so nothing will tell how good the result is.");
    if (!m_labelWarning.isEmpty())
        sentences << m_labelWarning;
    return sentences.join(QLatin1Char(' '));
}

void DataPreview::refresh()
{
    m_hint->setText(tr("Drop a folder here that has one folder of pictures for each label,\nor click to choose one.\n\nCIFAR files and tar archives "
                       "(WebDataset) will do, too."));
    m_hint->setAccessibleName(m_hint->text());
    m_hint->setVisible(m_state == State::Nothing);
    if (m_state == State::Reading)
        m_problem->setVerdict(VerdictLine::Kind::Neutral, tr("Looking through the pictures\u2026"));
    else
        m_problem->setVerdict(VerdictLine::Kind::Attention, m_state == State::Failed ? m_failure : QString());
    const bool surveyed = m_state == State::Surveyed;
    m_headline->setVisible(surveyed);
    m_classes->setVisible(surveyed && !m_survey.classes.empty());
    const auto broken = static_cast<int>(m_survey.broken.size());
    m_showBroken->setVisible(surveyed && broken > 0);
    m_showBroken->setText(tr("%n file(s) cannot be used and are left out", nullptr, broken));
    m_showBroken->setToolTip(tr("Which files, and why"));
    m_broken->setAccessibleName(tr("Files that cannot be used"));
    m_broken->setVisible(surveyed && broken > 0 && m_showBroken->isChecked());
    m_warnings->setVerdict(VerdictLine::Kind::Attention, surveyed ? warningText() : QString());
    if (!surveyed)
        return;
    const auto labels = tr("%n label(s)", nullptr, static_cast<int>(m_survey.classes.size()));
    const auto learn = tr("%n picture(s) to learn from", nullptr, static_cast<int>(m_survey.train()));
    m_headline->setText(tr("%1, %2, %n to judge by", "labels, pictures to learn from", static_cast<int>(m_survey.validation())).arg(labels, learn));
    m_classes->setClasses(m_survey.classes);
}

void DataPreview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        refresh();
    QWidget::changeEvent(event);
}

}
