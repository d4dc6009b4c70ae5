#include "app/cli/inspect.h"

#include "app/cli/json_output.h"
#include "app/cli/text_output.h"
#include "core/io/config_json.h"
#include "core/io/safetensors.h"

#include <numeric>
#include <ostream>

namespace spikeclip::cli {

namespace {

/// A JSON object from a checkpoint's metadata. What does not parse is shown as the text it is.
Json embedded(const std::string& text)
{
    if (text.empty())
        return nullptr;
    auto document = Json::parse(text, nullptr, false);
    return document.is_discarded() ? Json(text) : document;
}

/// One row for every value of a nested object, named by its path: "image.lif.tau".
void flatten(const Json& document, const std::string& path, std::vector<std::vector<std::string>>& rows)
{
    if (document.is_object()) {
        for (const auto& [key, value] : document.items())
            flatten(value, path.empty() ? key : path + '.' + key, rows);
        return;
    }
    const auto text = document.is_string() ? document.get<std::string>() : document.dump(-1, ' ', false, Json::error_handler_t::replace);
    rows.push_back({printable(path), printable(text)});
}

std::string shapeInWords(const std::vector<std::int64_t>& shape)
{
    std::string text;
    for (const auto size : shape)
        text += (text.empty() ? "" : " x ") + std::to_string(size);
    return text.empty() ? "scalar" : text;
}

const char* nameOf(io::DType type)
{
    switch (type) {
    case io::DType::F64: return "F64";
    case io::DType::F32: return "F32";
    case io::DType::F16: return "F16";
    case io::DType::BF16: return "BF16";
    case io::DType::I64: return "I64";
    case io::DType::I32: return "I32";
    case io::DType::I16: return "I16";
    case io::DType::I8: return "I8";
    case io::DType::U8: return "U8";
    case io::DType::Bool: break;
    }
    return "BOOL";
}

std::vector<TensorEntry> tensorsOf(const std::string& file)
{
    std::vector<TensorEntry> entries;
    for (const auto& [name, tensor] : io::readSafetensors(file).tensors)
        entries.push_back({name, nameOf(tensor.dtype), tensor.shape, static_cast<std::int64_t>(tensor.bytes.size())});
    return entries;
}

std::int64_t totalBytes(const std::vector<TensorEntry>& tensors)
{
    return std::accumulate(tensors.begin(), tensors.end(), std::int64_t{0},
                           [](std::int64_t sum, const TensorEntry& tensor) { return sum + tensor.bytes; });
}

}

ExitCode inspect(const InspectOptions& options, const Context& context)
{
    const auto tensors = tensorsOf(modelFile(options.model, context)); // first: it needs no engine and finds a broken file at once
    const auto model = openModel(options.model, {}, context);
    context.out << (options.json ? inspectJson(model.info, tensors) : inspectText(model.info, tensors));
    return Success;
}

std::string inspectJson(const ModelInfo& info, const std::vector<TensorEntry>& tensors)
{
    Json document{{"format", "spikeclip-inspect/1"}};
    addProvenance(document, info);
    document["config"] = embedded(io::toJson(info.config));
    document["has_text"] = info.hasText;
    document["has_twin"] = info.hasTwin;
    document["parameters"] = info.parameters;
    document["card"] = embedded(info.card);
    document["tensors"] = Json::array();
    for (const auto& tensor : tensors)
        document["tensors"].push_back({{"name", tensor.name}, {"type", tensor.type}, {"shape", tensor.shape}, {"bytes", tensor.bytes}});
    return written(document);
}

std::string inspectText(const ModelInfo& info, const std::vector<TensorEntry>& tensors)
{
    std::string text = printable(info.config.name) + "\n" + printable(info.file) + "\nSHA-256 " + info.hash + "\n\n";

    std::vector<std::vector<std::string>> rows;
    for (const auto& [part, count] : info.parameters)
        rows.push_back({part, grouped(count)});
    text += table({{"part"}, {"parameters", Align::Right}}, rows) + '\n';

    rows.clear();
    flatten(embedded(io::toJson(info.config)), "", rows);
    text += table({{"configuration"}, {"value"}}, rows) + '\n';

    if (!info.card.empty()) {
        rows.clear();
        flatten(embedded(info.card), "", rows);
        text += table({{"model card"}, {"value"}}, rows) + '\n';
    }

    rows.clear();
    for (const auto& tensor : tensors)
        rows.push_back({printable(tensor.name), tensor.type, shapeInWords(tensor.shape), grouped(tensor.bytes)});
    text += table({{"tensor"}, {"type"}, {"shape", Align::Right}, {"bytes", Align::Right}}, rows);
    return text + grouped(static_cast<std::int64_t>(tensors.size())) + " tensors, " + grouped(totalBytes(tensors)) + " bytes\n";
}

}
