// How far making a snapshot is from what memory allows: the time that it takes beside the time in which the
// memory of the machine hands over and takes the bytes that must be read and written for it.
//
//   bench_snapshot FOLDER      with nodes.csv.gz and relations.csv.gz, in which a missing end means that day
//   only
#include "data_set.hpp"

#include <comity/comity.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace {

/// The fastest of several runs.
template <class Run>
double seconds(Run&& run) {
    double best = 1e300;
    for (int i = 0; i < 51; ++i) {
        const auto began = std::chrono::steady_clock::now();
        run();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    }
    return best;
}

/// Bytes a second that are read and written when memory is copied that no cache holds.
double bandwidth() {
    constexpr std::size_t size = std::size_t{64} << 20;
    std::vector<char> from(size, 1), to(size, 2);
    return 2 * static_cast<double>(size) / seconds([&] { std::memcpy(to.data(), from.data(), size); });
}

/// The days of a tenth of the relations, those in the middle, as the window of the tables.
comity::view middle_tenth(const comity::history& h) {
    std::vector<std::int64_t> begins;
    const comity::view all = h.all();
    for (const comity::relation r : all.relations()) begins.push_back(all.period_of(r).bounds().b1);
    std::sort(begins.begin(), begins.end());
    const auto day_at = [&](std::size_t percent) {
        return comity::day(static_cast<std::int32_t>(begins[begins.size() * percent / 100])).to_string();
    };
    return all.window(day_at(45), day_at(55));
}

/// What is read at least: of each edge its place among the days and the node that it leads to, of each node
/// where its relations begin. What is written is the snapshot.
double least_bytes(const comity::history& h, const comity::snapshot& g) {
    constexpr double word = 4;
    const auto edges = static_cast<double>(g.edge_count());
    const auto vertices = static_cast<double>(g.vertex_count());
    const double read = 2 * edges + static_cast<double>(h.node_count());
    const double written = 2 * edges + 2 * vertices;
    return word * (read + written);
}

} // namespace

int main(int argc, char** argv) try {
    if (argc != 2) return std::puts("usage: bench_snapshot FOLDER"), 2;
    const comity::history h = comity::benchmark::load(argv[1]);
    const comity::view window = middle_tenth(h);
    const double made = seconds([&] {
        h.forget_snapshots();
        static_cast<void>(window.snapshot());
    });
    const comity::snapshot g = window.snapshot();
    const double bytes = least_bytes(h, g);
    const double per_second = bandwidth();
    std::printf("%zu vertices, %zu edges: %.0f us; %.0f kB at %.1f GB/s take %.0f us; ratio %.2f\n",
                g.vertex_count(), g.edge_count(), made * 1e6, bytes / 1e3, per_second / 1e9,
                bytes / per_second * 1e6, made * per_second / bytes);
    return 0;
} catch (const std::exception& e) {
    std::puts(e.what());
    return 1;
}
