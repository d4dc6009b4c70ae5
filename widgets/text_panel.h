#pragma once

#include "core/data/label_text.h"
#include "widgets/view_panel.h"

#include <QStringList>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QLabel;

namespace spikeclip::widgets {

class TextTable;
class TextView;

/// How a label becomes spikes: its words as the text encoder has them and its two layers of neurons; or what another label changes. It asks for the
/// readings it needs, only while it is visible, and says so until they come.
class TextPanel : public ViewPanel
{
    Q_OBJECT
public:
    explicit TextPanel(QWidget* parent = nullptr);

    /// Which labels there are to choose from. Readings of those that stay are kept.
    void setLabels(const QStringList& labels);
    /// Adds what was read. Readings of labels that are not there are ignored.
    void setReadings(const std::vector<data::LabelReading>& readings);
    /// Another model or another template: what was read so far does not count any more.
    void forget();
    /// Why there is no reading; shown until a reading comes, another label is chosen or everything is forgotten.
    void setFailure(const QString& sentence);

    QString label() const;      ///< empty while there is none
    QString otherLabel() const; ///< empty: compared with nobody
    void chooseLabel(const QString& label);
    void compareWith(const QString& label); ///< empty: nobody
    void setStep(int step);                 ///< marked in all views, from 1; 0: none

Q_SIGNALS:
    void labelsWanted(const QStringList& labels); ///< readings are needed of these; once until something changes
    void stepChosen(int step);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    TextPanel(TextView* view, TextTable* table, QWidget* parent);
    const data::LabelReading* readingOf(const QString& label) const;
    void fillChoices();
    QStringList missing() const;
    QString showReadings(); ///< says why there is nothing to show

    QStringList m_labels;
    std::map<QString, data::LabelReading> m_readings;
    QString m_label;
    QString m_other;
    QString m_failure;
    QStringList m_asked;

    TextView* m_view;
    TextTable* m_table;
    QLabel* m_labelLabel;
    QComboBox* m_labelBox;
    QLabel* m_otherLabel;
    QComboBox* m_otherBox;
};

}
