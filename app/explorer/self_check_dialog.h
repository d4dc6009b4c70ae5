#pragma once

#include "app/session/inference.h"

#include <QDialog>
#include <QPointer>

#include <memory>

namespace Ui {
class SelfCheckDialog;
}

namespace spikeclip::explorer {

class SelfCheckTable;

/// Runs the self-check as soon as it is opened, and shows its deviations and a verdict. Closing it cancels what runs.
class SelfCheckDialog : public QDialog
{
    Q_OBJECT
public:
    /// `referenceFile` is a file of reference values, e.g. WindowOptions::referenceFile.
    SelfCheckDialog(session::Inference& inference, const QString& referenceFile, QWidget* parent = nullptr);
    ~SelfCheckDialog() override;

    QString verdict() const; ///< the sentence shown; empty before the first check has ended

    /// Writes the deviations as a table. Says why not, or nothing.
    QString saveTo(const QString& path) const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class State { Idle, Running, Cancelled, Failed, Done };

    void start();
    void press();
    void chooseFile();
    void onChecked(const session::SelfCheckOutcome& outcome);
    void onProgressed(double fraction, const QString& note);
    void refresh();

    QPointer<session::Inference> m_inference; ///< a window destroys it before its dialogs
    QString m_referenceFile;
    State m_state = State::Idle;
    Failure m_failure;
    QString m_saveProblem; ///< why the table was not saved
    std::unique_ptr<Ui::SelfCheckDialog> m_ui;
    SelfCheckTable* m_table;
};

}
