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

/// Gets readings of labels for the panel of the text side, and for whoever else wants some.
class TextLink : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this object.
    TextLink(session::Inference& inference, widgets::TextPanel& panel, QObject* parent);

    /// What can be read: these labels, in the first of these templates (none: the model's own), by this model.
    void show(const QStringList& labels, const std::vector<std::string>& templates, const std::string& modelHash);

    void want(const QStringList& labels); ///< together with what is asked for already

Q_SIGNALS:
    void read(const std::vector<spikeclip::data::LabelReading>& readings);
    void forgot(); ///< another model or template: nothing is asked for any more, and what was read before does not hold

private:
    session::Inference& m_inference;
    widgets::TextPanel& m_panel;
    std::vector<std::string> m_templates;
    std::string m_model;
    QStringList m_wanted; ///< asked for and not read yet
};

}
