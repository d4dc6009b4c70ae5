#include "app/explorer/compare_link.h"

#include "app/explorer/presentation.h"
#include "widgets/compare_panel.h"

namespace spikeclip::explorer {

namespace {

bool asksTheSame(const InferenceRequest& a, const InferenceRequest& b)
{
    return a.image == b.image && a.labels == b.labels && a.templates == b.templates && a.encoder == b.encoder && a.steps == b.steps;
}

}

CompareLink::CompareLink(session::Inference& inference, widgets::ComparePanel& panel, QObject* parent)
    : QObject(parent), m_inference(inference), m_panel(panel)
{
    connect(&m_panel, &widgets::ComparePanel::measureRequested, this, &CompareLink::race);
    connect(&m_inference, &session::Inference::twinAnswered, this, &CompareLink::onTwinAnswered);
    connect(&m_inference, &session::Inference::raced, this, &CompareLink::onRaced);
}

void CompareLink::setModel(const ModelInfo& model)
{
    m_hasTwin = model.hasTwin;
    if (model.hash == m_model)
        return;
    m_model = model.hash;
    m_request = {};
    m_asked = m_raced = false;
    m_inference.cancelTwin();
    m_inference.cancelRace();
    m_panel.forget();
}

void CompareLink::show(const InferenceRequest& request, const InferenceResult& answer)
{
    if (answer.cosine.empty() || !request.image) {
        m_request = {};
        m_inference.cancelTwin();
        m_panel.setAnswers({}, {}, {}, 1);
        return;
    }
    m_modelScale = answer.scale;
    if (asksTheSame(request, m_request))
        return;
    m_request = request;
    m_asked = false;
    m_inference.cancelTwin();
    if (!m_hasTwin)
        m_panel.setFailure(tr("This model has no ANN twin to compare the spiking network with."));
    else if (request.encoder == Encoder::Ann)
        m_panel.setFailure(tr("The ANN twin itself has answered: choose the spiking network as encoder to see both."));
    else
        ask();
}

void CompareLink::setScale(double scale)
{
    m_scale = scale;
    m_panel.setScale(shownScale());
}

void CompareLink::setLooking(bool looking)
{
    m_looking = looking;
    if (looking)
        ask();
}

/// For the twin's answer, if that is still to be done and somebody looks.
void CompareLink::ask()
{
    if (m_asked || m_request.labels.empty() || !m_hasTwin || m_request.encoder == Encoder::Ann)
        return;
    m_panel.setWaiting();
    if (!m_looking)
        return;
    m_asked = true;
    m_inference.requestTwin(m_request);
}

void CompareLink::race()
{
    if (m_request.labels.empty() || !m_hasTwin)
        return;
    m_raced = true;
    m_panel.setMeasuring(true);
    m_inference.requestRace({.image = m_request.image, .steps = m_request.steps});
}

void CompareLink::onTwinAnswered(const session::InferenceOutcome& outcome)
{
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        m_panel.setFailure(sentenceFor(*failure));
    } else if (const auto* answer = std::get_if<InferenceResult>(&outcome)) {
        m_modelScale = answer->scale;
        m_panel.setAnswers(labelNames(*answer), answer->cosine, answer->twinCosine, shownScale());
        if (m_looking && !m_raced)
            race();
    }
}

void CompareLink::onRaced(const session::RaceOutcome& outcome)
{
    m_panel.setMeasuring(false);
    if (const auto* failure = std::get_if<Failure>(&outcome)) {
        Q_EMIT failed(sentenceFor(*failure));
    } else if (const auto* report = std::get_if<RaceReport>(&outcome)) {
        const auto path = [](const std::string& name) { return name == "on bits" ? tr("on bits") : QString::fromStdString(name); };
        m_panel.setRace(widgets::RaceFigures{.snnMedianMs = report->snnMedianMs,
                                             .snnP95Ms = report->snnP95Ms,
                                             .annMedianMs = report->annMedianMs,
                                             .annP95Ms = report->annP95Ms,
                                             .steps = report->steps,
                                             .repeats = report->repeats,
                                             .threads = report->threads,
                                             .snnPath = path(report->snnPath),
                                             .annPath = path(report->annPath),
                                             .snnWeightBytes = static_cast<double>(report->snnWeightBytes),
                                             .annWeightBytes = static_cast<double>(report->annWeightBytes),
                                             .residentBeforeBytes = static_cast<double>(report->residentBeforeBytes),
                                             .residentAfterBytes = static_cast<double>(report->residentAfterBytes)});
    }
}

}
