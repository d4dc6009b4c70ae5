#include "widgets/train/training_settings.h"

#include "widgets/wheel_guard.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace spikeclip::widgets {

namespace {

/// Three significant digits, however small the number.
class RateSpinBox : public QDoubleSpinBox
{
public:
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 3); }
    double valueFromText(const QString& text) const override { return locale().toDouble(text); }
    QValidator::State validate(QString& text, int&) const override
    {
        bool isNumber = false;
        const double value = locale().toDouble(text, &isNumber);
        return isNumber && value >= minimum() && value <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
    }
};

}

TrainingSettings::TrainingSettings(QWidget* parent)
    : QWidget(parent), m_fold(new QToolButton), m_digest(new QLabel), m_content(new QWidget), m_name(new QLineEdit), m_epochs(new QDoubleSpinBox),
      m_batch(new QSpinBox), m_rate(new RateSpinBox), m_steps(new QSpinBox), m_share(new QSpinBox), m_klWeight(new QDoubleSpinBox),
      m_rateWeight(new QDoubleSpinBox), m_gate(new QSpinBox), m_augment(new QCheckBox), m_augmentWords(new QLabel), m_usual(new QPushButton)
{
    const std::initializer_list<std::pair<QWidget*, const char*>> names = {
        {m_name, "name"},         {m_epochs, "epochs"}, {m_batch, "batch"},     {m_rate, "learningRate"}, {m_steps, "steps"}, {m_share, "share"},
        {m_klWeight, "klWeight"}, {m_rateWeight, "rateWeight"}, {m_gate, "gate"}, {m_augment, "augment"}, {m_usual, "usual"}, {m_fold, "fold"}};
    for (const auto& [widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_digest->setWordWrap(true);
    m_digest->setForegroundRole(QPalette::PlaceholderText);
    m_epochs->setRange(0.1, 10'000);
    m_epochs->setDecimals(1);
    m_batch->setRange(static_cast<int>(data::batchLimits.lowest), 4096);
    m_rate->setDecimals(8);
    m_rate->setRange(1e-7, 1);
    m_rate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_steps->setRange(static_cast<int>(data::stepsLimits.lowest), static_cast<int>(data::stepsLimits.highest));
    m_share->setRange(0, static_cast<int>(100 * data::validationShareLimits.highest));
    m_share->setSingleStep(5);
    for (auto* box : {m_klWeight, m_rateWeight}) {
        box->setRange(0, 100);
        box->setDecimals(2);
        box->setSingleStep(0.1);
    }
    m_rateWeight->setSingleStep(1);
    m_gate->setRange(0, static_cast<int>(data::angleLimits.highest));
    m_gate->setSingleStep(5);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3);
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    layout->addWidget(m_digest);
    layout->addWidget(m_content);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(4, 2, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    addRow(*grid, m_nameRow, m_name);
    addRow(*grid, m_epochsRow, m_epochs);
    addRow(*grid, m_batchRow, m_batch);
    addRow(*grid, m_rateRow, m_rate);
    addRow(*grid, m_klRow, m_klWeight);
    addRow(*grid, m_gateRow, m_gate);
    addRow(*grid, m_rateWeightRow, m_rateWeight);
    addRow(*grid, m_stepsRow, m_steps);
    addRow(*grid, m_shareRow, m_share);
    m_augmentWords->setWordWrap(true);
    m_augmentWords->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(m_augment, grid->rowCount(), 0, 1, 2);
    grid->addWidget(m_augmentWords, grid->rowCount(), 0, 1, 2);
    grid->addWidget(m_usual, grid->rowCount(), 0, 1, 2, Qt::AlignLeft);

    connect(m_name, &QLineEdit::textEdited, this, &TrainingSettings::edited);
    for (auto* box : {m_epochs, m_rate, m_klWeight, m_rateWeight}) {
        box->setKeyboardTracking(false);
        connect(box, &QDoubleSpinBox::valueChanged, this, &TrainingSettings::edited);
    }
    for (auto* box : {m_batch, m_steps, m_share, m_gate}) {
        box->setKeyboardTracking(false);
        connect(box, &QSpinBox::valueChanged, this, &TrainingSettings::edited);
    }
    connect(m_augment, &QCheckBox::toggled, this, &TrainingSettings::edited);
    connect(m_usual, &QPushButton::clicked, this, &TrainingSettings::usualAsked);
    connect(m_fold, &QToolButton::toggled, this, &TrainingSettings::showRows);
    connect(this, &TrainingSettings::edited, this, [this] { m_digest->setText(digest()); });
    guardFromWheel(*this);
    retranslate();
    show(data::usualPlan(data::TrainingPlan::What::Head));
}

void TrainingSettings::addRow(QGridLayout& grid, Row& row, QWidget* field)
{
    row = {.name = new QLabel, .field = field, .words = new QLabel};
    row.name->setBuddy(field);
    row.name->setWordWrap(true);
    row.words->setWordWrap(true);
    row.words->setForegroundRole(QPalette::PlaceholderText);
    row.words->setContentsMargins(0, 0, 0, 6);
    const int line = grid.rowCount();
    grid.addWidget(row.name, line, 0);
    grid.addWidget(field, line, 1);
    grid.addWidget(row.words, line + 1, 0, 1, 2);
}

void TrainingSettings::show(const data::TrainingPlan& plan)
{
    m_plan = plan;
    const QSignalBlocker quiet(this);
    if (const auto name = QString::fromStdString(plan.name); name != m_name->text()) // else the cursor would move
        m_name->setText(name);
    m_epochs->setValue(plan.epochs);
    m_batch->setValue(plan.batch);
    m_rate->setValue(plan.learningRate);
    m_steps->setValue(plan.steps);
    m_share->setValue(qRound(100 * plan.validationShare));
    m_klWeight->setValue(plan.klWeight);
    m_rateWeight->setValue(plan.rateWeight);
    m_gate->setValue(qRound(plan.angleGate));
    m_augment->setChecked(plan.augment);
    showRows();
}

void TrainingSettings::readInto(data::TrainingPlan& plan) const
{
    // What was not touched keeps its value: a box may show less digits than a plan has.
    const auto differs = [](const QDoubleSpinBox& box, double known) {
        return std::abs(box.value() - known) > 0.501 * std::pow(10, -box.decimals());
    };
    plan.name = m_name->text().toStdString();
    if (differs(*m_epochs, plan.epochs))
        plan.epochs = m_epochs->value();
    plan.batch = m_batch->value();
    if (std::abs(m_rate->value() - plan.learningRate) > 1e-3 * plan.learningRate) {
        plan.finalLearningRate *= m_rate->value() / plan.learningRate; // the schedule keeps its shape
        plan.learningRate = m_rate->value();
    }
    plan.steps = m_steps->value();
    if (m_share->value() != qRound(100 * plan.validationShare))
        plan.validationShare = m_share->value() / 100.0;
    if (differs(*m_klWeight, plan.klWeight))
        plan.klWeight = m_klWeight->value();
    if (differs(*m_rateWeight, plan.rateWeight))
        plan.rateWeight = m_rateWeight->value();
    if (m_gate->value() != qRound(plan.angleGate))
        plan.angleGate = m_gate->value();
    plan.augment = m_augment->isChecked();
}

void TrainingSettings::setModelSteps(int steps)
{
    const QSignalBlocker quiet(this);
    m_steps->setMaximum(steps > 0 ? steps : static_cast<int>(data::stepsLimits.highest));
}

bool TrainingSettings::isUnfolded() const
{
    return m_fold->isChecked();
}

void TrainingSettings::setUnfolded(bool unfolded)
{
    m_fold->setChecked(unfolded);
}

QString TrainingSettings::digest() const
{
    const QLocale locale;
    auto text = tr("%1 epochs, batches of %2, learning rate %3", "settings in brief")
                    .arg(locale.toString(m_epochs->value(), 'g', 6), locale.toString(m_batch->value()), locale.toString(m_rate->value(), 'g', 3));
    if (m_steps->value() > 0)
        text += tr(", T = %1", "goes on after other settings").arg(m_steps->value());
    return text;
}

void TrainingSettings::showRows()
{
    const bool unfolded = isUnfolded();
    m_fold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(unfolded);
    m_digest->setVisible(!unfolded);
    m_digest->setText(digest());
    const bool divergence = data::choosesDivergence(m_plan.what);
    for (const auto& [row, visible] : {std::pair(&m_klRow, divergence), {&m_gateRow, divergence}, {&m_rateWeightRow, data::choosesFiringPenalty(m_plan.what)}})
        for (auto* widget : {static_cast<QWidget*>(row->name), row->field, static_cast<QWidget*>(row->words)})
            widget->setVisible(visible);
}

void TrainingSettings::retranslate()
{
    m_fold->setText(tr("Settings"));
    m_fold->setToolTip(tr("Show or hide the settings; the usual ones will do"));
    const auto say = [](const Row& row, const QString& name, const QString& words) {
        row.name->setText(name);
        row.words->setText(words);
        row.field->setAccessibleDescription(words);
    };
    say(m_nameRow, tr("&Name of the run"), tr("As it appears in the list of runs."));
    say(m_epochsRow, tr("&Epochs"), tr("How often every picture is learnt from. More takes longer and may end in learning by heart."));
    say(m_batchRow, tr("&Batch"), tr("Pictures learnt from at once. Larger ones are steadier and need more memory."));
    say(m_rateRow, tr("&Learning rate"), tr("How far each batch moves the weights. If the loss jumps, take a third of it."));
    say(m_klRow, tr("&Weight of the twin"), tr("How much answers like the twin\u2019s count beside the right label."));
    say(m_gateRow, tr("&Angle gate"), tr("Where the two losses pull apart by more than this, only the labels count. 0: no gate."));
    say(m_rateWeightRow, tr("Penalty on firin&g"), tr("How much the mean firing rate counts in the loss: fewer spikes, less energy, some accuracy. 0: none."));
    m_rateWeight->setSpecialValueText(tr("none", "penalty on firing"));
    say(m_stepsRow, tr("Time ste&ps T"), tr("Steps that the network learns with. Fewer cost less energy and some accuracy."));
    say(m_shareRow, tr("&Validation"), tr("Of each label, set aside to judge by and never learnt from."));
    m_steps->setSpecialValueText(tr("the model\u2019s"));
    m_share->setSuffix(tr(" %", "after a number"));
    m_gate->setSuffix(tr("\u00b0", "after a number"));
    m_gate->setSpecialValueText(tr("no gate"));
    m_augment->setText(tr("Learn from shi&fted and mirrored pictures, too"));
    m_augmentWords->setText(tr("Helps with few pictures. Not where left and right differ, as in letters."));
    m_augment->setAccessibleDescription(m_augmentWords->text());
    m_usual->setText(tr("&Usual Settings"));
    m_usual->setToolTip(tr("Set all numbers back to what usually works"));
    m_digest->setText(digest());
}

void TrainingSettings::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    QWidget::changeEvent(event);
}

}
