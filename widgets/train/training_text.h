#pragma once

#include "core/data/training_curves.h"

#include <QString>

/// How the facts of a training run are written, in every view alike.
namespace spikeclip::widgets {

QString stageText(const std::string& stage);                     ///< "head", "all weights", "towards the twin": what is learnt in it
QString quantityText(data::CurveQuantity quantity);              ///< "Loss"
QString seriesText(data::CurveSeries series);                    ///< "cross-entropy"
QString seriesValueText(data::CurveSeries series, double value); ///< with its unit
QString axisPlaceText(data::CurveAxis axis, double place);       ///< "batch 1,200", "epoch 3.25"

QString durationText(double seconds); ///< "12 s", "3 min 20 s", "2 h 05 min": rounded as one would say it
QString bytesText(double bytes);      ///< "1.2 GB"
QString shareText1(double share);     ///< "62.5 %"; 0 and 100 without decimals
QString changeText(double change);    ///< of a share, in percentage points: "+12.5", "−3.0"

}
