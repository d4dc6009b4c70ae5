#include "widgets/score_bars.h"

#include "widgets/bar_list.h"
#include "widgets/elided_label.h"
#include "widgets/flow_layout.h"
#include "widgets/paint.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace spikeclip::widgets {

ScoreBars::ScoreBars(QWidget* parent)
    : QWidget(parent), m_headline(new ElidedLabel(this)), m_detail(new ElidedLabel(this)), m_bars(new BarList(this)), m_showAll(new QCheckBox(this)),
      m_scaleLabel(new QLabel(this)), m_scale(new QDoubleSpinBox(this)), m_resetScale(new QToolButton(this))
{
    auto large = scaled(font(), 2.1);
    large.setWeight(QFont::DemiBold);
    m_headline->setFont(large);
    m_scale->setRange(0.01, 10000);
    m_scale->setDecimals(2);
    m_scale->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_scale->setKeyboardTracking(false);
    m_scaleLabel->setBuddy(m_scale);
    m_resetScale->setText(QStringLiteral("\u21ba"));
    m_resetScale->setAutoRaise(true);
    m_bars->setRowLimit(rowsByDefault);

    auto* scale = new QWidget;
    auto* scaleLine = new QHBoxLayout(scale);
    scaleLine->setContentsMargins({});
    for (auto* widget : std::initializer_list<QWidget*>{m_scaleLabel, m_scale, m_resetScale})
        scaleLine->addWidget(widget);
    auto* footer = new FlowLayout; // in a narrow column the scale goes below
    footer->addWidget(m_showAll);
    footer->addWidget(scale);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_headline);
    layout->addWidget(m_detail);
    layout->addSpacing(4);
    layout->addWidget(m_bars, 1);
    layout->addLayout(footer);

    connect(m_showAll, &QCheckBox::toggled, this, [this](bool all) {
        m_bars->setRowLimit(all ? 0 : rowsByDefault);
        Q_EMIT showAllToggled(all);
    });
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &ScoreBars::scaleEdited);
    connect(m_resetScale, &QToolButton::clicked, this, [this] { Q_EMIT scaleEdited(0); });
    updateColours();
    retranslate();
}

void ScoreBars::setTable(const ScoreTable& table)
{
    m_table = table;
    m_bars->setTable(table);
    refresh();
}

void ScoreBars::paintTo(QPaintDevice& device, QSize size) { m_bars->paintTo(device, size); }

void ScoreBars::setShowAll(bool showAll) { m_showAll->setChecked(showAll); }

bool ScoreBars::showAll() const { return m_showAll->isChecked(); }

QString ScoreBars::headline() const
{
    if (m_table.rows.isEmpty())
        return {};
    const auto& best = m_table.rows.front();
    if (!best.tied)
        return best.label;
    QStringList tied;
    for (const auto& row : m_table.rows) {
        if (row.cosine != best.cosine)
            break;
        if (tied.size() == 3) {
            tied << QStringLiteral("\u2026");
            break;
        }
        tied << row.label;
    }
    return tied.join(QStringLiteral(" = "));
}

QString ScoreBars::summary() const
{
    if (m_table.rows.isEmpty())
        return tr("No scores yet");
    QStringList lines;
    for (int row = 0; row < m_bars->shownRows() && row < 2 * rowsByDefault; ++row)
        lines << m_bars->rowText(row);
    return tr("%n label(s), best first. %1. Softmax scale %2.", nullptr, static_cast<int>(m_table.rows.size()))
        .arg(lines.join(QStringLiteral("; ")), QLocale().toString(m_table.scale, 'g', 4));
}

void ScoreBars::setLoading(bool loading)
{
    if (std::exchange(m_loading, loading) != loading)
        refresh();
}

void ScoreBars::refresh()
{
    const QSignalBlocker quiet(m_scale);
    const bool any = !m_table.rows.isEmpty();
    m_headline->setText(any ? headline() : QStringLiteral("\u2013"));
    if (!any) {
        m_detail->setText(m_loading ? tr("The answer comes as soon as the model is loaded.") : tr("Choose a picture and type some labels."));
    } else if (m_table.rows.front().tied) {
        m_detail->setText(tr("A tie at cosine %1").arg(QLocale().toString(m_table.rows.front().cosine, 'f', 3)));
    } else if (m_table.rows.size() > 1) {
        const auto& second = m_table.rows[1];
        m_detail->setText(tr("leads \u201c%1\u201d by %2 in cosine").arg(second.label, QLocale().toString(m_table.rows.front().cosine - second.cosine, 'f', 3)));
    } else {
        m_detail->setText(tr("the only label"));
    }
    const auto count = static_cast<int>(m_table.rows.size());
    m_showAll->setText(count > rowsByDefault ? tr("Show all %n label(s)", nullptr, count) : tr("Show all labels"));
    m_showAll->setEnabled(count > rowsByDefault);
    m_scale->setValue(m_table.scale);
    m_scale->setEnabled(any);
    m_resetScale->setEnabled(any && std::abs(m_table.scale - m_table.modelScale) > 0.005);
    m_resetScale->setToolTip(tr("Back to the model's own scale, %1").arg(QLocale().toString(m_table.modelScale, 'f', 2)));
    m_bars->setAccessibleDescription(summary());
    setAccessibleDescription(summary());
}

void ScoreBars::retranslate()
{
    setAccessibleName(tr("Scores"));
    m_bars->setAccessibleName(tr("Bars of all labels"));
    m_scaleLabel->setText(tr("Softmax &scale"));
    const auto why = tr("softmax = exp(scale \u00d7 cosine), divided by the sum over all labels.\n"
                        "The percentages compare the labels with one another at this scale; they are no probability of being right.");
    m_scale->setToolTip(why);
    m_scaleLabel->setToolTip(why);
    m_resetScale->setAccessibleName(tr("Back to the model's own scale"));
    refresh();
}

void ScoreBars::updateColours()
{
    const auto colours = chartColours(palette());
    auto accent = palette();
    accent.setColor(QPalette::WindowText, colours.accent);
    m_headline->setPalette(accent);
    auto faint = palette();
    faint.setColor(QPalette::WindowText, colours.faint);
    m_detail->setPalette(faint);
}

void ScoreBars::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        updateColours();
    QWidget::changeEvent(event);
}

}
