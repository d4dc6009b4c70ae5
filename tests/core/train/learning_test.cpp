#include "core/nn/encoders.h"
#include "core/random.h"
#include "core/train/losses.h"
#include "core/train/optimizer.h"
#include "core/train/picture_data.h"
#include "core/train/prefetch.h"
#include "tests/core/io/expect_error.h"

#include <ATen/ATen.h>

#include <QtTest>

#include <cmath>
#include <map>
#include <span>
#include <vector>

using namespace spikeclip;

namespace {

constexpr int side = 16; // of the pictures, pixels

}

class LearningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothPathsLearnAlikeOverFiftyBatches()
    {
        // Losses between 1 and 5 in single precision, whose rounding grows with every update.
        const data::ImageConfig config{.imageSize = side, .width = 32, .heads = 4, .blocks = 1, .embedding = 16, .poolBefore = {1, 3}};
        const auto specs = nn::imageWeights(config);
        train::PictureSet set{at::empty({64, 3, side, side}, at::kByte), at::arange(64).remainder(4)};
        for (std::int64_t i = 0; i < set.pixels.numel(); ++i) // each label has its own range of grey
            set.pixels.data_ptr<std::uint8_t>()[i] = static_cast<std::uint8_t>(
                60 * (i / (3 * side * side) % 4) + randomBelow(60, 5, 1, static_cast<std::uint64_t>(i)));
        const auto vectors = nn::normalised(nn::hashedNumbers("labels", 4 * 16).view({4, 16}).to(at::kFloat));
        std::map<nn::Path, std::vector<double>> losses;
        for (const auto path : {nn::Path::Plain, nn::Path::Fused}) {
            auto weights = nn::hashedWeights(specs, "", 3).to(at::kCPU, at::kFloat).clone();
            weights.setTrainable(specs, true);
            train::AdamW optimizer(train::learnable(weights, specs, ""), 0.05);
            train::Prefetch<at::Tensor> batches([&](std::int64_t step) {
                const auto order = permutation(64, 1, 1000 + static_cast<std::uint64_t>(step / 8));
                return train::pictureBatch(set, std::span(order).subspan(static_cast<std::size_t>(step % 8 * 8), 8), {}, {}, 1,
                                           static_cast<std::uint64_t>(8 * step));
            });
            for (std::int64_t step = 0; step < 50; ++step) {
                const auto order = permutation(64, 1, 1000 + static_cast<std::uint64_t>(step / 8));
                const auto labels = set.labels.index_select(0, at::tensor(at::ArrayRef<std::int64_t>(order.data() + step % 8 * 8, 8)));
                optimizer.clearGradients();
                const auto features = nn::ImageEncoder(config, weights).forward(batches.at(step), {.training = true, .path = path});
                const auto loss = train::crossEntropy(train::logits(features, vectors, at::full({}, 10.0)), labels, 0);
                loss.backward();
                optimizer.step(1e-3, 1);
                losses[path].push_back(loss.item<double>());
            }
        }
        const auto& plain = losses[nn::Path::Plain];
        QVERIFY(plain.back() < 0.8 * plain.front()); // it learns, so the weights moved
        for (std::size_t step = 0; step < plain.size(); ++step)
            QVERIFY2(std::abs(losses[nn::Path::Fused][step] - plain[step]) < 1e-4,
                     qPrintable(QStringLiteral("batch %1: %2, %3").arg(step).arg(plain[step]).arg(losses[nn::Path::Fused][step])));
    }

    void batchesMadeAheadAreThoseAskedFor()
    {
        train::Prefetch<std::int64_t> numbers([](std::int64_t step) {
            if (step == 7)
                throw Error(ErrorCode::DataMissing, "batch 7");
            return 10 * step;
        });
        for (const std::int64_t step : {0, 1, 2, 5, 6, 3, 4, 4}) // onwards, forwards, back, again
            QCOMPARE(numbers.at(step), 10 * step);
        QCOMPARE(numbers.at(6), std::int64_t(60));
        EXPECT_ERROR(DataMissing, numbers.at(7), "batch 7");
        QCOMPARE(numbers.at(8), std::int64_t(80));
    }
};

QTEST_APPLESS_MAIN(LearningTest)
#include "learning_test.moc"
