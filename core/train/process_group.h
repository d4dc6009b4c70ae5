#pragma once

#include "core/data/process_place.h"
#include "core/nn/peers.h"

#include <ATen/core/Tensor.h>

#include <memory>

namespace spikeclip::train {

/// Processes, on one machine or several, that share a training run and exchange tensors through LibTorch's c10d: Gloo, and NCCL for tensors on a
/// CUDA device where LibTorch has it. All processes make the same calls in the same order.
class ProcessGroup : public nn::Peers
{
public:
    /// Returns when all processes are there.
    ///
    /// Errors  Error(PeerLost) if they do not come in time; Error(BadArgument) if this LibTorch was built without Gloo
    ProcessGroup(const data::ProcessPlace& place, const at::Device& device);
    ~ProcessGroup() override;

    int rank() const override { return m_place.rank; }
    int size() const override { return m_place.size; }
    void sum(at::Tensor& numbers) const override;

    /// Puts what the first process has in the place of `numbers`, which has the same shape and type everywhere.
    ///
    /// Errors  Error(PeerLost)
    void spread(at::Tensor& numbers) const;

    /// "process 1 of 2", counted from 0 as RANK is.
    std::string name() const;

private:
    struct Connection;

    data::ProcessPlace m_place;
    std::unique_ptr<const Connection> m_connection;
};

}
