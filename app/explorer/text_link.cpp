#include "app/explorer/text_link.h"

#include "app/explorer/presentation.h"
#include "widgets/text_panel.h"

namespace spikeclip::explorer {

TextLink::TextLink(session::Inference& inference, widgets::TextPanel& panel, QObject* parent)
    : QObject(parent), m_inference(inference), m_panel(panel)
{
    connect(&m_panel, &widgets::TextPanel::labelsWanted, this, &TextLink::want);
    connect(&m_inference, &session::Inference::readLabels, this, [this](const session::ReadingOutcome& outcome) {
        if (const auto* failure = std::get_if<Failure>(&outcome)) {
            m_wanted.clear();
            m_panel.setFailure(sentenceFor(*failure));
        } else if (const auto* readings = std::get_if<std::vector<data::LabelReading>>(&outcome)) {
            for (const auto& reading : *readings)
                m_wanted.removeAll(QString::fromStdString(reading.label));
            m_panel.setReadings(*readings);
            Q_EMIT read(*readings);
        }
    });
}

void TextLink::want(const QStringList& labels)
{
    for (const auto& label : labels)
        if (!m_wanted.contains(label))
            m_wanted << label;
    ReadRequest request{.templates = m_templates};
    for (const auto& label : m_wanted)
        request.labels.push_back(label.toStdString());
    m_inference.requestReading(request); // a newer request stops the running one: this one holds its labels, too
}

void TextLink::show(const QStringList& labels, const std::vector<std::string>& templates, const std::string& modelHash)
{
    if (templates != m_templates || modelHash != m_model) {
        m_templates = templates;
        m_model = modelHash;
        m_wanted.clear();
        m_inference.cancelReading();
        m_panel.forget();
        Q_EMIT forgot();
    }
    m_panel.setLabels(labels);
}

}
