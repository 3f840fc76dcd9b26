// The builder of C++ below the C API: what becomes of it where memory does not suffice. N allocations succeed
// before all others fail; N counts up until everything passes.
#include "support/check.h"
#include "support/failing_new.h"

#include <comity/comity.hpp>

#include <functional>
#include <new>
#include <string>
#include <vector>

using namespace comity;

namespace {

/// Long enough that no text lies in the room that small strings have.
std::string long_text(const char* word, int nth) {
    return std::string(word) + " with more letters than any small string has room for " + std::to_string(nth);
}

/// What is to be added, made before the memory gets short.
struct words {
    explicit words(int nth)
        : file(long_text("file", nth)),
          source(long_text("source", nth)),
          state(long_text("state", nth)),
          body(long_text("body", nth)),
          relation(long_text("relation", nth)),
          name(long_text("name", nth)) {
        record.date = "20" + std::to_string(10 + nth);
        statement.locator = long_text("page", nth);
        statement.premises = {long_text("premise", nth)};
        statement.rule = "rule";
        statement.period = {"2001-06?", "[2004,2006]"};
        statement.attributes = {{attribute_type::member_count, 8.0}};
    }
    std::string file, source, state, body, relation, name;
    source_record record;
    statement_record statement;
};

/// Adds columns of one row each.
void add_columns(builder& b, source_id source, node_id n, node_id o, relation_id r) {
    const std::uint32_t from[] = {static_cast<std::uint32_t>(n)};
    const std::uint32_t to[] = {static_cast<std::uint32_t>(o)};
    const std::uint16_t type[] = {to_index(relation_type::observer_of)};
    const date_number begin[] = {b.date("1980-0" + std::to_string(1 + to_index(source)))};
    const date_number end[] = {b.date("199X")};
    const std::uint32_t line[] = {static_cast<std::uint32_t>(source) + 7};
    relation_columns columns;
    columns.from = from;
    columns.to = to;
    columns.type = type;
    columns.begin_dates = begin;
    columns.end_dates = end;
    columns.lines = line;
    columns.source = source;
    (void)b.add_relations(columns);
    const std::uint32_t about[] = {static_cast<std::uint32_t>(r)};
    b.add_statements({source, about, begin, end, line});
}

constexpr int rounds = 9;

std::vector<words> all_words() {
    std::vector<words> all;
    for (int i = 0; i < rounds; ++i) all.emplace_back(i);
    return all;
}

/// Adds one of everything, more often than there is room for at first.
void add_all(builder& b, std::vector<words>& all) {
    std::uint32_t line = 1;
    for (words& w : all) {
        b.set_place(w.file, line++, 2);
        const source_id s = b.add_source(w.source, w.record);
        const node_id n = b.add_node(w.state, kind::state);
        const node_id o = b.add_node(w.body, kind::organisation);
        b.set_period(n, {"1991", ".."});
        const relation_id r = b.add_relation(n, relation_type::member_of, o, w.relation);
        b.set_period(r, {"2001-02", "2012"});
        b.add_attribute(n, attribute_type::name, w.name, "en");
        w.statement.source = s;
        b.add_statement(n, w.statement);
        add_columns(b, s, n, o, r);
    }
}

bool is_refused(const std::function<void()>& call) {
    try {
        call();
    } catch (const error& e) {
        return e.code() == errc::invalid_argument && std::string(e.what()).find("spent") != std::string::npos;
    }
    return false;
}

/// What is told of the history of a builder that memory sufficed for.
std::string whole() {
    builder b;
    std::vector<words> all = all_words();
    add_all(b, all);
    return to_json_text(std::move(b).build());
}

/// Whether memory for so many allocations suffices to add everything; if not, the builder refuses the rest.
bool passes(std::int64_t allocations, const std::string& expected) {
    builder b;
    std::vector<words> all = all_words();
    bool failed = false;
    fail_allocation_after(allocations);
    try {
        add_all(b, all);
    } catch (const std::bad_alloc&) {
        failed = true;
    }
    fail_allocation_after(-1);
    if (!failed) {
        CHECK(to_json_text(std::move(b).build()) == expected);
        return true;
    }
    CHECK(is_refused([&] { b.add_node("n", kind::state); }));
    CHECK(is_refused([&] { (void)b.date("2001"); }));
    CHECK(is_refused([&] { b.set_note("title", "n"); }));
    CHECK(is_refused([&] { (void)std::move(b).build(); }));
    return false;
}

} // namespace

CASE(builder_refuses_everything_once_the_memory_did_not_suffice) {
    const std::string expected = whole();
    std::int64_t n = 0;
    while (n < 100000 && !passes(n, expected)) ++n;
    CHECK(n > 100 && n < 100000);
}

CASE(builder_goes_on_after_an_error_that_is_not_of_memory) {
    builder b;
    const node_id n = b.add_node("n", kind::state);
    for (int i = 0; i < 2; ++i) {
        bool refused = false;
        try {
            (void)b.add_relation(n, relation_type::member_of, node_id{7});
        } catch (const error& e) {
            refused = e.code() == errc::invalid_argument;
        }
        CHECK(refused);
    }
    CHECK(std::move(b).build().node_count() == 1);
}

CASE(builder_is_spent_where_the_memory_does_not_suffice_to_build) {
    for (std::int64_t n = 0; n < 40; ++n) {
        builder b;
        std::vector<words> all = all_words();
        add_all(b, all);
        std::vector<finding> findings;
        bool failed = false;
        fail_allocation_after(n);
        try {
            (void)std::move(b).try_build(findings);
        } catch (const std::bad_alloc&) {
            failed = true;
        }
        fail_allocation_after(-1);
        CHECK(failed);
        CHECK(is_refused([&] { (void)std::move(b).build(); }));
    }
}

int main() {
    RUN(builder_refuses_everything_once_the_memory_did_not_suffice);
    RUN(builder_goes_on_after_an_error_that_is_not_of_memory);
    RUN(builder_is_spent_where_the_memory_does_not_suffice_to_build);
    return finish();
}
