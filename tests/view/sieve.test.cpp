// Testing rows many at a time says of each what testing it alone says.

#include "view/sieve.hpp"

#include "catch.hpp"
#include "support/crowded.hpp"
#include "support/questions.hpp"
#include "support/told.hpp"
#include "view/eval.hpp"

#include <random>
#include <utility>
#include <vector>

using namespace comity;
using namespace comity::test;

namespace {

using seen_rows = std::vector<std::pair<std::uint32_t, truth>>;

auto into(seen_rows& seen) {
    return [&seen](const detail::sifted& left) {
        const std::size_t before = seen.size();
        std::size_t sure = 0;
        for (std::uint32_t row = 0; row < left.words() * detail::rows_a_word; ++row) {
            const bool certain = detail::has_row(left.certain.data(), row);
            const truth t = truth_of(left.shows(row), certain);
            if (is_possible(t)) seen.emplace_back(left.first + row, t);
            sure += is_certain(t) ? 1u : 0u;
            CHECK((row < left.count || !is_possible(t)));
            CHECK((left.shows(row) || !certain));
        }
        CHECK(left.size() == seen.size() - before);
        CHECK(left.certain_size() == sure);
        CHECK(left.all_certain() == (sure == left.size()));
    };
}

/// Both directions of a run, against one test a row.
void check(const view& v, detail::place_run run) {
    const detail::store& s = *v.history().store();
    const detail::selection& sel = v.selection();
    REQUIRE(detail::is_siftable(sel));
    seen_rows out, in, expected_out, expected_in;
    detail::sift_out(s, sel, run, into(out));
    detail::sift_in(s, sel, run, into(in));
    for (std::uint32_t row = run.first; row < run.end; ++row) {
        if (const truth t = detail::relation_truth(s, sel, 0, row); is_possible(t))
            expected_out.emplace_back(row, t);
        if (const truth t = detail::relation_truth(s, sel, 0, s.in.place[row]); is_possible(t))
            expected_in.emplace_back(row, t);
    }
    CHECK(out == expected_out);
    CHECK(in == expected_in);
    std::size_t whether = 0;
    detail::sift_out(
        s, sel, run, [&whether](const detail::sifted& left) { whether += left.size(); }, asking::whether);
    CHECK(whether == expected_out.size());
}

/// Nodes, against one test a node.
void check_nodes(const view& v) {
    const detail::store& s = *v.history().store();
    seen_rows seen, expected;
    const auto count = static_cast<std::uint32_t>(s.node_count());
    detail::sift_nodes(s, v.selection(), {0, count}, into(seen));
    for (std::uint32_t n = 0; n < count; ++n)
        if (const truth t = detail::node_truth(s, v.selection(), n); is_possible(t))
            expected.emplace_back(n, t);
    CHECK(seen == expected);
}

void check_everywhere(const view& v, std::mt19937& random) {
    const auto rows = static_cast<std::uint32_t>(v.history().relation_count());
    check_nodes(v);
    check(v, {0, rows});
    if (rows == 0) return;
    const std::uint32_t first = static_cast<std::uint32_t>(random()) % rows;
    check(v, {first, first + static_cast<std::uint32_t>(random()) % (rows - first + 1)});
}

} // namespace

TEST_CASE("sieve: says of each row what one test says", "[view]") {
    const unsigned seed = GENERATE(range(0u, 24u));
    std::mt19937 random(seed);
    const told_history told = seed % 3 == 0 ? make_up_precise(random) : make_up(random);
    const history h = told.build();
    for (const question& q : ask(h.all(), random))
        for (const narrowing& n : narrowings(told)) {
            const view v = n.of(q.seen);
            if (!detail::is_siftable(v.selection())) continue;
            CAPTURE(seed, v.describe());
            check_everywhere(v, random);
        }
}

TEST_CASE("sieve: more rows than are tested at once, and sets of few and of many types", "[view]") {
    const bool precise = GENERATE(true, false);
    std::mt19937 random(1);
    const history h = crowded(random, precise);
    REQUIRE(h.relation_count() > detail::rows_a_call);
    const std::vector<relation_type> types{relation_type::founded,   relation_type::signed_,
                                           relation_type::signed_at, relation_type::member_of,
                                           relation_type::hosted,    relation_type::affiliated_with};
    for (std::size_t most = 0; most <= types.size(); ++most)
        for (const question& q : ask(h.all(), random))
            check_everywhere(most == 0 ? q.seen : q.seen.types(std::span(types).first(most)), random);
    check_everywhere(h.all().types({relation_type::founded}).types({relation_type::member_of}), random);
}
