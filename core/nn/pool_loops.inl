// Included by all_loops.inl. Pools; runs of channels are short there.

/// The place in its pool window 2 * `centre` - 1 ... 2 * `centre` + 1, counted from 0, of `at`.
inline std::int64_t placeIn(std::int64_t at, std::int64_t centre)
{
    return at - 2 * centre + 1;
}

template <typename Stored>
void choose(const PoolTask<Stored>& task, const Stored* x, Stored* chosen, std::uint8_t* places, std::int64_t first, std::int64_t last)
{
    using Real = Arithmetic<Stored>;
    using Vec = typename Side<Real>::Vec;
    using Int = typename Side<Real>::Int;
    using Lane = std::remove_reference_t<decltype(Int{}[0])>;
    constexpr auto lanes = Side<Real>::count;
    const auto channels = task.channels;
    const auto whole = channels / lanes * lanes;
    for (auto line = first; line < last; ++line) {
        const auto sample = line / task.heightOut();
        const auto y = line % task.heightOut();
        const auto top = y > 0 ? 2 * y - 1 : 0, bottom = 2 * y + 1 < task.height ? 2 * y + 1 : task.height - 1;
        for (std::int64_t column = 0; column < task.widthOut(); ++column) {
            const auto left = column > 0 ? 2 * column - 1 : 0, right = 2 * column + 1 < task.width ? 2 * column + 1 : task.width - 1;
            const auto out = (line * task.widthOut() + column) * channels;
            const auto window = [&](auto&& see) {
                for (auto j = top; j <= bottom; ++j)
                    for (auto i = left; i <= right; ++i)
                        see(((sample * task.height + j) * task.width + i) * channels, 3 * placeIn(j, y) + placeIn(i, column));
            };
            const auto corner = ((sample * task.height + top) * task.width + left) * channels;
            const auto cornerPlace = 3 * placeIn(top, y) + placeIn(left, column);
            for (std::int64_t c = 0; c < whole; c += lanes) {
                Vec scale, shift, kept;
                read(task.scale + c, scale);
                read(task.shift + c, shift);
                read(x + corner + c, kept);
                Vec best = kept * scale + shift;
                Int place = Int{} + static_cast<Lane>(cornerPlace);
                window([&](std::int64_t seen, std::int64_t here) {
                    Vec candidate;
                    read(x + seen + c, candidate);
                    const Vec value = candidate * scale + shift;
                    const Int larger = value > best;
                    best = larger ? value : best;
                    kept = larger ? candidate : kept;
                    place = larger ? Int{} + static_cast<Lane>(here) : place;
                });
                write(kept, chosen + out + c);
                for (std::int64_t lane = 0; lane < lanes; ++lane)
                    places[out + c + lane] = static_cast<std::uint8_t>(place[lane]);
            }
            for (auto c = whole; c < channels; ++c) {
                auto kept = corner + c;
                auto place = cornerPlace;
                Real best = real(x[kept]) * task.scale[c] + task.shift[c];
                window([&](std::int64_t seen, std::int64_t here) {
                    const Real value = real(x[seen + c]) * task.scale[c] + task.shift[c];
                    const bool larger = value > best;
                    best = larger ? value : best;
                    kept = larger ? seen + c : kept;
                    place = larger ? here : place;
                });
                places[out + c] = static_cast<std::uint8_t>(place);
                chosen[out + c] = x[kept];
            }
        }
    }
}

template <typename Stored, typename Real = Arithmetic<Stored>>
void unchoose(const PoolTask<Stored>& task, const Stored* g, const std::uint8_t* places, const Stored* x, const Real* a, const Real* b, const Real* d,
              Stored* out, std::int64_t first, std::int64_t last)
{
    using Vec = typename Side<Real>::Vec;
    using Int = typename Side<Real>::Int;
    using Lane = std::remove_reference_t<decltype(Int{}[0])>;
    constexpr auto lanes = Side<Real>::count;
    const auto channels = task.channels;
    const auto whole = channels / lanes * lanes;
    for (auto line = first; line < last; ++line) {
        const auto sample = line / task.height;
        const auto y = line % task.height;
        for (std::int64_t column = 0; column < task.width; ++column) {
            const auto offset = (line * task.width + column) * channels;
            const auto windows = [&](auto&& see) {
                for (auto j = y / 2; j <= (y + 1) / 2 && j < task.heightOut(); ++j)
                    for (auto i = column / 2; i <= (column + 1) / 2 && i < task.widthOut(); ++i)
                        see(((sample * task.heightOut() + j) * task.widthOut() + i) * channels, 3 * placeIn(y, j) + placeIn(column, i));
            };
            for (std::int64_t c = 0; c < whole; c += lanes) {
                Vec sum = {};
                windows([&](std::int64_t window, std::int64_t here) {
                    Vec gradient;
                    Int place;
                    read(g + window + c, gradient);
                    readPlaces(places + window + c, place);
                    sum += place == static_cast<Lane>(here) ? gradient : Vec{};
                });
                Vec as, bs, ds, seen;
                read(a + c, as);
                read(b + c, bs);
                read(d + c, ds);
                read(x + offset + c, seen);
                write(as * sum + bs * seen + ds, out + offset + c);
            }
            for (auto c = whole; c < channels; ++c) {
                Real sum = 0;
                windows([&](std::int64_t window, std::int64_t here) { sum += places[window + c] == here ? real(g[window + c]) : Real(0); });
                store(a[c] * sum + b[c] * real(x[offset + c]) + d[c], out[offset + c]);
            }
        }
    }
}
