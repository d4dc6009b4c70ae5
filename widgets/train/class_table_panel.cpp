#include "widgets/train/class_table_panel.h"

#include "widgets/train/class_bars.h"
#include "widgets/train/class_table.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

namespace spikeclip::widgets {

ClassTablePanel::ClassTablePanel(QWidget* parent) : ClassTablePanel(new ClassBars, new ClassTable, parent) {}

ClassTablePanel::ClassTablePanel(ClassBars* bars, ClassTable* table, QWidget* parent)
    : ViewPanel({.view = bars, .table = table, .paint = [bars](QPaintDevice& device, QSize size) { bars->paintTo(device, size); }, .csv = {}},
                parent),
      m_bars(bars), m_table(table), m_orderBox(new QComboBox)
{
    for (int i = 0; i < 4; ++i)
        m_orderBox->addItem(QString());
    choices()->addWidget(m_orderBox);
    choices()->addStretch(1);
    connect(m_orderBox, &QComboBox::currentIndexChanged, this, &ClassTablePanel::invalidate);
    connect(m_bars, &ClassBars::labelChosen, this, &ClassTablePanel::labelChosen);
    retranslate();
}

void ClassTablePanel::setSummary(const std::shared_ptr<const data::RunSummary>& summary)
{
    m_summary = summary;
    m_results = summary ? data::classResults(*summary) : std::vector<data::ClassResult>();
    m_bars->chooseLabel(-1);
    invalidate();
}

void ClassTablePanel::sortBy(Order order)
{
    m_orderBox->setCurrentIndex(static_cast<int>(order));
}

ClassTablePanel::Order ClassTablePanel::order() const
{
    return static_cast<Order>(m_orderBox->currentIndex());
}

void ClassTablePanel::chooseLabel(int label)
{
    m_bars->chooseLabel(label);
}

void ClassTablePanel::refresh()
{
    QStringList labels;
    if (m_summary)
        for (const auto& label : m_summary->labels)
            labels << QString::fromStdString(label);
    auto sorted = m_results;
    const auto by = [&](auto&& key) { std::ranges::stable_sort(sorted, {}, key); };
    switch (order()) {
    case Order::Listed:
        break;
    case Order::WorstFirst: // those without a picture last
        by([](const data::ClassResult& result) { return result.recallAfter.value_or(2); });
        break;
    case Order::MostLostFirst:
        by([](const data::ClassResult& result) { return result.change().value_or(2); });
        break;
    case Order::MostPicturesFirst:
        by([](const data::ClassResult& result) { return -result.pictures; });
        break;
    }
    m_bars->setResults(sorted, labels);
    m_table->setResults(m_results, labels);
    m_orderBox->setEnabled(!m_results.empty());
    setNotice(m_results.empty() ? tr("When a run has ended, this shows how well each label is recognised.") : QString());
}

ExportNotes ClassTablePanel::ownNotes() const
{
    if (!m_summary)
        return {};
    return {{QStringLiteral("run"), QString::fromStdString(m_summary->name)},
            {QStringLiteral("model before"), QString::fromStdString(m_summary->initialHash)},
            {QStringLiteral("model after"), QString::fromStdString(m_summary->hash)}};
}

void ClassTablePanel::retranslate()
{
    setTitle(tr("Labels before and after"));
    setHelp(
        tr("<p>For each label the share of its validation pictures that are recognised, its <b>recall</b>: a ring for the model that the run began "
           "with, a disc "
           "for the one that it made. An orange line means that the label is recognised less often than before.</p>"
           "<p>The table adds the <b>precision</b>, the share of pictures taken for the label that really show it, and what the label is most often "
           "confused with. A click on a column sorts by it.</p>"
           "<p>With few pictures a label\u2019s share jumps: with five, each is 20 %.</p>"));
    m_orderBox->setItemText(static_cast<int>(Order::Listed), tr("as listed"));
    m_orderBox->setItemText(static_cast<int>(Order::WorstFirst), tr("lowest recall first"));
    m_orderBox->setItemText(static_cast<int>(Order::MostLostFirst), tr("what got worse first"));
    m_orderBox->setItemText(static_cast<int>(Order::MostPicturesFirst), tr("most pictures first"));
    m_orderBox->setAccessibleName(tr("Order of labels"));
    m_orderBox->setToolTip(m_orderBox->accessibleName());
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
