#include "core/nn/encoders.h"
#include "core/nn/peers.h"
#include "core/nn/weights.h"

#include <ATen/ATen.h>

#include <QtTest>

#include <algorithm>
#include <barrier>
#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

using namespace spikeclip;

namespace {

double largest(const at::Tensor& difference)
{
    return difference.numel() ? difference.abs().max().item<double>() : 0;
}

/// Threads of this process that learn together.
class Threads
{
public:
    explicit Threads(int size) : m_barrier(size), m_given(static_cast<std::size_t>(size)) {}

    /// Calls `learn(peers)` once in each of them.
    void run(const std::function<void(const nn::Peers& peers)>& learn)
    {
        std::vector<std::jthread> threads;
        for (int rank = 0; rank < static_cast<int>(m_given.size()); ++rank)
            threads.emplace_back([this, rank, &learn] { learn(One(*this, rank)); });
    }

private:
    class One : public nn::Peers
    {
    public:
        One(Threads& all, int rank) : m_all(all), m_rank(rank) {}
        int rank() const override { return m_rank; }
        int size() const override { return static_cast<int>(m_all.m_given.size()); }
        void sum(at::Tensor& numbers) const override
        {
            m_all.m_given[static_cast<std::size_t>(m_rank)] = numbers.detach().clone();
            m_all.m_barrier.arrive_and_wait();
            const auto total = at::stack(m_all.m_given).sum(0);
            m_all.m_barrier.arrive_and_wait(); // nobody gives anew before all have taken
            numbers.copy_(total);
        }

    private:
        Threads& m_all;
        int m_rank;
    };

    std::barrier<> m_barrier;
    std::vector<at::Tensor> m_given;
};

using Forward = std::function<at::Tensor(const nn::Weights& weights, const at::Tensor& samples, const nn::ForwardOptions& options)>; ///< -> [..., B, E]

/// Output, gradients and running statistics when the samples are learnt from in shares of these sizes, one for each of as many peers.
std::map<std::string, at::Tensor> learntInShares(const std::vector<nn::WeightSpec>& specs, const at::Tensor& samples, const std::vector<std::int64_t>& shares,
                                                 nn::Path path, const Forward& forward)
{
    std::vector<std::map<std::string, at::Tensor>> results(shares.size());
    Threads(static_cast<int>(shares.size())).run([&](const nn::Peers& peers) {
        const auto rank = static_cast<std::size_t>(peers.rank());
        std::int64_t first = 0;
        for (std::size_t i = 0; i < rank; ++i)
            first += shares[i];
        auto weights = nn::hashedWeights(specs, "", 3).clone();
        weights.setTrainable(specs, true);
        const auto y = forward(weights, samples.narrow(0, first, shares[rank]),
                               {.training = true, .path = path, .peers = shares.size() > 1 ? &peers : nullptr});
        auto sizes = y.sizes().vec();
        sizes[sizes.size() - 2] = samples.size(0);
        const auto upstream = nn::hashedNumbers("upstream", y.numel() / shares[rank] * samples.size(0)).view(sizes);
        (y * upstream.narrow(-2, first, shares[rank])).sum().backward();
        auto& result = results[rank];
        result["output"] = y.detach();
        for (const auto& [key, tensor] : weights.tensors())
            result[key] = tensor.requires_grad() ? tensor.grad() : tensor.to(at::kDouble);
    });
    auto together = results[0];
    for (std::size_t i = 1; i < results.size(); ++i) {
        const auto& more = results[i];
        together["output"] = at::cat({together["output"], more.at("output")}, -2);
        for (const auto& spec : specs) {
            auto& tensor = together.at(spec.key);
            if (spec.learns())
                tensor = tensor + more.at(spec.key); // gradients add up
            else if (!tensor.equal(more.at(spec.key)))
                tensor = at::full_like(tensor, std::nan("")); // every peer must hold the same
        }
    }
    return together;
}

}

class PeersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesOfABatchLearnAsTheWhole_data()
    {
        QTest::addColumn<std::vector<std::int64_t>>("shares");
        QTest::newRow("two even") << std::vector<std::int64_t>{3, 3};
        QTest::newRow("two uneven") << std::vector<std::int64_t>{5, 1};
        QTest::newRow("three") << std::vector<std::int64_t>{1, 2, 3};
    }

    void sharesOfABatchLearnAsTheWhole()
    {
        QFETCH(std::vector<std::int64_t>, shares);
        const data::ImageConfig image{.imageSize = 12, .width = 24, .heads = 2, .blocks = 1, .embedding = 6, .poolBefore = {1, 4}};
        const data::TextConfig text{.input = data::TextConfig::Input::Words, .vocabulary = 9, .tableWidth = 5, .length = 3, .projection = 8, .hidden = 16, .embedding = 6};
        const auto pictures = nn::hashedNumbers("input", 6 * 3 * 12 * 12).view({6, 3, 12, 12}) * 2;
        const auto ids = at::tensor({1, 2, -1, 3, -1, -1, 4, 5, 6, 7, 8, -1, 0, -1, -1, -1, -1, -1}, at::kLong).view({6, 3}); // the last has no word
        const auto alike = [&](const std::vector<nn::WeightSpec>& specs, const at::Tensor& samples, const Forward& forward) {
            for (const auto path : {nn::Path::Plain, nn::Path::Fused}) {
                const auto whole = learntInShares(specs, samples, {6}, path, forward);
                for (const auto& [key, tensor] : learntInShares(specs, samples, shares, path, forward))
                    QVERIFY2(largest(tensor - whole.at(key)) < 1e-10 * std::max(1.0, largest(whole.at(key))),
                             (key + (path == nn::Path::Plain ? ", plain" : ", fused")).c_str());
            }
        };
        alike(nn::imageWeights(image), pictures, [&](const auto& weights, const auto& x, const auto& options) {
            return nn::ImageEncoder(image, weights).forward(x, options);
        });
        alike(nn::twinWeights(image), pictures, [&](const auto& weights, const auto& x, const auto& options) {
            return nn::AnnTwin(image, weights).forward(x, options);
        });
        alike(nn::textWeights(text), ids, [&](const auto& weights, const auto& x, const auto& options) {
            return nn::TextEncoder(text, weights).forward(x, options);
        });
    }
};

QTEST_APPLESS_MAIN(PeersTest)
#include "peers_test.moc"
