#pragma once

#include "app/session/inference.h"
#include "app/session/record_store.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <memory>
#include <vector>

namespace spikeclip::session {

/// One picture of the gallery. Its answer is that after all steps.
struct GalleryItem
{
    enum class State { Waiting, Done, Failed };

    QString path; ///< absolute; also the key of its spikes
    QString name; ///< of the file
    State state = State::Waiting;
    data::ImagePtr thumbnail; ///< null until it was decoded
    QString winner;           ///< the leading label; empty unless done
    double cosine = 0;        ///< of the winner, in [-1, 1]
    double probability = 0;   ///< of the winner among all labels, at Gallery::scale()
    bool twinAsked = false;   ///< the ANN twin was, whether or not there is one to answer
    QString twinWinner;       ///< its leading label; empty unless it answered
    bool kept = false;        ///< its spikes are in the memory
    Failure failure;          ///< why, if it failed
};

/// How far the gallery is.
struct GalleryCounts
{
    int total = 0;
    int done = 0;   ///< classified
    int failed = 0; ///< could not be read, or not classified
    int kept = 0;   ///< pictures of the gallery whose spikes are in the memory
    int others = 0; ///< pictures kept that are not in the gallery
};

/// How often the spiking network and its ANN twin have the same answer.
struct GalleryAgreement
{
    int agree = 0;
    int compared = 0; ///< pictures that both have answered
};

/// What became of files and folders that were added.
struct GalleryAddition
{
    int added = 0;
    int known = 0;   ///< were there already
    int leftOut = 0; ///< beyond the most that a gallery holds; at least so many if `cutShort`
    int unreadableFolders = 0;
    bool cutShort = false; ///< as FoundPictures
};

/// Many pictures against the labels of the moment, classified in the background, and their spikes as far as the memory cap allows.
///
/// Everything is done by Inference, which lets any other request go first.
class Gallery : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostPictures = 5000;               ///< their thumbnails take up to 230 MB
    static constexpr QSize thumbnailSize = QSize(144, 108); ///< pixels that a thumbnail fits into

    /// Units   capBytes: bytes, as RecordStore
    Gallery(Inference& inference, std::size_t capBytes, QObject* parent = nullptr);

    /// Adds the pictures of a folder and its sub-folders, as FolderScan finds them; `added` says what became of them.
    void addFolder(const QString& folder) { addFiles({folder}); }

    /// Adds files in the order given; folders among them are looked through. A picture that is there already is not added again.
    void addFiles(const QStringList& paths);

    /// Forgets all pictures, their spikes, and folders that are still being read.
    void clear();

    /// Stops; what has not been classified stays as it is until retry().
    void cancel();

    /// Goes on with what waits, and tries again what failed.
    void retry();

    /// What to ask of every picture: labels, templates, encoder and steps of `request`, on this model (ModelInfo::hash). Where that is new,
    /// everything is classified again. Without labels, or without a model (an empty hash), pictures get thumbnails and wait. Spikes depend on
    /// encoder, steps and model alone: they are forgotten when one of these changes.
    void setRequest(const InferenceRequest& request, const QString& model);

    /// Scale of the softmax; 0: the model's own. Nothing is computed anew.
    void setScale(double scale);

    /// Also asks the ANN twin about every picture, from now on and about those the spiking network has answered, whose answers stay meanwhile. A model
    /// without one, or a twin that cannot be run, leaves the answers as they are. Off at first: it makes the engine load LibTorch.
    void setWithTwin(bool withTwin);
    GalleryAgreement agreement() const;

    const std::vector<GalleryItem>& items() const { return m_items; }
    GalleryCounts counts() const;
    double scale() const; ///< of the probabilities
    bool isRunning() const { return m_running; }
    bool isReadingFolders() const { return m_inference.isReadingFolders(); }

    /// Keeps the spikes of any picture, by its path or another name, as the newest. Layers without spikes are not worth keeping: then nothing
    /// happens.
    void keep(const QString& picture, const Layers& layers);

    /// The spikes of a picture, which counts as looking at them; null if they are not kept.
    std::shared_ptr<const Layers> spikes(const QString& picture) { return m_records.find(picture.toStdString()); }

    std::size_t bytes() const { return m_records.bytes(); }
    std::size_t cap() const { return m_records.mostBytes(); }
    void setCap(std::size_t bytes);

Q_SIGNALS:
    void itemsAdded(int first, int count);
    void itemChanged(int index);
    void classified(int index, const spikeclip::InferenceResult& result); ///< all that its answer says, before itemChanged()
    void itemsReset(); ///< all of them may have changed, and there may be none left
    void added(const spikeclip::session::GalleryAddition& addition);
    void progressed(int done, int total); ///< done or failed
    void finished();                      ///< nothing is running any more: all done, or cancelled
    void readingFolders();                ///< files and folders were given, and are being looked through
    void recordsChanged();                ///< what is kept, bytes() or cap()

private:
    void onFoldersRead(const FoundPictures& found);
    void onListed(const ListedPicture& picture);
    void onListEnded();
    void run();
    bool lacksTwin(const GalleryItem& item) const;
    bool hasRequest() const { return !m_model.isEmpty() && !m_request.labels.empty(); }
    void forgetAnswer(std::size_t index);
    void showProbability(std::size_t index);
    void markGone(const std::vector<std::string>& pictures);
    void forgetRecords();

    Inference& m_inference;
    RecordStore m_records;
    std::vector<GalleryItem> m_items;
    std::vector<std::vector<double>> m_cosines; ///< [item][label] after all steps; empty unless done
    QHash<QString, int> m_index;                ///< of a path
    InferenceRequest m_request;
    QString m_model;
    double m_scale = 0;      ///< 0: the model's own
    double m_modelScale = 1; ///< as the last answer said
    int m_done = 0;
    int m_failed = 0;
    int m_kept = 0;
    bool m_running = false;
};

}
