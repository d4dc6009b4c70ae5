#pragma once

namespace at {
class Tensor;
}

namespace spikeclip::nn {

/// The processes that learn from one batch together, each from its share of the samples. Normalisation takes its statistics from all shares.
class Peers
{
public:
    virtual ~Peers() = default;

    virtual int rank() const = 0; ///< of this process, from 0
    virtual int size() const = 0;

    /// Puts the sum over all processes in the place of `numbers`, to the bit the same in each. All call it in the same order, with equal shapes.
    ///
    /// Errors  Error(PeerLost)
    virtual void sum(at::Tensor& numbers) const = 0;
};

/// The sum over all processes, through which gradients flow: a loss is then the sum of the losses of all processes.
at::Tensor summed(const at::Tensor& numbers, const Peers& peers);

}
