#pragma once

#include "core/io/safetensors.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace spikeclip {

/// A copy of stored bytes as a tensor on the CPU.
at::Tensor toTensor(const io::TensorData& data);

/// A copy of a tensor's numbers, from whatever device.
///
/// Errors  Error(BadValue) for a type that safetensors does not have
io::TensorData toTensorData(const at::Tensor& tensor);

/// Rows of a matrix, as float32, from whatever device. Shape   [rows, columns]
std::vector<std::vector<float>> toRows(const at::Tensor& matrix);

/// Rows of equal length as a float32 matrix on the CPU.
at::Tensor toMatrix(const std::vector<std::vector<float>>& rows);

}
