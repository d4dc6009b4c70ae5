#include "app/explorer/samples.h"

#include <QFile>
#include <QStringList>

namespace spikeclip::explorer {

QList<Sample> readSamples(const QString& folder)
{
    QFile list(folder + QStringLiteral("/SOURCES.tsv"));
    if (!list.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QList<Sample> samples;
    list.readLine(); // names of the columns
    while (!list.atEnd()) {
        const auto columns = QString::fromUtf8(list.readLine()).split(QLatin1Char('\t'));
        if (columns.size() >= 2)
            samples << Sample{.path = folder + QLatin1Char('/') + columns[0], .label = columns[1].trimmed()};
    }
    return samples;
}

QString labelsOf(const QList<Sample>& samples)
{
    QStringList labels;
    for (const auto& sample : samples)
        labels << sample.label;
    return labels.join(QStringLiteral(", "));
}

}
