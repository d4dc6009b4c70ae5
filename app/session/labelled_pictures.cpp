#include "app/session/labelled_pictures.h"

#include "core/data/ranking.h"
#include "core/energy/site_counts.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace spikeclip::session {

namespace {

/// What is left of a name when writing habits are taken away.
QString key(const QString& name)
{
    static const QRegularExpression habits(QStringLiteral("[\\s_\\-]+"));
    auto text = name.toCaseFolded();
    return text.remove(habits);
}

/// [layer * steps + step]; 0 where a layer has no count for a step.
template <typename Layer>
std::vector<std::int64_t> flat(const std::vector<Layer>& layers, std::vector<std::int64_t> Layer::*counts, std::size_t steps)
{
    std::vector<std::int64_t> values(layers.size() * steps);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto& of = layers[i].*counts;
        std::copy_n(of.begin(), std::min(of.size(), steps), values.begin() + static_cast<std::ptrdiff_t>(i * steps));
    }
    return values;
}

template <typename Layer>
bool sameNames(const std::vector<Layer>& a, const std::vector<Layer>& b)
{
    return std::ranges::equal(a, b, {}, &Layer::name, &Layer::name);
}

QStringList labelsOf(const InferenceResult& result)
{
    QStringList labels;
    for (const auto& label : result.labels)
        labels << QString::fromStdString(label.text);
    return labels;
}

}

int ownLabel(const QString& path, const QStringList& labels)
{
    static const QRegularExpression ending(QStringLiteral("[\\d\\W_]+$"), QRegularExpression::UseUnicodePropertiesOption);
    const QFileInfo file(path);
    const auto name = file.completeBaseName();
    auto stem = name;
    stem.remove(ending);
    for (const auto& candidate : {file.dir().dirName(), name, stem}) {
        const auto wanted = key(candidate);
        const auto found = std::ranges::find_if(labels, [&](const QString& label) { return !wanted.isEmpty() && key(label) == wanted; });
        if (found != labels.end())
            return static_cast<int>(found - labels.begin());
    }
    return -1;
}

LabelledPictures::LabelledPictures(Gallery& gallery, QObject* parent) : QObject(parent), m_gallery(gallery)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(intervalMs);
    connect(&m_timer, &QTimer::timeout, this, &LabelledPictures::changed);
    connect(&gallery, &Gallery::classified, this, &LabelledPictures::onClassified);
    connect(&gallery, &Gallery::itemChanged, this, &LabelledPictures::onItemChanged);
    connect(&gallery, &Gallery::itemsReset, this, &LabelledPictures::sweep);
}

void LabelledPictures::schedule()
{
    if (!m_timer.isActive()) // never put off: there may be another answer every moment
        m_timer.start();
}

void LabelledPictures::setModel(const ModelInfo& model)
{
    m_frame.twin.reset();
    if (model.hasTwin)
        m_frame.twin = energy::twinOperations(model.config.image);
    schedule();
}

void LabelledPictures::onClassified(int index, const InferenceResult& result)
{
    const auto& path = m_gallery.items().at(static_cast<std::size_t>(index)).path;
    m_answers.remove(path);
    m_unlabelled.remove(path);
    schedule();
    if (result.layers.empty())
        return;
    const auto labels = labelsOf(result);
    const int own = ownLabel(path, labels);
    if (own < 0) {
        m_unlabelled.insert(path);
        return;
    }
    const auto steps = result.cosine.size();
    if (m_frame.steps != static_cast<int>(steps) || !sameNames(m_frame.layers, result.operations) || !sameNames(m_frame.neurons, result.layers)) {
        m_answers.clear();
        m_frame.steps = static_cast<int>(steps);
        m_frame.layers = result.operations;
        for (auto& layer : m_frame.layers)
            layer.effective.clear();
        m_frame.neurons.clear();
        for (const auto& layer : result.layers)
            m_frame.neurons.push_back({.name = layer.name, .neurons = layer.neurons, .spikesPerStep = {}, .spikes = nullptr});
    }
    const auto isOwn = [&](int label) { return label >= 0 && key(labels[label]) == key(labels[own]); };
    Answer answer;
    answer.judged.file = path.toStdString();
    for (const int winner : data::winners(result.cosine))
        answer.judged.right.push_back(isOwn(winner) ? 1 : 0);
    answer.judged.effective = flat(result.operations, &data::LayerOperations::effective, steps);
    answer.judged.spikes = flat(result.layers, &data::LayerActivity::spikesPerStep, steps);
    if (!result.twinCosine.empty())
        answer.judged.twinRight = isOwn(data::winners({result.twinCosine}).front()) ? 1 : 0;
    for (const auto& row : result.cosine)
        answer.cosine.emplace_back(row.begin(), row.end());
    m_answers.insert(path, std::move(answer));
}

void LabelledPictures::onItemChanged(int index)
{
    const auto& item = m_gallery.items().at(static_cast<std::size_t>(index));
    if (item.state == GalleryItem::State::Done)
        return;
    if (m_answers.remove(item.path) + static_cast<qsizetype>(m_unlabelled.remove(item.path)) > 0)
        schedule();
}

void LabelledPictures::sweep()
{
    QHash<QString, Answer> answers;
    QSet<QString> unlabelled;
    for (const auto& item : m_gallery.items()) {
        if (item.state != GalleryItem::State::Done)
            continue;
        if (const auto found = m_answers.find(item.path); found != m_answers.end())
            answers.insert(item.path, std::move(*found));
        else if (m_unlabelled.contains(item.path))
            unlabelled.insert(item.path);
    }
    m_answers = std::move(answers);
    m_unlabelled = std::move(unlabelled);
    schedule();
}

data::LabelledSet LabelledPictures::set() const
{
    auto set = m_frame;
    set.unlabelled = unlabelled();
    set.pictures.reserve(static_cast<std::size_t>(m_answers.size()));
    const double scale = m_gallery.scale();
    for (const auto& item : m_gallery.items()) {
        const auto found = m_answers.constFind(item.path);
        if (found == m_answers.cend())
            continue;
        auto& picture = set.pictures.emplace_back(found->judged);
        for (const auto& row : found->cosine) {
            const std::vector<double> cosine(row.begin(), row.end());
            picture.confidence.push_back(static_cast<float>(data::rank(cosine, scale).front().probability));
        }
    }
    return set;
}

}
