#pragma once

#include "core/engine.h"
#include "core/nn/encoders.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace spikeclip::check {

/// The encoders of one size.
struct Subject
{
    std::string name;
    nn::ImageEncoder image;
    nn::AnnTwin twin;

    at::Device device() const { return image.weights()["proj.weight"].device(); }
};

/// Pictures of noise, the same in every run. Shape   [batch, 3, S, S]
at::Tensor benchPictures(const Subject& subject, int batch);

/// Times the forward pass of one size at one batch: LibTorch's paths, the ANN twin and, on the CPU, the paths on bits, with firing rates as
/// trained and as forced by the request. The rate is forced by a threshold for each layer of neurons. LibTorch's paths do the same work whatever
/// the rate, so they are timed once, in the same turns.
///
/// Errors  Stopped
std::vector<BenchCase> benchForward(const Subject& subject, int batch, const BenchRequest& request, std::stop_token stop);

}
