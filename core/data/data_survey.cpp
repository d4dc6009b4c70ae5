#include "core/data/data_survey.h"

#include <algorithm>
#include <cmath>

namespace spikeclip::data {

std::int64_t DataSurvey::train() const
{
    std::int64_t sum = 0;
    for (const auto& one : classes)
        sum += one.train;
    return sum;
}

std::int64_t DataSurvey::validation() const
{
    std::int64_t sum = 0;
    for (const auto& one : classes)
        sum += one.validation;
    return sum;
}

std::int64_t DataSurvey::fewest() const
{
    const auto found = std::ranges::min_element(classes, {}, &ClassSurvey::all);
    return found == classes.end() ? 0 : found->all();
}

std::int64_t DataSurvey::largest() const
{
    const auto found = std::ranges::max_element(classes, {}, &ClassSurvey::all);
    return found == classes.end() ? 0 : found->all();
}

std::int64_t validationCount(std::int64_t count, double share)
{
    if (count < 2 || share <= 0)
        return 0;
    return std::clamp<std::int64_t>(std::llround(share * static_cast<double>(count)), 1, count - 1);
}

}
