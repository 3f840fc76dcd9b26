// What the guard does with exceptions, and the table of handles.
#include "support/check.h"

#include "guard.hpp"
#include "handle_table.hpp"

#include <comity/error.hpp>
#include <comity/history/finding.hpp>

#include <algorithm>
#include <cstdint>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace comity::capi;
using comity::errc;

namespace {

/// The code and the message that come of throwing `what` inside of the guard.
template <class Exception>
std::pair<std::int32_t, std::string> thrown(const Exception& what) {
    const std::int32_t code = guard([&] { throw what; });
    return {code, comity_error_message()};
}

} // namespace

CASE(guard_a_body_that_returns_is_a_success) {
    bool ran = false;
    CHECK(guard([&] { ran = true; }) == COMITY_OK);
    CHECK(ran);
}

CASE(guard_every_code_of_the_library_comes_out_negated_with_its_message) {
    for (const errc code : {errc::invalid_argument, errc::invalid_date, errc::unknown_id, errc::duplicate_id,
                            errc::schema_violation, errc::parse_error, errc::io_error, errc::limit_exceeded,
                            errc::cancelled, errc::corrupt_file, errc::unsupported}) {
        const auto [given, message] = thrown(comity::error(code, "why"));
        CHECK(given == -static_cast<std::int32_t>(code));
        CHECK(message == "why");
        CHECK(std::string(comity_code_name(given)) != "unknown");
    }
}

CASE(guard_what_is_not_an_error_of_comity_still_does_not_get_out) {
    CHECK(thrown(std::bad_alloc()).first == COMITY_E_NO_MEMORY);
    CHECK(thrown(std::length_error("vector")).first == COMITY_E_LIMIT_EXCEEDED);
    CHECK(thrown(std::logic_error("oops")) == std::pair(int32_t{COMITY_E_INTERNAL}, std::string("oops")));
    CHECK(thrown(42).first == COMITY_E_INTERNAL);
}

CASE(guard_findings_are_kept_until_the_next_failure) {
    const auto rows = [] {
        comity_table* t = nullptr;
        std::int64_t count = -1;
        CHECK(comity_error_findings(&t) == COMITY_OK);
        CHECK(comity_table_row_count(t, &count) == COMITY_OK);
        CHECK(comity_table_destroy(&t) == COMITY_OK);
        return count;
    };
    const comity::finding f{comity::severity::error, "unknown-node", "sco", "f:1:2", "m"};
    CHECK(thrown(comity::findings_error(errc::parse_error, {f, f})).first == COMITY_E_PARSE_ERROR);
    CHECK(rows() == 2);
    CHECK(rows() == 2);
    CHECK(thrown(comity::error(errc::io_error, "x")).first == COMITY_E_IO_ERROR);
    CHECK(rows() == 0);
}

CASE(guard_a_text_that_is_not_given_is_refused_by_the_name_of_its_argument) {
    FAILS(guard([] { static_cast<void>(text_in(nullptr, 0, "path")); }), COMITY_E_NULL,
          "argument 'path' is NULL");
    CHECK(text_in("abc", 2, "path") == "ab");
    CHECK(text_in("abc", COMITY_NUL, "path") == "abc");
    CHECK(!optional_text_in(nullptr, 7));
}

CASE(handle_table_a_handle_is_found_by_its_noun_until_it_leaves) {
    int object = 0;
    const std::int64_t before = live_count();
    const std::uintptr_t handle = enter(noun::date, &object);
    CHECK(handle != 0);
    CHECK(find(handle, noun::date) == &object);
    CHECK(find(handle, noun::view) == nullptr);
    CHECK(noun_of(handle) == noun::date);
    CHECK(leave(handle, noun::view) == nullptr);
    CHECK(live_count() == before + 1);
    CHECK(leave(handle, noun::date) == &object);
    CHECK(find(handle, noun::date) == nullptr);
    CHECK(leave(handle, noun::date) == nullptr);
    CHECK(live_count() == before);
}

CASE(handle_table_no_two_handles_are_ever_the_same) {
    int object = 0;
    std::vector<std::uintptr_t> seen;
    for (int i = 0; i < 100; ++i) {
        seen.push_back(enter(noun::date, &object));
        CHECK(leave(seen.back(), noun::date) == &object);
    }
    std::sort(seen.begin(), seen.end());
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

CASE(handle_table_threads_may_enter_and_leave_at_once) {
    const std::int64_t before = live_count();
    std::vector<std::thread> threads;
    std::vector<int> objects(4);
    std::vector<int> mistaken(4);
    for (std::size_t i = 0; i < 4; ++i)
        threads.emplace_back([&, i] {
            for (int n = 0; n < 2000; ++n) {
                const std::uintptr_t a = enter(noun::view, &objects[i]);
                const std::uintptr_t b = enter(noun::table, &objects[i]);
                mistaken[i] += find(a, noun::view) != &objects[i];
                mistaken[i] += leave(a, noun::view) != &objects[i];
                mistaken[i] += leave(b, noun::table) != &objects[i];
                mistaken[i] += find(b, noun::table) != nullptr;
            }
        });
    for (std::thread& t : threads) t.join();
    CHECK(mistaken == std::vector<int>(4));
    CHECK(live_count() == before);
}

int main() {
    RUN(guard_a_body_that_returns_is_a_success);
    RUN(guard_every_code_of_the_library_comes_out_negated_with_its_message);
    RUN(guard_what_is_not_an_error_of_comity_still_does_not_get_out);
    RUN(guard_findings_are_kept_until_the_next_failure);
    RUN(guard_a_text_that_is_not_given_is_refused_by_the_name_of_its_argument);
    RUN(handle_table_a_handle_is_found_by_its_noun_until_it_leaves);
    RUN(handle_table_no_two_handles_are_ever_the_same);
    RUN(handle_table_threads_may_enter_and_leave_at_once);
    return finish();
}
