#include "widgets/text_table.h"

#include <QLocale>

#include <algorithm>

namespace spikeclip::widgets {

namespace {

QString wordText(const data::LabelReading& reading, int place) { return QString::fromStdString(data::wordAt(reading, place)); }

int spikesOf(const std::vector<data::SpikeChange>& steps, data::SpikeChange label)
{
    return static_cast<int>(std::ranges::count_if(steps, [label](auto change) { return (static_cast<int>(change) & static_cast<int>(label)) != 0; }));
}

}

void TextTable::clear()
{
    beginResetModel();
    m_rows.clear();
    m_steps = 0;
    m_two = false;
    endResetModel();
}

void TextTable::begin(const data::LabelReading& first, const data::LabelReading* second)
{
    m_rows.clear();
    m_steps = 0;
    m_first = QString::fromStdString(first.label);
    m_second = second ? QString::fromStdString(second->label) : QString();
    m_two = second != nullptr;
}

void TextTable::add(const data::LabelReading& first, const data::LabelReading* second, std::size_t layer, qint64 neuron,
                    std::vector<data::SpikeChange> steps)
{
    const auto& activity = first.layers[layer];
    Row row{.layer = QString::fromStdString(activity.name), .neuron = neuron, .word = {}, .otherWord = {}, .steps = std::move(steps)};
    if (layer == 0) {
        const int channels = activity.spikes->shape().channels;
        row.token = static_cast<int>(neuron / channels);
        row.channel = static_cast<int>(neuron % channels);
        row.word = wordText(first, row.token);
        if (second)
            row.otherWord = wordText(*second, row.token);
    }
    m_steps = std::max(m_steps, static_cast<int>(row.steps.size()));
    m_rows.push_back(std::move(row));
}

void TextTable::setReading(const data::LabelReading& reading)
{
    beginResetModel();
    begin(reading, nullptr);
    for (std::size_t layer = 0; layer < reading.layers.size(); ++layer) {
        const auto& spikes = reading.layers[layer].spikes;
        if (!spikes)
            continue;
        for (qint64 neuron = 0; neuron < spikes->shape().neurons(); ++neuron) {
            std::vector<data::SpikeChange> steps;
            for (int step = 0; step < spikes->shape().steps; ++step)
                steps.push_back(spikes->fired(step, 0, neuron) ? data::SpikeChange::Vanishes : data::SpikeChange::Silent); // bit of the first label
            add(reading, nullptr, layer, neuron, std::move(steps));
        }
    }
    endResetModel();
}

void TextTable::setDifference(const data::LabelReading& first, const data::LabelReading& second,
                              const std::vector<data::SpikeDifference>& differences)
{
    beginResetModel();
    begin(first, &second);
    for (std::size_t layer = 0; layer < differences.size(); ++layer) {
        const auto& difference = differences[layer];
        for (int row = 0; row < difference.rows(); ++row) {
            std::vector<data::SpikeChange> steps;
            for (int step = 0; step < difference.steps; ++step)
                steps.push_back(difference.at(row, step));
            add(first, &second, layer, difference.neurons[static_cast<std::size_t>(row)], std::move(steps));
        }
    }
    endResetModel();
}

int TextTable::rows() const { return static_cast<int>(m_rows.size()); }

int TextTable::columns() const { return FirstStep - (m_two ? 0 : 2) + m_steps; }

int TextTable::columnAt(int section) const
{
    if (m_two || section < OtherWord)
        return section;
    return section < OtherSpikes - 1 ? section + 1 : section + 2; // those of the other label are not there
}

QVariant TextTable::plain(const Row& row, int column) const
{
    const auto orNothing = [](int number) { return number < 0 ? QVariant(QString()) : QVariant(number); };
    switch (column) {
    case Layer:
        return row.layer;
    case Neuron:
        return row.neuron;
    case Token:
        return orNothing(row.token);
    case Word:
        return row.word;
    case OtherWord:
        return row.otherWord;
    case Channel:
        return orNothing(row.channel);
    case Spikes:
        return spikesOf(row.steps, data::SpikeChange::Vanishes);
    case OtherSpikes:
        return spikesOf(row.steps, data::SpikeChange::Appears);
    default:
        break;
    }
    const auto step = static_cast<std::size_t>(column - FirstStep);
    return step < row.steps.size() ? QVariant(static_cast<int>(row.steps[step])) : QVariant(QString());
}

QVariant TextTable::value(int row, int section) const
{
    return plain(m_rows[static_cast<std::size_t>(row)], columnAt(section));
}

QString TextTable::text(int row, int section) const
{
    const auto found = value(row, section);
    if (columnAt(section) < FirstStep || found.typeId() != QMetaType::Int)
        return found.typeId() == QMetaType::QString ? found.toString() : QLocale().toString(found.toLongLong());
    switch (static_cast<data::SpikeChange>(found.toInt())) {
    case data::SpikeChange::Vanishes:
        return m_two ? tr("vanishes") : tr("spike");
    case data::SpikeChange::Appears:
        return tr("appears");
    case data::SpikeChange::Stays:
        return tr("stays");
    case data::SpikeChange::Silent:
        break;
    }
    return QStringLiteral("\u2013");
}

bool TextTable::isText(int, int section) const
{
    const int column = columnAt(section);
    return column == Layer || column == Word || column == OtherWord || column >= FirstStep;
}

QString TextTable::header(int section) const
{
    switch (const int column = columnAt(section); column) {
    case Layer:
        return tr("Layer");
    case Neuron:
        return tr("Neuron");
    case Token:
        return tr("Token");
    case Word:
        return tr("Word");
    case OtherWord:
        return tr("Other word");
    case Channel:
        return tr("Channel");
    case Spikes:
        return tr("Spikes");
    case OtherSpikes:
        return tr("Other spikes");
    default:
        return tr("Step %1").arg(QLocale().toString(column - FirstStep + 1));
    }
}

QString TextTable::headerTip(int section) const
{
    const int column = columnAt(section);
    if (m_two && column == Spikes)
        return tr("Spikes with \u201c%1\u201d").arg(m_first);
    if (m_two && column == OtherSpikes)
        return tr("Spikes with \u201c%1\u201d").arg(m_second);
    return header(section);
}

}
