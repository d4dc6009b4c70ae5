#include "widgets/spike_panel.h"

#include "widgets/plot/raster_table.h"
#include "widgets/plot/spike_raster.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace spikeclip::widgets {

namespace {

constexpr int mostNeurons = 1'000'000;
constexpr int usualNeurons = 256;
constexpr double printScale = 2; // of a PNG, against the screen

}

SpikePanel::SpikePanel(QWidget* parent)
    : Panel(parent), m_layerBox(new QComboBox), m_neuronsLabel(new QLabel), m_choiceBox(new QComboBox), m_most(new QSpinBox), m_sortLabel(new QLabel),
      m_sortBox(new QComboBox), m_showTable(new QToolButton), m_save(new QToolButton), m_raster(new SpikeRaster), m_table(new RasterTable(this)),
      m_view(new QTableView), m_notice(new QLabel), m_pages(new QStackedWidget)
{
    m_most->setRange(1, mostNeurons);
    m_most->setValue(usualNeurons);
    m_most->setGroupSeparatorShown(true);
    m_most->setKeyboardTracking(false); // a number half typed is not meant
    m_neuronsLabel->setBuddy(m_choiceBox);
    m_sortLabel->setBuddy(m_sortBox);
    for (int i = 0; i < 3; ++i)
        m_choiceBox->addItem(QString());
    for (int i = 0; i < 2; ++i)
        m_sortBox->addItem(QString());

    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_table);
    sorted->setSortRole(RasterTable::SortRole);
    m_view->setModel(sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder); // as chosen, until a header is clicked
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    for (auto* page : {static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_raster), static_cast<QWidget*>(m_view)})
        m_pages->addWidget(page);

    auto* choices = new QHBoxLayout;
    for (auto* widget : {static_cast<QWidget*>(m_layerBox), static_cast<QWidget*>(m_neuronsLabel), static_cast<QWidget*>(m_choiceBox),
                         static_cast<QWidget*>(m_most), static_cast<QWidget*>(m_sortLabel), static_cast<QWidget*>(m_sortBox)})
        choices->addWidget(widget);
    choices->addStretch();
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->addLayout(choices);
    layout->addWidget(m_pages, 1);
    setContent(content);

    m_showTable->setCheckable(true);
    for (auto* button : {m_showTable, m_save}) {
        button->setAutoRaise(true);
        addToHeader(button);
    }

    connect(m_layerBox, &QComboBox::activated, this, [this](int index) {
        m_wanted = m_layerBox->itemText(index);
        refresh();
        Q_EMIT layerChosen(m_wanted);
    });
    connect(m_choiceBox, &QComboBox::activated, this, &SpikePanel::refresh);
    connect(m_sortBox, &QComboBox::activated, this, &SpikePanel::refresh);
    connect(m_most, &QSpinBox::valueChanged, this, &SpikePanel::refresh);
    connect(m_showTable, &QToolButton::toggled, this, &SpikePanel::refresh);
    connect(m_save, &QToolButton::clicked, this, &SpikePanel::save);
    retranslate();
}

void SpikePanel::setLayers(const std::vector<data::LayerActivity>& layers, const ExportNotes& notes)
{
    m_layers = layers;
    std::erase_if(m_layers, [](const data::LayerActivity& layer) { return !layer.spikes; });
    m_notes = notes;
    fillLayers();
    refresh();
}

QString SpikePanel::layer() const { return m_layerBox->currentText(); }

void SpikePanel::chooseLayer(const QString& layer)
{
    m_wanted = layer;
    fillLayers();
    refresh();
}

void SpikePanel::choose(const data::NeuronChoice& choice)
{
    const QSignalBlocker quiet(m_most);
    m_choiceBox->setCurrentIndex(static_cast<int>(choice.by));
    m_sortBox->setCurrentIndex(choice.sortByRate ? 1 : 0);
    if (choice.most > 0)
        m_most->setValue(choice.most);
    refresh();
}

data::NeuronChoice SpikePanel::choice() const
{
    return {.by = static_cast<data::NeuronChoice::By>(m_choiceBox->currentIndex()), .most = m_most->value(), .sortByRate = m_sortBox->currentIndex() == 1};
}

QString SpikePanel::notice() const
{
    return m_layers.empty() ? tr("No spikes: classify a picture with the spiking network.") : QString();
}

void SpikePanel::fillLayers()
{
    m_layerBox->clear();
    for (const auto& layer : m_layers)
        m_layerBox->addItem(QString::fromStdString(layer.name));
    m_layerBox->setCurrentIndex(std::max(0, m_layerBox->findText(m_wanted)));
}

void SpikePanel::refresh()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    const bool any = !m_layers.empty();
    for (auto* widget : {static_cast<QWidget*>(m_layerBox), static_cast<QWidget*>(m_choiceBox), static_cast<QWidget*>(m_sortBox), static_cast<QWidget*>(m_save)})
        widget->setEnabled(any);
    m_most->setEnabled(any && m_choiceBox->currentIndex() != static_cast<int>(data::NeuronChoice::By::All));
    m_notice->setText(notice());
    if (any) {
        const auto& record = m_layers[static_cast<std::size_t>(m_layerBox->currentIndex())].spikes;
        const auto raster = data::rasterOf(std::array{record}, data::chooseNeurons(*record, choice()));
        m_raster->setRaster(raster, {.of = record->shape().neurons(), .chosenBy = choice().by == data::NeuronChoice::By::All ? tr("taking all") : m_choiceBox->currentText(), .sortedBy = m_sortBox->currentText()});
        m_table->setRaster(raster);
    }
    m_pages->setCurrentIndex(!any ? 0 : m_showTable->isChecked() ? 2 : 1);
}

void SpikePanel::save()
{
    auto name = layer();
    name.replace(QLatin1Char('.'), QLatin1Char('-'));
    const auto csv = tr("Spikes as a table (*.csv)");
    const auto path = QFileDialog::getSaveFileName(this, tr("Save the Raster"), name + QStringLiteral(".png"),
                                                   tr("Picture (*.png)") + QStringLiteral(";;") + tr("Drawing (*.svg)") + QStringLiteral(";;") + csv);
    if (path.isEmpty())
        return;
    auto notes = m_notes;
    notes.append({QStringLiteral("layer"), layer()});
    const auto paint = [this](QPaintDevice& device, QSize size) { m_raster->paintTo(device, size); };
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        bytes = m_raster->visibleCsv(notes);
    else if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        bytes = toSvg(paint, m_raster->size(), layer(), notes);
    else
        bytes = toPng(paint, m_raster->size(), printScale, notes);
    if (const auto reason = saveFile(path, bytes); !reason.isEmpty())
        Q_EMIT failed(tr("%1 was not saved: %2").arg(path, reason));
}

void SpikePanel::retranslate()
{
    setTitle(tr("Spikes"));
    setNote(tr("of one layer for this picture"));
    m_layerBox->setAccessibleName(tr("Layer"));
    m_neuronsLabel->setText(tr("&Neurons"));
    m_sortLabel->setText(tr("&Order"));
    const QStringList choices = {tr("all"), tr("evenly spaced"), tr("highest rate")};
    for (int i = 0; i < choices.size(); ++i)
        m_choiceBox->setItemText(i, choices[i]);
    m_sortBox->setItemText(0, tr("index"));
    m_sortBox->setItemText(1, tr("rate"));
    m_most->setAccessibleName(tr("At most so many neurons"));
    m_most->setToolTip(m_most->accessibleName());
    m_showTable->setText(tr("Table"));
    m_showTable->setToolTip(tr("The same neurons as numbers"));
    m_save->setText(tr("Save\u2026"));
    m_save->setToolTip(tr("Save the raster as a picture, a drawing or a table"));
    m_table->retranslate();
    refresh();
}

void SpikePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void SpikePanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    if (m_stale)
        refresh();
}

}
