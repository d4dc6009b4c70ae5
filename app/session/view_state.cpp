#include "app/session/view_state.h"

#include "core/text/labels.h"

namespace spikeclip::session {

InferenceRequest requestFor(const ViewState& state)
{
    InferenceRequest request;
    request.image = state.picture.image;
    request.labels = text::splitLabels(state.labelText.toStdString());
    for (const auto& labelTemplate : state.templates)
        request.templates.push_back(labelTemplate.toStdString());
    request.encoder = state.encoder;
    request.recording = data::Recording::Full;
    return request;
}

}
