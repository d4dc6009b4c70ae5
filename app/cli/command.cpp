#include "app/cli/bench.h"
#include "app/cli/card.h"
#include "app/cli/classify.h"
#include "app/cli/context.h"
#include "app/cli/data.h"
#include "app/cli/energy.h"
#include "app/cli/evaluate.h"
#include "app/cli/inspect.h"
#include "app/cli/record.h"
#include "app/cli/selfcheck.h"
#include "app/cli/text_output.h"
#include "app/cli/train.h"
#include "core/data/number_text.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <new>
#include <ostream>

namespace spikeclip::cli {

namespace {

constexpr auto exitCodes = R"(Exit codes:
  0    done
  1    a self-check is outside its tolerance, or training diverged
  2    wrong use, or a file that cannot be used
  3    the engine, the compute device or another process of the training is missing
  4    memory or disk ran out
  70   a mistake of the program itself
  130  stopped by Ctrl+C; a second Ctrl+C stops at once

The model that ships is small and its results are not those of the SpikeCLIP paper.)";

constexpr auto planGroup = "With --data, in place of a recipe (unless said, as usual for what is trained)";

/// All that can be typed. Each subcommand fills its own part; `chosen` does what was asked.
struct Commands
{
    ClassifyOptions classify;
    RecordOptions record;
    EnergyOptions energy;
    InspectOptions inspect;
    EvaluateOptions evaluate;
    DataOptions data;
    TrainOptions train;
    SelfCheckOptions selfCheck;
    BenchOptions bench;
    CardOptions card;
    std::function<ExitCode(const Context&)> chosen;
};

void addModel(CLI::App& command, std::string& model)
{
    command.add_option("--model", model, "checkpoint (.safetensors); default: the model that ships")->type_name("FILE");
}

void addEncoder(CLI::App& command, Encoder& encoder)
{
    const std::map<std::string, Encoder> names{{"snn", Encoder::Snn}, {"ann", Encoder::Ann}};
    command.add_option_function<std::string>(
               "--encoder", [&encoder, names](const std::string& name) { encoder = names.at(name); }, "the spiking network or its ANN twin")
        ->check(CLI::IsMember({"snn", "ann"}))
        ->type_name("snn|ann")
        ->default_str("snn");
}

void addCompute(CLI::App& command, ComputeOptions& compute)
{
    command.add_option("--device", compute.device, "cpu, cuda or cuda:N")->type_name("DEVICE")->capture_default_str();
    command.add_option("--threads", compute.threads, "compute threads; default: chosen by a short probe")->type_name("N")->check(CLI::Range(1, 1024));
}

void addPath(CLI::App& command, ComputePath& path)
{
    const std::map<std::string, ComputePath> names{{"auto", ComputePath::Auto},
                                                   {"event", ComputePath::Event},
                                                   {"dense", ComputePath::Dense},
                                                   {"fused", ComputePath::Fused},
                                                   {"plain", ComputePath::Plain}};
    command.add_option_function<std::string>(
               "--path", [&path, names](const std::string& name) { path = names.at(name); },
               "how spiking layers are computed: silent neurons skipped (event) or not (dense), or what is faster (auto); by LibTorch with loops of ours "
               "(fused) or without (plain)")
        ->check(CLI::IsMember({"auto", "event", "dense", "fused", "plain"}))
        ->type_name("auto|event|dense|fused|plain")
        ->default_str("auto");
}

void addPrecision(CLI::App& command, Precision& precision)
{
    const std::map<std::string, Precision> names{{"float32", Precision::Float32}, {"mixed", Precision::Mixed}};
    command.add_option_function<std::string>(
               "--precision", [&precision, names](const std::string& name) { precision = names.at(name); },
               "mixed: multiply in bfloat16 where the device does (CUDA, AVX-512 BF16); faster, a little less exact")
        ->check(CLI::IsMember({"float32", "mixed"}))
        ->type_name("float32|mixed")
        ->default_str("float32");
}

void addSteps(CLI::App& command, int& steps)
{
    command.add_option("--steps", steps, "highest time step; default: all the model has")->type_name("T")->check(CLI::Range(1, 64));
}

void addTemplates(CLI::App& command, std::vector<std::string>& templates)
{
    command.add_option("--template", templates, "prompt with one {} for the label, may be repeated; default: the model's own")
        ->type_name("TEXT")
        ->allow_extra_args(false);
}

void addClassify(CLI::App& app, Commands& commands)
{
    auto& options = commands.classify;
    auto& command = *app.add_subcommand("classify", "score pictures against labels that you type");
    command.add_option("IMAGE", options.images, "pictures: JPEG, PNG, WebP, BMP or TIFF")->required()->type_name("");
    command.add_option("--labels", options.labels, "labels, separated by commas; one in double quotes may hold commas")->type_name("TEXT");
    command.add_option("--labels-file", options.labelsFile, "labels, one a line: name, or folder<TAB>name")->type_name("FILE");
    addTemplates(command, options.templates);
    addModel(command, options.model);
    addEncoder(command, options.encoder);
    addSteps(command, options.steps);
    addCompute(command, options.compute);
    addPath(command, options.compute.path);
    addPrecision(command, options.compute.precision);
    command.add_flag("--json", options.json, "print the document spikeclip-classify/1");
    command.callback([&] { commands.chosen = [&](const Context& context) { return classify(commands.classify, context); }; });
}

void addRecord(CLI::App& app, Commands& commands)
{
    auto& options = commands.record;
    auto& command = *app.add_subcommand("record", "write every spike of pictures into an NPZ file");
    command.add_option("IMAGE", options.images, "pictures: JPEG, PNG, WebP, BMP or TIFF")->required()->type_name("");
    command.add_option("--labels", options.labels, "labels, separated by commas; one in double quotes may hold commas")->type_name("TEXT");
    command.add_option("--labels-file", options.labelsFile, "labels, one a line: name, or folder<TAB>name")->type_name("FILE");
    command.add_option("--out", options.out, "file to write (.npz), which plain numpy loads")->required()->type_name("FILE");
    addTemplates(command, options.templates);
    addModel(command, options.model);
    addSteps(command, options.steps);
    addCompute(command, options.compute);
    addPath(command, options.compute.path);
    command.callback([&] { commands.chosen = [&](const Context& context) { return record(commands.record, context); }; });
}

/// The choices of core/energy/rules.h.
void addRules(CLI::App& command, energy::Rules& rules)
{
    const auto choice = [&](const char* option, const std::vector<std::string>& names, const char* standard, const char* help, std::function<void(const std::string&)> take) {
        command.add_option_function<std::string>(option, std::move(take), help)->check(CLI::IsMember(names))->default_str(standard);
    };
    choice("--preset", {"fp32", "fp16", "int8", "sop"}, "fp32", "picojoules of an operation: 45 nm with 32, 16 or 8 bits, or the older 77 fJ for each spike",
           [&](const std::string& name) {
               rules.preset = name == "fp16" ? energy::fp16 : name == "int8" ? energy::int8 : name == "sop" ? energy::older : energy::fp32;
               rules.weightBits = rules.preset.bits;
           });
    command.add_option_function<double>("--mac-pj", [&](double pj) { rules.preset = {.name = "custom", .macPj = pj, .acPj = rules.preset.acPj, .bits = rules.preset.bits}; },
                                        "picojoules of a multiply-accumulate, instead of the preset's");
    command.add_option_function<double>("--ac-pj", [&](double pj) { rules.preset = {.name = "custom", .macPj = rules.preset.macPj, .acPj = pj, .bits = rules.preset.bits}; },
                                        "picojoules of an accumulate, instead of the preset's");
    choice("--first-convolution", {"each", "once"}, "each", "charge the first convolution at each step, or once",
           [&](const std::string& name) { rules.firstConvolutionEveryStep = name == "each"; });
    command.add_flag_callback("--no-attention-products", [&] { rules.attentionProducts = false; }, "do not charge the products of attention");
    command.add_flag("--neuron-updates", rules.neuronUpdates, "charge a multiply-accumulate a neuron and step");
    command.add_flag_callback("--unfolded", [&] { rules.foldedNormalisation = false; }, "charge batch normalisation, as if it were not folded into the weights");
    command.add_flag_callback("--no-readout", [&] { rules.readout = false; }, "do not charge the read-out");
    command.add_flag("--text", rules.text, "charge the labels' side, too");
    command.add_option("--pictures-per-labels", rules.picturesPerLabels, "pictures among which the labels' side is divided")->type_name("N")->capture_default_str();
    choice("--memory", {"1m", "32k", "8k"}, "1m", "on-chip memory that operands come from: 1 MiB, 32 KiB or 8 KiB",
           [&](const std::string& name) { rules.memory = name == "8k" ? energy::sram8k : name == "32k" ? energy::sram32k : energy::sram1m; });
    choice("--weight-reads", {"each", "once"}, "each", "fetch a weight for each operation, or each weight once whenever its layer runs",
           [&](const std::string& name) { rules.weightReads = name == "each" ? energy::WeightReads::EachOperation : energy::WeightReads::OncePerStep; });
    command.add_option("--bits", rules.weightBits, "bits of weights and real values in memory; default: the preset's")->type_name("N");
}

void addEnergy(CLI::App& app, Commands& commands)
{
    auto& options = commands.energy;
    auto& command = *app.add_subcommand("energy", "estimate what pictures cost, layer by layer, under counting rules of your choice");
    command.add_option("IMAGE", options.images, "pictures: JPEG, PNG, WebP, BMP or TIFF")->required()->type_name("");
    command.add_option("--labels", options.labels, "labels, separated by commas; one in double quotes may hold commas")->type_name("TEXT");
    command.add_option("--labels-file", options.labelsFile, "labels, one a line: name, or folder<TAB>name")->type_name("FILE");
    addTemplates(command, options.templates);
    addModel(command, options.model);
    addSteps(command, options.steps);
    addRules(command, options.rules);
    addCompute(command, options.compute);
    addPath(command, options.compute.path);
    command.add_flag("--json", options.json, "print the document spikeclip-energy/1");
    command.callback([&] { commands.chosen = [&](const Context& context) { return estimateEnergy(commands.energy, context); }; });
}

void addInspect(CLI::App& app, Commands& commands)
{
    auto& command = *app.add_subcommand("inspect", "show what a checkpoint holds");
    command.add_option("MODEL", commands.inspect.model, "checkpoint; default: the model that ships")->type_name("");
    command.add_flag("--json", commands.inspect.json, "print the document spikeclip-inspect/1");
    command.callback([&] { commands.chosen = [&](const Context& context) { return inspect(commands.inspect, context); }; });
}

void addEvaluate(CLI::App& app, Commands& commands)
{
    auto& options = commands.evaluate;
    auto& request = options.request;
    auto& command = *app.add_subcommand("evaluate", "measure accuracy, firing rate and energy on data sets of labelled pictures");
    auto* what = command.add_option_group("pictures", "what is judged");
    what->add_option("--data", request.data, "data sets: folders with one sub-folder of pictures for each class, CIFAR's binary files or WebDataset tar archives")
        ->type_name("PATH");
    auto* list = what->add_option("--list", request.listFile, "table with columns file and label, tab-separated; files lie beside it")->type_name("FILE");
    what->require_option(1);
    command.add_option("--candidates", request.candidates, "with --list: judge each picture among its own label and others drawn at random, N in all")
        ->type_name("N")
        ->check(CLI::Range(2, 1000000))
        ->needs(list);
    command.add_option("--labels", request.labelFile, "names of the classes, one a line: name, or folder<TAB>name")->type_name("FILE");
    command.add_option("--only-labels", request.onlyLabelsFile, "judge only pictures of these classes, among these labels")->type_name("FILE");
    auto* distractors = command.add_option("--distractors", request.distractorFile, "labels that are never right, one a line")->type_name("FILE");
    command.add_option("--distractor-count", request.distractorCount, "how many of them to draw")
        ->type_name("N")
        ->check(CLI::Range(1, 1000000))
        ->needs(distractors);
    command.add_option("--seed", request.seed, "of these draws")->type_name("N")->capture_default_str();
    addTemplates(command, request.templates);
    addModel(command, options.model);
    addEncoder(command, request.encoder);
    addSteps(command, request.steps);
    command.add_option("--batch", request.batch, "pictures at a time")->type_name("N")->check(CLI::Range(1, 4096))->capture_default_str();
    addCompute(command, options.compute);
    addPath(command, options.compute.path);
    addPrecision(command, options.compute.precision);
    command.add_flag("--json", options.json, "print the document spikeclip-evaluate/1");
    command.callback([&] { commands.chosen = [&](const Context& context) { return evaluate(commands.evaluate, context); }; });
}

void addData(CLI::App& app, Commands& commands)
{
    auto& options = commands.data;
    auto& command = *app.add_subcommand("data", "count and check the pictures of a data set before training on it");
    command
        .add_option("PATH", options.path,
                    "folder with one sub-folder of pictures for each class, CIFAR's binary files or their folder, or a WebDataset tar archive or a folder of them")
        ->required()
        ->type_name("");
    command.add_option("--labels", options.labelFile, "names of the classes, one a line: folder<TAB>name, or number<TAB>name where classes are numbered")->type_name("FILE");
    command.add_option("--validation-share", options.validationShare, "share of each class to set aside for judging")
        ->type_name("S")
        ->check(CLI::Range(0.0, 0.5))
        ->capture_default_str();
    command.add_flag("--open", options.open, "decode every picture, to list the broken ones");
    command.add_flag("--json", options.json, "print the document spikeclip-data/1");
    command.callback([&] { commands.chosen = [&](const Context& context) { return surveyData(commands.data, context); }; });
}

void addCard(CLI::App& app, Commands& commands)
{
    auto& options = commands.card;
    auto& command = *app.add_subcommand("card", "put a model card into a checkpoint");
    command.add_option("MODEL", options.model, "checkpoint to change")->required()->type_name("");
    command.add_option("CARD", options.card, "JSON object")->required()->type_name("");
    command.add_option("--measured", options.measured, "documents of `evaluate --json`, added under their file names")->type_name("FILE");
    command.callback([&] { commands.chosen = [&](const Context& context) { return card(commands.card, context); }; });
}

/// What the form of the window asks for.
void addPlan(CLI::App& command, TrainOptions& options)
{
    using Plan = data::TrainingPlan;
    const std::map<std::string, Plan::What> kinds{{"head", Plan::What::Head}, {"full", Plan::What::Full}, {"alignment", Plan::What::Alignment}, {"dual", Plan::What::Dual}};
    command.add_option_function<std::string>(
               "--what", [&options, kinds](const std::string& name) { options.what = kinds.at(name); },
               "the read-out alone (seconds an epoch), all weights, towards a teacher, or by both losses")
        ->check(CLI::IsMember({"head", "full", "alignment", "dual"}))
        ->type_name("head|full|alignment|dual")
        ->default_str("head")
        ->group(planGroup);
    command.add_option("--model", options.model, "checkpoint to start from")->type_name("FILE")->default_str("the one that ships")->group(planGroup);
    command.add_option("--labels", options.labelFile, "names for the classes, one a line: name, or folder<TAB>name")->type_name("FILE")->group(planGroup);
    const auto number = [&](const char* name, auto Plan::*member, data::Limits limits, const char* what) {
        using Value = std::decay_t<decltype(std::declval<Plan>().*member)>;
        const auto choose = [&options, name, member, limits](const Value& value) {
            if (const auto wanted = static_cast<double>(value); !(wanted >= limits.lowest && wanted <= limits.highest))
                throw CLI::ValidationError(name, "must lie between " + data::numberText(limits.lowest) + " and " + data::numberText(limits.highest));
            options.choices.push_back([=](Plan& plan) { plan.*member = value; });
        };
        command.add_option_function<Value>(name, choose, what)->type_name("N")->group(planGroup);
    };
    number("--validation-share", &Plan::validationShare, data::validationShareLimits, "of each class, set aside to judge by");
    number("--epochs", &Plan::epochs, data::epochsLimits, "passes through the pictures");
    number("--batch", &Plan::batch, data::batchLimits, "pictures learnt from at once");
    number("--steps", &Plan::steps, data::stepsLimits, "time steps T that it learns with; 0: the model's");
    number("--learning-rate", &Plan::learningRate, data::learningRateLimits, "at the start");
    number("--final-learning-rate", &Plan::finalLearningRate, data::learningRateLimits, "at the end");
    number("--weight-decay", &Plan::weightDecay, data::weightDecayLimits, "of the weights");
    number("--label-smoothing", &Plan::labelSmoothing, data::labelSmoothingLimits, "part of a label that goes to all others");
    number("--rate-weight", &Plan::rateWeight, data::lossWeightLimits, "of full, alignment and dual: penalty on the mean firing rate");
    number("--kl-weight", &Plan::klWeight, data::lossWeightLimits, "of dual: how much answers like the twin's count beside the right label");
    number("--angle-gate", &Plan::angleGate, data::angleLimits, "of dual: degrees between the gradients of both losses beyond which labels alone count; 0: no gate");
    command
        .add_option_function<std::string>(
            "--teacher",
            [&options](const std::string& name) {
                options.choices.push_back([teacher = name == "labels" ? Plan::Teacher::Labels : Plan::Teacher::Twin](Plan& plan) { plan.teacher = teacher; });
            },
            "of alignment: the ANN twin, picture by picture, or the labels' vectors")
        ->check(CLI::IsMember({"twin", "labels"}))
        ->type_name("twin|labels")
        ->group(planGroup);
    command.add_flag_callback("--no-augment", [&options] { options.choices.push_back([](Plan& plan) { plan.augment = false; }); },
                              "learn from the pictures as they are, neither shifted nor mirrored")
        ->group(planGroup);
    number("--seed", &Plan::seed, data::seedLimits, "of the order of pictures and of how they are varied");
}

/// A choice that would do nothing is refused: one of a plan where a recipe has its own, one that the kind of training does not have.
void checkChoices(const CLI::App& command, const TrainOptions& options)
{
    for (const auto* option : command.get_options())
        if (option->get_group() == planGroup && option->count() > 0 && options.dataPath.empty())
            throw CLI::ValidationError(option->get_name(), "goes with --data; a recipe has its own");
    const auto belongs = [&](const char* option, bool chosen, const char* where) {
        if (!chosen && command.count(option) > 0)
            throw CLI::ValidationError(option, where);
    };
    belongs("--teacher", data::choosesTeacher(options.what), "belongs to --what alignment");
    belongs("--kl-weight", data::choosesDivergence(options.what), "belongs to --what dual");
    belongs("--angle-gate", data::choosesDivergence(options.what), "belongs to --what dual");
    belongs("--rate-weight", data::choosesFiringPenalty(options.what), "needs neurons that learn: --what full, alignment or dual");
}

void addTrain(CLI::App& app, Commands& commands)
{
    auto& options = commands.train;
    auto& request = options.request;
    auto& command = *app.add_subcommand("train", "train by a recipe, or on pictures of your own with --data; a stopped or killed run goes on with its folder in the recipe's place, and "
                                                 "several processes share one with WORLD_SIZE, RANK, MASTER_ADDR, MASTER_PORT");
    command.add_option("RECIPE", request.recipeFile, "recipe (.json), or the folder of a run that is to go on")->type_name("");
    command.add_option("--out", request.outFolder, "folder for checkpoints, state and log")->type_name("DIR");
    command.add_option("--data-root", request.dataRoot, "folder that the recipe's data paths start from")->type_name("DIR");
    command.add_flag("--resume", request.resume, "continue from the last state in --out; stages that have not begun may differ from before");
    command.add_option("--data", options.dataPath, "folder of classes, CIFAR binary files or tar archives to learn, instead of a recipe")->type_name("PATH");
    addPlan(command, options);
    command.add_flag("--forecast", options.forecast, "say what it would take, and train nothing");
    addCompute(command, options.compute);
    addPrecision(command, options.compute.precision);
    command.callback([&] {
        std::error_code error;
        if (options.dataPath.empty() == request.recipeFile.empty())
            throw CLI::ValidationError("train", "takes either a recipe, or the folder of a run, or --data");
        if (request.outFolder.empty() == !(options.forecast || std::filesystem::is_directory(request.recipeFile, error)))
            throw CLI::ValidationError("train", request.outFolder.empty() ? "needs --out" : "goes on with a run in its own folder, and forecasts in none: without --out");
        checkChoices(command, options);
        commands.chosen = [&](const Context& context) { return train(commands.train, context); };
    });
}

void addSelfCheck(CLI::App& app, Commands& commands)
{
    auto& command = *app.add_subcommand("selfcheck", "compare this build with reference files");
    command.add_option("FILE", commands.selfCheck.files, "reference files (.json)")->required()->type_name("");
    command.add_flag("--json", commands.selfCheck.json, "print the document spikeclip-selfcheck/1");
    command.callback([&] { commands.chosen = [&](const Context& context) { return selfCheck(commands.selfCheck, context); }; });
}

void addBench(CLI::App& app, Commands& commands)
{
    auto& request = commands.bench.request;
    auto& command = *app.add_subcommand("bench", "time the forward pass and a training step on this computer");
    command.add_option("--batch", request.batches, "batch size, may be repeated")
        ->type_name("N")
        ->check(CLI::Range(1, 4096))
        ->allow_extra_args(false)
        ->default_str("1, 8");
    command
        .add_option_function<std::vector<double>>(
            "--rate",
            [&request](const std::vector<double>& percents) {
                request.rates.clear();
                for (const double percent : percents)
                    request.rates.push_back(percent / 100);
            },
            "forced firing rate in percent of neurons and steps, may be repeated")
        ->type_name("%")
        ->check(CLI::Range(0.1, 99.0))
        ->allow_extra_args(false)
        ->default_str("1, 5, 10, 20, 40");
    command.add_option("--repeats", request.repeats, "runs of each case")->type_name("N")->check(CLI::Range(1, 100000))->capture_default_str();
    command.add_flag("!--no-reference", request.reference, "leave out the reference size");
    command.add_flag("!--no-training", request.training, "leave out training steps");
    addModel(command, commands.bench.model);
    addCompute(command, commands.bench.compute);
    command.add_flag("--json", commands.bench.json, "print the document spikeclip-bench/1");
    command.callback([&] { commands.chosen = [&](const Context& context) { return bench(commands.bench, context); }; });
}

/// One sentence for a command line that could not be understood.
std::string inWords(const CLI::ParseError& error, const CLI::App& app)
{
    std::string help = "spikeclip";
    if (const auto chosen = app.get_subcommands(); !chosen.empty())
        help += ' ' + chosen.front()->get_name();
    auto reason = printable(error.what());
    while (reason.ends_with('.'))
        reason.pop_back();
    return reason + ": see '" + help + " --help'.";
}

ExitCode parseAndRun(const std::vector<std::string>& arguments, const Context& context)
{
    CLI::App app("Classify pictures with a spiking CLIP, train it and measure it.", "spikeclip");
    app.footer(exitCodes);
    app.require_subcommand(1);
    app.set_version_flag("--version", "spikeclip " SPIKECLIP_VERSION);
    Commands commands;
    addClassify(app, commands);
    addRecord(app, commands);
    addEnergy(app, commands);
    addInspect(app, commands);
    addEvaluate(app, commands);
    addData(app, commands);
    addCard(app, commands);
    addTrain(app, commands);
    addSelfCheck(app, commands);
    addBench(app, commands);
    for (auto* command : app.get_subcommands({}))
        command->footer(exitCodes);
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend())); // CLI11 takes them last first
    } catch (const CLI::Success& asked) { // --help, --version
        app.exit(asked, context.out, context.err);
        return Success;
    } catch (const CLI::ParseError& error) {
        context.err << inWords(error, app) << '\n';
        return BadInput;
    }
    return commands.chosen(context);
}

}

int run(const std::vector<std::string>& arguments, const Context& context)
{
    try {
        const auto code = parseAndRun(arguments, context);
        context.out.flush();
        if (!context.out)
            throw Error(ErrorCode::FileUnwritable, "standard output");
        return code;
    } catch (const Stopped&) {
        context.err << "Stopped as asked: what was finished before is kept.\n";
        return Interrupted;
    } catch (const Error& error) {
        context.err << inWords({error.code(), error.what()}) << '\n';
        return exitCode(error.code());
    } catch (const std::bad_alloc&) {
        context.err << inWords({ErrorCode::OutOfMemory, "an allocation failed"}) << '\n';
        return NoRoom;
    } catch (const std::exception& error) {
        context.err << inWords({ErrorCode::Internal, error.what()}) << '\n';
        return ProgramMistake;
    }
}

}
