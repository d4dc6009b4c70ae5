#pragma once

#include "app/session/gallery.h"
#include "core/data/labelled_set.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <vector>

namespace spikeclip::session {

/// Index of the label that a picture's place names, or -1: the folder in which it lies, or else the file itself, whole or without digits and
/// punctuation at its end. Upper and lower case, spaces, underscores and hyphens make no difference.
int ownLabel(const QString& path, const QStringList& labels);

/// The pictures of a gallery whose labels are known, as they are judged: what a data::LabelledSet is made from. Pictures that name no label are left
/// out and counted. An answer is kept as long as the gallery says that its picture is done, so other labels, another model or another encoder begin
/// anew; answers of the ANN encoder alone are left aside, because they have no steps.
class LabelledPictures : public QObject
{
    Q_OBJECT
public:
    static constexpr int intervalMs = 300; ///< between two reports at least

    explicit LabelledPictures(Gallery& gallery, QObject* parent = nullptr);

    /// Whose twin the set describes. The twin's answers are there if the gallery asks for them, see Gallery::setWithTwin().
    void setModel(const ModelInfo& model);

    int labelled() const { return static_cast<int>(m_answers.size()); }
    int unlabelled() const { return static_cast<int>(m_unlabelled.size()); }

    /// In the order of the gallery; confidences at its scale.
    data::LabelledSet set() const;

Q_SIGNALS:
    void changed(); ///< set() is another; at most a few times a second

private:
    void onClassified(int index, const InferenceResult& result);
    void onItemChanged(int index);
    void sweep();
    void schedule();

    struct Answer
    {
        data::JudgedPicture judged;             ///< without confidences, which follow the scale
        std::vector<std::vector<float>> cosine; ///< [T][label]
    };

    Gallery& m_gallery;
    QTimer m_timer;
    QHash<QString, Answer> m_answers; ///< by path
    QSet<QString> m_unlabelled;       ///< paths
    data::LabelledSet m_frame;        ///< all but pictures
};

}
