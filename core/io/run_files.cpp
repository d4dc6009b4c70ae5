#include "core/io/run_files.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/io/json_members.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string_view>
#include <utility>

namespace spikeclip::io {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t largestFile = std::uint64_t{256} << 20; ///< bytes; a night's log has a few megabytes
constexpr auto summaryFormat = "spikeclip-summary/1";

using NoteKind = data::TrainingNote::Kind;
constexpr std::array<std::pair<const char*, NoteKind>, 10> noteKinds = {{{"started", NoteKind::Started},
                                                                        {"resumed", NoteKind::Resumed},
                                                                        {"stage-began", NoteKind::StageBegan},
                                                                        {"checkpoint", NoteKind::Checkpoint},
                                                                        {"stopped", NoteKind::Stopped},
                                                                        {"broken", NoteKind::Broken},
                                                                        {"less-memory", NoteKind::LessMemory},
                                                                        {"lonely-class", NoteKind::LonelyClass},
                                                                        {"rolled-back", NoteKind::RolledBack},
                                                                        {"finished", NoteKind::Finished}}};

Json measuredList(const std::vector<double>& values)
{
    Json list = Json::array();
    for (const double value : values)
        list.push_back(measured(value));
    return list;
}

/// File names may hold any bytes; a document holds UTF-8.
std::string dumped(const Json& document, int indent)
{
    return document.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// A line of the log under the making.
struct Writer
{
    Json begun(const char* event, const std::string& stage, int stageIndex, std::int64_t step) const
    {
        return {{"event", event}, {"stage", stage}, {"stage_index", stageIndex}, {"step", step}};
    }

    Json operator()(const data::TrainingPoint& point) const
    {
        auto line = begun("train", point.stage, point.stageIndex, point.step);
        line["steps"] = point.steps;
        line["epoch"] = measured(point.epoch);
        line["loss"] = measured(point.loss);
        for (const auto& [key, value] : {std::pair{"cross_entropy", point.crossEntropy}, {"divergence", point.divergence}, {"alignment", point.alignment},
                                         {"firing_rate", point.firingRate}, {"train_top1", point.trainTop1}, {"gradient_angle", point.gradientAngle}, {"skipped", point.skipped}})
            if (value)
                line[key] = measured(*value);
        line["learning_rate"] = measured(point.learningRate);
        line["gradient_norm"] = measured(point.gradientNorm);
        line["images_per_second"] = measured(point.imagesPerSecond);
        line["seconds_left"] = measured(point.secondsLeft);
        return line;
    }

    Json operator()(const data::ValidationPoint& point) const
    {
        auto line = begun("validation", point.stage, point.stageIndex, point.step);
        line["epoch"] = measured(point.epoch);
        line["top1"] = measured(point.top1);
        line["top1_per_step"] = measuredList(point.top1PerStep);
        return line;
    }

    Json operator()(const data::HealthPoint& point) const
    {
        auto line = begun("health", point.stage, point.stageIndex, point.step);
        line["epoch"] = measured(point.epoch);
        line["pictures"] = point.pictures;
        line["rate"] = measured(point.rate);
        line["energy_pj"] = measured(point.energyPj);
        line["twin_pj"] = measured(point.twinPj);
        line["layers"] = Json::array();
        for (const auto& layer : point.layers)
            line["layers"].push_back(
                {{"name", layer.name}, {"rate", measured(layer.rate)}, {"dead", measured(layer.dead)}, {"saturated", measured(layer.saturated)}});
        return line;
    }

    Json operator()(const data::TrainingNote& note) const
    {
        auto line = begun("note", note.stage, note.stageIndex, note.step);
        line["kind"] = std::ranges::find(noteKinds, note.kind, [](const auto& entry) { return entry.second; })->first;
        line["count"] = note.count;
        line["detail"] = note.detail;
        return line;
    }
};

/// Reads a log line by line. A line that it does not understand is passed over.
class LogReader
{
public:
    void add(const std::string& line)
    {
        try {
            const auto document = parseJsonObject(line);
            JsonMembers members(document, "");
            std::string event;
            members.read("event", event);
            if (event == "train")
                m_log.add(withPlace(members, point(members)));
            else if (event == "validation")
                m_log.add(withPlace(members, validation(members)));
            else if (event == "health")
                m_log.add(withPlace(members, health(members)));
            else if (event == "note")
                addNote(members);
        } catch (const Error&) { // cut off, or of another version
        }
    }

    data::TrainingLog take() { return std::move(m_log); }

private:
    static data::TrainingPoint point(JsonMembers& members)
    {
        members.need({"step", "loss"});
        data::TrainingPoint point;
        members.read("steps", point.steps);
        members.readMeasured("epoch", point.epoch);
        members.readMeasured("loss", point.loss);
        members.readMeasured("cross_entropy", point.crossEntropy);
        members.readMeasured("divergence", point.divergence);
        members.readMeasured("alignment", point.alignment);
        members.readMeasured("firing_rate", point.firingRate);
        members.readMeasured("train_top1", point.trainTop1);
        members.readMeasured("gradient_angle", point.gradientAngle);
        members.readMeasured("skipped", point.skipped);
        members.readMeasured("learning_rate", point.learningRate);
        members.readMeasured("gradient_norm", point.gradientNorm);
        members.readMeasured("images_per_second", point.imagesPerSecond);
        members.readMeasured("seconds_left", point.secondsLeft);
        return point;
    }

    static data::ValidationPoint validation(JsonMembers& members)
    {
        members.need({"step", "top1"}); // a stage that learns texts is judged by other figures
        data::ValidationPoint point;
        members.readMeasured("epoch", point.epoch);
        members.readMeasured("top1", point.top1);
        members.readMeasured("top1_per_step", point.top1PerStep);
        return point;
    }

    static data::HealthPoint health(JsonMembers& members)
    {
        members.need({"step", "rate", "layers"});
        data::HealthPoint point;
        members.readMeasured("epoch", point.epoch);
        members.read("pictures", point.pictures);
        members.readMeasured("rate", point.rate);
        members.readMeasured("energy_pj", point.energyPj);
        members.readMeasured("twin_pj", point.twinPj);
        if (const auto* layers = members.findList("layers", "a list of layers"))
            for (const auto& item : *layers) {
                auto& layer = point.layers.emplace_back();
                JsonMembers inner(item, "layers");
                inner.read("name", layer.name);
                inner.readMeasured("rate", layer.rate);
                inner.readMeasured("dead", layer.dead);
                inner.readMeasured("saturated", layer.saturated);
            }
        return point;
    }

    void addNote(JsonMembers& members)
    {
        members.need({"kind"});
        data::TrainingNote note;
        members.read("kind", note.kind, noteKinds);
        members.read("count", note.count);
        members.read("detail", note.detail);
        readPlace(members, note);
        if (note.kind == NoteKind::Resumed)
            forgetFrom({note.stageIndex, note.step + 1}); // what was done at that step is part of the state
        m_log.add(note);
    }

    template <typename Event>
    void readPlace(JsonMembers& members, Event& event)
    {
        members.read("stage", event.stage);
        members.read("step", event.step);
        if (members.find("stage_index"))
            members.read("stage_index", event.stageIndex);
        else // logs of older versions: stages count in the order in which they appear
            event.stageIndex = m_stages.try_emplace(event.stage, static_cast<int>(m_stages.size())).first->second;
        if (event.step < 0 || event.stageIndex < 0)
            throw Error(ErrorCode::BadValue, "a negative place");
    }

    /// Completes an event and forgets what it tells anew. A run goes only forwards, so whatever lies behind this place was told before the run went back to an older state.
    template <typename Event>
    Event withPlace(JsonMembers& members, Event event)
    {
        readPlace(members, event);
        forgetFrom({event.stageIndex, event.step + 1});
        auto& same = listOf(event);
        while (!same.empty() && placeOf(same.back()) == placeOf(event))
            same.pop_back();
        return event;
    }

    using Place = std::pair<int, std::int64_t>; ///< stage and step

    template <typename Event>
    static Place placeOf(const Event& event)
    {
        return {event.stageIndex, event.step};
    }

    void forgetFrom(Place place)
    {
        const auto forget = [&](auto& list) {
            while (!list.empty() && placeOf(list.back()) >= place) // every list is in order
                list.pop_back();
        };
        forget(m_log.points);
        forget(m_log.validations);
        forget(m_log.healths);
    }

    std::vector<data::TrainingPoint>& listOf(const data::TrainingPoint&) { return m_log.points; }
    std::vector<data::ValidationPoint>& listOf(const data::ValidationPoint&) { return m_log.validations; }
    std::vector<data::HealthPoint>& listOf(const data::HealthPoint&) { return m_log.healths; }

    data::TrainingLog m_log;
    std::map<std::string, int> m_stages; ///< of lines without an index
};

std::string textIn(const std::string& file)
{
    const auto bytes = readFile(file, largestFile);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; // NOLINT: bytes as characters
}

data::JudgedSample judgedSample(const nlohmann::json& item, const std::string& place, std::size_t labels)
{
    data::JudgedSample sample;
    JsonMembers members(item, place);
    members.need({"sample", "label", "before", "after"});
    members.read("sample", sample.sample);
    members.read("label", sample.label);
    members.read("before", sample.before);
    members.read("after", sample.after);
    members.readMeasured("confidence_before", sample.confidenceBefore);
    members.readMeasured("confidence_after", sample.confidenceAfter);
    const auto count = static_cast<std::int64_t>(labels);
    for (const auto& [key, index, lowest] : {std::tuple{"label", sample.label, 0}, {"before", sample.before, -1}, {"after", sample.after, -1}})
        if (index < lowest || index >= count)
            members.throwWrong(key, "the index of a label");
    return sample;
}

data::RunSummary summaryOf(const nlohmann::json& document)
{
    JsonMembers members(document, "");
    std::string format;
    members.read("format", format);
    if (format != summaryFormat)
        members.throwWrong("format", std::string("\"") + summaryFormat + '"');
    members.need({"name", "model", "labels", "samples", "top1_after_per_step"});
    data::RunSummary summary;
    members.read("name", summary.name);
    members.read("initial_model", summary.initialModel);
    members.read("initial_hash", summary.initialHash);
    members.read("model", summary.model);
    members.read("hash", summary.hash);
    members.read("labels", summary.labels);
    members.readMeasured("top1_before_per_step", summary.top1BeforePerStep);
    members.readMeasured("top1_after_per_step", summary.top1AfterPerStep);
    members.readMeasured("rate_before", summary.rateBefore);
    members.readMeasured("rate_after", summary.rateAfter);
    members.readMeasured("energy_before_pj", summary.energyBeforePj);
    members.readMeasured("energy_after_pj", summary.energyAfterPj);
    members.readMeasured("seconds", summary.seconds);
    if (const auto* samples = members.findList("samples", "a list of samples"))
        for (const auto& item : *samples)
            summary.samples.push_back(judgedSample(item, "samples[" + std::to_string(summary.samples.size()) + "]", summary.labels.size()));
    if (const auto* broken = members.findList("broken", "a list of samples"))
        for (const auto& item : *broken) {
            auto& one = summary.broken.emplace_back();
            JsonMembers inner(item, "broken");
            inner.read("sample", one.sample);
            inner.read("reason", one.reason);
        }
    return summary;
}

}

std::string toLine(const data::TrainingEvent& event)
{
    return dumped(std::visit(Writer(), event), -1);
}

data::TrainingLog readTrainingLog(const std::string& file)
{
    const auto text = textIn(file);
    LogReader reader;
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (end > 0)
            reader.add(std::string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return reader.take();
}

void writeRunSummary(const std::string& file, const data::RunSummary& summary)
{
    Json document{{"format", summaryFormat}, {"name", summary.name}, {"initial_model", summary.initialModel}, {"initial_hash", summary.initialHash},
                  {"model", summary.model},  {"hash", summary.hash}, {"labels", summary.labels}};
    document["top1_before_per_step"] = measuredList(summary.top1BeforePerStep);
    document["top1_after_per_step"] = measuredList(summary.top1AfterPerStep);
    document["rate_before"] = measured(summary.rateBefore);
    document["rate_after"] = measured(summary.rateAfter);
    document["energy_before_pj"] = measured(summary.energyBeforePj);
    document["energy_after_pj"] = measured(summary.energyAfterPj);
    document["seconds"] = measured(summary.seconds);
    document["samples"] = Json::array();
    for (const auto& sample : summary.samples)
        document["samples"].push_back({{"sample", sample.sample},
                                       {"label", sample.label},
                                       {"before", sample.before},
                                       {"after", sample.after},
                                       {"confidence_before", measured(sample.confidenceBefore)},
                                       {"confidence_after", measured(sample.confidenceAfter)}});
    document["broken"] = Json::array();
    for (const auto& one : summary.broken)
        document["broken"].push_back({{"sample", one.sample}, {"reason", one.reason}});
    const auto text = dumped(document, 1) + '\n';
    writeFileAtomically(file, std::as_bytes(std::span(text)));
}

data::RunSummary readRunSummary(const std::string& file)
{
    const auto text = textIn(file);
    try {
        return summaryOf(parseJsonObject(text));
    } catch (const Error& error) {
        throw Error(ErrorCode::FileUnreadable, file + ": " + error.what());
    }
}

}
