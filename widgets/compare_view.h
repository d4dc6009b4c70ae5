#pragma once

#include "core/data/comparison.h"
#include "widgets/compare_figures.h"
#include "widgets/row_view.h"

#include <QList>
#include <QStringList>

namespace spikeclip::widgets {

/// What two networks say of one picture at one step.
struct ComparedAnswers
{
    QStringList labels;          ///< in the order asked
    data::Comparison comparison; ///< of the step shown
    data::CosineRange range;     ///< over all steps, so that bars keep their scale while T moves
    QString third;               ///< name of the third model, if the comparison has one
    double scale = 1;            ///< of the softmax
    int step = 0;                ///< T shown, from 1
    int steps = 0;
    bool twinLags = false;       ///< the twin was left out of the last training, so the match is no fair one
};

QString cosineText(double cosine);         ///< "0.312"
QString differenceText(double difference); ///< with its sign: "+0.031", "−0.031"

/// A headline that says whether both agree; for each label the cosines of both as bars around 0, and their difference; and what both cost, under
/// the labels or, where there is little room, after them. Up, Down, Home and End choose a label, Left and Right a step.
class CompareView : public RowView
{
    Q_OBJECT
public:
    explicit CompareView(QWidget* parent = nullptr);

    void setAnswers(const ComparedAnswers& answers);
    void setFigures(const QList<CompareFigure>& figures);
    void setRowLimit(int rows); ///< of labels; 0: no limit
    void showSoftmax(bool softmax);

    QString headline() const;
    QString shownText() const;        ///< "10 of 65 labels, ..."
    QString rowText(int label) const; ///< of the label in that row
    QString summary() const;
    int shownLabels() const;
    int chosenLabel() const { return m_chosen; } ///< row; -1: none

    QSize sizeHint() const override { return {420, 360}; }
    QSize minimumSizeHint() const override { return {220, 130}; }

Q_SIGNALS:
    void stepChosen(int step); ///< by the reader

protected:
    int rowCount() const override;
    QString absence() const override;
    QString rowTip(int row) const override;
    QString headerTip() const override;
    int headerHeight() const override;
    int footerHeight() const override;
    int spareHeight() const override { return leastSpareHeight() + 14; }
    int leastSpareHeight() const override;
    bool isChoosable(int row) const override { return row < rowCount(); }
    int chosenRow() const override { return m_chosen; }
    void onChosen(int row) override;
    void paintUnderRows(QPainter& painter) override;
    void paintRow(QPainter& painter, int row, const QRectF& area) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Places ///< x
    {
        double labelEnd, barStart, barEnd, cosineEnd, softmaxEnd, differenceEnd;
        double at(double cosine, const data::CosineRange& range) const;
    };
    Places places() const;
    int networks() const { return m_answers.third.isEmpty() ? 2 : 3; }
    int line() const; ///< height of a small line
    int figureHeight() const { return 2 * line() + 4; }
    bool figuresAreRows() const;
    void refresh();
    static QString caveat(); ///< of a twin that lags
    int headlineHeight() const;
    void paintHeadline(QPainter& painter) const;
    void paintLegend(QPainter& painter, double top) const;
    void paintAxis(QPainter& painter, double top) const;
    void paintFigure(QPainter& painter, const CompareFigure& figure, const QRectF& area) const;
    void paintLabel(QPainter& painter, const data::ComparedLabel& label, const QRectF& area) const;
    void paintDifference(QPainter& painter, double difference, const QRectF& area) const;
    QList<std::pair<double, QColor>> bars(const data::ComparedLabel& label) const; ///< top to bottom

    ComparedAnswers m_answers;
    QList<CompareFigure> m_figures;
    int m_limit = 10;
    bool m_softmax = false;
    int m_chosen = -1;
    Places m_places{}; ///< of what is being painted
};

}
