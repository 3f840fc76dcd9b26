// Dates by the column, read leniently, and collapsed.
#include "constants.hpp"
#include "handles.hpp"
#include "options.hpp"

#include <comity/time/date_column.hpp>
#include <comity/time/lag.hpp>

using namespace comity::capi;

namespace {

static_assert(same(comity::date_outcome::invalid, COMITY_DATE_OUTCOME_INVALID));
static_assert(same(comity::date_outcome::date, COMITY_DATE_OUTCOME_DATE));
static_assert(same(comity::date_outcome::absent, COMITY_DATE_OUTCOME_ABSENT));
static_assert(same(comity::date_outcome::open, COMITY_DATE_OUTCOME_OPEN));
static_assert(same(comity::slash_order::refuse, COMITY_SLASHES_REFUSE));
static_assert(same(comity::collapse_rule::draw, COMITY_COLLAPSE_DRAW));
static_assert(same(comity::lenient_note::draft_group, COMITY_LENIENT_DRAFT_GROUP));
static_assert(same(comity::lenient_note::far_end_opened, COMITY_LENIENT_FAR_END_OPENED));

comity::date_column_options column_options_in(const comity_date_column_options* options) {
    const auto given = options_in(options);
    comity::date_column_options how;
    how.dates.seasons = enum_in(given.seasons, comity::season_policy::whole_year, "seasons");
    how.dates.allow_hour_24 = given.allow_hour_24 != 0;
    how.lenient = given.lenient != 0;
    how.slashes = enum_in(given.slashes, comity::slash_order::refuse, "slashes");
    how.open_far_end = given.keep_far_end == 0;
    return how;
}

comity::date_columns columns_in(const comity_date_columns* columns) {
    const auto given = options_in(&required(columns, "columns"));
    return {given.earliest, given.latest, given.earliest_bound, given.latest_bound,
            given.outcome,  given.marks,  given.notes};
}

} // namespace

int32_t comity_dates_parse(const char* bytes, const int64_t* offsets, const uint8_t* validity, size_t count,
                           const comity_date_column_options* options, const comity_date_columns* columns,
                           int64_t* out_invalid) {
    return guard([&] {
        auto& invalid = required(out_invalid, "out_invalid");
        comity::date_column_reader reader(columns_in(columns), column_options_in(options));
        if (count != 0) required(offsets, "offsets");
        for (size_t i = 0; i < count; ++i) {
            const bool given = validity == nullptr || ((validity[i / 8] >> (i % 8)) & 1u) != 0;
            const int64_t length = offsets[i + 1] - offsets[i];
            if (offsets[i] < 0 || length < 0)
                throw refusal(COMITY_E_INVALID_ARGUMENT,
                              "offsets must not fall, as they do at " + std::to_string(i));
            if (!given) {
                reader.skip(i);
                continue;
            }
            if (length != 0) required(bytes, "bytes");
            reader.read(i, length == 0 ? std::string_view()
                                       : std::string_view(bytes + offsets[i], static_cast<size_t>(length)));
        }
        invalid = wide(reader.failures().size());
    });
}

int32_t comity_date_read_lenient(const char* text, size_t length, const comity_date_column_options* options,
                                 int32_t* out_outcome, uint32_t* out_notes, comity_string** out) {
    return guard([&] {
        auto& outcome = required(out_outcome, "out_outcome");
        auto& notes = required(out_notes, "out_notes");
        const handle_out result(out);
        const auto how = column_options_in(options);
        const comity::lenient_reading found =
            comity::read_lenient(text_in(text, length, "text"), {how.slashes, how.open_far_end, how.dates});
        result.make(found.text);
        notes = static_cast<uint32_t>(found.notes);
        outcome = found.kind == comity::lenient_reading::outcome::date     ? COMITY_DATE_OUTCOME_DATE
                  : found.kind == comity::lenient_reading::outcome::absent ? COMITY_DATE_OUTCOME_ABSENT
                                                                           : COMITY_DATE_OUTCOME_OPEN;
    });
}

int32_t comity_days_collapse(const int64_t* first, const int64_t* last, const uint8_t* first_bound,
                             const uint8_t* last_bound, size_t count, int32_t rule, uint64_t seed,
                             int64_t* out_days, uint8_t* out_found) {
    return guard([&] {
        comity::collapse collapse(enum_in(rule, comity::collapse_rule::draw, "rule"), seed);
        if (count == 0) return;
        required(first, "first");
        required(last, "last");
        required(out_days, "out_days");
        required(out_found, "out_found");
        for (size_t i = 0; i < count; ++i) {
            comity::lag range{first[i], last[i], false, false};
            range.unbounded_below = first_bound != nullptr && first_bound[i] != COMITY_BOUND_DAY;
            range.unbounded_above = last_bound != nullptr && last_bound[i] != COMITY_BOUND_DAY;
            const auto found = collapse(range);
            out_days[i] = found.value_or(0);
            out_found[i] = found ? 1 : 0;
        }
    });
}
