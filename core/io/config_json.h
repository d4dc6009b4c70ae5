#pragma once

#include "core/data/model_config.h"

#include <string>

/// Configurations as JSON objects with snake_case keys: those of `core/data/model_config.h`, `lif` an object of its own inside `image` and `text`,
/// `input` "tokens" or "words", `method` "area" or "clip". Checkpoints and recipes share them.
///
/// A key that is missing takes its default. Numbers come back exactly as written.
/// Errors  toJson: Error(BadValue) for a number that is not finite or a text that is not UTF-8.
///         FromJson: Error(BadValue), naming the key, for text that is not a JSON object, a key that is unknown or there twice, or a value of another
///         type. Ranges are left to data::check().
namespace spikeclip::io {

std::string toJson(const data::ImageConfig& config);
std::string toJson(const data::TextConfig& config);
std::string toJson(const data::Preprocess& preprocess);
std::string toJson(const data::LabelOptions& labels);

/// `name`, `image`, `text`, `preprocess`, `labels` and `logit_scale`.
std::string toJson(const data::ModelConfig& config);

data::ImageConfig imageConfigFromJson(const std::string& text);
data::TextConfig textConfigFromJson(const std::string& text);
data::Preprocess preprocessFromJson(const std::string& text);
data::LabelOptions labelOptionsFromJson(const std::string& text);
data::ModelConfig modelConfigFromJson(const std::string& text);

}
