#pragma once

#include "widgets/compare_figures.h"
#include "widgets/compare_view.h"
#include "widgets/view_panel.h"

#include <optional>
#include <vector>

class QCheckBox;
class QPushButton;

namespace spikeclip::widgets {

class CompareTable;

/// The spiking network beside its ANN twin: the same picture, the same labels, and what both cost. It is told all it shows.
class ComparePanel : public ViewPanel
{
    Q_OBJECT
public:
    static constexpr int rowsByDefault = 10;

    explicit ComparePanel(QWidget* parent = nullptr);

    /// Both answers to one picture. They stay until the next call, setWaiting(), setFailure() or forget().
    ///
    /// Shape   labels [N]; snnCosinePerStep [T][N]; twinCosine [N]; anything else is no answer
    /// Units   scale: of the softmax
    void setAnswers(const QStringList& labels, const std::vector<std::vector<double>>& snnCosinePerStep, const std::vector<double>& twinCosine,
                    double scale);
    /// Another model's cosines of the same labels as a third bar, until the answers change; it is shown only while there is one. Shape   cosine [N]
    void setThird(const QString& name, const std::vector<double>& cosine);
    void setScale(double scale);
    void setStep(int step); ///< T, from 1; 0: all steps
    void setRace(const std::optional<RaceFigures>& race);
    void setMeasuring(bool measuring);
    /// Estimated picojoules of one picture, of the spiking network up to the step shown, and by which preset and rules. 0: nothing is known.
    void setEnergy(double snnPj, double annPj, const QString& preset, const QStringList& rules = {});
    void setTwinLags(bool lags);          ///< the model's last training left the twin out
    void setAgreement(int agree, int of); ///< pictures of the gallery; `of` 0: none were compared
    void setWaiting();                    ///< for the twin's answer
    void setFailure(const QString& sentence);
    void forget(); ///< answers and race; another model

    void setShowAll(bool all);
    void setShowSoftmax(bool softmax);

    QString headline() const { return m_view->headline(); }

Q_SIGNALS:
    void measureRequested();
    void stepChosen(int step); ///< by the reader

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override { return QStringLiteral("snn-and-twin"); }
    ExportNotes ownNotes() const override;

private:
    enum class State { Nothing, Waiting, Failed, Answered };

    ComparePanel(CompareView* view, CompareTable* table, QWidget* parent);
    int shownStep() const;  ///< from 1
    QString reason() const; ///< why there is nothing to show
    QList<CompareFigure> figures() const;

    State m_state = State::Nothing;
    QString m_failure;
    QStringList m_labels;
    std::vector<std::vector<double>> m_snn;
    std::vector<double> m_twin;
    std::vector<double> m_third;
    QString m_thirdName;
    double m_scale = 1;
    int m_step = 0;
    std::optional<RaceFigures> m_race;
    bool m_measuring = false;
    ComparedEnergy m_energy;
    bool m_twinLags = false;
    int m_agree = 0;
    int m_compared = 0;

    CompareView* m_view;
    CompareTable* m_table;
    QCheckBox* m_showAll;
    QCheckBox* m_softmax;
    QPushButton* m_measure;
};

}
