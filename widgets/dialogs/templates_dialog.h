#pragma once

#include <QDialog>
#include <QStringList>

#include <memory>

namespace Ui {
class TemplatesDialog;
}

namespace spikeclip::widgets {

/// Prompt templates, one a line, each with one "{}" where the label goes.
class TemplatesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit TemplatesDialog(QWidget* parent = nullptr);
    ~TemplatesDialog() override;

    void setTemplates(const QStringList& templates, const QStringList& standard); ///< empty: the standard ones are in use
    QStringList templates() const;                                                ///< what is typed, without empty lines

Q_SIGNALS:
    void templatesAccepted(const QStringList& templates); ///< empty: the standard ones

protected:
    void changeEvent(QEvent* event) override;

private:
    void validate();

    std::unique_ptr<Ui::TemplatesDialog> m_ui;
    QStringList m_standard;
};

}
