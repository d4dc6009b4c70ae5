#pragma once

#include "core/data/site.h"

#include <ATen/core/Tensor.h>

namespace spikeclip::nn {

using data::NeuronSite;
using data::SynapseSite;

/// Watches a forward pass, layer by layer, and may hand other spikes on: the seam for recording, self-check and what-if edits.
class Observer
{
public:
    virtual ~Observer() = default;

    /// Whether `fired` needs the current of its neurons. It costs the fused path its fusion.
    virtual bool wantsCurrent() const { return false; }

    /// Shape   spikes, current [T * B, C, H, W] or [T * B, positions, C] for text  ->  the spikes that the next layer sees
    virtual at::Tensor fired(const NeuronSite& site, const at::Tensor& spikes, const at::Tensor& current) = 0;

    virtual void connected(const SynapseSite&) {}
};

}
