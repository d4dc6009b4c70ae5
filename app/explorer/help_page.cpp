#include "app/explorer/help_page.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace spikeclip::explorer {

QString helpPage(const QString& page)
{
    // The languages asked for, best first, as QTranslator takes them.
    for (auto language : QLocale().uiLanguages()) {
        QFile file(QStringLiteral(":/help/%1_%2.html").arg(page, language.section(QLatin1Char('-'), 0, 0)));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    QFile english(QStringLiteral(":/help/%1_en.html").arg(page));
    return english.open(QIODevice::ReadOnly) ? QString::fromUtf8(english.readAll()) : QString();
}

void showHelpPage(const QString& page, const QString& title, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* text = new QTextBrowser;
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(16);
    text->setHtml(helpPage(page));
    text->setAccessibleName(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(680, 640);
    dialog->show();
}

}
