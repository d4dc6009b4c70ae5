#include "core/tensor_data.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>

#include <algorithm>
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

std::vector<std::vector<float>> toRows(const at::Tensor& matrix)
{
    const auto plain = matrix.detach().to(at::kCPU, at::kFloat).contiguous();
    const auto columns = plain.size(1);
    std::vector<std::vector<float>> rows;
    for (std::int64_t row = 0; row < plain.size(0); ++row) {
        const auto* first = plain.data_ptr<float>() + row * columns;
        rows.emplace_back(first, first + columns);
    }
    return rows;
}

at::Tensor toMatrix(const std::vector<std::vector<float>>& rows)
{
    const auto columns = rows.empty() ? std::size_t{0} : rows.front().size();
    auto matrix = at::empty({static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(columns)}, at::kFloat);
    auto* out = matrix.data_ptr<float>();
    for (const auto& row : rows) {
        if (row.size() != columns)
            throw Error(ErrorCode::BadShape, "the rows of a matrix differ in length");
        out = std::ranges::copy(row, out).out;
    }
    return matrix;
}

}
