#include "widgets/text_view.h"

#include "widgets/difference_view.h"
#include "widgets/paint.h"
#include "widgets/plot/qcp.h"
#include "widgets/plot/spike_raster.h"
#include "widgets/spike_change.h"
#include "widgets/theme.h"
#include "widgets/token_chips.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QTabBar>

#include <algorithm>
#include <array>
#include <numeric>

namespace spikeclip::widgets {

namespace {

constexpr QSize leastRaster(250, 190);
constexpr QSize leastDifference(150, 130);
constexpr int gap = 6;
constexpr int tightHeight = 260; // less than this is for the spikes, not for words
constexpr int wideEnough = 600;  // captions fit in a line
constexpr double markWidth = 18;

QString wordText(const data::LabelReading& reading, int place) { return QString::fromStdString(data::wordAt(reading, place)); }

}

TextView::TextView(QWidget* parent) : QWidget(parent), m_first(new TokenChips(this)), m_second(new TokenChips(this)), m_tabs(new QTabBar(this))
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    connect(m_tabs, &QTabBar::currentChanged, this, &TextView::arrange);
    retranslate();
}

void TextView::makeLayers(std::size_t count)
{
    while (m_layers.size() < count) {
        const Layer layer{.raster = new SpikeRaster(this), .difference = new DifferenceView(this)};
        connect(layer.raster, &SpikeRaster::stepChosen, this, &TextView::stepChosen);
        connect(layer.difference, &DifferenceView::stepChosen, this, &TextView::stepChosen);
        layer.raster->setStep(m_step);
        layer.difference->setStep(m_step);
        m_layers.push_back(layer);
    }
    m_shown = count;
}

void TextView::showOne(const data::LabelReading& reading)
{
    m_one = reading;
    m_other = {};
    m_two = false;
    m_differences.clear();
    std::erase_if(m_one.layers, [](const data::LayerActivity& layer) { return !layer.spikes; });
    makeLayers(m_one.layers.size());
    m_first->setReading(m_one, m_shown > 0 ? m_one.layers.front().spikes->shape().positions() : 0);
    m_second->setReading({}, 0);
    for (std::size_t i = 0; i < m_shown; ++i) {
        const auto& spikes = m_one.layers[i].spikes;
        const auto& shape = spikes->shape();
        std::vector<std::int64_t> all(static_cast<std::size_t>(shape.neurons()));
        std::iota(all.begin(), all.end(), std::int64_t{0});
        RasterCaption caption{.of = shape.neurons(), .chosenBy = tr("taking all"), .sortedBy = tr("index"), .bands = {}, .nameOf = {}};
        if (i == 0) {
            caption.sortedBy = tr("token of %n channel(s)", nullptr, shape.channels);
            caption.bands = bandsOf(all);
            caption.nameOf = [this](qint64 neuron) { return neuronName(neuron); };
        }
        m_layers[i].raster->setRaster(data::rasterOf(std::array{spikes}, std::move(all)), caption);
        m_layers[i].raster->setAccessibleName(headingOf(i));
    }
    retranslate();
}

void TextView::showBoth(const data::LabelReading& first, const data::LabelReading& second, const std::vector<data::SpikeDifference>& differences)
{
    m_one = first;
    m_other = second;
    m_two = true;
    m_differences = differences;
    makeLayers(differences.size());
    const int places = m_shown > 0 ? first.layers.front().spikes->shape().positions() : 0;
    m_first->setReading(first, places, TokenChips::Side::First, data::wordsThatDiffer(first, second));
    m_second->setReading(second, places, TokenChips::Side::Second, data::wordsThatDiffer(second, first));
    for (std::size_t i = 0; i < m_shown; ++i) {
        DifferenceCaption caption{
            .first = QString::fromStdString(first.label), .second = QString::fromStdString(second.label), .bands = {}, .nameOf = {}};
        if (i == 0) {
            caption.bands = bandsOf(differences[i].neurons);
            caption.nameOf = [this](qint64 neuron) { return neuronName(neuron); };
        }
        m_layers[i].difference->setDifference(differences[i], caption);
        m_layers[i].difference->setAccessibleName(tr("%1: spikes that differ").arg(headingOf(i)));
    }
    retranslate();
}

void TextView::setStep(int step)
{
    m_step = step;
    for (const auto& layer : m_layers) {
        layer.raster->setStep(step);
        layer.difference->setStep(step);
    }
}

QString TextView::headingOf(std::size_t layer) const
{
    const auto number = QLocale().toString(static_cast<int>(layer) + 1);
    const auto name = QString::fromStdString(m_one.layers[layer].name);
    return layer == 0 ? tr("Layer %1, %2: each token by itself").arg(number, name) : tr("Layer %1, %2: all tokens together").arg(number, name);
}

/// Of a neuron of the first layer.
QString TextView::neuronName(qint64 neuron) const
{
    const QLocale locale;
    const int channels = m_one.layers.front().spikes->shape().channels;
    const int place = static_cast<int>(neuron / channels);
    const auto token = locale.toString(place);
    const auto channel = locale.toString(neuron % channels);
    const auto word = wordText(m_one, place);
    const auto other = m_two ? wordText(m_other, place) : word;
    if (word == other)
        return word.isEmpty() ? tr("token %1 without a word, channel %2").arg(token, channel)
                              : tr("token %1 \u201c%2\u201d, channel %3").arg(token, word, channel);
    const auto nothing = QStringLiteral("\u2013");
    return tr("token %1 \u201c%2\u201d \u2192 \u201c%3\u201d, channel %4")
        .arg(token, word.isEmpty() ? nothing : word, other.isEmpty() ? nothing : other, channel);
}

/// The tokens of the first layer.
QList<RasterBand> TextView::bandsOf(const std::vector<std::int64_t>& neurons) const
{
    const auto nothing = QStringLiteral("\u2013");
    QList<RasterBand> bands;
    for (const auto& [position, rows] : data::rowsByPosition(neurons, m_one.layers.front().spikes->shape().channels)) {
        const auto word = wordText(m_one, position);
        const auto other = m_two ? wordText(m_other, position) : word;
        const auto token = QLocale().toString(position);
        bands << RasterBand{.rows = rows,
                            .name = word == other ? tr("%1 %2", "token and its word").arg(token, word.isEmpty() ? nothing : word)
                                                  : tr("%1 %2 \u2192 %3", "token, its word, the other label's")
                                                        .arg(token, word.isEmpty() ? nothing : word, other.isEmpty() ? nothing : other)};
    }
    return bands;
}

QString TextView::legendText() const
{
    QStringList parts;
    for (const auto& item : legendIn(1))
        parts << item.text;
    return parts.join(QStringLiteral(" \u00b7 "));
}

QList<TextView::LegendItem> TextView::legendIn(double width) const
{
    if (!m_two || m_shown == 0)
        return {};
    const QLocale locale;
    qint64 neurons = 0, differing = 0, stay = 0, stayShown = 0, appear = 0, vanish = 0;
    for (const auto& difference : m_differences) {
        neurons += difference.compared;
        differing += difference.rows();
        stay += difference.stay;
        stayShown += difference.stayShown;
        appear += difference.appear;
        vanish += difference.vanish;
    }
    QList<LegendItem> items{{.text = tr("%1 of %2 neurons differ. Of all spikes", "then: so many vanish, appear, stay")
                                         .arg(locale.toString(differing), locale.toString(neurons)),
                             .mark = {},
                             .area = {}},
                            {.text = tr("%1 vanish").arg(locale.toString(vanish)), .mark = data::SpikeChange::Vanishes, .area = {}},
                            {.text = tr("%1 appear").arg(locale.toString(appear)), .mark = data::SpikeChange::Appears, .area = {}},
                            {.text = tr("%1 stay (%2 in these rows)").arg(locale.toString(stay), locale.toString(stayShown)),
                             .mark = data::SpikeChange::Stays,
                             .area = {}}};
    if (m_tight) { // each view still says how many of its neurons differ
        items.removeFirst();
        items.back().text = tr("%1 stay").arg(locale.toString(stay));
    }
    const QFontMetricsF metrics(font());
    const double line = metrics.height() + 2;
    double x = 0;
    double y = 0;
    for (auto& item : items) {
        const double size = std::ceil(metrics.horizontalAdvance(item.text)) + 1 + (item.mark ? markWidth + 4 : 0);
        if (x > 0 && x + size > width) {
            x = 0;
            y += line;
        }
        item.area = QRectF(x, y, size, line);
        x += size + 12;
    }
    return items;
}

TextView::Places TextView::placesIn(QSize size) const
{
    const int line = fontMetrics().height() + 4;
    const int width = std::max(1, size.width());
    int y = 0;
    const auto take = [&](int height) {
        const QRect area(0, y, width, height);
        y += height;
        return area;
    };
    const auto chips = [&](const TokenChips& words) {
        return std::max(words.lineHeight(), std::min(words.heightFor(width), size.height() / (m_two ? 5 : 3)));
    };

    Places places;
    places.first = take(chips(*m_first));
    if (m_two)
        places.second = take(chips(*m_second));
    if (const auto legend = legendIn(width - 2 * gap); !legend.isEmpty())
        places.legend = take(qCeil(legend.back().area.bottom()) + 4).adjusted(gap, 2, -gap, -2);
    places.headings.resize(m_shown);
    places.layers.resize(m_shown);
    if (m_shown == 0)
        return places;

    const int count = static_cast<int>(m_shown);
    const auto least = m_two ? leastDifference : leastRaster;
    const int rest = std::max(1, size.height() - y);
    if (width >= count * least.width() + (count - 1) * gap && (!m_tight || width >= wideEnough)) {
        const int each = (width - (count - 1) * gap) / count;
        for (int i = 0; i < count; ++i) {
            const int left = i * (each + gap);
            places.headings[static_cast<std::size_t>(i)] = QRect(left, y, each, line);
            places.layers[static_cast<std::size_t>(i)] = QRect(left, y + line, each, std::max(1, rest - line));
        }
    } else if (rest >= count * (least.height() + line)) {
        const int each = rest / count;
        for (auto i = std::size_t{0}; i < m_shown; ++i) {
            places.headings[i] = take(line);
            places.layers[i] = take(each - line);
        }
    } else {
        places.tabs = take(m_tabs->sizeHint().height());
        places.layers[static_cast<std::size_t>(std::clamp(m_tabs->currentIndex(), 0, count - 1))] = take(std::max(1, size.height() - y));
    }
    return places;
}

void TextView::arrange()
{
    m_tight = height() < tightHeight;
    m_first->setCompact(m_tight);
    m_second->setCompact(m_tight);
    const auto places = placesIn(size());
    const auto put = [](QWidget* widget, const QRect& area) {
        if (!area.isEmpty()) // a plot of no size cannot draw
            widget->setGeometry(area);
        widget->setVisible(!area.isEmpty());
    };
    put(m_first, places.first);
    put(m_second, places.second);
    put(m_tabs, places.tabs);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const auto area = i < m_shown ? places.layers[i] : QRect();
        put(m_layers[i].raster, m_two ? QRect() : area);
        put(m_layers[i].difference, m_two ? area : QRect());
    }
    update();
}

void TextView::retranslate()
{
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > static_cast<int>(m_shown))
        m_tabs->removeTab(m_tabs->count() - 1);
    while (m_tabs->count() < static_cast<int>(m_shown))
        m_tabs->addTab(QString());
    for (std::size_t i = 0; i < m_shown; ++i) {
        const int tab = static_cast<int>(i);
        m_tabs->setTabText(tab, i == 0 ? tr("Layer 1: each token") : tr("Layer %1: all tokens").arg(QLocale().toString(tab + 1)));
        m_tabs->setTabToolTip(tab, headingOf(i));
    }
    m_tabs->setAccessibleName(tr("Layer"));
    setAccessibleName(tr("How the text encoder reads a label"));
    setAccessibleDescription(legendText());
    setToolTip(legendText());
    arrange();
}

void TextView::paintWords(QPainter& painter, const Places& places) const
{
    const auto colours = chartColours(palette());
    painter.save();
    painter.setFont(font());
    for (const auto& item : legendIn(places.legend.width())) {
        auto area = item.area.translated(places.legend.topLeft());
        if (item.mark) {
            const QRectF mark(area.left(), std::floor(area.center().y()) - 6, markWidth, 13);
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.setPen(QPen(colours.quiet, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(mark.adjusted(0, 0, -1, -1));
            paintChange(painter, mark.adjusted(2, 2, -2, -2), *item.mark, colours);
            area.setLeft(area.left() + markWidth + 4);
        }
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, item.text);
    }
    for (std::size_t i = 0; i < m_shown; ++i) {
        const QRectF area = places.headings[i].adjusted(gap, 0, -gap, 0);
        painter.setPen(colours.faint);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(headingOf(i), Qt::ElideRight, qFloor(area.width())));
    }
    if (m_shown == 0)
        paintPlaceholder(painter, *this, QRectF(0, places.first.bottom(), width(), std::max(0, height() - places.first.bottom())),
                         tr("The spikes of this label were not recorded."));
    painter.restore();
}

void TextView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintWords(painter, placesIn(size()));
}

void TextView::paintTo(QPaintDevice& device, QSize size)
{
    auto places = placesIn(size);
    if (!places.tabs.isEmpty()) // a file has no tabs to choose from
        places.headings[static_cast<std::size_t>(std::max(0, m_tabs->currentIndex()))] = places.tabs;
    QCPPainter painter(&device);
    painter.fillRect(QRect(QPoint(), size), palette().color(QPalette::Base));
    for (std::size_t i = 0; i < m_shown; ++i) {
        if (places.layers[i].isEmpty())
            continue;
        if (m_two)
            m_layers[i].difference->paint(painter, places.layers[i]);
        else
            m_layers[i].raster->paint(painter, places.layers[i]);
    }
    m_first->paint(painter, places.first);
    if (m_two)
        m_second->paint(painter, places.second);
    paintWords(painter, places);
}

void TextView::resizeEvent(QResizeEvent*) { arrange(); }

void TextView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        arrange();
    else if (event->type() == QEvent::PaletteChange)
        update();
}

}
