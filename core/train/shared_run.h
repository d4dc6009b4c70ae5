#pragma once

#include "core/data/outcome.h"
#include "core/data/process_place.h"
#include "core/nn/weights.h"
#include "core/train/objective.h"
#include "core/train/optimizer.h"
#include "core/train/process_group.h"
#include "core/train/run_state.h"

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace spikeclip::train {

/// What a run asks of the processes that it is shared by. All of them ask the same in the same order; a run of one process gets its own answers back.
///
/// Errors  Error(PeerLost) of every question, when another process has ended or does not answer
class SharedRun
{
public:
    /// Returns when all processes are there. `place`: empty for one process.
    SharedRun(const std::optional<data::ProcessPlace>& place, const at::Device& device);

    bool alone() const { return !m_group; }
    bool first() const { return !m_group || m_group->rank() == 0; } ///< writes, shows and judges for all
    const nn::Peers* peers() const { return m_group.get(); }        ///< null: alone

    /// This process's samples of a batch. Shares differ by one at most.
    ///
    /// Errors  Error(BadArgument) if there are fewer samples than processes
    Part share(int samples) const;

    bool any(bool own) const;     ///< whether it is true of one of them
    double sum(double own) const;
    void sum(at::Tensor& numbers) const; ///< in their place
    void sumGradients(const std::vector<AdamW::Parameter>& parameters) const; ///< a parameter without a gradient has none anywhere

    /// Runs what may fail or be stopped in some processes only, and then asks none of the others for anything.
    ///
    /// Errors  those of `work` where it failed, Error(PeerLost) elsewhere; Stopped everywhere if it was only stopped
    template <typename Work>
    void inStep(Work&& work) const
    {
        std::exception_ptr problem;
        bool stopped = false;
        try {
            work();
        } catch (const Stopped&) {
            problem = std::current_exception();
            stopped = true;
        } catch (...) {
            problem = std::current_exception();
        }
        agree(problem, stopped);
    }

    /// Errors  Error(BadArgument) everywhere if `own`, of which `what` is the name, differs between processes
    void requireAlike(const std::string& own, const std::string& what) const;

    // What the first process has replaces what the others have.
    void spread(const nn::Weights& weights) const;
    void spread(at::Tensor numbers) const;
    void spread(RunState& state) const;

private:
    void agree(std::exception_ptr problem, bool stopped) const;
    std::string firstOnes(const std::string& own) const;

    std::unique_ptr<const ProcessGroup> m_group;
};

}
