#include "widgets/train/kind_cards.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace spikeclip::widgets {

namespace {

constexpr int wordsIndent = 22; // below the text of a radio button

}

KindCards::KindCards(QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_teacherLine(new QWidget), m_teacherLabel(new QLabel), m_teacher(new QComboBox)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    auto bold = font();
    bold.setBold(true);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        auto& card = m_cards[i];
        card.button = new QRadioButton;
        card.button->setFont(bold);
        card.words = new QLabel;
        card.words->setWordWrap(true);
        card.words->setForegroundRole(QPalette::PlaceholderText);
        card.words->setContentsMargins(wordsIndent, 0, 0, 5);
        card.words->setBuddy(card.button);
        m_group->addButton(card.button, static_cast<int>(i));
        layout->addWidget(card.button);
        layout->addWidget(card.words);
        if (data::choosesTeacher(static_cast<What>(i)))
            layout->addWidget(m_teacherLine);
    }
    m_cards[0].button->setChecked(true);
    auto* line = new QHBoxLayout(m_teacherLine);
    line->setContentsMargins(wordsIndent, 0, 0, 5);
    m_teacherLabel->setBuddy(m_teacher);
    m_teacher->addItem(QString());
    m_teacher->addItem(QString());
    line->addWidget(m_teacherLabel);
    line->addWidget(m_teacher, 1);
    line->addStretch(0);
    connect(m_group, &QButtonGroup::idClicked, this, [this] {
        refresh();
        Q_EMIT whatChosen();
    });
    connect(m_teacher, &QComboBox::activated, this, &KindCards::teacherChosen);
    refresh();
}

KindCards::What KindCards::what() const
{
    return static_cast<What>(m_group->checkedId());
}

KindCards::Teacher KindCards::teacher() const
{
    return m_teacher->currentIndex() == 0 ? Teacher::Twin : Teacher::Labels;
}

void KindCards::choose(What what, Teacher teacher)
{
    m_cards[static_cast<std::size_t>(what)].button->setChecked(true);
    m_teacher->setCurrentIndex(teacher == Teacher::Twin ? 0 : 1);
    refresh();
}

void KindCards::setReason(What what, const QString& reason)
{
    m_cards[static_cast<std::size_t>(what)].why = reason;
    refresh();
}

void KindCards::refresh()
{
    const std::array titles = {tr("Head only (recommended)"), tr("The whole network"), tr("Alignment with a teacher"), tr("Two losses")};
    const std::array words = {
        tr("Seconds. The network keeps looking at pictures as it does; only its last step learns your labels. Best with few pictures."),
        tr("Minutes to hours. All weights learn from the labels. Needs hundreds of pictures a label, else it forgets what it knew."),
        tr("Minutes to hours. All weights learn to give the vectors of a teacher. Keeps the network open for labels it has never seen."),
        tr("The slowest. All weights learn the labels and, at once, to answer like the ANN twin."),
    };
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const auto& card = m_cards[i];
        card.button->setText(titles[i]);
        card.button->setEnabled(card.why.isEmpty());
        card.button->setAccessibleDescription(words[i]);
        card.words->setText(card.why.isEmpty() ? words[i] : tr("%1 %2", "what it does, why it is not possible now").arg(words[i], card.why));
        card.words->setEnabled(card.why.isEmpty());
    }
    m_teacherLine->setVisible(data::choosesTeacher(what()));
    m_teacherLabel->setText(tr("&Teacher:"));
    m_teacher->setItemText(0, tr("the ANN twin, picture by picture"));
    m_teacher->setItemText(1, tr("the labels\u2019 words"));
    m_teacher->setToolTip(tr("Whose vectors the network learns to give"));
}

void KindCards::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

}
