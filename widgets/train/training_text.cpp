#include "widgets/train/training_text.h"

#include "widgets/energy_line.h"
#include "widgets/layer_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace spikeclip::widgets {

namespace {

struct TrainingText
{
    Q_DECLARE_TR_FUNCTIONS(TrainingText)
};

}

QString stageText(const std::string& stage)
{
    if (stage == "head")
        return TrainingText::tr("head", "stage of training: the read-out alone");
    if (stage == "full")
        return TrainingText::tr("all weights", "stage of training");
    if (stage == "align-image")
        return TrainingText::tr("alignment", "stage of training");
    if (stage == "dual")
        return TrainingText::tr("two losses", "stage of training");
    if (stage == "ann")
        return TrainingText::tr("ANN twin", "stage of training");
    if (stage == "align-text")
        return TrainingText::tr("text side", "stage of training");
    return QString::fromStdString(stage);
}

QString quantityText(data::CurveQuantity quantity)
{
    switch (quantity) {
    case data::CurveQuantity::Loss:
        return TrainingText::tr("Loss");
    case data::CurveQuantity::Accuracy:
        return TrainingText::tr("Accuracy");
    case data::CurveQuantity::LearningRate:
        return TrainingText::tr("Learning rate");
    case data::CurveQuantity::Speed:
        return TrainingText::tr("Pictures per second");
    case data::CurveQuantity::FiringRate:
        return TrainingText::tr("Firing rate");
    case data::CurveQuantity::Energy:
        return TrainingText::tr("Estimated energy");
    case data::CurveQuantity::GradientAngle:
        return TrainingText::tr("Gradient angle");
    }
    return {};
}

QString seriesText(data::CurveSeries series)
{
    using enum data::CurveSeries;
    switch (series) {
    case Loss:
        return TrainingText::tr("loss");
    case CrossEntropy:
        return TrainingText::tr("cross-entropy");
    case Divergence:
        return TrainingText::tr("KL to the twin");
    case data::CurveSeries::Alignment:
        return TrainingText::tr("alignment");
    case TrainTop1:
        return TrainingText::tr("while learning");
    case ValidationTop1:
        return TrainingText::tr("validation");
    case LearningRate:
        return TrainingText::tr("learning rate");
    case ImagesPerSecond:
        return TrainingText::tr("pictures per second");
    case FiringRate:
        return TrainingText::tr("firing rate");
    case SpikingEnergy:
        return TrainingText::tr("SNN");
    case TwinEnergy:
        return TrainingText::tr("ANN twin");
    case GradientAngle:
        return TrainingText::tr("angle");
    }
    return {};
}

QString seriesValueText(data::CurveSeries series, double value)
{
    using enum data::CurveSeries;
    const QLocale locale;
    switch (series) {
    case TrainTop1:
    case ValidationTop1:
        return shareText1(value);
    case FiringRate:
        return rateText(value);
    case SpikingEnergy:
    case TwinEnergy:
        return energyText(value, value);
    case GradientAngle:
        return TrainingText::tr("%1\u00b0").arg(locale.toString(value, 'f', 1));
    case ImagesPerSecond:
        return locale.toString(value, 'f', value < 10 ? 1 : 0);
    case LearningRate:
        return locale.toString(value, 'g', 3);
    default:
        return locale.toString(value, 'g', 4);
    }
}

QString axisPlaceText(data::CurveAxis axis, double place)
{
    return axis == data::CurveAxis::Epochs ? TrainingText::tr("epoch %1").arg(QLocale().toString(place, 'f', 2))
                                           : TrainingText::tr("batch %1").arg(QLocale().toString(std::round(place), 'f', 0));
}

QString durationText(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return QStringLiteral("\u2013");
    const QLocale locale;
    if (seconds < 99.5)
        return TrainingText::tr("%1 s").arg(locale.toString(std::max(1.0, std::round(seconds)), 'f', 0));
    const auto minutes = static_cast<qint64>(std::min(seconds, 1e12) / 60);
    if (minutes < 10)
        return TrainingText::tr("%1 min %2 s").arg(locale.toString(minutes)).arg(static_cast<int>(seconds - 60.0 * static_cast<double>(minutes)));
    if (minutes < 100)
        return TrainingText::tr("%1 min").arg(locale.toString(std::round(seconds / 60), 'f', 0));
    if (minutes < 48 * 60)
        return TrainingText::tr("%1 h %2 min").arg(locale.toString(minutes / 60)).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return TrainingText::tr("%1 days").arg(locale.toString(static_cast<double>(minutes) / 60 / 24, 'f', 1));
}

QString bytesText(double bytes)
{
    const QLocale locale;
    if (bytes < 1e9)
        return TrainingText::tr("%1 MB").arg(locale.toString(std::max(1e6, bytes) / 1e6, 'f', 0));
    return TrainingText::tr("%1 GB").arg(locale.toString(bytes / 1e9, 'f', 1));
}

QString shareText1(double share)
{
    return TrainingText::tr("%1\u00a0%").arg(QLocale().toString(100 * share, 'f', share > 0 && share < 1 ? 1 : 0));
}

QString changeText(double change)
{
    const auto points = QLocale().toString(std::abs(100 * change), 'f', 1);
    return (change > 0 ? QStringLiteral("+") : change < 0 ? QStringLiteral("\u2212") : QString()) + points;
}

}
