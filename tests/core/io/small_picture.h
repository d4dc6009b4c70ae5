#pragma once

#include <opencv2/imgcodecs.hpp>

#include <string>
#include <vector>

namespace spikeclip::tests {

/// A small picture of one grey, as bytes of a file.
inline std::string picture(int grey, const char* extension = ".png")
{
    std::vector<unsigned char> buffer;
    cv::imencode(extension, cv::Mat(2, 2, CV_8UC3, cv::Scalar::all(grey)), buffer);
    return {buffer.begin(), buffer.end()};
}

}
