#pragma once

#include "core/engine.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class AboutDialog;
}

namespace spikeclip::explorer {

/// Versions, licence and what is known of the model in use.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(const std::optional<ModelInfo>& model, QWidget* parent = nullptr);
    ~AboutDialog() override;

private:
    std::unique_ptr<Ui::AboutDialog> m_ui;
};

}
