#include "widgets/train/job_list.h"

#include "widgets/train/job_card.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace spikeclip::widgets {

JobList::JobList(QWidget* parent) : Panel(parent), m_pages(new QStackedWidget), m_absence(new QLabel), m_column(nullptr)
{
    m_absence->setAlignment(Qt::AlignCenter);
    m_absence->setWordWrap(true);
    auto* area = new QScrollArea;
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 2, 0);
    m_column->setSpacing(6);
    m_column->addStretch(1);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_pages->addWidget(m_absence);
    m_pages->addWidget(area);
    setContent(m_pages);
    retranslate();
}

JobCard* JobList::addCard()
{
    auto* card = new JobCard;
    m_column->insertWidget(static_cast<int>(m_cards.size()), card);
    m_cards << card;
    connect(card, &JobCard::pauseAsked, this, &JobList::pauseAsked);
    connect(card, &JobCard::resumeAsked, this, &JobList::resumeAsked);
    connect(card, &JobCard::cancelAsked, this, &JobList::cancelAsked);
    connect(card, &JobCard::removeAsked, this, &JobList::removeAsked);
    connect(card, &JobCard::folderAsked, this, &JobList::folderAsked);
    connect(card, &JobCard::curvesToggled, this, &JobList::curvesToggled);
    connect(card, &JobCard::chosen, this, [this](const QString& id) {
        const bool isNew = id != m_chosen;
        choose(id);
        if (isNew)
            Q_EMIT jobChosen(id);
    });
    return card;
}

void JobList::setJobs(const QList<JobRow>& jobs)
{
    while (m_cards.size() > jobs.size()) {
        auto* card = m_cards.takeLast();
        m_column->removeWidget(card);
        card->hide();
        card->deleteLater(); // it may be the one whose button was clicked
    }
    for (int i = 0; i < jobs.size(); ++i)
        (i < m_cards.size() ? m_cards[i] : addCard())->setJob(jobs[i]);
    m_pages->setCurrentIndex(jobs.isEmpty() ? 0 : 1);
    choose(m_chosen);
}

void JobList::choose(const QString& id)
{
    m_chosen.clear();
    for (auto* card : m_cards) {
        const bool isIt = card->job().id == id && !id.isEmpty();
        card->setChosen(isIt);
        if (isIt)
            m_chosen = id;
    }
}

QStringList JobList::inCurves() const
{
    QStringList ids;
    for (const auto* card : m_cards)
        if (card->job().inCurves)
            ids << card->job().id;
    return ids;
}

void JobList::retranslate()
{
    setTitle(tr("Training runs"));
    setHelp(
        tr("<p>Every run, the one that is learning and those before it. A run may be paused and go on later, even after the program was closed: "
           "<i>interrupted</i> runs go on from their last saved state.</p>"
           "<p><b>Cancel</b> ends a run for good, its last state is kept. <b>Remove</b> moves a run with all its files to the trash.</p>"
           "<p>Tick a run to see it in the training curves, several to compare them. Click one to see its result.</p>"));
    m_absence->setText(tr("No runs yet. Choose a folder of pictures and press Start."));
}

void JobList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

}
