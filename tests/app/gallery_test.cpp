// Many pictures: folders that are looked through, and the gallery with its memory of spikes.

#include "app/session/folder_scan.h"
#include "app/session/gallery.h"
#include "app/session/settings.h"
#include "tests/app/fake_engine.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace spikeclip;
using namespace spikeclip::session;
using test::FakeEngine;
using test::FakeEngineControl;
using State = GalleryItem::State;

namespace {

void touch(const QString& path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

/// Everything found, relative to `root`.
FoundPictures scanned(const QStringList& paths, const QString& root = {}, int most = 1000)
{
    FolderScan scan(paths, most);
    while (scan.advance(3)) {
    }
    auto found = scan.found();
    for (auto& file : found.files)
        if (!root.isEmpty())
            file = QDir(root).relativeFilePath(file);
    return found;
}

/// A gallery with a fake engine that records spikes, on a folder of small pictures of its own.
struct Fixture
{
    QTemporaryDir folder;
    std::shared_ptr<FakeEngineControl> control = std::make_shared<FakeEngineControl>();
    Inference inference{[c = control]() -> Outcome<std::unique_ptr<Engine>> { return std::make_unique<FakeEngine>(c); }};
    Gallery gallery;
    std::vector<GalleryAddition> additions;

    explicit Fixture(int pictures = 3, std::size_t cap = 100'000'000) : gallery(inference, cap)
    {
        control->withSpikes = true;
        QObject::connect(&gallery, &Gallery::added, &gallery, [this](const auto& addition) { additions.push_back(addition); });
        for (int i = 0; i < pictures; ++i)
            makePicture(QStringLiteral("%1.png").arg(i), i);
        inference.loadModel(QStringLiteral("m"), {});
    }

    QString path(const QString& name) const { return folder.filePath(name); }

    void makePicture(const QString& name, int grey) const
    {
        QImage image(40 + grey, 30, QImage::Format_RGB888);
        image.fill(QColor(grey, grey, grey));
        QVERIFY(image.save(path(name)));
    }

    void ask(const std::vector<std::string>& labels, const QString& model = QStringLiteral("hash"))
    {
        gallery.setRequest({.labels = labels, .recording = data::Recording::Full}, model);
    }

    void fill(const std::vector<std::string>& labels = {"cat", "dog", "owl"})
    {
        ask(labels);
        gallery.addFolder(folder.path());
        QTRY_COMPARE(additions.size(), std::size_t(1));
        QTRY_VERIFY(!gallery.isRunning());
    }

    const GalleryItem& item(int index) const { return gallery.items().at(static_cast<std::size_t>(index)); }
};

Layers layersOf(int positions)
{
    const data::SpikeShape shape{.steps = 4, .batch = 1, .height = 1, .width = positions, .channels = 64};
    const std::vector<std::uint64_t> words(static_cast<std::size_t>(4 * positions));
    return {{.name = "q_lif",
             .neurons = shape.neurons(),
             .spikesPerStep = {0, 0, 0, 0},
             .spikes = std::make_shared<const data::SpikeRecord>(shape, words)}};
}

}

class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreOrderedAsAPersonWould()
    {
        QStringList names = {QStringLiteral("img10"), QStringLiteral("Img2"), QStringLiteral("img1"), QStringLiteral("b"), QStringLiteral("A"),
                             QStringLiteral("img02"), QStringLiteral("img"),  QStringLiteral("10"),   QStringLiteral("9"), QStringLiteral("a")};
        const QStringList expected = {QStringLiteral("9"),     QStringLiteral("10"),   QStringLiteral("A"),    QStringLiteral("a"),
                                      QStringLiteral("b"),     QStringLiteral("img"),  QStringLiteral("img1"), QStringLiteral("Img2"),
                                      QStringLiteral("img02"), QStringLiteral("img10")};
        do {
            auto sorted = names;
            std::ranges::sort(sorted, naturallyBefore);
            QCOMPARE(sorted, expected);
            std::ranges::rotate(names, names.begin() + 1);
        } while (names.front() != QStringLiteral("img10"));
        QVERIFY(naturallyBefore(QStringLiteral("99999999999999999999998"), QStringLiteral("99999999999999999999999"))); // beyond any integer
        QVERIFY(!naturallyBefore(QStringLiteral("a1"), QStringLiteral("a1")));
    }

    void picturesAreFoundBySuffixFolderByFolder()
    {
        QTemporaryDir folder;
        for (const auto* name : {"b10.JPG", "b9.jpeg", "a.txt", ".hidden.png", "jpg", ".png", "z/1.TIFF", "z/y/2.webp", "c/3.bmp", "c/4.tif",
                                 "c/5.Png", ".git/6.png", "c/7.gif"})
            touch(folder.filePath(QString::fromLatin1(name)));
        QDir(folder.path()).mkdir(QStringLiteral("folder.png"));
        const auto found = scanned({folder.path()}, folder.path());
        const QStringList expected = {QStringLiteral("b9.jpeg"), QStringLiteral("b10.JPG"),  QStringLiteral("c/3.bmp"),   QStringLiteral("c/4.tif"),
                                      QStringLiteral("c/5.Png"), QStringLiteral("z/1.TIFF"), QStringLiteral("z/y/2.webp")};
        QCOMPARE(found.files, expected);
        QCOMPARE(found.leftOut, 0);
        QCOMPARE(found.unreadableFolders, 0);
        QVERIFY(!found.cutShort);
    }

    void filesGivenByNameKeepTheirOrderAndAreTakenWhateverTheyAreCalled()
    {
        QTemporaryDir folder;
        touch(folder.filePath(QStringLiteral("in/2.png")));
        touch(folder.filePath(QStringLiteral("in/1.png")));
        touch(folder.filePath(QStringLiteral("photo")));
        const QStringList paths = {folder.filePath(QStringLiteral("photo")), folder.filePath(QStringLiteral("gone.jpg")),
                                   folder.filePath(QStringLiteral("in/../in/2.png")), folder.filePath(QStringLiteral("in")),
                                   folder.filePath(QStringLiteral("photo"))};
        const QStringList expected = {QStringLiteral("photo"), QStringLiteral("gone.jpg"), QStringLiteral("in/2.png"), QStringLiteral("in/1.png")};
        QCOMPARE(scanned(paths, folder.path()).files, expected);
        QVERIFY(scanned({}).files.isEmpty());
    }

    void linksToFoldersAreNotFollowedAndLinksToPicturesAre()
    {
        QTemporaryDir folder;
        touch(folder.filePath(QStringLiteral("a/1.png")));
        namespace fs = std::filesystem;
        fs::create_directory_symlink(folder.path().toStdString(), folder.filePath(QStringLiteral("a/loop")).toStdString());
        fs::create_symlink(folder.filePath(QStringLiteral("a/1.png")).toStdString(), folder.filePath(QStringLiteral("a/2.png")).toStdString());
        fs::create_symlink("nowhere", folder.filePath(QStringLiteral("a/3.png")).toStdString());
        const QStringList expected = {QStringLiteral("a/1.png"), QStringLiteral("a/2.png")};
        QCOMPARE(scanned({folder.path()}, folder.path()).files, expected);
    }

    void veryDeepAndUnreadableFoldersAreCounted()
    {
        QTemporaryDir folder;
        auto deep = folder.path();
        for (int i = 0; i < FolderScan::mostDepth + 3; ++i)
            deep += QStringLiteral("/%1").arg(i);
        touch(deep + QStringLiteral("/deep.png"));
        touch(folder.filePath(QStringLiteral("1.png")));
        const auto found = scanned({folder.path()}, folder.path());
        QCOMPARE(found.files, QStringList{QStringLiteral("1.png")});
        QCOMPARE(found.unreadableFolders, 1);

        const auto locked = folder.filePath(QStringLiteral("locked"));
        touch(locked + QStringLiteral("/2.png"));
        QFile::setPermissions(locked, {});
        const bool refuses = !QFileInfo(locked).isReadable();
        const auto again = scanned({folder.path()}, folder.path());
        QFile::setPermissions(locked, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        if (!refuses)
            QSKIP("this user may read everything");
        QCOMPARE(again.files, found.files);
        QCOMPARE(again.unreadableFolders, 2);
    }

    void beyondTheMostTheFirstAreTakenAndTheOthersCounted()
    {
        QTemporaryDir folder;
        for (int i = 1; i <= 30; ++i)
            touch(folder.filePath(QStringLiteral("%1/%2.png").arg(i % 3).arg(i)));
        const auto found = scanned({folder.path()}, folder.path(), 12);
        QCOMPARE(found.files.size(), 12);
        QCOMPARE(found.files[0], QStringLiteral("0/3.png"));
        QCOMPARE(found.files[11], QStringLiteral("1/4.png"));
        QCOMPARE(found.leftOut, 18);
    }

    void aFolderIsClassifiedPictureByPicture()
    {
        Fixture f(4);
        QSignalSpy progress(&f.gallery, &Gallery::progressed), finished(&f.gallery, &Gallery::finished), added(&f.gallery, &Gallery::itemsAdded);
        f.fill();
        QCOMPARE(f.additions[0].added, 4);
        QCOMPARE(added.size(), 1);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(progress.last(), (QList<QVariant>{4, 4}));
        QCOMPARE(f.gallery.counts().done, 4);
        QCOMPARE(f.gallery.counts().kept, 4);
        for (int i = 0; i < 4; ++i) {
            const auto& item = f.item(i);
            QCOMPARE(item.name, QStringLiteral("%1.png").arg(i));
            QVERIFY(item.state == State::Done && item.kept && item.thumbnail);
            QVERIFY(item.probability > 1.0 / 3 && item.probability <= 1);
            // the same as asking for this picture alone
            const auto image = std::make_shared<data::Image>(
                data::Image{.width = 40 + i,
                            .height = 30,
                            .pixels = std::vector<std::uint8_t>(static_cast<std::size_t>((40 + i) * 30 * 3), static_cast<std::uint8_t>(i))});
            FakeEngine engine(std::make_shared<FakeEngineControl>());
            const auto answer = std::get<InferenceResult>(engine.infer({.image = image, .labels = {"cat", "dog", "owl"}}, {}));
            const auto best = std::ranges::max_element(answer.cosine.back());
            QCOMPARE(item.cosine, *best);
            QCOMPARE(item.winner.toStdString(), answer.labels[static_cast<std::size_t>(best - answer.cosine.back().begin())].text);
            double sum = 0;
            for (const double cosine : answer.cosine.back())
                sum += std::exp(14 * (cosine - *best));
            QVERIFY(std::abs(item.probability - 1 / sum) < 1e-12);
        }
        QVERIFY(f.gallery.spikes(f.path(QStringLiteral("2.png")))->front().spikes);
    }

    void aBrokenFileFailsWithItsReasonAndTheOthersGoOn()
    {
        Fixture f(2);
        touch(f.path(QStringLiteral("0a.png"))); // empty
        QFile noise(f.path(QStringLiteral("0b.jpg")));
        QVERIFY(noise.open(QIODevice::WriteOnly));
        noise.write("this is no picture");
        noise.close();
        f.fill();
        QCOMPARE(f.gallery.counts().done, 2);
        QCOMPARE(f.gallery.counts().failed, 2);
        QVERIFY(f.item(1).state == State::Failed && f.item(2).state == State::Failed && f.item(3).state == State::Done);
        QCOMPARE(f.item(1).failure.code, ErrorCode::PictureBroken);
        QVERIFY(!f.item(1).thumbnail);

        // Other labels do not mend it; a file that was replaced may be tried again.
        f.ask({"cat", "horse"});
        QTRY_VERIFY(!f.gallery.isRunning());
        QVERIFY(f.item(1).state == State::Failed);
        QCOMPARE(f.control->inferences.load(), 4);
        f.makePicture(QStringLiteral("0a.png"), 77);
        f.gallery.retry();
        QTRY_VERIFY(!f.gallery.isRunning());
        QVERIFY(f.item(1).state == State::Done && f.item(1).thumbnail);
        QVERIFY(f.item(2).state == State::Failed);
        QCOMPARE(f.control->inferences.load(), 5);
    }

    void otherLabelsClassifyEverythingAnewButKeepThumbnailsAndSpikes()
    {
        Fixture f;
        f.fill();
        const auto thumbnail = f.item(1).thumbnail;
        const auto spikes = f.gallery.spikes(f.item(1).path);
        f.control->hold();
        f.ask({"horse"});
        QVERIFY(f.item(0).state == State::Waiting && f.item(0).winner.isEmpty());
        QCOMPARE(f.gallery.counts().kept, 3);
        QTRY_COMPARE(f.control->inferences.load(), 4);
        f.ask({"mule"}); // the newest wins
        f.control->release();
        QTRY_VERIFY(!f.gallery.isRunning());
        QCOMPARE(f.item(2).winner, QStringLiteral("mule"));
        QCOMPARE(f.item(1).thumbnail, thumbnail);
        QCOMPARE(f.control->inferences.load(), 7); // three, the one that was stopped, three
        f.ask({"mule"});                           // nothing new
        QVERIFY(!f.gallery.isRunning());
        QVERIFY(spikes && f.gallery.spikes(f.item(1).path));
    }

    void anotherModelOrEncoderForgetsTheSpikes()
    {
        Fixture f;
        f.fill();
        f.control->hold();
        f.ask({"cat", "dog", "owl"}, QStringLiteral("another hash"));
        QCOMPARE(f.gallery.counts().kept, 0);
        QCOMPARE(f.gallery.bytes(), std::size_t(0));
        f.control->release();
        QTRY_COMPARE(f.gallery.counts().kept, 3);
        QTRY_VERIFY(!f.gallery.isRunning());
        f.gallery.setRequest({.labels = {"cat"}, .encoder = Encoder::Ann}, QStringLiteral("another hash"));
        QTRY_VERIFY(!f.gallery.isRunning());
        QCOMPARE(f.gallery.counts().done, 3);
        QCOMPARE(f.gallery.counts().kept, 0); // the twin has no spikes
    }

    void withoutLabelsOrModelPicturesGetThumbnailsAndWait()
    {
        Fixture f;
        f.ask({});
        f.gallery.addFolder(f.folder.path());
        QTRY_COMPARE(f.additions.size(), std::size_t(1));
        QTRY_VERIFY(!f.gallery.isRunning());
        QVERIFY(f.item(0).thumbnail && f.item(0).state == State::Waiting);
        QCOMPARE(f.control->inferences.load(), 0);
        f.ask({"cat"}, {});
        QTRY_VERIFY(!f.gallery.isRunning());
        QCOMPARE(f.control->inferences.load(), 0);
        f.ask({"cat"});
        QTRY_COMPARE(f.gallery.counts().done, 3);
    }

    void thePictureThatSomebodyLooksAtGoesFirst()
    {
        Fixture f(6);
        f.control->hold();
        f.ask({"many"});
        f.gallery.addFolder(f.folder.path());
        QTRY_COMPARE(f.control->inferences.load(), 1);
        const auto image = std::make_shared<const data::Image>(data::Image{.width = 4, .height = 4, .pixels = std::vector<std::uint8_t>(48)});
        f.inference.request({.image = image, .labels = {"one"}});
        int doneBefore = -1;
        connect(&f.inference, &Inference::finished, &f.gallery, [&] { doneBefore = f.gallery.counts().done; });
        f.control->release();
        QTRY_COMPARE(f.gallery.counts().done, 6);
        QCOMPARE(doneBefore, 0);
        QCOMPARE(f.control->history()[1], std::string("infer one"));
    }

    void cancellingStopsAndRetryGoesOn()
    {
        Fixture f(5);
        f.control->hold();
        f.ask({"cat"});
        f.gallery.addFolder(f.folder.path());
        QTRY_COMPARE(f.control->inferences.load(), 1);
        QSignalSpy finished(&f.gallery, &Gallery::finished);
        f.gallery.cancel();
        QCOMPARE(finished.size(), 1);
        QVERIFY(!f.gallery.isRunning());
        f.control->release();
        QTRY_VERIFY(!f.inference.isListing());
        QCOMPARE(f.gallery.counts().done, 0);
        f.gallery.retry();
        QTRY_COMPARE(f.gallery.counts().done, 5);
        f.gallery.cancel(); // nothing to cancel
        QTRY_COMPARE(finished.size(), 2);
    }

    void clearingForgetsEverythingAlsoWhatRuns()
    {
        Fixture f(5);
        f.fill();
        f.control->hold();
        f.ask({"horse"});
        QTRY_COMPARE(f.control->inferences.load(), 6);
        f.gallery.addFolder(f.folder.path());
        f.gallery.clear();
        QVERIFY(f.gallery.items().empty());
        QCOMPARE(f.gallery.bytes(), std::size_t(0));
        QVERIFY(!f.gallery.isRunning() && !f.gallery.isReadingFolders());
        f.control->release();
        QTRY_VERIFY(!f.inference.isListing());
        QCOMPARE(f.gallery.counts().done, 0);
        f.gallery.addFiles({f.path(QStringLiteral("3.png"))});
        QTRY_COMPARE(f.gallery.counts().done, 1);
        QCOMPARE(f.item(0).winner, QStringLiteral("horse"));
    }

    void whatIsThereAlreadyIsNotAddedAgain()
    {
        Fixture f(3);
        f.fill();
        f.makePicture(QStringLiteral("9.png"), 9);
        f.gallery.addFolder(f.folder.path());
        QTRY_COMPARE(f.additions.size(), std::size_t(2));
        QCOMPARE(f.additions[1].added, 1);
        QCOMPARE(f.additions[1].known, 3);
        QTRY_COMPARE(f.gallery.counts().done, 4);
        QCOMPARE(f.control->inferences.load(), 4);
    }

    void aGalleryHasItsLimitAndSaysHowManyWereLeftOut()
    {
        QTemporaryDir folder;
        for (int i = 0; i < Gallery::mostPictures + 7; ++i)
            touch(folder.filePath(QStringLiteral("%1.png").arg(i)));
        Fixture f(1);
        f.gallery.addFolder(f.folder.path());
        f.gallery.addFolder(folder.path());
        QTRY_COMPARE(f.additions.size(), std::size_t(2));
        f.gallery.cancel();
        QCOMPARE(f.gallery.counts().total, Gallery::mostPictures);
        QCOMPARE(f.additions[1].added, Gallery::mostPictures - 1);
        QCOMPARE(f.additions[1].leftOut, 8);
    }

    void theCapDrivesOutTheSpikesNotLookedAtForLongest()
    {
        Fixture f(4);
        f.fill();
        const auto one = f.gallery.bytes() / 4;
        f.gallery.spikes(f.item(0).path);
        QSignalSpy changed(&f.gallery, &Gallery::itemChanged);
        f.gallery.setCap(2 * one + one / 2);
        QCOMPARE(f.gallery.counts().kept, 2);
        QCOMPARE(f.gallery.bytes(), 2 * one);
        QVERIFY(f.item(0).kept && f.item(3).kept && !f.item(1).kept && !f.item(2).kept);
        QCOMPARE(changed.size(), 2);
        f.gallery.setCap(0);
        QCOMPARE(f.gallery.counts().kept, 0);
        f.gallery.setCap(10 * one);
        f.ask({"other"});
        QTRY_COMPARE(f.gallery.counts().kept, 4); // the next classification fills it again
    }

    void thePictureOnTheScreenIsKeptTooAndCountsApart()
    {
        Fixture f(2, RecordStore::bytesOf(layersOf(100)) * 2);
        f.control->withSpikes = false;
        f.fill();
        QCOMPARE(f.gallery.counts().kept, 0);
        QSignalSpy records(&f.gallery, &Gallery::recordsChanged);
        f.gallery.keep(QStringLiteral("pasted"), layersOf(100));
        QCOMPARE(f.gallery.counts().others, 1);
        f.gallery.keep(f.item(0).path, layersOf(100));
        QVERIFY(f.item(0).kept);
        QCOMPARE(f.gallery.counts().kept, 1);
        f.gallery.keep(f.item(1).path, layersOf(100)); // "pasted" goes
        QCOMPARE(f.gallery.counts().kept, 2);
        QCOMPARE(f.gallery.counts().others, 0);
        f.gallery.keep(f.item(1).path, layersOf(300)); // too large: what was there is no longer right either
        QVERIFY(!f.item(1).kept);
        QCOMPARE(records.size(), 4);
        f.gallery.keep(QStringLiteral("no spikes"), {{.name = "q_lif", .neurons = 3, .spikesPerStep = {1, 2}, .spikes = nullptr}});
        QCOMPARE(f.gallery.counts().others, 0);
        f.gallery.keep(f.path(QStringLiteral("later.png")), layersOf(10));
        f.makePicture(QStringLiteral("later.png"), 50);
        f.gallery.addFiles({f.path(QStringLiteral("later.png"))});
        QTRY_COMPARE(f.gallery.counts().total, 3);
        QVERIFY(f.item(2).kept); // kept before it came
    }

    void anotherScaleChangesProbabilitiesWithoutComputing()
    {
        Fixture f;
        f.fill();
        const auto before = f.item(0);
        QCOMPARE(f.gallery.scale(), 14.0);
        f.gallery.setScale(1000);
        QCOMPARE(f.gallery.scale(), 1000.0);
        QVERIFY(f.item(0).probability > before.probability && f.item(0).probability > 0.99);
        QCOMPARE(f.item(0).cosine, before.cosine);
        f.gallery.setScale(0);
        QCOMPARE(f.item(0).probability, before.probability);
        QCOMPARE(f.control->inferences.load(), 3);
    }

    void anEngineThatFailsFailsEveryPictureAndRetryMendsThem()
    {
        Fixture f;
        f.control->failInference = true;
        f.fill();
        QCOMPARE(f.gallery.counts().failed, 3);
        QVERIFY(f.item(0).thumbnail);
        f.control->failInference = false;
        f.gallery.retry();
        QTRY_COMPARE(f.gallery.counts().done, 3);
        QCOMPARE(f.gallery.counts().failed, 0);
    }

    void dyingWhileItRunsIsFine()
    {
        auto f = std::make_unique<Fixture>(5);
        f->control->hold();
        f->ask({"cat"});
        f->gallery.addFolder(f->folder.path());
        QTRY_COMPARE(f->control->inferences.load(), 1);
        const auto control = f->control;
        f.reset();
        QCOMPARE(control->destroyed.load(), 1);
    }

    void theCapIsASettingOf256MegabytesAtFirst()
    {
        QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("settings.ini")));
        QCOMPARE(settings.value<int>(Setting::RecordCapMb), 256);
        settings.setValue(Setting::RecordCapMb, 512);
        QCOMPARE(settings.value<int>(Setting::RecordCapMb), 512);
    }
};

QTEST_GUILESS_MAIN(GalleryTest)
#include "gallery_test.moc"
