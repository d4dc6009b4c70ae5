#include "core/train/process_group.h"

#include "core/data/outcome.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

// Which of these there are is found out when the build is configured (CMakeLists.txt).
#ifdef SPIKECLIP_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif
#ifdef SPIKECLIP_NCCL
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

namespace spikeclip::train {

#ifdef SPIKECLIP_GLOO

namespace {

std::chrono::milliseconds patienceOf(const data::ProcessPlace& place)
{
    return std::chrono::milliseconds(static_cast<std::int64_t>(1000 * place.patience));
}

/// Where this process listens for the others: on this machine only if all of them are here.
std::shared_ptr<::gloo::transport::Device> listeningPlace(const data::ProcessPlace& place)
{
    const auto& address = place.address;
    if (address == "localhost" || address == "::1" || address.starts_with("127."))
        return c10d::ProcessGroupGloo::createDeviceForHostname(address);
    if (const char* interface = std::getenv("GLOO_SOCKET_IFNAME")) // as everywhere with Gloo
        return c10d::ProcessGroupGloo::createDeviceForInterface(interface);
    return c10d::ProcessGroupGloo::createDefaultDevice();
}

/// Newer LibTorch asks for libuv, with which it need not have been built.
template <typename Options>
void withoutLibuv(Options& options)
{
    if constexpr (requires { options.useLibUV; })
        options.useLibUV = false;
}

}

struct ProcessGroup::Connection
{
    Connection(const data::ProcessPlace& place, const at::Device& device)
    {
        c10d::TCPStoreOptions options;
        options.port = static_cast<std::uint16_t>(place.port);
        options.isServer = place.rank == 0;
        options.numWorkers = static_cast<std::size_t>(place.size);
        options.timeout = patienceOf(place);
        withoutLibuv(options);
        const c10::intrusive_ptr<c10d::Store> store = c10::make_intrusive<c10d::TCPStore>(place.address, options);
        auto settings = c10d::ProcessGroupGloo::Options::create(patienceOf(place));
        settings->devices.push_back(listeningPlace(place));
        gloo = c10::make_intrusive<c10d::ProcessGroupGloo>(store, place.rank, place.size, settings);
#ifdef SPIKECLIP_NCCL
        if (device.is_cuda()) {
            setenv("TORCH_NCCL_BLOCKING_WAIT", "1", 0); // a lost process is then an error of the call that waits for it, not the end of this one
            setenv("NCCL_BLOCKING_WAIT", "1", 0);       // the same under LibTorch 1.13
            auto fast = c10d::ProcessGroupNCCL::Options::create();
            fast->timeout = patienceOf(place);
            nccl = c10::make_intrusive<c10d::ProcessGroupNCCL>(c10::make_intrusive<c10d::PrefixStore>("nccl", store), place.rank, place.size, fast);
        }
#else
        static_cast<void>(device);
#endif
    }

    /// Calls `exchange(group, tensors)`, which works in place, and waits.
    template <typename Exchange>
    void apply(at::Tensor& numbers, Exchange&& exchange) const
    {
        const at::NoGradGuard quiet;
        std::vector<at::Tensor> tensors{numbers.contiguous()};
#ifdef SPIKECLIP_NCCL
        if (nccl && numbers.is_cuda())
            exchange(*nccl, tensors)->wait();
        else
#endif
        {
            tensors[0] = tensors[0].cpu();
            exchange(*gloo, tensors)->wait();
        }
        if (!tensors[0].is_same(numbers))
            numbers.copy_(tensors[0]);
    }

    c10::intrusive_ptr<c10d::ProcessGroupGloo> gloo;
#ifdef SPIKECLIP_NCCL
    c10::intrusive_ptr<c10d::ProcessGroupNCCL> nccl;
#endif
};

#else

struct ProcessGroup::Connection
{
    Connection(const data::ProcessPlace&, const at::Device&)
    {
        throw Error(ErrorCode::BadArgument, "several processes, and a LibTorch that was built without Gloo");
    }
    template <typename Exchange>
    void apply(at::Tensor&, Exchange&&) const
    {
    }
};

#endif

namespace {

/// Runs `exchange`. All that can go wrong in it is that another process does not answer.
template <typename Exchange>
auto withPeers(const std::string& name, Exchange&& exchange)
{
    const auto lost = [&](std::string words) { return Error(ErrorCode::PeerLost, name + ": " + words.substr(0, words.find('\n'))); };
    try {
        return exchange();
    } catch (const Error&) {
        throw;
    } catch (const c10::Error& error) {
        throw lost(error.what_without_backtrace());
    } catch (const std::exception& error) {
        throw lost(error.what());
    }
}

}

ProcessGroup::ProcessGroup(const data::ProcessPlace& place, const at::Device& device) : m_place(place)
{
    m_connection = withPeers(name(), [&] { return std::make_unique<const Connection>(place, device); });
}

ProcessGroup::~ProcessGroup() = default;

std::string ProcessGroup::name() const
{
    return "process " + std::to_string(m_place.rank) + " of " + std::to_string(m_place.size);
}

void ProcessGroup::sum(at::Tensor& numbers) const
{
    withPeers(name(), [&] { m_connection->apply(numbers, [](auto& group, auto& tensors) { return group.allreduce(tensors); }); });
}

void ProcessGroup::spread(at::Tensor& numbers) const
{
    withPeers(name(), [&] { m_connection->apply(numbers, [](auto& group, auto& tensors) { return group.broadcast(tensors); }); });
}

}
