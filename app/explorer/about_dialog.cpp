#include "app/explorer/about_dialog.h"

#include "ui_about_dialog.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QIcon>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace spikeclip::explorer {

namespace {

QString row(const QString& name, const QString& value)
{
    return QStringLiteral("<tr><td style='padding-right:12px'><b>%1</b></td><td>%2</td></tr>").arg(name.toHtmlEscaped(), value);
}

/// A model card is free-form JSON: its own names and nesting are shown as they are.
QString toHtml(const QJsonValue& value)
{
    if (value.isObject()) {
        QString rows;
        const auto object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            auto name = entry.key();
            rows += row(name.replace(QLatin1Char('_'), QLatin1Char(' ')), toHtml(entry.value()));
        }
        return QStringLiteral("<table>%1</table>").arg(rows);
    }
    if (value.isArray()) {
        QString items;
        for (const auto& item : value.toArray())
            items += QStringLiteral("<li>%1</li>").arg(toHtml(item));
        return QStringLiteral("<ul>%1</ul>").arg(items);
    }
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'g', 6);
    if (value.isBool())
        return value.toBool() ? AboutDialog::tr("yes") : AboutDialog::tr("no");
    return value.toString().toHtmlEscaped();
}

QString modelHtml(const ModelInfo& model)
{
    const QLocale locale;
    const auto& image = model.config.image;
    QString rows;
    rows += row(AboutDialog::tr("Name"), QString::fromStdString(model.config.name).toHtmlEscaped());
    rows += row(AboutDialog::tr("File"), QString::fromStdString(model.file).toHtmlEscaped());
    rows += row(AboutDialog::tr("SHA-256"), QString::fromStdString(model.hash).toHtmlEscaped());
    rows += row(AboutDialog::tr("Image side"), AboutDialog::tr("%1 \u00d7 %1 pixels, width %2, %n block(s), T = %3", nullptr, image.blocks)
                                                   .arg(image.imageSize)
                                                   .arg(image.width)
                                                   .arg(image.steps));
    for (const auto& [part, count] : model.parameters)
        rows += row(AboutDialog::tr("Parameters, %1").arg(QString::fromStdString(part)), locale.toString(static_cast<qlonglong>(count)));
    auto html = QStringLiteral("<table>%1</table>").arg(rows);
    const auto card = QJsonDocument::fromJson(QByteArray::fromStdString(model.card));
    if (card.isObject())
        html += QStringLiteral("<h3>%1</h3>").arg(AboutDialog::tr("Model card").toHtmlEscaped()) + toHtml(card.object());
    return html;
}

}

AboutDialog::AboutDialog(const std::optional<ModelInfo>& model, QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    m_ui->icon->setPixmap(QGuiApplication::windowIcon().pixmap(64, 64));
    m_ui->version->setText(tr("Version %1, Qt %2").arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
    m_ui->model->setHtml(model ? modelHtml(*model) : tr("No model is loaded.").toHtmlEscaped());
}

AboutDialog::~AboutDialog() = default;

}
