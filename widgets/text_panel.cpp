#include "widgets/text_panel.h"

#include "widgets/text_table.h"
#include "widgets/text_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

bool isRecorded(const data::LabelReading& reading)
{
    return !reading.layers.empty() && std::ranges::all_of(reading.layers, [](const auto& layer) { return layer.spikes != nullptr; });
}

bool canBeCompared(const data::LabelReading& first, const data::LabelReading& second)
{
    return isRecorded(first) && isRecorded(second) && std::ranges::equal(first.layers, second.layers, [](const auto& a, const auto& b) {
               return a.name == b.name && a.spikes->shape() == b.spikes->shape();
           });
}

}

TextPanel::TextPanel(QWidget* parent) : TextPanel(new TextView, new TextTable, parent) {}

TextPanel::TextPanel(TextView* view, TextTable* table, QWidget* parent)
    : ViewPanel({.view = view, .table = table, .paint = [view](QPaintDevice& device, QSize size) { view->paintTo(device, size); }, .csv = {}},
                parent),
      m_view(view), m_table(table), m_labelLabel(new QLabel), m_labelBox(new QComboBox), m_otherLabel(new QLabel), m_otherBox(new QComboBox)
{
    m_labelLabel->setBuddy(m_labelBox);
    m_otherLabel->setBuddy(m_otherBox);
    for (auto* box : {m_labelBox, m_otherBox}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long label widens no window
        box->setMinimumContentsLength(6);
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        box->setMaximumWidth(260);
    }
    choices()->addWidget(m_labelLabel);
    choices()->addWidget(m_labelBox, 1);
    choices()->addWidget(m_otherLabel);
    choices()->addWidget(m_otherBox, 1);
    choices()->addStretch();

    connect(m_labelBox, &QComboBox::activated, this, [this](int index) { chooseLabel(m_labels.value(index)); });
    connect(m_otherBox, &QComboBox::activated, this, [this](int index) { compareWith(m_otherBox->itemData(index).toString()); });
    connect(m_view, &TextView::stepChosen, this, [this](int step) {
        setStep(step);
        Q_EMIT stepChosen(step);
    });
    retranslate();
}

void TextPanel::setLabels(const QStringList& labels)
{
    m_labels = labels;
    std::erase_if(m_readings, [&](const auto& entry) { return !labels.contains(entry.first); });
    if (!labels.contains(m_label))
        m_label = labels.value(0);
    if (!labels.contains(m_other) || m_other == m_label)
        m_other.clear();
    fillChoices();
    invalidate();
}

void TextPanel::setReadings(const std::vector<data::LabelReading>& readings)
{
    for (const auto& reading : readings)
        if (const auto label = QString::fromStdString(reading.label); m_labels.contains(label))
            m_readings.insert_or_assign(label, reading);
    m_failure.clear();
    invalidate();
}

void TextPanel::forget()
{
    m_readings.clear();
    m_asked.clear();
    m_failure.clear();
    invalidate();
}

void TextPanel::setFailure(const QString& sentence)
{
    m_failure = sentence;
    invalidate();
}

QString TextPanel::label() const { return m_label; }

QString TextPanel::otherLabel() const { return m_other; }

void TextPanel::chooseLabel(const QString& label)
{
    if (label == m_label || !m_labels.contains(label))
        return;
    if (label == m_other)
        m_other = m_label; // they change places
    m_label = label;
    m_failure.clear();
    fillChoices();
    invalidate();
}

void TextPanel::compareWith(const QString& label)
{
    if (label == m_other || label == m_label || (!label.isEmpty() && !m_labels.contains(label)))
        return;
    m_other = label;
    m_failure.clear();
    fillChoices();
    invalidate();
}

void TextPanel::setStep(int step) { m_view->setStep(step); }

void TextPanel::fillChoices()
{
    m_labelBox->clear();
    m_labelBox->addItems(m_labels);
    m_labelBox->setCurrentIndex(static_cast<int>(m_labels.indexOf(m_label)));
    m_otherBox->clear();
    m_otherBox->addItem(tr("nobody"), QString());
    for (const auto& label : m_labels)
        if (label != m_label)
            m_otherBox->addItem(label, label);
    m_otherBox->setCurrentIndex(std::max(0, m_otherBox->findData(m_other)));
    m_labelBox->setToolTip(m_label);
    m_otherBox->setToolTip(m_other);
    m_labelBox->setEnabled(!m_labels.isEmpty());
    m_otherBox->setEnabled(m_labels.size() > 1);
}

const data::LabelReading* TextPanel::readingOf(const QString& label) const
{
    const auto found = m_readings.find(label);
    return found == m_readings.end() ? nullptr : &found->second;
}

QStringList TextPanel::missing() const
{
    QStringList labels;
    for (const auto& label : {m_label, m_other})
        if (!label.isEmpty() && !readingOf(label))
            labels << label;
    return labels;
}

QString TextPanel::showReadings()
{
    if (m_labels.isEmpty())
        return tr("No labels: type some to see how they become spikes.");
    if (!m_failure.isEmpty())
        return m_failure;
    if (const auto waiting = missing(); !waiting.isEmpty())
        return tr("Reading \u201c%1\u201d\u2026").arg(waiting.join(tr("\u201d and \u201c", "between two labels in quotes")));
    const auto& first = *readingOf(m_label);
    if (m_other.isEmpty()) {
        m_view->showOne(first);
        m_table->setReading(first);
        return {};
    }
    const auto& second = *readingOf(m_other);
    if (!canBeCompared(first, second))
        return tr("These labels cannot be compared: their spikes were not recorded alike.");
    std::vector<data::SpikeDifference> differences;
    for (std::size_t i = 0; i < first.layers.size(); ++i)
        differences.push_back(data::differenceOf(*first.layers[i].spikes, *second.layers[i].spikes));
    m_view->showBoth(first, second, differences);
    m_table->setDifference(first, second, differences);
    return {};
}

void TextPanel::refresh()
{
    const auto notice = showReadings();
    if (!notice.isEmpty())
        m_table->clear();
    setNotice(notice);

    const auto wanted = missing();
    if (wanted == m_asked)
        return;
    m_asked = wanted;
    if (!wanted.isEmpty() && m_failure.isEmpty())
        Q_EMIT labelsWanted(wanted); // last: the answer may come at once
}

QString TextPanel::fileName() const
{
    static const QRegularExpression others(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption);
    auto name = QStringLiteral("text-") + m_label;
    if (!m_other.isEmpty())
        name += QStringLiteral("-to-") + m_other;
    return name.replace(others, QStringLiteral("-")).left(80);
}

ExportNotes TextPanel::ownNotes() const
{
    ExportNotes notes;
    const auto add = [&](const QString& prefix, const QString& label) {
        notes << std::pair(prefix + QStringLiteral("label"), label);
        if (const auto* reading = readingOf(label))
            notes << std::pair(prefix + QStringLiteral("sentence"), QString::fromStdString(reading->sentence));
    };
    add({}, m_label);
    if (m_other.isEmpty()) {
        notes << std::pair(QStringLiteral("steps"), QStringLiteral("1 is a spike"));
        return notes;
    }
    add(QStringLiteral("other_"), m_other);
    notes << std::pair(QStringLiteral("neurons"), QStringLiteral("those that differ"))
          << std::pair(QStringLiteral("steps"), QStringLiteral("sum of 1 for a spike of label and 2 for a spike of other_label"));
    return notes;
}

void TextPanel::retranslate()
{
    setTitle(tr("Text"));
    setNote(tr("how a label becomes spikes"));
    setHelp(tr(
        "<p>Every word of the sentence is looked up in a table: it is one row of numbers there. A word that is not in the table does not count.</p>"
        "<p>A projection turns the row into currents for the neurons of the word's place, its token. They are layer 1, and each token is by itself "
        "there. Layer 2 listens to all tokens, and its spikes are summed up to the label's vector, with which pictures are compared.</p>"
        "<p>Tokens, channels and neurons are counted from 0, steps from 1. Neuron of layer 1 = token \u00d7 channels + channel.</p>"
        "<p>Now compare with another label: change one word and see which spikes appear, which vanish, and that in layer 1 only the tokens of other "
        "words change, while in layer 2 neurons everywhere do.</p>"));
    m_labelLabel->setText(tr("&Label"));
    m_otherLabel->setText(tr("&compare with"));
    m_labelBox->setAccessibleName(tr("Label"));
    m_otherBox->setAccessibleName(tr("Compare with"));
    fillChoices();
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
