#include "widgets/layer_box.h"

#include <algorithm>

namespace spikeclip::widgets {

LayerBox::LayerBox(QWidget* parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(8);
    connect(this, &QComboBox::activated, this, [this](int index) {
        const auto before = m_wanted;
        m_wanted = itemText(index);
        if (m_wanted != before)
            Q_EMIT layerChosen(m_wanted);
    });
}

void LayerBox::setLayers(const std::vector<data::LayerActivity>& layers)
{
    m_layers = layers;
    std::erase_if(m_layers, [](const data::LayerActivity& layer) { return !layer.spikes; });
    clear();
    for (const auto& layer : m_layers)
        addItem(QString::fromStdString(layer.name));
    if (count() == 0)
        return;
    setCurrentIndex(std::max(0, findText(m_wanted)));
    m_wanted = currentText();
}

void LayerBox::choose(const QString& path)
{
    if (const int index = findText(path); index >= 0)
        setCurrentIndex(index);
    if (count() == 0 || findText(path) >= 0)
        m_wanted = path;
}

const data::LayerActivity* LayerBox::layer() const
{
    const int index = currentIndex();
    return index >= 0 ? &m_layers[static_cast<std::size_t>(index)] : nullptr;
}

QString LayerBox::path() const
{
    return currentText();
}

}
