#include "core/train/text_data.h"

#include "core/data/outcome.h"
#include "core/io/atomic_file.h"
#include "core/io/table.h"
#include "core/nn/weights.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <set>

namespace spikeclip::train {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largestNumbers = std::uint64_t{1} << 30; // bytes

/// A file of float16 numbers as [rows, width] float32.
at::Tensor halves(const std::string& path, std::int64_t rows)
{
    const auto bytes = io::readFile(path, largestNumbers);
    const auto count = static_cast<std::int64_t>(bytes.size() / 2);
    if (rows < 1 || count % rows != 0)
        throw Error(ErrorCode::DataMissing, path + " does not hold " + std::to_string(rows) + " rows of numbers");
    auto numbers = at::empty({rows, count / rows}, at::kHalf);
    std::memcpy(numbers.data_ptr(), bytes.data(), static_cast<std::size_t>(count) * 2);
    return numbers.to(at::kFloat);
}

/// One vector a phrase. Phrases with an unknown word get none.
class Phrases
{
public:
    explicit Phrases(const Model& model) : m_words(*model.words)
    {
        const auto& weights = model.text->weights();
        m_table = nn::normalised(weights["word_table"].to(at::kCPU, at::kFloat) * weights["word_scale"].to(at::kCPU).unsqueeze(1));
    }

    bool add(const std::string& phrase)
    {
        std::vector<std::int64_t> ids;
        for (const auto& piece : m_words.pieces(phrase)) {
            if (piece.id < 0)
                return false;
            ids.push_back(piece.id);
        }
        if (ids.empty())
            return false;
        const auto rows = m_table.index_select(0, at::tensor(ids));
        m_vectors.push_back(nn::normalised(0.5 * rows.mean(0) + 0.5 * rows[-1]));
        return true;
    }

    at::Tensor vectors() const { return at::stack(m_vectors).to(at::kDouble); } // [phrases, tableWidth]

private:
    const text::WordTable& m_words;
    at::Tensor m_table;
    std::vector<at::Tensor> m_vectors;
};

/// "bat (animal)" -> "bat": a remark in parentheses is for people, and its word would take the head noun's place.
std::string withoutRemark(const std::string& name)
{
    const auto open = name.find(" (");
    return open == std::string::npos ? name : name.substr(0, open);
}

at::Tensor kernel(const at::Tensor& a, const at::Tensor& b, double gamma)
{
    return at::exp(-gamma * (2 - 2 * at::matmul(a, b.t()))); // unit vectors: |a - b|^2 = 2 - 2 a.b
}

}

nn::Weights freshTextWeights(const Model& model, std::uint64_t seed)
{
    auto tensors = nn::initialWeights(nn::textWeights(model.config.text), false, seed).tensors();
    for (const char* kept : {"word_table", "word_scale"})
        tensors[kept] = model.text->weights()[kept];
    return nn::Weights(std::move(tensors));
}

void installWords(Model& model, const TextSource& source, const std::string& dataRoot)
{
    auto words = io::readLines((fs::path(dataRoot) / source.words).string());
    const auto vectors = halves((fs::path(dataRoot) / source.vectors).string(), static_cast<std::int64_t>(words.size()));
    auto& config = model.config.text;
    if (config.input != data::TextConfig::Input::Words || config.tableWidth != vectors.size(1) || config.vocabulary > vectors.size(0))
        throw Error(ErrorCode::RecipeBroken, "the text configuration does not fit the word vectors");
    words.resize(static_cast<std::size_t>(config.vocabulary));
    const auto rows = vectors.narrow(0, 0, config.vocabulary);
    const auto scale = rows.abs().amax(1).clamp_min(1e-6) / 127; // [vocabulary]
    auto tensors = nn::initialWeights(nn::textWeights(config), false, 0).tensors();
    tensors["word_table"] = (rows / scale.unsqueeze(1)).round().to(at::kChar);
    tensors["word_scale"] = scale;
    model.words = std::make_shared<text::WordTable>(words);
    model.wordList = std::move(words);
    model.text.emplace(config, nn::Weights(std::move(tensors)));
}

TextData loadText(const Model& model, const TextSource& source, const std::string& dataRoot)
{
    const fs::path root(dataRoot);
    const auto rows = io::readColumns((root / source.names).string(), {"name"});
    const auto all = halves((root / source.targets).string(), static_cast<std::int64_t>(rows.size()));
    const auto centred = nn::normalised(all - all.mean(0)); // the vectors share a large common part
    if (centred.size(1) != model.config.text.embedding)
        throw Error(ErrorCode::RecipeBroken, "the targets' width is not text.embedding");

    TextData data;
    Phrases known(model);
    std::vector<std::int64_t> used;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto name = withoutRemark(rows[i][0]);
        if (known.add(name)) {
            used.push_back(static_cast<std::int64_t>(i));
            data.names.push_back(name);
            seen.insert(name);
        } else {
            ++data.unknown;
        }
    }
    data.real = static_cast<std::int64_t>(used.size());
    if (data.real == 0)
        throw Error(ErrorCode::DataMissing, (root / source.names).string() + " has no name whose words are all known");
    data.targets = centred.index_select(0, at::tensor(used));
    if (source.nouns.empty())
        return data;

    const auto anchors = known.vectors();
    const auto gram = kernel(anchors, anchors, source.gamma) + source.lambda * at::eye(anchors.size(0), at::kDouble);
    const auto coefficients = at::cholesky_solve(data.targets.to(at::kDouble), at::linalg_cholesky(gram)); // [names, E]
    Phrases nouns(model);
    int added = 0;
    for (const auto& row : io::readColumns((root / source.nouns).string(), {"lemma", "lexname"})) {
        if (added == source.nounLimit)
            break;
        if (std::ranges::count(source.nounKinds, row[1]) == 0 || !seen.insert(row[0]).second)
            continue;
        if (nouns.add(row[0])) {
            data.names.push_back(row[0]);
            ++added;
        } else {
            ++data.unknown;
        }
    }
    if (added > 0)
        data.targets = at::cat({data.targets, nn::normalised(at::matmul(kernel(nouns.vectors(), anchors, source.gamma), coefficients)).to(at::kFloat)});
    return data;
}

}
