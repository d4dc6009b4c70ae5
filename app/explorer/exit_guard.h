#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;
class QProgressDialog;
class QWidget;

namespace spikeclip::session {
class Training;
}

namespace spikeclip::explorer {

/// Keeps a window from closing while a model is trained, until somebody has decided what becomes of it. It waits in no nested loop.
class ExitGuard : public QObject
{
    Q_OBJECT
public:
    /// Training must outlive this object; questions belong to `window`.
    ExitGuard(session::Training& training, QWidget* window);

    /// Whether the window may close now. If not, the question is asked, and ready() may follow.
    bool mayClose();

Q_SIGNALS:
    void ready(); ///< what ran has been saved: the window may close

private:
    void ask();
    void stop();

    session::Training& m_training;
    QWidget* m_window;
    QPointer<QMessageBox> m_question;
    QPointer<QProgressDialog> m_saving; ///< says that there is something to wait for
    bool m_stopping = false;
    bool m_stopped = false;
};

}
