#pragma once

#include <QStringList>
#include <QWidget>

namespace spikeclip::widgets {

/// Estimated energy of one picture.
struct EnergyFigures
{
    double snnPj = 0;  ///< up to `step`, picojoules; 0: nothing known
    double annPj = 0;  ///< of the twin; 0: the model has none
    double mostPj = 0; ///< largest value over all steps, so that bars keep their scale while T moves
    int step = 0;      ///< T the first figure is for
    QString preset;
    QStringList rules;
};

/// "12.4 µJ": three significant digits, the unit chosen among pJ, nJ, µJ and mJ by `unitOfPj`, which two figures may share.
QString energyText(double pj, double unitOfPj);

/// The spiking network's estimated energy against that of its ANN twin.
class EnergyLine : public QWidget
{
    Q_OBJECT
public:
    explicit EnergyLine(QWidget* parent = nullptr);

    void setFigures(const EnergyFigures& figures);
    QString summary() const;
    QString comparison() const; ///< "72 % less than the ANN twin"; empty without two figures

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    EnergyFigures m_figures;
};

}
