#pragma once

#include "widgets/gallery_table.h"
#include "widgets/view_panel.h"

#include <QList>

class QComboBox;
class QLabel;
class QProgressBar;
class QSpinBox;
class QTimer;
class QToolButton;

namespace spikeclip::widgets {

class GalleryGrid;

/// How far a gallery is and what its spikes take.
struct GalleryFigures
{
    int done = 0; ///< classified
    int failed = 0;
    bool running = false;
    bool reading = false; ///< folders are being looked through
    int kept = 0;         ///< pictures of the gallery whose spikes are in the memory
    int others = 0;       ///< further pictures kept
    double bytes = 0;     ///< all of them together
    double capBytes = 0;
};

/// What became of files and folders that were added.
struct GalleryNotes
{
    int added = 0;
    int known = 0;        ///< were there already
    int leftOut = 0;      ///< beyond `most`
    bool atLeast = false; ///< `leftOut` and more, which were not counted
    int most = 0;         ///< pictures that a gallery holds
    int unreadableFolders = 0;
};

/// Many pictures against the same labels: a grid of thumbnails with the winner of each, which may be sorted, filtered, selected and opened.
///
/// It accepts no drops itself: the window takes files.
class GalleryPanel : public ViewPanel
{
    Q_OBJECT
public:
    static constexpr double bytesPerMb = 1e6;

    explicit GalleryPanel(QWidget* parent = nullptr);

    void setRows(const QList<GalleryRow>& rows); ///< instead of all; the same pictures stay selected
    void addRows(const QList<GalleryRow>& rows);
    void setRow(int index, const GalleryRow& row);
    void setFigures(const GalleryFigures& figures);
    void setNotes(const GalleryNotes& notes); ///< said until the next, or until the gallery is empty
    void setScale(double scale);              ///< of the softmax
    using ViewPanel::setNotes;

    QList<int> selected() const; ///< in the order shown

    void sortBy(GalleryOrder::By by);

    QString caption() const;    ///< which pictures are shown, and in which order
    QString additions() const;  ///< what became of the files added; empty if there is nothing to say
    QString recordLine() const; ///< what is kept

Q_SIGNALS:
    void folderRequested();
    void clearRequested();
    void cancelRequested();
    void retryRequested();
    void capEdited(int megabytes); ///< 0: keep nothing
    void pictureChosen(int index);
    void selectionChanged(const QList<int>& indexes);
    void stackRequested(const QList<int>& indexes);

protected:
    void refresh() override;
    void retranslate() override;
    QString fileName() const override { return QStringLiteral("pictures"); }
    ExportNotes ownNotes() const override;

private:
    GalleryPanel(GalleryGrid* grid, GalleryTable* table, QWidget* parent);
    GalleryPanel(GalleryGrid* grid, GalleryTable* table, GalleryOrder* order, QWidget* parent);
    void fitTable();
    void buildBottom();
    void connectParts();
    void scheduleRefresh();
    void fillFilter();
    void chooseFilter(int index);
    void showProgress();
    void showSelection();

    QList<GalleryRow> m_rows; ///< the table follows while the panel is visible
    GalleryFigures m_figures;
    GalleryNotes m_additions;
    bool m_rowsStale = false;

    GalleryGrid* m_grid;
    GalleryTable* m_table;
    GalleryOrder* m_order;
    QToolButton* m_open;
    QToolButton* m_clear;
    QComboBox* m_filter;
    QComboBox* m_sort;
    QToolButton* m_stack;
    QLabel* m_added;
    QWidget* m_progressLine;
    QProgressBar* m_progress;
    QToolButton* m_stop;
    QWidget* m_recordsLine;
    QLabel* m_records;
    QSpinBox* m_cap;
    QTimer* m_soon; ///< many pictures in a row refresh the words once
};

}
