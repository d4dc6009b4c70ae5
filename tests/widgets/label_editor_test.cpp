#include "tests/widgets/painting.h"
#include "widgets/label_editor.h"

#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace spikeclip::widgets;
using spikeclip::test::paintEverywhere;

class LabelEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyKeystrokeInTheLabelEditorIsReportedAtOnceAndOnce()
    {
        LabelEditor editor;
        QSignalSpy edited(&editor, &LabelEditor::textEdited);
        QTest::keyClicks(editor.edit(), QStringLiteral("cat, zzq"));
        QCOMPARE(edited.size(), 8);
        QCOMPARE(edited.last()[0].toString(), QStringLiteral("cat, zzq"));
        edited.clear();
        editor.setNotes({{.text = QStringLiteral("cat"), .tokens = 1, .capacity = 8, .unknownWords = {}, .truncated = false},
                         {.text = QStringLiteral("zzq"), .tokens = 1, .capacity = 8, .unknownWords = {QStringLiteral("zzq")}, .truncated = false}},
                        3);
        QCOMPARE(edited.size(), 0); // marking a word is no edit
        QVERIFY(editor.summary().contains(QStringLiteral("unknown: zzq")));
        QVERIFY(editor.summary().contains(QStringLiteral("\u201czzq\u201d: 1 / 8 tokens")));
        QVERIFY(editor.summary().contains(QStringLiteral("1 duplicate(s) merged")));
        paintEverywhere(editor);
    }

    void settingTheTextCanBeUndoneAndAHugeTextIsTaken()
    {
        LabelEditor editor;
        editor.setText(QStringLiteral("cat"));
        editor.setText(QStringLiteral("dog"));
        editor.edit()->undo();
        QCOMPARE(editor.text(), QStringLiteral("cat"));
        editor.setText(QStringLiteral("label, ").repeated(5000));
        editor.setNotes({{.text = QStringLiteral("label"), .tokens = 1, .capacity = 8, .unknownWords = {QStringLiteral("label")}, .truncated = true}}, 5000);
        paintEverywhere(editor);
    }

    void aDroppedFileIsNotPutIntoTheLabelsAsText()
    {
        LabelEditor editor;
        QMimeData mime;
        mime.setText(QStringLiteral("file:///x.jpg"));
        mime.setUrls({QUrl(QStringLiteral("file:///x.jpg"))});
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(editor.edit()->viewport(), &drop);
        QCOMPARE(editor.text(), QString());
    }

    void theLabelAtTheCursorIsNamedEvenInQuotes()
    {
        LabelEditor editor;
        const auto note = [](const QString& text, int tokens) { return LabelNote{.text = text, .tokens = tokens, .capacity = 8, .unknownWords = {}, .truncated = false}; };
        editor.setText(QStringLiteral("cat, \"red, \"\"white\"\"\" ,dog\nbird"));
        editor.setNotes({note(QStringLiteral("cat"), 1), note(QStringLiteral("red, \"white\""), 2), note(QStringLiteral("dog"), 3), note(QStringLiteral("bird"), 4)}, 4);
        const auto tokensAt = [&](int position) {
            auto cursor = editor.edit()->textCursor();
            cursor.setPosition(position);
            editor.edit()->setTextCursor(cursor);
            return editor.summary();
        };
        const auto comma = static_cast<int>(editor.text().indexOf(QStringLiteral(", \"\"white")));
        QVERIFY2(tokensAt(1).contains(QStringLiteral("\u201ccat\u201d: 1 /")), qPrintable(editor.summary()));
        QVERIFY2(tokensAt(comma).contains(QStringLiteral(": 2 /")), qPrintable(editor.summary()));
        QVERIFY2(tokensAt(comma + 4).contains(QStringLiteral(": 2 /")), qPrintable(editor.summary()));
        QVERIFY2(tokensAt(static_cast<int>(editor.text().indexOf(QStringLiteral("og")))).contains(QStringLiteral(": 3 /")), qPrintable(editor.summary()));
        QVERIFY2(tokensAt(static_cast<int>(editor.text().size())).contains(QStringLiteral(": 4 /")), qPrintable(editor.summary()));
    }
};

QTEST_MAIN(LabelEditorTest)

#include "label_editor_test.moc"
