#include "core/tensor_data.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>

#include <array>
#include <cstring>
#include <utility>

namespace spikeclip {

namespace {

constexpr std::array<std::pair<io::DType, at::ScalarType>, 10> types = {{
    {io::DType::F64, at::kDouble},
    {io::DType::F32, at::kFloat},
    {io::DType::F16, at::kHalf},
    {io::DType::BF16, at::kBFloat16},
    {io::DType::I64, at::kLong},
    {io::DType::I32, at::kInt},
    {io::DType::I16, at::kShort},
    {io::DType::I8, at::kChar},
    {io::DType::U8, at::kByte},
    {io::DType::Bool, at::kBool},
}};

}

at::Tensor toTensor(const io::TensorData& data)
{
    for (const auto& [stored, type] : types)
        if (stored == data.dtype) {
            auto tensor = at::empty(data.shape, type);
            if (tensor.nbytes() != data.bytes.size())
                throw Error(ErrorCode::BadShape, "a stored tensor has other bytes than its shape says");
            if (!data.bytes.empty())
                std::memcpy(tensor.data_ptr(), data.bytes.data(), data.bytes.size());
            return tensor;
        }
    throw Error(ErrorCode::BadValue, "a stored tensor has an unknown type");
}

io::TensorData toTensorData(const at::Tensor& tensor)
{
    const auto plain = tensor.detach().to(at::kCPU).contiguous();
    for (const auto& [stored, type] : types)
        if (type == plain.scalar_type()) {
            io::TensorData data{stored, plain.sizes().vec(), std::vector<std::byte>(plain.nbytes())};
            if (!data.bytes.empty())
                std::memcpy(data.bytes.data(), plain.data_ptr(), data.bytes.size());
            return data;
        }
    throw Error(ErrorCode::BadValue, "a tensor of a type that cannot be stored");
}

}
