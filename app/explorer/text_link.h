#pragma once

#include "app/session/inference.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace spikeclip::widgets {
class TextPanel;
}

namespace spikeclip::explorer {

/// Gets the panel of the text side the readings it asks for.
class TextLink : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    TextLink(session::Inference& inference, widgets::TextPanel& panel, QObject* parent);

    /// What can be read: these labels, in the first of these templates (none: the model's own), by this model.
    void show(const QStringList& labels, const std::vector<std::string>& templates, const std::string& modelHash);

private:
    session::Inference& m_inference;
    widgets::TextPanel& m_panel;
    std::vector<std::string> m_templates;
    std::string m_model;
};

}
