#pragma once

#include <cstdint>
#include <string>

namespace spikeclip::data {

/// What a person chooses before a model is trained on data of their own. It becomes a recipe (io::recipeText), which is all that a run knows.
struct TrainingPlan
{
    enum class What {
        Head,      ///< the read-out and the weights of the steps, on features that are computed once: seconds an epoch
        Full,      ///< all weights of the spiking image encoder: cross-entropy
        Alignment, ///< all weights, towards the vectors of a teacher: 1 - cos
        Dual,      ///< all weights: cross-entropy and KL towards the ANN twin
    };
    enum class Teacher {
        Twin,   ///< the ANN twin's vector of the same picture
        Labels, ///< the vector of the picture's label
    };

    std::string name;
    std::string initialModel;     ///< checkpoint to start from, absolute
    std::string dataPath;         ///< what io::listSamples reads, absolute
    std::string labelFile;        ///< names for its classes, absolute; empty: their own
    double validationShare = 0.2; ///< of each class, set aside to judge by
    What what = What::Head;
    Teacher teacher = Teacher::Twin; ///< of Alignment
    double epochs = 30;
    int batch = 64;
    int steps = 0;                ///< T; 0: the model's
    double learningRate = 1e-3;
    double finalLearningRate = 1e-5;
    double weightDecay = 0.01;
    double labelSmoothing = 0;
    double klWeight = 1;          ///< of Dual
    double angleGate = 0;         ///< of Dual, degrees: steps whose gradients of the two losses differ by more are left out, the others follow cross-entropy and the firing rate alone; 0: no gate
    double rateWeight = 0;        ///< of the mean firing rate, which a penalty brings down; not of Head, whose neurons learn nothing
    bool augment = true;          ///< shifted and mirrored pictures; for Head mirrored ones only
    std::uint64_t seed = 1;
    double checkpointMinutes = 1;

    friend bool operator==(const TrainingPlan&, const TrainingPlan&) = default;
};

/// Sane settings for each kind of training, `name`, data and model left empty.
TrainingPlan usualPlan(TrainingPlan::What what);

/// Choices that some kinds of training only have; the others leave them as they are.
bool choosesTeacher(TrainingPlan::What what);       ///< `teacher`
bool choosesDivergence(TrainingPlan::What what);    ///< `klWeight`, `angleGate`
bool choosesFiringPenalty(TrainingPlan::What what); ///< `rateWeight`

/// Lowest and highest value that is worth offering and that a recipe may hold.
struct Limits
{
    double lowest, highest;
};
inline constexpr Limits seedLimits{0, 9e15}; // other readers of JSON have no more whole numbers
inline constexpr Limits validationShareLimits{0, 0.5};
inline constexpr Limits checkpointMinutesLimits{0, 1e6};
inline constexpr Limits epochsLimits{0, 1e6};
inline constexpr Limits batchLimits{2, 65536};
inline constexpr Limits stepsLimits{0, 64};
inline constexpr Limits learningRateLimits{0, 10};
inline constexpr Limits weightDecayLimits{0, 10};
inline constexpr Limits labelSmoothingLimits{0, 0.9};
inline constexpr Limits lossWeightLimits{0, 1e6};
inline constexpr Limits angleLimits{0, 180}; // degrees

}
