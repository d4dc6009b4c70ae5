#pragma once

#include <QObject>
#include <QString>

#include <cstdint>
#include <vector>

namespace spikeclip::session {

/// What the linked spike views show: one object that all of them watch and change, so that they need not know one another.
/// Setting what is already set emits nothing.
class Selection : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const QString& layer() const { return m_layer; }                       ///< module path; empty: none
    int channel() const { return m_channel; }                              ///< of the layer; -1: none
    const std::vector<std::int64_t>& neurons() const { return m_neurons; } ///< of the layer, as in data::SpikeRecord
    int step() const { return m_step; }                                    ///< T, from 1; 0: none

    void setLayer(const QString& layer); ///< another layer has other channels and neurons: both are forgotten
    void setChannel(int channel);
    void setNeurons(const std::vector<std::int64_t>& neurons);
    void setStep(int step);

Q_SIGNALS:
    void layerChanged(const QString& layer);
    void channelChanged(int channel);
    void neuronsChanged(const std::vector<std::int64_t>& neurons);
    void stepChanged(int step);

private:
    QString m_layer;
    int m_channel = -1;
    std::vector<std::int64_t> m_neurons;
    int m_step = 0;
};

}
