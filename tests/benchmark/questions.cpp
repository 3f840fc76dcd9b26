// Nanoseconds a question: counts, lists and neighbours of a day, from C++ and from C.
//
//   bench_questions FOLDER     with nodes.csv.gz and relations.csv.gz, in which a missing end means that day
//   only
#include "data_set.hpp"

#include <comity.h>
#include <comity/comity.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using clock_type = std::chrono::steady_clock;

/// The fastest of several runs over all questions, for one of them.
template <class Ask>
void measure(const char* what, std::size_t questions, Ask&& ask) {
    double best = 1e300;
    std::size_t answers = 0;
    for (int run = 0; run < 9; ++run) {
        answers = 0;
        const auto began = clock_type::now();
        for (std::size_t i = 0; i < questions; ++i) answers += ask(i);
        const std::chrono::duration<double, std::nano> took = clock_type::now() - began;
        best = std::min(best, took.count() / static_cast<double>(questions));
    }
    std::printf("%-58s %10.0f ns   (%zu answers)\n", what, best, answers);
}

struct question {
    comity::node node, to;
    comity::relation_type type;
    comity::day day;
};

std::vector<question> chosen(const comity::history& h, std::size_t count) {
    std::mt19937 random(1);
    std::vector<question> all;
    while (all.size() < count) {
        const comity::relation r =
            h.relation(comity::relation_id{static_cast<std::uint32_t>(random() % h.relation_count())});
        all.push_back({r.from(), r.to(), r.type(), comity::day(comity::view(h).period_of(r).bounds().b1)});
    }
    return all;
}

void ask_in_cpp(const comity::history& h, const std::vector<question>& asked) {
    const auto at = [&](std::size_t i) { return h.all().at(asked[i].day, asked[i].day); };
    measure("C++: count on a day, one type", asked.size(),
            [&](std::size_t i) { return at(i).types({asked[i].type}).relation_count().possible; });
    measure("C++: list on a day, one type", asked.size(), [&](std::size_t i) {
        std::size_t n = 0;
        for (const auto& r : at(i).relations(asked[i].type)) n += r.certain() ? 1u : 0u;
        return n;
    });
    static constexpr std::string_view ends[] = {"from", "to"};
    measure("C++: list on a day, one type, as columns from and to", asked.size(),
            [&](std::size_t i) { return comity::edges_table(at(i), asked[i].type, ends).row_count(); });
    measure("C++: neighbours of a node on a day, one type", asked.size(), [&](std::size_t i) {
        const comity::node_id n = asked[i].node.number();
        return comity::out_neighbours(at(i), {&n, 1}, asked[i].type).nodes.size();
    });
    measure("C++: neighbours that come in to a node on a day, one type", asked.size(), [&](std::size_t i) {
        const comity::node_id n = asked[i].to.number();
        return comity::in_neighbours(at(i), {&n, 1}, asked[i].type).nodes.size();
    });
    measure("C++: neighbours of a node by a day, one type", asked.size(), [&](std::size_t i) {
        const comity::node_id n = asked[i].node.number();
        const comity::view by = h.all().by(asked[i].day, asked[i].day);
        return comity::out_neighbours(by, {&n, 1}, asked[i].type).nodes.size();
    });
    std::vector<comity::day> days;
    for (const question& q : asked) days.push_back(q.day);
    const comity::view typed = h.all().types({asked[0].type});
    measure("C++: counts on 1,000 days in one call", 1,
            [&](std::size_t) { return comity::relation_counts_at(typed, days).size(); });
}

void ask_in_c(const std::string& file, const std::vector<question>& asked, const comity::history& h) {
    comity_history* history = nullptr;
    comity_view* all = nullptr;
    if (comity_history_open(file.data(), file.size(), nullptr, &history) != COMITY_OK ||
        comity_history_all(history, &all) != COMITY_OK) {
        std::puts(comity_error_message());
        return;
    }
    std::vector<std::string> names;
    for (const question& q : asked) names.emplace_back(h.schema().name(q.type));
    measure("C: count on a day, one type", asked.size(), [&](std::size_t i) {
        comity_view *then = nullptr, *typed = nullptr;
        std::int64_t certain = 0, possible = 0;
        comity_view_at_days(all, asked[i].day.count(), asked[i].day.count(), &then);
        const char* type = names[i].c_str();
        comity_view_types(then, &type, nullptr, 1, &typed);
        comity_view_relation_count(typed, &certain, &possible);
        comity_view_destroy(&typed);
        comity_view_destroy(&then);
        return static_cast<std::size_t>(possible);
    });
    std::vector<std::uint32_t> numbers(h.relation_count());
    measure("C: neighbours of a node on a day, one type", asked.size(), [&](std::size_t i) {
        comity_view* then = nullptr;
        std::int64_t count = 0;
        comity_view_at_days(all, asked[i].day.count(), asked[i].day.count(), &then);
        comity_view_out_neighbour_numbers(then, static_cast<std::int64_t>(asked[i].node.number()),
                                          names[i].c_str(), names[i].size(), numbers.data(), numbers.size(),
                                          &count);
        comity_view_destroy(&then);
        return static_cast<std::size_t>(count);
    });
    comity_view_destroy(&all);
    comity_history_destroy(&history);
}

} // namespace

int main(int argc, char** argv) try {
    if (argc != 2) return std::puts("usage: bench_questions FOLDER"), 2;
    const comity::history h = comity::benchmark::load(argv[1]);
    std::printf("%zu nodes, %zu relations, %.1f bytes a relation\n", h.node_count(), h.relation_count(),
                static_cast<double>(h.memory()) / static_cast<double>(h.relation_count()));
    const auto asked = chosen(h, 1000);
    ask_in_cpp(h, asked);
    const std::string file = "bench_questions.comity";
    comity::write_archive(h, file);
    ask_in_c(file, asked, h);
    std::remove(file.c_str());
    return 0;
} catch (const std::exception& e) {
    std::puts(e.what());
    return 1;
}
