#pragma once

#include "widgets/export.h"
#include "widgets/panel.h"

#include <functional>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace spikeclip::widgets {

/// A panel around one view of data, with what every such view has: its twin as a table, its files (PNG, SVG, CSV, some also JSON), copies of picture and data, help, and
/// a notice in its place while there is nothing to show.
///
/// A hidden panel costs nothing: what changes meanwhile is shown when the panel is. A view derives from it, adds its choices to `choices()`, says what
/// it shows in `refresh()` and all its words in `retranslate()`, and calls `retranslate()` once at the end of its constructor.
class ViewPanel : public Panel
{
    Q_OBJECT
public:
    /// Role under which a table model gives plain numbers, to sort by and to write to files. DisplayRole follows the locale.
    static constexpr int SortRole = Qt::UserRole;

    /// A file in one of the formats, by its suffix: .csv, .svg, .json where there is one, anything else a PNG. Says why not, or nothing. Draws what is shown, hidden or not.
    QString saveTo(const QString& path);
    void copyPicture();
    void copyData(); ///< as saved to CSV

    /// What exported files say of where the data come from; the panel adds its own choices.
    void setNotes(const ExportNotes& notes) { m_notes = notes; }

    bool showsTable() const;
    void showTable(bool table);

    /// Why nothing is shown; empty while something is.
    QString notice() const;

Q_SIGNALS:
    void failed(const QString& sentence); ///< an export could not be written

protected:
    struct Parts
    {
        QWidget* view;                                           ///< what paints; the panel owns it
        QAbstractItemModel* table;                               ///< the same numbers; the panel owns it
        PaintView paint;                                         ///< the view on any device
        std::function<QByteArray(const ExportNotes& notes)> csv; ///< what is in sight or selected; without one: the table
        std::function<QByteArray()> json = {};                   ///< all of it as a document; without one there is no such file
    };
    explicit ViewPanel(Parts parts, QWidget* parent = nullptr);

    QHBoxLayout* choices() { return m_choices; } ///< a row above the view, empty at first
    void invalidate();                           ///< something that is shown has changed
    void setNotice(const QString& notice);       ///< empty: the view is shown

    virtual void refresh() = 0;                         ///< called only while visible, or for a file
    virtual void retranslate();                         ///< overridden together with a call of this
    virtual QString fileName() const = 0;               ///< without suffix, e.g. "block-0-attn-q_lif"
    virtual ExportNotes ownNotes() const { return {}; } ///< names are English: programs read them

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildExportMenu();
    void chooseFile(const QString& suffix, const QString& filter);
    QByteArray encoded(const QString& suffix);
    void choosePage();
    void refreshNow();

    Parts m_parts;
    ExportNotes m_notes;
    bool m_stale = true;

    QHBoxLayout* m_choices;
    QToolButton* m_showTable;
    QToolButton* m_export;
    QMenu* m_exportMenu;
    QAction* m_savePng = nullptr;
    QAction* m_saveSvg = nullptr;
    QAction* m_saveCsv = nullptr;
    QAction* m_saveJson = nullptr; ///< none without a document
    QAction* m_copyPicture = nullptr;
    QAction* m_copyData = nullptr;
    QTableView* m_table;
    QLabel* m_notice;
    QStackedWidget* m_pages;
};

}
