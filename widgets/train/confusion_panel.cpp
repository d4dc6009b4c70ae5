#include "widgets/train/confusion_panel.h"

#include "widgets/layer_text.h"
#include "widgets/plot/heat_map.h"
#include "widgets/train/confusion_list.h"
#include "widgets/train/confusion_table.h"
#include "widgets/train/sample_grid.h"
#include "widgets/train/side_by_side.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spikeclip::widgets {

namespace {

constexpr std::size_t mostConfusions = 100; // in the list

}

/// The matrix, and beside it the largest confusions or the pictures of a cell.
class ConfusionView : public QWidget
{
public:
    ConfusionView()
        : map(new HeatMap), headline(new QLabel), back(new QToolButton), pages(new QStackedWidget), list(new ConfusionList), grid(new SampleGrid)
    {
        auto* side = new QWidget;
        auto* sideLayout = new QVBoxLayout(side);
        sideLayout->setContentsMargins({});
        sideLayout->setSpacing(3);
        auto* line = new QHBoxLayout;
        line->setSpacing(4);
        line->addWidget(back, 0, Qt::AlignTop);
        line->addWidget(headline, 1);
        sideLayout->addLayout(line);
        sideLayout->addWidget(pages, 1);
        pages->addWidget(list);
        pages->addWidget(grid);
        headline->setWordWrap(true);
        auto policy = headline->sizePolicy();
        policy.setHorizontalPolicy(QSizePolicy::Ignored);
        headline->setSizePolicy(policy);
        back->setAutoRaise(true);
        back->setArrowType(Qt::LeftArrow);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
        layout->addWidget(new SideBySide(map, side));
    }

    HeatMap* map;
    QLabel* headline;
    QToolButton* back;
    QStackedWidget* pages;
    ConfusionList* list;
    SampleGrid* grid;
};

ConfusionPanel::ConfusionPanel(QWidget* parent) : ConfusionPanel(new ConfusionView, new ConfusionTable, parent) {}

ConfusionPanel::ConfusionPanel(ConfusionView* view, ConfusionTable* table, QWidget* parent)
    : ViewPanel({.view = view, .table = table, .paint = [view](QPaintDevice& device, QSize size) { view->map->paintTo(device, size); }, .csv = {}},
                parent),
      m_view(view), m_table(table), m_showBox(new QComboBox)
{
    for (int i = 0; i < 3; ++i)
        m_showBox->addItem(QString());
    m_showBox->setCurrentIndex(static_cast<int>(Show::After));
    choices()->addWidget(m_showBox);
    choices()->addStretch(1);
    connect(m_showBox, &QComboBox::currentIndexChanged, this, &ConfusionPanel::invalidate);
    connect(m_view->map, &HeatMap::cellChosen, this, &ConfusionPanel::onChosen);
    connect(m_view->list, &ConfusionList::confusionChosen, this, &ConfusionPanel::onChosen);
    connect(m_view->back, &QToolButton::clicked, this, [this] { chooseCell(-1, -1); });
    connect(m_view->grid, &SampleGrid::thumbnailsWanted, this, &ConfusionPanel::thumbnailsWanted);
    connect(m_view->grid, &SampleGrid::pictureActivated, this, &ConfusionPanel::pictureActivated);
    retranslate();
}

bool ConfusionPanel::hasBefore() const
{
    return m_summary && std::ranges::any_of(m_summary->samples, [](const data::JudgedSample& sample) { return sample.before >= 0; });
}

void ConfusionPanel::setSummary(const std::shared_ptr<const data::RunSummary>& summary)
{
    m_summary = summary;
    m_label = m_takenFor = -1;
    m_labels.clear();
    m_before = m_after = {};
    if (summary) {
        m_before = data::confusion(*summary, data::Moment::Before);
        m_after = data::confusion(*summary, data::Moment::After);
        for (const auto& label : summary->labels)
            m_labels << QString::fromStdString(label);
        const QSignalBlocker quiet(m_showBox);
        if (!hasBefore())
            m_showBox->setCurrentIndex(static_cast<int>(Show::After));
    }
    if (auto* items = qobject_cast<QStandardItemModel*>(m_showBox->model()))
        for (const auto show : {Show::Before, Show::Change})
            items->item(static_cast<int>(show))->setEnabled(hasBefore());
    invalidate();
}

void ConfusionPanel::show(Show show)
{
    m_showBox->setCurrentIndex(static_cast<int>(show));
}

ConfusionPanel::Show ConfusionPanel::shown() const
{
    return static_cast<Show>(m_showBox->currentIndex());
}

void ConfusionPanel::chooseCell(int label, int takenFor)
{
    const auto isLabel = [this](int i) { return i >= 0 && i < m_labels.size(); };
    m_label = isLabel(label) && isLabel(takenFor) ? label : -1;
    m_takenFor = m_label < 0 ? -1 : takenFor;
    showPictures();
}

void ConfusionPanel::setThumbnail(const QString& sample, const data::ImagePtr& picture)
{
    m_view->grid->setThumbnail(sample, picture);
}

void ConfusionPanel::onChosen(int label, int takenFor)
{
    chooseCell(label, takenFor);
    Q_EMIT cellChosen(moment(), label, takenFor);
}

QString ConfusionPanel::cellText(int label, int takenFor) const
{
    if (std::max(label, takenFor) >= m_labels.size())
        return {}; // of a map that has not been drawn anew, because it is hidden
    const auto countOf = [&](const data::ConfusionMatrix& matrix) { return static_cast<int>(matrix.at(label, takenFor)); };
    const auto& matrix = shown() == Show::Before ? m_before : m_after;
    const auto filled = [&](const QString& words, const QString& first, const QString& second) { // all at once: a label may hold a per cent sign
        return label == takenFor ? words.arg(m_labels[label], first, second) : words.arg(m_labels[label], first, second, m_labels[takenFor]);
    };
    if (shown() == Show::Change)
        return filled(label == takenFor ? tr("%1 recognised: %2 before, %3 after") : tr("%1 taken for %4: %2 before, %3 after"),
                      QString::number(countOf(m_before)), QString::number(countOf(m_after)));
    const auto all = matrix.ofLabel(label);
    const double share = all > 0 ? static_cast<double>(countOf(matrix)) / static_cast<double>(all) : 0;
    return filled(label == takenFor ? tr("%1 recognised: %2 of %n picture(s), %3", nullptr, static_cast<int>(all))
                                    : tr("%1 taken for %4: %2 of %n picture(s), %3", nullptr, static_cast<int>(all)),
                  QString::number(countOf(matrix)), percentText(share));
}

void ConfusionPanel::fillMap()
{
    const auto count = static_cast<std::size_t>(m_labels.size());
    HeatTable table{.rows = static_cast<int>(count), .columns = static_cast<int>(count), .values = {}};
    table.values.assign(count * count, std::numeric_limits<float>::quiet_NaN());
    table.numbers.assign(count * count, 0);
    const bool isChange = shown() == Show::Change;
    const auto& matrix = shown() == Show::Before ? m_before : m_after;
    double most = 0;
    for (int label = 0; label < table.rows; ++label) {
        const auto all = static_cast<double>(std::max<std::int64_t>(1, m_after.ofLabel(label)));
        const auto allHere = static_cast<double>(std::max<std::int64_t>(1, matrix.ofLabel(label)));
        for (int other = 0; other < table.columns; ++other) {
            const auto cell = static_cast<std::size_t>(label) * count + static_cast<std::size_t>(other);
            const auto before = m_before.at(label, other);
            const auto after = m_after.at(label, other);
            if (isChange ? before == 0 && after == 0 : matrix.at(label, other) == 0)
                continue; // paper, so that what is there stands out
            const auto number = isChange ? after - before : matrix.at(label, other);
            table.numbers[cell] = static_cast<float>(number);
            table.values[cell] = static_cast<float>(static_cast<double>(number) / (isChange ? all : allHere));
            most = std::max(most, std::abs(static_cast<double>(table.values[cell])));
        }
    }
    table.rowLabels = table.columnLabels = m_labels;
    table.rowTitle = tr("label");
    table.columnTitle = tr("taken for");
    table.tiltsColumnLabels = true;
    table.marksDiagonal = true;
    table.isSigned = isChange;
    table.scaleEnd = isChange ? std::max(0.1, std::ceil(10 * most) / 10) : 1;
    table.decimals = 0;
    table.meaning = isChange ? tr("change, as a share of the label\u2019s pictures") : tr("share of the label\u2019s pictures");
    table.caption = isChange                  ? tr("after less before, in pictures; framed: recognised")
                    : shown() == Show::Before ? tr("before the run, in pictures; framed: recognised")
                                              : tr("after the run, in pictures; framed: recognised");
    m_view->map->setTable(table, {.words = [this](int row, int column) { return cellText(row, column); }, .header = {}, .fields = {}});
}

void ConfusionPanel::showPictures()
{
    if (!m_summary)
        return;
    const bool chosen = m_label >= 0;
    m_view->map->choose(chosen ? HeatCell{.row = m_label, .column = m_takenFor} : HeatCell{});
    m_view->back->setVisible(chosen);
    m_view->pages->setCurrentWidget(chosen ? static_cast<QWidget*>(m_view->grid) : m_view->list);
    if (!chosen) {
        m_view->headline->setText(shown() == Show::Before ? tr("Largest confusions before the run") : tr("Largest confusions after the run"));
        m_view->grid->setItems({});
        return;
    }
    QList<SampleItem> items;
    for (const auto& sample : data::samplesOf(*m_summary, moment(), m_label, m_takenFor)) {
        const auto name = QString::fromStdString(sample.sample);
        const double confidence = moment() == data::Moment::Before ? sample.confidenceBefore : sample.confidenceAfter;
        items << SampleItem{.sample = name,
                            .name = QFileInfo(name).fileName(),
                            .caption = tr("softmax %1").arg(percentText(confidence)),
                            .thumbnail = {},
                            .failed = false};
    }
    m_view->headline->setText(cellText(m_label, m_takenFor));
    m_view->grid->setItems(items);
}

void ConfusionPanel::refresh()
{
    const bool has = m_summary && !m_labels.isEmpty() && !m_summary->samples.empty();
    m_showBox->setEnabled(has);
    if (has) {
        fillMap();
        m_view->list->setConfusions(data::largestConfusions(shown() == Show::Before ? m_before : m_after, mostConfusions), m_labels);
        showPictures();
    }
    m_table->setMatrices(m_before, m_after);
    if (has)
        setNotice({});
    else
        setNotice(m_summary ? tr("No picture was set aside to judge this run by.")
                            : tr("When a run has ended, this shows which labels it takes for one another."));
}

QString ConfusionPanel::fileName() const
{
    constexpr std::array names = {"confusions-before", "confusions-after", "confusions-change"};
    return QLatin1String(names[static_cast<std::size_t>(shown())]);
}

ExportNotes ConfusionPanel::ownNotes() const
{
    if (!m_summary)
        return {};
    return {{QStringLiteral("run"), QString::fromStdString(m_summary->name)},
            {QStringLiteral("model before"), QString::fromStdString(m_summary->initialHash)},
            {QStringLiteral("model after"), QString::fromStdString(m_summary->hash)}};
}

void ConfusionPanel::retranslate()
{
    setTitle(tr("Confusions"));
    setHelp(tr(
        "<p>Each row is a label, each column what its validation pictures were taken for. The number in a cell counts pictures, its colour tells "
        "which share of "
        "the label\u2019s pictures they are. Framed cells, from corner to corner, are pictures that were recognised; everything beside them is a "
        "mistake.</p>"
        "<p>Before and after judge the same pictures with the model that the run began with and with the one that it made. <b>Change</b> shows the "
        "difference: blue cells have gained pictures, orange ones have lost some. Blue on the frames and orange beside them is what one hopes "
        "for.</p>"
        "<p>Click a cell to see its pictures, double-click a picture to open it. The list has the largest mistakes. With many labels the wheel "
        "zooms, "
        "dragging pans, a double click shows all again.</p>"));
    m_showBox->setItemText(static_cast<int>(Show::Before), tr("before the run"));
    m_showBox->setItemText(static_cast<int>(Show::After), tr("after the run"));
    m_showBox->setItemText(static_cast<int>(Show::Change), tr("change"));
    m_showBox->setAccessibleName(tr("Which judgement is shown"));
    m_showBox->setToolTip(m_showBox->accessibleName());
    m_view->map->setAccessibleName(tr("Confusion matrix"));
    m_view->back->setAccessibleName(tr("Back to the largest confusions"));
    m_view->back->setToolTip(m_view->back->accessibleName());
    m_table->retranslate();
    ViewPanel::retranslate();
}

}
