#include "app/cli/data.h"

#include "app/cli/json_output.h"
#include "app/cli/progress_line.h"
#include "app/cli/text_output.h"
#include "core/io/class_folder.h"
#include "core/io/sample_source.h"

#include <ostream>
#include <vector>

namespace spikeclip::cli {

namespace {

/// As documents name it, and as a person would.
struct FormatName
{
    const char* key;
    const char* words;
};

FormatName formatName(data::DataFormat format)
{
    switch (format) {
    case data::DataFormat::Cifar10: return {"cifar-10", "CIFAR-10, binary"};
    case data::DataFormat::Cifar100: return {"cifar-100", "CIFAR-100, binary"};
    case data::DataFormat::WebDataset: return {"webdataset", "WebDataset, tar archives"};
    case data::DataFormat::ClassFolder: break;
    }
    return {"class-folder", "a folder for each class"};
}

std::vector<std::string> lonelyClasses(const data::DataSurvey& survey)
{
    std::vector<std::string> labels;
    for (const auto& one : survey.classes)
        if (one.all() == 1)
            labels.push_back(one.label);
    return labels;
}

}

ExitCode surveyData(const DataOptions& options, const Context& context)
{
    const auto labels = options.labelFile.empty() ? std::vector<io::LabelLine>() : io::readLabelFile(options.labelFile);
    data::DataSurvey survey;
    {
        ProgressLine line(context.err, {.rewrite = context.errIsTerminal, .columns = context.columns}, context.seconds);
        survey = io::surveyData(options.path, labels, options.validationShare, options.open,
                                [&](double fraction) { line.report(fraction, "opening every picture"); }, context.stop);
    }
    context.out << (options.json ? dataJson(survey, options.validationShare) : dataText(survey));
    if (survey.classes.empty())
        throw Error(ErrorCode::DataMissing, options.path + " (none of its pictures can be read)");
    return Success;
}

std::string dataJson(const data::DataSurvey& survey, double validationShare)
{
    Json document{{"format", "spikeclip-data/1"}, {"version", SPIKECLIP_VERSION}, {"path", survey.path}, {"data_format", formatName(survey.format).key}};
    document["opened"] = survey.opened;
    document["validation_share"] = finite(validationShare, "the share set aside");
    document["train"] = survey.train();
    document["validation"] = survey.validation();
    document["classes"] = Json::array();
    for (const auto& one : survey.classes)
        document["classes"].push_back({{"label", one.label}, {"train", one.train}, {"validation", one.validation}, {"samples", one.samples}});
    document["lonely_classes"] = lonelyClasses(survey);
    document["broken"] = Json::array();
    for (const auto& one : survey.broken)
        document["broken"].push_back({{"sample", one.sample}, {"reason", one.reason}});
    return written(document);
}

std::string dataText(const data::DataSurvey& survey)
{
    std::string text = printable(survey.path) + "\n" + formatName(survey.format).words + "\n\n";
    std::vector<std::vector<std::string>> rows;
    for (const auto& one : survey.classes)
        rows.push_back({printable(one.label), grouped(one.train), grouped(one.validation), grouped(one.all())});
    rows.push_back({"all " + grouped(static_cast<std::int64_t>(survey.classes.size())) + " classes", grouped(survey.train()), grouped(survey.validation()),
                    grouped(survey.train() + survey.validation())});
    text += table({{"class"}, {"to learn", Align::Right}, {"set aside", Align::Right}, {"pictures", Align::Right}}, rows);
    if (const auto lonely = lonelyClasses(survey); !lonely.empty()) {
        text += "\none picture only, which is learnt and never judged:";
        for (const auto& label : lonely)
            text += (&label == &lonely.front() ? " " : ", ") + printable(label);
        text += '\n';
    }
    if (!survey.broken.empty()) {
        rows.clear();
        for (const auto& one : survey.broken)
            rows.push_back({printable(one.sample), printable(one.reason)});
        text += '\n' + table({{"cannot be used"}, {"because"}}, rows);
    } else if (survey.opened) {
        text += "\nevery picture can be read\n";
    }
    return text;
}

}
