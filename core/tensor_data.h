#pragma once

#include "core/io/safetensors.h"

#include <ATen/core/Tensor.h>

namespace spikeclip {

/// A copy of stored bytes as a tensor on the CPU.
at::Tensor toTensor(const io::TensorData& data);

/// A copy of a tensor's numbers, from whatever device.
///
/// Errors  Error(BadValue) for a type that safetensors does not have
io::TensorData toTensorData(const at::Tensor& tensor);

}
