// What it costs that a view answers certain, possible or no: how many relations of one type hold on a day,
// over dates that are precise and dates that are years; beside a loop that knows begin and
// end of each row to the day and answers yes or no. And the neighbours of every node on that day.

#include <comity/history/builder.hpp>
#include <comity/history/columns.hpp>
#include <comity/view/view.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace comity;

constexpr std::uint32_t nodes = 20'000;
constexpr std::size_t rows = 1'000'000;
constexpr int rounds = 15;

struct plain_rows {
    std::vector<std::uint32_t> from, to;
    std::vector<std::uint16_t> type;
    std::vector<day32> begin, end;
};

/// Relations of two types that began in one of 40 years and lasted up to 60, sorted as a history sorts them.
plain_rows made() {
    std::mt19937 engine(1);
    const auto random = [&engine] { return static_cast<std::uint32_t>(engine()); };
    struct row {
        std::uint32_t from;
        std::uint16_t type;
        day32 begin, end;
        std::uint32_t to;
    };
    std::vector<row> all(rows);
    for (row& r : all) {
        r.from = random() % nodes;
        r.to = random() % nodes;
        r.type = to_index(random() % 4 == 0 ? relation_type::observer_of : relation_type::member_of);
        r.begin = static_cast<day32>(random() % 14'600);
        r.end = r.begin + static_cast<day32>(random() % 21'900);
    }
    std::sort(all.begin(), all.end(), [](const row& a, const row& b) {
        return std::tie(a.from, a.type, a.begin) < std::tie(b.from, b.type, b.begin);
    });
    plain_rows p;
    for (const row& r : all) {
        p.from.push_back(r.from);
        p.to.push_back(r.to);
        p.type.push_back(r.type);
        p.begin.push_back(r.begin);
        p.end.push_back(r.end);
    }
    return p;
}

history history_of(const plain_rows& p, bool by_year) {
    builder b;
    for (std::uint32_t n = 0; n < nodes; ++n) b.add_node("n" + std::to_string(n), kind::organisation);
    relation_columns c;
    c.from = p.from;
    c.to = p.to;
    c.type = p.type;
    std::vector<date_number> begins, ends;
    if (by_year) {
        const auto year = [&b](day32 d) { return b.date(std::to_string(day(d).civil().year)); };
        for (const day32 d : p.begin) begins.push_back(year(d));
        for (const day32 d : p.end) ends.push_back(year(d));
        c.begin_dates = begins;
        c.end_dates = ends;
    } else {
        c.begin = p.begin;
        c.end = p.end;
    }
    b.add_relations(c);
    return std::move(b).build();
}

std::size_t two_valued(const plain_rows& p, std::uint16_t type, day32 d) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < rows; ++i)
        count += static_cast<std::size_t>((p.type[i] == type) & (p.begin[i] <= d) & (p.end[i] >= d));
    return count;
}

std::size_t neighbours(const view& v) {
    std::size_t count = 0;
    for (const node& n : v.history().all().nodes())
        for (const auto& r : v.out(n)) count += is_possible(r.truth()) ? 1u : 0u;
    return count;
}

template <class Work>
void best_of(const char* what, std::vector<double>& times, Work work) {
    const auto began = std::chrono::steady_clock::now();
    const auto answer = work();
    times.push_back(
        std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began).count());
    if (times.size() < rounds) return;
    std::cout << "| " << what << " | " << answer << " | " << std::fixed << std::setprecision(1)
              << *std::min_element(times.begin(), times.end()) << " |\n";
}

} // namespace

int main() {
    const plain_rows plain = made();
    const history precise = history_of(plain, false);
    const history by_year = history_of(plain, true);
    const day32 d = 12'000;
    const auto member = to_index(relation_type::member_of);
    const auto at = [d](const history& h) {
        return h.at(day(d).to_string()).types({relation_type::member_of});
    };
    const view on_precise = at(precise);
    const view on_years = at(by_year);
    std::vector<double> t[5];
    std::cout << "| work over " << rows << " relations | answer | best of " << rounds
              << ", µs |\n|---|---:|---:|\n";
    for (int i = 0; i < rounds; ++i) {
        best_of("count, two-valued loop", t[0], [&] { return two_valued(plain, member, d); });
        best_of("count, precise dates: possible", t[1], [&] { return on_precise.relation_count().possible; });
        best_of("count, dates of years: possible", t[2], [&] { return on_years.relation_count().possible; });
        best_of("neighbours of all, precise dates", t[3], [&] { return neighbours(on_precise); });
        best_of("neighbours of all, dates of years", t[4], [&] { return neighbours(on_years); });
    }
}
