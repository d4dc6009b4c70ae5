#pragma once

// The only way to QCustomPlot: its header spells Qt's keywords, which the rest of the program does without.
#include <QtCore/qforeach.h>
#include <QtCore/qobjectdefs.h>
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
