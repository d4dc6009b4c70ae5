#pragma once

#include "core/data/activity.h"

#include <QComboBox>

#include <vector>

namespace spikeclip::widgets {

/// The layers of one picture whose spikes were recorded, to choose from. The choice stays from picture to picture; one that a picture lacks
/// is forgotten, and the first layer takes its place.
class LayerBox : public QComboBox
{
    Q_OBJECT
public:
    explicit LayerBox(QWidget* parent = nullptr);

    void setLayers(const std::vector<data::LayerActivity>& layers);
    void choose(const QString& path); ///< nothing is announced; while there are no layers it is kept for those to come

    const data::LayerActivity* layer() const; ///< null while there is none
    QString path() const;                     ///< module path; empty while there is none

Q_SIGNALS:
    void layerChosen(const QString& path); ///< by the reader, another one than before

private:
    std::vector<data::LayerActivity> m_layers;
    QString m_wanted;
};

}
