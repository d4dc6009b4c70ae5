// The gallery: many pictures in a grid.

#include "tests/widgets/painting.h"
#include "widgets/gallery_grid.h"
#include "widgets/gallery_panel.h"
#include "widgets/gallery_table.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QtTest>

#include <algorithm>
#include <random>

using namespace spikeclip;
using namespace spikeclip::widgets;
using State = GalleryRow::State;

namespace {

const QStringList labels = {QStringLiteral("tabby cat"), QStringLiteral("dog"), QStringLiteral("owl"),
                            QStringLiteral("a very long label of many words that fits nowhere")};

GalleryRow rowOf(int i, State state = State::Done)
{
    std::mt19937 generator(static_cast<unsigned>(i));
    QImage thumbnail(i % 3 == 0 ? 81 : 144, i % 3 == 0 ? 108 : 96, QImage::Format_RGB888);
    thumbnail.fill(QColor::fromHsv(i * 37 % 360, 90, 180));
    GalleryRow row{.path = QStringLiteral("/pictures/holiday/img_%1.jpg").arg(i), .name = QStringLiteral("img_%1.jpg").arg(i), .state = state};
    if (state != State::Failed)
        row.thumbnail = thumbnail;
    if (state == State::Done) {
        row.winner = labels[static_cast<int>(generator() % 4)];
        row.cosine = 0.1 + static_cast<double>(generator() % 300) / 1000;
        row.probability = static_cast<double>(generator() % 1000) / 1000;
        row.kept = i % 2 == 0;
    } else if (state == State::Failed) {
        row.problem = QStringLiteral("The picture is damaged or cut off (img_%1.jpg): try another copy of it.").arg(i);
    }
    return row;
}

QList<GalleryRow> rowsOf(int count)
{
    QList<GalleryRow> rows;
    for (int i = 0; i < count; ++i)
        rows << rowOf(i, i % 11 == 5 ? State::Failed : i % 13 == 7 ? State::Waiting : State::Done);
    return rows;
}

GalleryFigures figuresOf(const QList<GalleryRow>& rows)
{
    GalleryFigures figures{.bytes = 12.4e6, .capBytes = 256e6};
    for (const auto& row : rows) {
        figures.done += row.state == State::Done;
        figures.failed += row.state == State::Failed;
        figures.kept += row.kept;
    }
    return figures;
}

/// Rows as the proxy should show them, by plain sorting.
QStringList expectedOrder(QList<GalleryRow> rows, GalleryOrder::By by)
{
    std::stable_sort(rows.begin(), rows.end(), [by](const GalleryRow& a, const GalleryRow& b) {
        if (by == GalleryOrder::By::Added)
            return false;
        const auto rank = [](const GalleryRow& row) { return row.state == State::Done ? 0 : 1; };
        if (rank(a) != rank(b) || rank(a) == 1)
            return rank(a) < rank(b);
        if (by == GalleryOrder::By::Winner && a.winner != b.winner)
            return QString::localeAwareCompare(a.winner, b.winner) < 0;
        return a.cosine > b.cosine;
    });
    QStringList paths;
    for (const auto& row : rows)
        paths << row.path;
    return paths;
}

QStringList shownPaths(const QAbstractItemModel& model)
{
    QStringList paths;
    for (int row = 0; row < model.rowCount(); ++row)
        paths << model.index(row, 0).data(GalleryTable::SortRole).toString();
    return paths;
}

int inked(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour;
    return count;
}

/// A visible panel and its parts.
struct Fixture
{
    GalleryPanel panel;
    GalleryGrid* grid = panel.findChild<GalleryGrid*>();
    QComboBox* filter = panel.findChildren<QComboBox*>().at(0);
    QComboBox* sort = panel.findChildren<QComboBox*>().at(1);

    Fixture()
    {
        panel.resize(700, 420);
        panel.show();
    }

    void fill(int count)
    {
        const auto rows = rowsOf(count);
        panel.setRows(rows);
        panel.setFigures(figuresOf(rows));
        panel.setNotes(GalleryNotes{}); // refreshes at once
    }

    QAbstractButton* button(const QString& text) const
    {
        for (auto* candidate : panel.findChildren<QAbstractButton*>())
            if (candidate->text().remove(QLatin1Char('&')).startsWith(text))
                return candidate;
        return nullptr;
    }

    void chooseFilter(const QString& text) const
    {
        for (int i = 0; i < filter->count(); ++i)
            if (filter->itemText(i).startsWith(text)) {
                filter->setCurrentIndex(i);
                Q_EMIT filter->activated(i);
                return;
            }
        QFAIL(qPrintable(text));
    }
};

}

class GalleryViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(Theme::Light);
    }

    void theTableSaysWhatIsKnownOfEachPicture()
    {
        GalleryTable table;
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setScale(14);
        QCOMPARE(table.rowCount(), 0);
        table.setRows({rowOf(0), rowOf(1, State::Waiting), rowOf(2, State::Failed)});
        const auto text = [&](int row, int column) { return table.index(row, column).data().toString(); };
        const auto number = [&](int row, int column) { return table.index(row, column).data(GalleryTable::SortRole); };
        QCOMPARE(text(0, GalleryTable::File), QStringLiteral("img_0.jpg"));
        QCOMPARE(number(0, GalleryTable::File).toString(), QStringLiteral("/pictures/holiday/img_0.jpg"));
        QCOMPARE(text(0, GalleryTable::Cosine), QString::number(rowOf(0).cosine, 'f', 3));
        QCOMPARE(number(0, GalleryTable::Cosine).toDouble(), rowOf(0).cosine);
        QCOMPARE(number(0, GalleryTable::Kept).toInt(), 1);
        QVERIFY(!number(1, GalleryTable::Cosine).isValid());
        QCOMPARE(text(1, GalleryTable::Note), QStringLiteral("waiting"));
        QVERIFY(text(2, GalleryTable::Note).contains(QStringLiteral("damaged")));
        QVERIFY(table.headerData(GalleryTable::Probability, Qt::Horizontal, Qt::DisplayRole).toString().contains(QStringLiteral("14.0")));
        table.setRow(1, rowOf(1));
        QCOMPARE(text(1, GalleryTable::Winner), rowOf(1).winner);
        table.addRows({rowOf(3), rowOf(4)});
        table.addRows({});
        QCOMPARE(table.rowCount(), 5);
        table.retranslate();
        table.setRows({});
        QCOMPARE(table.rowCount(), 0);
    }

    void theOrderIsThatOfPlainSortingWhateverArrives()
    {
        auto& table = *new GalleryTable;
        GalleryOrder order(&table);
        QAbstractItemModelTester tester(&order, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto rows = rowsOf(60);
        table.setRows(rows);
        for (const auto by : {GalleryOrder::By::Score, GalleryOrder::By::Winner, GalleryOrder::By::Added, GalleryOrder::By::Score}) {
            order.sortBy(by);
            QCOMPARE(shownPaths(order), expectedOrder(rows, by));
            for (const int i : {5, 7, 20}) { // broken, waiting, done
                rows[i].state = State::Done;
                rows[i].winner = labels[i % 3];
                rows[i].cosine = 0.2 + 0.001 * i;
                table.setRow(i, rows[i]);
            }
            QCOMPARE(shownPaths(order), expectedOrder(rows, by));
        }
        order.show(GalleryOrder::Show::Winner, labels[1]);
        QList<GalleryRow> dogs;
        std::ranges::copy_if(rows, std::back_inserter(dogs), [](const GalleryRow& row) { return row.winner == labels[1]; });
        QCOMPARE(shownPaths(order), expectedOrder(dogs, GalleryOrder::By::Score));
        order.show(GalleryOrder::Show::Failed);
        QCOMPARE(order.rowCount(), static_cast<int>(std::ranges::count(rows, State::Failed, &GalleryRow::state)));
        order.show(GalleryOrder::Show::Waiting);
        QCOMPARE(order.rowCount(), static_cast<int>(std::ranges::count(rows, State::Waiting, &GalleryRow::state)));
    }

    void anEmptyGalleryInvitesAndSaysWhileItLooks()
    {
        Fixture f;
        QVERIFY(f.panel.notice().contains(QStringLiteral("Drop")));
        QVERIFY(!f.panel.whatsThis().isEmpty());
        QSignalSpy opened(&f.panel, &GalleryPanel::folderRequested);
        f.button(QStringLiteral("Open folder"))->click();
        QCOMPARE(opened.size(), 1);
        f.panel.setFigures({.reading = true});
        QTRY_VERIFY(f.panel.notice().contains(QStringLiteral("Looking")));
        test::paintEverywhere(f.panel);
        f.fill(1);
        QVERIFY(f.panel.notice().isEmpty());
        f.panel.setRows({});
        QVERIFY(!f.panel.notice().isEmpty());
    }

    void fiveThousandPicturesArePaintedAndOneIsToo_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 40, 5000})
            QTest::addRow("%d", count) << count;
    }

    void fiveThousandPicturesArePaintedAndOneIsToo()
    {
        QFETCH(int, count);
        Fixture f;
        f.fill(count);
        test::paintEverywhere(f.panel);
        QCOMPARE(f.grid->model()->rowCount(), count);
        f.panel.sortBy(GalleryOrder::By::Score);
        QCOMPARE(shownPaths(*f.grid->model()), expectedOrder(rowsOf(count), GalleryOrder::By::Score));
        f.grid->setFocus();
        f.grid->setCurrentIndex(f.grid->model()->index(0, 0));
        QTest::keyClick(f.grid, Qt::Key_End);
        QCOMPARE(f.grid->currentIndex().row(), count - 1);
        QTest::keyClick(f.grid, Qt::Key_Home);
        QCOMPARE(f.grid->currentIndex().row(), 0);
    }

    void theCellsFillTheWidthWithoutAScrollBarAcross()
    {
        Fixture f;
        f.fill(40);
        for (const int width : {200, 360, 512, 700, 1200}) {
            f.panel.resize(width, 420);
            QCoreApplication::processEvents();
            const int cell = f.grid->gridSize().width();
            QVERIFY(cell >= 100);
            const int columns = f.grid->viewport()->width() / cell;
            QVERIFY(columns >= 1);
            QVERIFY2(f.grid->viewport()->width() - columns * cell < cell / 2 + columns, qPrintable(QString::number(width)));
            QCOMPARE(f.grid->visualRect(f.grid->model()->index(1, 0)).top() == f.grid->visualRect(f.grid->model()->index(0, 0)).top(), columns > 1);
        }
    }

    void marksStandForKeptSpikesAndForBrokenFiles()
    {
        Fixture f;
        const auto colours = chartColours(f.panel.palette());
        auto row = rowOf(1);
        row.kept = false;
        f.panel.setRows({row});
        const auto plain = f.grid->grab().toImage();
        QCOMPARE(inked(plain, colours.warning), 0);
        row.kept = true;
        f.panel.setRow(0, row);
        QVERIFY(inked(f.grid->grab().toImage(), colours.accent) > inked(plain, colours.accent));
        f.panel.setRow(0, rowOf(1, State::Failed));
        QVERIFY(inked(f.grid->grab().toImage(), colours.warning) > 50);
        const auto spoken = f.grid->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(QStringLiteral("img_1.jpg")) && spoken.contains(QStringLiteral("damaged")));
    }

    void theCaptionSaysHowManyAreShownWhichAndInWhichOrder()
    {
        Fixture f;
        f.fill(60);
        QVERIFY(f.panel.caption().startsWith(QStringLiteral("All 60")));
        const auto rows = rowsOf(60);
        const auto dogs = std::ranges::count_if(rows, [](const GalleryRow& row) { return row.winner == labels[1]; });
        f.chooseFilter(QStringLiteral("dog (%1)").arg(dogs));
        QVERIFY(f.panel.caption().startsWith(QStringLiteral("%1 of 60").arg(dogs)));
        QVERIFY(f.panel.caption().contains(QStringLiteral("\u201cdog\u201d")));
        QCOMPARE(f.grid->model()->rowCount(), static_cast<int>(dogs));
        f.sort->setCurrentIndex(2);
        Q_EMIT f.sort->activated(2);
        QVERIFY(f.panel.caption().contains(QStringLiteral("highest first")));

        // Labels that no picture says any more leave all of them.
        f.chooseFilter(QStringLiteral("dog"));
        auto changed = rows;
        for (auto& row : changed)
            row.winner = row.state == State::Done ? QStringLiteral("horse") : QString();
        f.panel.setRows(changed);
        QCOMPARE(f.grid->model()->rowCount(), 60);
        QVERIFY(f.panel.caption().startsWith(QStringLiteral("All 60")));
    }

    void selectingSeveralOffersToStackThem()
    {
        Fixture f;
        f.fill(30);
        f.panel.sortBy(GalleryOrder::By::Score);
        QSignalSpy selections(&f.panel, &GalleryPanel::selectionChanged), stacks(&f.panel, &GalleryPanel::stackRequested);
        auto* stack = f.button(QStringLiteral("Stack"));
        QVERIFY(!stack->isEnabled());
        auto* chosen = f.grid->selectionModel();
        for (const int row : {4, 2, 9})
            chosen->select(f.grid->model()->index(row, 0), QItemSelectionModel::Select);
        QCOMPARE(selections.size(), 3);
        QVERIFY(stack->isEnabled());
        QVERIFY(stack->text().contains(QLatin1Char('3')));
        const auto order = expectedOrder(rowsOf(30), GalleryOrder::By::Score);
        QStringList paths;
        for (const int index : f.panel.selected())
            paths << rowsOf(30)[index].path;
        QCOMPARE(paths, (QStringList{order[2], order[4], order[9]}));
        stack->click();
        QCOMPARE(stacks.at(0).at(0).value<QList<int>>(), f.panel.selected());
        f.fill(30); // the same pictures: the selection stays
        QCOMPARE(f.panel.selected().size(), 3);
        f.fill(29);
        QCOMPARE(f.panel.selected().size(), 0);
        QVERIFY(!stack->isEnabled());
    }

    void aPictureIsOpenedFromGridAndTable()
    {
        Fixture f;
        f.fill(30);
        f.panel.sortBy(GalleryOrder::By::Score);
        QSignalSpy chosen(&f.panel, &GalleryPanel::pictureChosen);
        const auto third = f.grid->model()->index(2, 0);
        f.grid->setFocus();
        f.grid->setCurrentIndex(third);
        QTest::keyClick(f.grid, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(rowsOf(30)[chosen[0][0].toInt()].path, third.data(GalleryTable::SortRole).toString());
        QTest::mouseClick(f.grid->viewport(), Qt::LeftButton, {}, f.grid->visualRect(third).center());
        QTest::mouseDClick(f.grid->viewport(), Qt::LeftButton, {}, f.grid->visualRect(third).center());
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1], chosen[0]);
        f.panel.showTable(true);
        auto* table = f.panel.findChild<QTableView*>();
        table->sortByColumn(GalleryTable::File, Qt::DescendingOrder);
        Q_EMIT table->activated(table->model()->index(0, 0));
        QCOMPARE(rowsOf(30)[chosen[2][0].toInt()].name, QStringLiteral("img_9.jpg"));
    }

    void progressIsShownWithStopGoOnAndTryAgain()
    {
        Fixture f;
        auto rows = rowsOf(4);
        rows[1].state = State::Waiting;
        rows[1].winner.clear();
        f.panel.setRows(rows);
        auto* bar = f.panel.findChild<QProgressBar*>();
        QSignalSpy cancelled(&f.panel, &GalleryPanel::cancelRequested), retried(&f.panel, &GalleryPanel::retryRequested);
        f.panel.setFigures({.done = 3, .running = true});
        QTRY_COMPARE(bar->value(), 3);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->maximum(), 4);
        f.button(QStringLiteral("Stop"))->click();
        QCOMPARE(cancelled.size(), 1);
        f.panel.setFigures({.done = 3});
        QTRY_VERIFY(f.button(QStringLiteral("Go on")));
        f.button(QStringLiteral("Go on"))->click();
        f.panel.setFigures({.done = 3, .failed = 1});
        QTRY_VERIFY(f.button(QStringLiteral("Try again")));
        QVERIFY(bar->text().contains(QStringLiteral("1 failed")));
        f.button(QStringLiteral("Try again"))->click();
        QCOMPARE(retried.size(), 2);
        f.panel.setFigures({.done = 4});
        QTRY_VERIFY(!bar->isVisible());
    }

    void theLineOfTheMemoryCountsAndItsCapIsEdited()
    {
        Fixture f;
        f.fill(120);
        auto figures = figuresOf(rowsOf(120));
        figures.kept = 37;
        f.panel.setFigures(figures);
        QCOMPARE(f.panel.recordLine(), QStringLiteral("Spikes of 37 of 120 picture(s) kept: 12.4 of 256 MB"));
        figures.others = 2;
        f.panel.setFigures(figures);
        QVERIFY(f.panel.recordLine().contains(QStringLiteral("2 not in the gallery")));
        auto* cap = f.panel.findChild<QSpinBox*>();
        QSignalSpy edited(&f.panel, &GalleryPanel::capEdited);
        QTRY_COMPARE(cap->value(), 256);
        QCOMPARE(edited.size(), 0); // what the program sets is no edit
        cap->stepUp();
        QCOMPARE(edited.at(0).at(0).toInt(), 320);
        cap->setValue(0);
        QCOMPARE(cap->text(), QStringLiteral("nothing"));
    }

    void whatBecameOfAddedFilesIsSaidInWords()
    {
        Fixture f;
        f.fill(3);
        QVERIFY(f.panel.additions().isEmpty());
        f.panel.setNotes(GalleryNotes{.added = 5000, .known = 2, .leftOut = 812, .most = 5000, .unreadableFolders = 1});
        QVERIFY(f.panel.additions().contains(QStringLiteral("812")) && f.panel.additions().contains(QStringLiteral("holds 5000")));
        QVERIFY(f.panel.additions().contains(QStringLiteral("1 folder")));
        QVERIFY(f.panel.additions().contains(QStringLiteral("2 picture")));
        f.panel.setNotes(GalleryNotes{.leftOut = 10, .atLeast = true, .most = 5000});
        QVERIFY(f.panel.additions().startsWith(QStringLiteral("At least 10")));
        f.panel.setRows({});
        QVERIFY(f.panel.additions().isEmpty());
    }

    void filesHoldEveryPictureWithPlainNumbers()
    {
        Fixture f;
        f.fill(14);
        f.panel.setScale(14);
        f.panel.copyData();
        auto lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const auto first = lines.indexOf(QStringLiteral("File,Winner,Cosine,Softmax (scale 14.0),Spikes kept,Note"));
        QVERIFY(first >= 0);
        QCOMPARE(lines.size() - first - 1, 14);
        const auto fields = lines[first + 1].split(QLatin1Char(','));
        QCOMPARE(fields[0], QStringLiteral("/pictures/holiday/img_0.jpg"));
        QCOMPARE(fields[2].toDouble(), rowOf(0).cosine);
        QCOMPARE(fields[4], QStringLiteral("1"));
        f.chooseFilter(QStringLiteral("failed")); // the table and its files hold what is shown, and say so
        f.panel.copyData();
        lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.contains(QStringLiteral("# pictures: 14")) && lines.contains(QStringLiteral("# pictures_shown: 1")));
        QVERIFY(lines.last().contains(QStringLiteral("img_5.jpg")));
        QTemporaryDir folder;
        const auto png = folder.filePath(QStringLiteral("gallery.png"));
        QCOMPARE(f.panel.saveTo(png), QString());
        QVERIFY(QImage(png).width() >= f.grid->width());
    }

    void aHiddenPanelCatchesUpWhenItIsShown()
    {
        Fixture f;
        f.fill(5);
        f.panel.hide();
        f.panel.addRows({rowOf(5), rowOf(6)});
        auto row = rowOf(0);
        row.winner = QStringLiteral("horse");
        f.panel.setRow(0, row);
        QCOMPARE(f.grid->model()->rowCount(), 5);
        f.panel.show();
        QCOMPARE(f.grid->model()->rowCount(), 7);
        QCOMPARE(f.grid->model()->index(0, GalleryTable::Winner).data().toString(), QStringLiteral("horse"));
    }

    void dropsAreLeftToTheWindow()
    {
        Fixture f;
        f.fill(5);
        QVERIFY(!f.panel.acceptDrops() && !f.grid->acceptDrops() && !f.grid->viewport()->acceptDrops());
    }

    void everyWordFollowsTheLanguage()
    {
        Fixture f;
        f.fill(30);
        f.panel.setNotes(GalleryNotes{.known = 1, .leftOut = 1, .most = 5, .unreadableFolders = 1});
        test::MarkingTranslator translator;
        QCoreApplication::installTranslator(&translator);
        QTRY_VERIFY(f.panel.title().startsWith(QLatin1Char('#')));
        const QStringList words = {f.panel.caption(), f.panel.additions(), f.panel.recordLine(), f.filter->itemText(0), f.sort->itemText(1),
                                   f.filter->toolTip(), f.grid->accessibleName(), f.panel.findChild<QSpinBox*>()->toolTip(),
                                   f.grid->model()->headerData(1, Qt::Horizontal).toString(), f.panel.whatsThis()};
        for (const auto& word : words)
            QVERIFY2(word.contains(QLatin1Char('#')), qPrintable(word));
        for (const auto* button : f.panel.findChildren<QAbstractButton*>())
            QVERIFY2(button->text().isEmpty() || button->text() == QLatin1String("?") || button->text().startsWith(QLatin1Char('#')),
                     qPrintable(button->text()));
        QCoreApplication::removeTranslator(&translator);
        QTRY_VERIFY(!f.panel.title().startsWith(QLatin1Char('#')));
    }
};

QTEST_MAIN(GalleryViewsTest)
#include "gallery_views_test.moc"
