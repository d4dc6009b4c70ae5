#include "app/explorer/intake.h"

#include "app/explorer/picture_mime.h"
#include "widgets/convert.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

namespace spikeclip::explorer {

namespace {

QString folderOf(const QString& file)
{
    return file.isEmpty() ? QString() : QFileInfo(file).absolutePath();
}

}

Intake::Intake(QWidget* window) : QObject(window), m_window(window) {}

void Intake::choosePicture(const QString& beside)
{
    const auto files = QFileDialog::getOpenFileNames(m_window, tr("Open a picture, or several"), folderOf(beside),
                                                     tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff);;All files (*)"));
    if (files.size() == 1)
        Q_EMIT fileGiven(files.front());
    else if (!files.isEmpty())
        Q_EMIT filesGiven(files);
}

void Intake::chooseFolder(const QString& beside)
{
    const auto folder = QFileDialog::getExistingDirectory(m_window, tr("Open a folder of pictures"), folderOf(beside));
    if (!folder.isEmpty())
        Q_EMIT filesGiven({folder});
}

void Intake::chooseModel(const QString& beside)
{
    const auto file =
        QFileDialog::getOpenFileName(m_window, tr("Open a model"), folderOf(beside), tr("SpikeCLIP checkpoints (*.safetensors);;All files (*)"));
    if (!file.isEmpty())
        Q_EMIT modelGiven(file);
}

void Intake::paste()
{
    if (const auto* mime = QGuiApplication::clipboard()->mimeData())
        take(*mime, tr("Pasted picture"));
}

void Intake::take(const QMimeData& mime, const QString& name)
{
    const auto files = localFiles(mime);
    if (files.size() > 1 || (files.size() == 1 && QFileInfo(files.front()).isDir()))
        Q_EMIT filesGiven(files);
    else if (files.size() == 1 && files.front().endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive))
        Q_EMIT modelGiven(files.front());
    else if (files.size() == 1)
        Q_EMIT fileGiven(files.front());
    else if (const auto bytes = encodedPicture(mime); !bytes.isEmpty())
        Q_EMIT bytesGiven({.name = name, .path = {}, .bytes = bytes});
    else if (auto image = widgets::fromQImage(qvariant_cast<QImage>(mime.imageData())))
        Q_EMIT imageGiven({.name = name, .path = {}, .image = std::move(image)});
}

bool Intake::accepts(const QMimeData& mime)
{
    return mime.hasImage() || !localFiles(mime).isEmpty();
}

}
