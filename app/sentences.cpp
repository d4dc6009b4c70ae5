#include "app/sentences.h"

// The command line has no Qt, yet the translator's tool finds its strings by this name.
#define QT_TRANSLATE_NOOP(context, text) text

namespace spikeclip {

const char* sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadArgument:
        return QT_TRANSLATE_NOOP("Errors", "These choices do not go together (%1): change one of them.");
    case ErrorCode::BadShape:
        return QT_TRANSLATE_NOOP("Errors", "The data does not have the shape that this model needs (%1): use a file made for this model.");
    case ErrorCode::BadValue:
        return QT_TRANSLATE_NOOP("Errors", "A value is outside its range (%1): choose one within it.");
    case ErrorCode::FileMissing:
        return QT_TRANSLATE_NOOP("Errors", "There is no file or folder %1: check the name.");
    case ErrorCode::FileUnreadable:
        return QT_TRANSLATE_NOOP("Errors", "The file cannot be read (%1): check its permissions and its content.");
    case ErrorCode::FileUnwritable:
        return QT_TRANSLATE_NOOP("Errors", "The file cannot be written (%1): free some space or choose another folder.");
    case ErrorCode::CheckpointBroken:
        return QT_TRANSLATE_NOOP("Errors", "The model file is damaged (%1): get a fresh copy of it.");
    case ErrorCode::CheckpointForeign:
        return QT_TRANSLATE_NOOP("Errors", "The file is not a model that this program knows (%1): choose a checkpoint written by SpikeCLIP Explorer.");
    case ErrorCode::PictureBroken:
        return QT_TRANSLATE_NOOP("Errors", "The picture is damaged or cut off (%1): try another copy of it.");
    case ErrorCode::PictureTooLarge:
        return QT_TRANSLATE_NOOP("Errors", "The picture is too large (%1): make it smaller and try again.");
    case ErrorCode::PictureUnsupported:
        return QT_TRANSLATE_NOOP("Errors", "The file is not in a picture format that can be read here (%1): save it as JPEG or PNG.");
    case ErrorCode::NoLabels:
        return QT_TRANSLATE_NOOP("Errors", "There are no labels to choose from: type at least one.");
    case ErrorCode::TooManySteps:
        return QT_TRANSLATE_NOOP("Errors", "The model has no weights for that many time steps (%1): ask for fewer.");
    case ErrorCode::PartMissing:
        return QT_TRANSLATE_NOOP("Errors", "The model lacks the part that this needs (%1): choose another model or another encoder.");
    case ErrorCode::DeviceMissing:
        return QT_TRANSLATE_NOOP("Errors", "The compute device %1 is not available: choose cpu or another device.");
    case ErrorCode::OutOfMemory:
        return QT_TRANSLATE_NOOP("Errors", "There was not enough memory (%1): close other programs or take a smaller batch.");
    case ErrorCode::DataMissing:
        return QT_TRANSLATE_NOOP("Errors", "No picture was found in %1: give a folder with one sub-folder of pictures for each class.");
    case ErrorCode::RecipeBroken:
        return QT_TRANSLATE_NOOP("Errors", "The recipe cannot be used (%1): correct that place in the file.");
    case ErrorCode::Diverged:
        return QT_TRANSLATE_NOOP("Errors", "Training was stopped because the loss is no longer a number (%1): lower the learning rate.");
    case ErrorCode::PeerLost:
        return QT_TRANSLATE_NOOP("Errors", "Another process of this training has ended or does not answer (%1): see what it said, then start all of them again with --resume.");
    case ErrorCode::EngineMissing:
        return QT_TRANSLATE_NOOP("Errors", "The engine could not be loaded (%1): install the program and LibTorch again.");
    case ErrorCode::Internal:
        break;
    }
    return QT_TRANSLATE_NOOP("Errors", "Something went wrong inside the program (%1): please report it together with what you did.");
}

}
