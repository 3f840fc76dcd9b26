// Any bytes as a date: nothing may crash, and what is read must hold together.

#include <comity/time/allen.hpp>
#include <comity/time/edtf.hpp>
#include <comity/time/lag.hpp>
#include <comity/time/lenient.hpp>
#include <comity/time/period.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace comity;

void require(bool holds) {
    if (!holds) std::abort();
}

bool same_meaning(const parsed_date& a, const parsed_date& b) {
    return a.begin == b.begin && a.end == b.end && a.kind == b.kind && a.precision == b.precision &&
           a.year_marks == b.year_marks && a.month_marks == b.month_marks && a.day_marks == b.day_marks &&
           a.begin_marks == b.begin_marks && a.end_marks == b.end_marks && a.contiguous == b.contiguous;
}

void check_days(const date& d) {
    const bound first = d.earliest();
    const bound last = d.latest();
    if (first.is_day()) {
        require(d.contains(first.value));
        require(d.next(first_day) == first.value);
        require(first.value == first_day || !d.contains(first.value - 1));
    }
    if (last.is_day()) {
        require(d.contains(last.value));
        require(last.value == last_day || !d.next(last.value + 1));
    }
    if (first.is_day() && last.is_day()) {
        require(first.value <= last.value);
        const day middle(first.value.count() + (last.value.count() - first.value.count()) / 2);
        const auto next = d.next(middle);
        require(next && *next >= middle && *next <= last.value);
        if (d.contiguous()) require(*next == middle);
    }
    if (d.parsed().contiguous) require(d.contiguous());
}

void check_canonical(const date& d) {
    const auto canonical = date::try_parse(d.canonical(), d.options());
    require(canonical.has_value());
    require(same_meaning(canonical->parsed(), d.parsed()));
    require(canonical->canonical() == canonical->text());
    require(canonical->level() <= d.level());
}

void check_members(const date& d) {
    const auto members = d.members();
    require(!members.empty());
    if (d.kind() == date_kind::interval) require(members.size() == 2);
    if (d.kind() < date_kind::interval) require(members.size() == 1 && members[0].text == d.text());
}

void check_period(const date& d) {
    const period act = period::act(d);
    const period state = period::state(d);
    for (const period* p : {&act, &state}) {
        const bounds& b = p->bounds();
        require(b.b1 <= b.b2 && b.e1 <= b.e2);
        require(!p->inverted());
        if (d.earliest().is_day()) require(is_possible(p->at(d.earliest().value)));
        require(p->window(first_day, last_day) != truth::no);
        require(possible_relations(*p, *p).contains(allen::equals));
        require(certain_relation(*p, *p, identity::same) == allen::equals);
        (void)length(*p);
    }
    const allen_set found = possible_relations(act, state);
    require(!found.empty() && converse(found) == possible_relations(state, act));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    // The first byte chooses the options, the rest is the text.
    date_options options;
    options.seasons = static_cast<season_policy>(data[0] % 3);
    options.allow_hour_24 = (data[0] & 4u) != 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);

    const auto plain = parse_bounds(text, options);
    const auto read = date::try_parse(text, options);
    require(plain.has_value() == read.has_value());
    if (read) {
        require(read->text() == text && read->level() <= 2);
        require(same_meaning(*plain, read->parsed()));
        check_days(*read);
        check_canonical(*read);
        check_members(*read);
        check_period(*read);
    } else {
        require(read.failure().fault != date_fault::none && read.failure().position <= size);
        require(!describe(text, read.failure()).empty());
    }
    lenient_options lenient;
    lenient.dates = options;
    if (const auto loose = try_read_lenient(text, lenient);
        loose && loose->kind == lenient_reading::outcome::date)
        require(date::try_parse(loose->text, options).has_value());
    return 0;
}
