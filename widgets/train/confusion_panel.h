#pragma once

#include "core/data/image.h"
#include "core/data/training.h"
#include "widgets/view_panel.h"

#include <memory>

class QComboBox;

namespace spikeclip::widgets {

class ConfusionTable;
class ConfusionView;

/// Which label the validation pictures of each label were taken for, before a run, after it, and what has changed. A cell opens its pictures.
class ConfusionPanel : public ViewPanel
{
    Q_OBJECT
public:
    enum class Show { Before, After, Change };

    explicit ConfusionPanel(QWidget* parent = nullptr);

    void setSummary(const std::shared_ptr<const data::RunSummary>& summary); ///< null: no run has ended
    void show(Show show);
    Show shown() const;
    using QWidget::show;

    void chooseCell(int label, int takenFor);                                ///< announces nothing; -1: none
    void setThumbnail(const QString& sample, const data::ImagePtr& picture); ///< null: it could not be read

Q_SIGNALS:
    void cellChosen(spikeclip::data::Moment moment, int label, int takenFor); ///< by the reader
    void thumbnailsWanted(const QStringList& samples);
    void pictureActivated(const QString& sample);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override;
    ExportNotes ownNotes() const override;

private:
    ConfusionPanel(ConfusionView* view, ConfusionTable* table, QWidget* parent);
    data::Moment moment() const { return shown() == Show::Before ? data::Moment::Before : data::Moment::After; }
    bool hasBefore() const;
    void onChosen(int label, int takenFor);
    void fillMap();
    void showPictures();
    QString cellText(int label, int takenFor) const;

    std::shared_ptr<const data::RunSummary> m_summary;
    data::ConfusionMatrix m_before, m_after;
    QStringList m_labels;
    int m_label = -1; ///< of the cell chosen; -1: none
    int m_takenFor = -1;

    ConfusionView* m_view;
    ConfusionTable* m_table;
    QComboBox* m_showBox;
};

}
