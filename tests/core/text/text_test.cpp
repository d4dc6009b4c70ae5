#include "core/data/outcome.h"
#include "core/text/labels.h"
#include "core/text/utf8.h"
#include "core/text/word_table.h"

#include <QtTest>

using namespace spikeclip;
using text::Piece;
using text::WordTable;

namespace {

using Strings = std::vector<std::string>;

const Strings names = {"a", "photo", "of", "the", "and", "red", "bus", "school", "t-shirt", "t", "shirt", "cream", "flipflop", "cherry",
                       "knife", "wolf", "box", "vase", "glove", "dog", "color", "grey", "organize", "tire", "centre", "mustache", "cafe",
                       "3", "747", "strasse", "cookie", "dogs", "snowman", "potter", "wheel", "sulfur", "theater", "us",
                       "chopsticks", "ton", "busdog", "one"};

const WordTable& table()
{
    static const WordTable words(names);
    return words;
}

/// The words that the pieces were found as, "?" where there is none.
Strings read(std::string_view sentence)
{
    Strings found;
    for (const auto& piece : table().pieces(sentence))
        found.push_back(piece.id < 0 ? "?" : names.at(static_cast<std::size_t>(piece.id)));
    return found;
}

}

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldedTextsAreEqualForLabelsThatDifferInCaseAlone()
    {
        QCOMPARE(text::folded("Caf\u00C9 \u00C5"), text::folded("caf\u00E9 \u00E5"));
        QVERIFY(text::folded("cafe") != text::folded("caf\u00E9"));
    }

    void labelsAreSeparatedByCommasAndLineEndsAndMergedWithoutRegardToCase()
    {
        QCOMPARE(text::splitLabels(" Red bus,cat\r\n\n,, red \t BUS ,École\nécole; x,"), (Strings{"Red bus", "cat", "École", "école; x"}));
        QCOMPARE(text::splitLabels("École, éCOLE"), Strings{"École"});
        QCOMPARE(text::splitLabels("\xC2\xA0" "cat\xE3\x80\x80,\xEF\xBB\xBF" "dog"), (Strings{"cat", "dog"}));
        QCOMPARE(text::splitLabels(" , \n"), Strings{});
    }

    void aLabelInQuotesMayHoldCommasAndQuotes()
    {
        QCOMPARE(text::splitLabels("cat, \"red, white and  blue\" ,dog"), (Strings{"cat", "red, white and blue", "dog"}));
        QCOMPARE(text::splitLabels("\"the \"\"good\"\" dog\", \"cat\""), (Strings{"the \"good\" dog", "cat"}));
        QCOMPARE(text::splitLabels("\"cat\"\nCAT"), Strings{"cat"});
        QCOMPARE(text::splitLabels("\"\", \" \", cat"), Strings{"cat"});
    }

    void aQuoteThatNothingClosesIsACharacterLikeOthers()
    {
        QCOMPARE(text::splitLabels("\"cat, dog"), (Strings{"\"cat", "dog"}));
        QCOMPARE(text::splitLabels("\"cat\ndog\""), (Strings{"\"cat", "dog\""}));
        QCOMPARE(text::splitLabels("a 5\" nail, a 7\" nail"), (Strings{"a 5\" nail", "a 7\" nail"}));
        QCOMPARE(text::splitLabels("\"good\" dog, cat"), (Strings{"\"good\" dog", "cat"}));
    }

    void joinedLabelsComeBack()
    {
        const Strings labels = {"cat", "red, white and blue", "\"quoted\"", "\"open", "a, \"b\", c", "5\" nail", ",", "\""};
        QCOMPARE(text::splitLabels(text::joinLabels(labels)), labels);
        QCOMPARE(text::joinLabels({"cat", "dog"}), std::string("cat, dog"));
        QCOMPARE(text::joinLabels({}), std::string());
    }

    void duplicatesAreListedAndThenMerged()
    {
        QCOMPARE(text::listLabels("cat, Cat, dog"), (Strings{"cat", "Cat", "dog"}));
        QCOMPARE(text::splitLabels("cat, Cat, dog"), (Strings{"cat", "dog"}));
    }

    void brokenUtf8NeverLeavesAndNeverSwallowsItsNeighbours()
    {
        QCOMPARE(text::splitLabels("c\xE9t,\xF0\x9F\x90,dog\xC3"), (Strings{"c\uFFFDt", "\uFFFD\uFFFD\uFFFD", "dog\uFFFD"}));
        QCOMPARE(text::encode(text::decode("\xC0\xAF\xED\xA0\x80")), std::string("\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")); // overlong, surrogate
        const std::string valid = "aé€🐱";
        QCOMPARE(text::encode(text::decode(valid)), valid);
    }

    void everyLatinCapitalFoldsToItsOwnSmallLetter()
    {
        const auto capitals = text::decode("AZÀÖØÞĀĹŇŊŶŸŹŽΑΩЁЖ");
        std::u32string small;
        for (const char32_t point : capitals)
            small.push_back(text::foldCase(point));
        QCOMPARE(text::encode(small), std::string("azàöøþāĺňŋŷÿźžαωёж"));
        for (char32_t point = 0; point < 0x500; ++point)
            QCOMPARE(text::foldCase(text::foldCase(point)), text::foldCase(point));
        for (const char32_t point : text::decode("×ßĸŉſı÷"))
            QCOMPARE(text::foldCase(point), point);
    }

    void aTemplateHasExactlyOneBlank()
    {
        QCOMPARE(text::fillTemplate("a photo of a {}.", "{} brace"), std::string("a photo of a {} brace."));
        QCOMPARE(text::fillTemplate("{}", ""), std::string());
        QVERIFY_THROWS_EXCEPTION(Error, text::fillTemplate("a photo", "cat"));
        QVERIFY_THROWS_EXCEPTION(Error, text::fillTemplate("{} and {}", "cat"));
        text::checkTemplates({});
        text::checkTemplates({"a {}", "{}"});
        QVERIFY_THROWS_EXCEPTION(Error, text::checkTemplates({"a {}", "{"}));
    }

    void wordsOfATemplateStandAroundThoseOfAnyLabel()
    {
        using Around = text::WordsAround;
        QCOMPARE(text::wordsAround(table(), "{}"), (Around{0, 0}));
        QCOMPARE(text::wordsAround(table(), "a bus of {}"), (Around{3, 0}));
        QCOMPARE(text::wordsAround(table(), "blorf\t{}, a & bus."), (Around{1, 3})); // unknown words count, "&" reads "and"
        QCOMPARE(text::wordsAround(table(), "school-{}s bus"), (Around{0, 1}));      // what touches the label is the label's
        for (const std::string pattern : {"a bus of {}, a & bus.", "school-{}s bus", "{}"})
            for (const std::string label : {"bus", "blorf & bus", "...", "", "'s", "-"}) {
                const auto around = text::wordsAround(table(), pattern);
                const auto pieces = table().pieces(text::fillTemplate(pattern, label));
                const auto plain = table().pieces(text::fillTemplate(pattern, "zzz"));
                QVERIFY(pieces.size() >= around.before + around.after);
                for (std::size_t i = 0; i < around.before; ++i)
                    QCOMPARE(pieces[i], plain[i]);
                for (std::size_t i = 1; i <= around.after; ++i)
                    QCOMPARE(pieces[pieces.size() - i], plain[plain.size() - i]);
            }
        QVERIFY_THROWS_EXCEPTION(Error, text::wordsAround(table(), "a bus"));
    }

    void aTableRefusesEmptyAndRepeatedWords()
    {
        QVERIFY_THROWS_EXCEPTION(Error, WordTable({"a", ""}));
        QVERIFY_THROWS_EXCEPTION(Error, WordTable({"a", "b", "a"}));
        QCOMPARE(table().id("bus"), 6);
        QCOMPARE(table().id("Bus"), -1);
        QCOMPARE(WordTable(Strings{}).pieces("a bus").size(), std::size_t(2));
    }

    void wordsAreFoundAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::newRow("sentence") << "A Photo, of a (red) BUS!" << "a photo of a red bus";
        QTest::newRow("separators") << "school_bus/dog|box" << "school bus dog box";
        QTest::newRow("possessive") << "potter's wheel, dogs' box, the dog’s" << "potter wheel dogs box the dog";
        QTest::newRow("hyphened word") << "T-Shirt t‑shirt T-Shirts" << "t-shirt t-shirt t-shirt";
        QTest::newRow("hyphened parts") << "school-bus -red- --" << "school bus red";
        QTest::newRow("hyphen joined") << "flip-flop flip-flops" << "flipflop flipflop";
        QTest::newRow("hyphen half known") << "ice-cream" << "? cream";
        QTest::newRow("plurals") << "cherries knives wolves boxes vases gloves cookies snowmen" << "cherry knife wolf box vase glove cookie snowman";
        QTest::newRow("a known plural stays") << "dogs" << "dogs";
        QTest::newRow("no plural") << "dos busss" << "? ?";
        QTest::newRow("British") << "colour organised organise tyre theatre moustache sulphur" << "color ? organize tire theater mustache sulfur";
        QTest::newRow("American") << "gray center" << "grey centre";
        QTest::newRow("both") << "colours tyres centers moustaches" << "color tire centre mustache";
        QTest::newRow("known in the plural only") << "chopstick chopsticks" << "chopsticks chopsticks";
        QTest::newRow("closed compounds") << "dogbox schoolbuses redbu boxton" << "dog box school bus ? ?";
        QTest::newRow("accents") << "café CAFÉS Straße cafe\u0301" << "cafe cafe strasse cafe";
        QTest::newRow("digits") << "747 3 42 1" << "747 3 ? one";
        QTest::newRow("ampersand") << "dog & bus & dog&bus" << "dog and bus and dog bus";
        QTest::newRow("other scripts") << "кот 🐱 猫，dog" << "? ? ? dog";
        QTest::newRow("dots") << "u.s. dog." << "us dog";
        QTest::newRow("nothing") << " ...?! '' " << "";
    }

    void wordsAreFoundAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        QStringList found;
        for (const auto& word : read(typed.toStdString()))
            found << QString::fromStdString(word);
        QCOMPARE(found.join(QLatin1Char(' ')), words);
    }

    void aCompoundIsReadOnlyAsTwoCommonWords()
    {
        Strings many;
        for (int row = 0; row < 20'000; ++row)
            many.push_back(std::to_string(row) + "#");
        many[7] = "lamp";
        many[19'999] = "shade";
        many.push_back("chin");
        many.push_back("ware");
        const WordTable words(many);
        QCOMPARE(words.pieces("Lampshades"), (std::vector<Piece>{{"lamp", 7}, {"shades", 19'999}}));
        QCOMPARE(words.pieces("lampware chinshade"), (std::vector<Piece>{{"lampware", -1}, {"chinshade", -1}}));
    }

    void articlesAndDigitsAreSpeltOutWhereTheTableLacksThem()
    {
        const WordTable words({"an", "seven", "bus"});
        QCOMPARE(words.pieces("a 7 bus b"), (std::vector<Piece>{{"a", 0}, {"7", 1}, {"bus", 2}, {"b", -1}}));
    }

    void anUnknownWordIsKeptAsTyped()
    {
        QCOMPARE(table().pieces("a Gerenuk's T-Rex"), (std::vector<Piece>{{"a", 0}, {"gerenuk", -1}, {"t", 9}, {"rex", -1}}));
        QCOMPARE(table().pieces("c\xE9t"), (std::vector<Piece>{{"c\uFFFDt", -1}}));
    }

    void endlessWordsAreUnknownAndDoNotHoldUpTheRest()
    {
        std::string possessives = "x";
        for (int i = 0; i < 20'000; ++i)
            possessives += "'s";
        const auto pieces = table().pieces(std::string(200'000, 'e') + " bus " + possessives);
        QCOMPARE(pieces.size(), std::size_t(2 + 20'001));
        QCOMPARE(pieces[0].id, -1);
        QCOMPARE(pieces[1], (Piece{"bus", 6}));
        QCOMPARE(text::encode(table(), possessives, 3).unknown, (Strings{"x", "s"}));
    }

    void theLastWordAlwaysStandsInTheLastPlace()
    {
        const auto shorter = text::encode(table(), "red gerenuk bus gerenuk", 4);
        QCOMPARE(shorter.ids, (std::vector<int>{-1, -1, 5, 6}));
        QCOMPARE(shorter.used, 2);
        QVERIFY(!shorter.truncated);
        QCOMPARE(shorter.unknown, Strings{"gerenuk"});

        const auto longer = text::encode(table(), "a photo of a red school bus", 4);
        QCOMPARE(longer.ids, (std::vector<int>{0, 5, 7, 6}));
        QCOMPARE(longer.used, 4);
        QVERIFY(longer.truncated);

        QVERIFY(!text::encode(table(), "red school bus", 3).truncated);
        QCOMPARE(text::encode(table(), "", 2).ids, (std::vector<int>{-1, -1}));
        QVERIFY_THROWS_EXCEPTION(Error, text::encode(table(), "bus", 0));
    }
};

QTEST_APPLESS_MAIN(TextTest)
#include "text_test.moc"
