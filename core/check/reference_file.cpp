#include "core/check/reference_file.h"

#include "core/data/model_config.h"
#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"

#include <ATen/ATen.h>

#include <cmath>

namespace spikeclip::check {

namespace {

using nlohmann::json;

constexpr std::uint64_t largestReference = 16 << 20; // bytes; the known ones have 10 kB
constexpr std::int64_t largestBatch = 64;            // one picture needs about 100 MB in the training pass
constexpr std::int64_t largestSentences = 256;

/// Inside this file; readReferenceFile() adds the path.
[[noreturn]] void complain(const std::string& what)
{
    throw Error(ErrorCode::BadArgument, what);
}

/// One object of the file and where it stands.
class Section
{
public:
    Section(const json& object, std::string where) : m_object(object), m_where(std::move(where))
    {
        if (!object.is_object())
            complain(m_where + " is not an object");
    }

    const json& at(const std::string& key) const
    {
        const auto found = m_object.find(key);
        if (found == m_object.end())
            complain(name(key) + " is missing");
        return *found;
    }

    std::string name(const std::string& key) const { return m_where.empty() ? key : m_where + "." + key; }

    /// Nested lists of numbers of exactly this shape; an empty shape is one number.
    at::Tensor numbers(const std::string& key, const std::vector<std::int64_t>& shape) const
    {
        auto tensor = at::empty(shape, at::kDouble);
        auto* out = tensor.data_ptr<double>();
        fill(at(key), key, shape, 0, out);
        return tensor;
    }

    double number(const std::string& key) const { return numbers(key, {}).item<double>(); }

private:
    void fill(const json& value, const std::string& key, const std::vector<std::int64_t>& shape, std::size_t axis, double*& out) const
    {
        if (axis == shape.size()) {
            if (!value.is_number())
                complain(name(key) + (shape.empty() ? " is not a number" : " holds something that is not a number"));
            *out++ = value.get<double>();
            return;
        }
        if (!value.is_array() || static_cast<std::int64_t>(value.size()) != shape[axis])
            complain(name(key) + " must have " + std::to_string(shape[axis]) + (axis == 0 ? " entries" : " entries in each row"));
        for (const auto& item : value)
            fill(item, key, shape, axis + 1, out);
    }

    const json& m_object;
    std::string m_where;
};

ReferenceFile::Outputs outputs(const Section& section, std::int64_t rows)
{
    return {section.numbers("y_first16", {rows, 16}), section.numbers("y_sum", {}), section.numbers("row_norms", {rows})};
}

ReferenceFile::Spikes spikes(const Section& section, std::int64_t steps)
{
    const Section layers(section.at("spikes_per_step"), section.name("spikes_per_step"));
    ReferenceFile::Spikes result;
    for (const auto& [layer, counts] : section.at("spikes_per_step").items())
        result[layer] = layers.numbers(layer, {steps});
    return result;
}

ReferenceFile::Text text(const Section& section, const data::TextConfig& config)
{
    const auto& list = section.at("ids");
    if (!list.is_array() || list.empty() || static_cast<std::int64_t>(list.size()) > largestSentences)
        complain("text.ids must list 1 to " + std::to_string(largestSentences) + " sentences");
    const auto rows = static_cast<std::int64_t>(list.size());
    const auto ids = section.numbers("ids", {rows, config.length});
    if (!ids.eq(ids.floor()).logical_and(ids.ge(0)).logical_and(ids.lt(config.vocabulary)).all().item<bool>())
        complain("text.ids must be whole numbers from 0 to " + std::to_string(config.vocabulary - 1));
    return {ids.to(at::kLong), outputs(section, rows), spikes(section, config.steps)};
}

ReferenceFile parseReference(const json& document)
{
    const Section root(document, "");
    const std::int64_t steps = data::ImageConfig().steps;
    ReferenceFile file;
    if (!root.at("salt").is_string())
        complain("salt is not a text");
    file.salt = root.at("salt").get<std::string>();
    file.gain = root.number("gain");
    const auto batch = root.number("batch");
    if (batch != std::floor(batch) || batch < 1 || batch > static_cast<double>(largestBatch))
        complain("batch must be a whole number from 1 to " + std::to_string(largestBatch));
    file.batch = static_cast<std::int64_t>(batch);

    if (document.contains("image")) {
        const Section section(document["image"], "image");
        file.image = {outputs(section, file.batch), section.numbers("prefix_first4", {steps, file.batch, 4}), spikes(section, steps)};
    }
    if (document.contains("image_train")) {
        const Section section(document["image_train"], "image_train");
        file.training = {section.numbers("loss", {}),          section.numbers("y_first8", {file.batch, 8}), section.numbers("weights_tensor", {steps}),
                         section.numbers("all_grad_norm", {}), section.numbers("bn0_mean_first4", {4}),      section.numbers("bn0_var_first4", {4})};
    }
    if (document.contains("ann")) {
        const Section section(document["ann"], "ann");
        file.ann = {section.number("gain"), outputs(section, file.batch)};
    }
    if (document.contains("text"))
        file.text = text(Section(document["text"], "text"), data::TextConfig());
    if (!file.image && !file.training && !file.ann && !file.text)
        complain("none of image, image_train, ann and text is there");
    return file;
}

}

ReferenceFile readReferenceFile(const std::string& path)
{
    const auto bytes = io::readFile(path, largestReference);
    try {
        return parseReference(io::parseJsonObject(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())));
    } catch (const Error& error) {
        throw Error(ErrorCode::BadArgument, path + ": " + error.what());
    }
}

}
