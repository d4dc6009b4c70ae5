#include "core/train/growth.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace spikeclip::train {

namespace {

constexpr std::array<std::string_view, 4> endsOfBranches = {".attn.proj_bn", ".mlp.mlp2_bn", ".self_attn.out_proj", ".mlp.fc2"};

bool scalesABranch(const std::string& key)
{
    const auto dot = key.rfind('.');
    const auto layer = std::string_view(key).substr(0, dot), tensor = std::string_view(key).substr(dot + 1);
    return (tensor == "weight" || tensor == "bias") && std::ranges::any_of(endsOfBranches, [&](auto end) { return layer.ends_with(end); });
}

}

nn::Weights withFurtherBlocks(const nn::Weights& known, const nn::Weights& fresh)
{
    auto tensors = fresh.tensors();
    for (auto& [key, tensor] : tensors) {
        if (const auto found = known.tensors().find(key); found != known.tensors().end())
            tensor = found->second;
        else if (scalesABranch(key))
            tensor = at::zeros_like(tensor);
    }
    return nn::Weights(std::move(tensors));
}

}
