#pragma once

#include "app/session/inference.h"

#include <QObject>
#include <QString>
#include <QStringList>

class QMimeData;
class QWidget;

namespace spikeclip::explorer {

/// Where pictures, folders and models come in: dialogs, the clipboard, what is dropped. It opens nothing itself.
class Intake : public QObject
{
    Q_OBJECT
public:
    explicit Intake(QWidget* window);

    void choosePicture(const QString& beside); ///< `beside`: a file in the folder to begin with; may be empty
    void chooseFolder(const QString& beside);
    void chooseModel(const QString& beside);
    void paste();
    void take(const QMimeData& mime, const QString& name); ///< `name` is for a picture that has none

    static bool accepts(const QMimeData& mime);

Q_SIGNALS:
    void fileGiven(const QString& file);                              ///< one picture
    void filesGiven(const QStringList& paths);                        ///< several pictures, or folders
    void bytesGiven(const spikeclip::session::PictureSource& source); ///< an encoded picture
    void imageGiven(const spikeclip::session::Picture& picture);
    void modelGiven(const QString& file);

private:
    QWidget* m_window;
};

}
