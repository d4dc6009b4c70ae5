#include "core/data/training_plan.h"

namespace spikeclip::data {

TrainingPlan usualPlan(TrainingPlan::What what)
{
    TrainingPlan plan{.what = what};
    if (what == TrainingPlan::What::Head)
        return plan;
    plan.epochs = 10;
    plan.learningRate = 5e-4; // [spikeclip-code], dual_ft.sh: 5e-4 to 1e-5
    plan.finalLearningRate = 1e-5;
    plan.weightDecay = 0.05;
    return plan;
}

bool choosesTeacher(TrainingPlan::What what) { return what == TrainingPlan::What::Alignment; }

bool choosesDivergence(TrainingPlan::What what) { return what == TrainingPlan::What::Dual; }

bool choosesFiringPenalty(TrainingPlan::What what) { return what != TrainingPlan::What::Head; }

}
