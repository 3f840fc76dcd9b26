#include "constants.hpp"
#include "handles.hpp"

#include <comity/time/allen.hpp>
#include <comity/time/lag.hpp>
#include <comity/time/nature.hpp>

using namespace comity::capi;

static_assert(same(comity::nature::act, COMITY_NATURE_ACT));
static_assert(same(comity::nature::state, COMITY_NATURE_STATE));
static_assert(same(comity::nature::timeless, COMITY_NATURE_TIMELESS));
static_assert(same(comity::truth::no, COMITY_TRUTH_NO));
static_assert(same(comity::truth::possible, COMITY_TRUTH_POSSIBLE));
static_assert(same(comity::truth::certain, COMITY_TRUTH_CERTAIN));

static_assert(same(comity::allen::before, COMITY_ALLEN_BEFORE));
static_assert(same(comity::allen::equals, COMITY_ALLEN_EQUALS));
static_assert(same(comity::allen::after, COMITY_ALLEN_AFTER));
static_assert(same(comity::edge::begin, COMITY_EDGE_BEGIN));
static_assert(same(comity::edge::end, COMITY_EDGE_END));

namespace {

/// Where a lag goes out: its two sides, as bounds.
class lag_out {
public:
    lag_out(int64_t* min, int32_t* min_bound, int64_t* max, int32_t* max_bound)
        : out_(min, min_bound, max, max_bound) {}
    void operator=(const comity::lag& days) const noexcept {
        const auto side = [](bool unbounded, int64_t number) {
            return unbounded ? comity::bound::open() : comity::bound::at(comity::day(number));
        };
        out_ = {side(days.unbounded_below, days.min), side(days.unbounded_above, days.max)};
    }

private:
    window_out out_;
};

using truth_of_days = comity::truth (comity::period::*)(comity::day, comity::day) const;

int32_t ask(const comity_period* period, truth_of_days question, int64_t first, int64_t last,
            int32_t* out_truth) {
    return guard([&] {
        auto& result = required(out_truth, "out_truth");
        result =
            static_cast<int32_t>((object(period).value.*question)(comity::day(first), comity::day(last)));
    });
}

} // namespace

int32_t comity_period_parse(const char* text, size_t length, int32_t nature, comity_period** out) {
    return guard([&] {
        const handle_out result(out);
        const auto how = enum_in(nature, comity::nature::timeless, "nature");
        result.make(comity::period::parse(text_in(text, length, "text"), how));
    });
}

int32_t comity_period_destroy(comity_period** period) {
    return destroy(period);
}

int32_t comity_period_text(const comity_period* period, const char** out_text, size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = object(period).value.text(); });
}

int32_t comity_period_nature(const comity_period* period, int32_t* out_nature) {
    return guard(
        [&] { required(out_nature, "out_nature") = static_cast<int32_t>(object(period).value.nature()); });
}

int32_t comity_period_begin(const comity_period* period, int64_t* out_first, int32_t* out_first_bound,
                            int64_t* out_last, int32_t* out_last_bound) {
    return guard([&] {
        const window_out result(out_first, out_first_bound, out_last, out_last_bound);
        result = object(period).value.begin_window();
    });
}

int32_t comity_period_end(const comity_period* period, int64_t* out_first, int32_t* out_first_bound,
                          int64_t* out_last, int32_t* out_last_bound) {
    return guard([&] {
        const window_out result(out_first, out_first_bound, out_last, out_last_bound);
        result = object(period).value.end_window();
    });
}

int32_t comity_period_at(const comity_period* period, int64_t first, int64_t last, int32_t* out_truth) {
    return ask(period, &comity::period::at, first, last, out_truth);
}

int32_t comity_period_by(const comity_period* period, int64_t first, int64_t last, int32_t* out_truth) {
    return ask(period, &comity::period::by, first, last, out_truth);
}

int32_t comity_period_window(const comity_period* period, int64_t first, int64_t last, int32_t* out_truth) {
    return ask(period, &comity::period::window, first, last, out_truth);
}

int32_t comity_period_relations(const comity_period* a, const comity_period* b, int32_t* out_relations) {
    return guard([&] {
        required(out_relations, "out_relations") =
            comity::possible_relations(object(a).value, object(b).value).bits();
    });
}

int32_t comity_period_holds(const comity_period* a, const comity_period* b, int32_t wanted,
                            int32_t* out_truth) {
    return guard([&] {
        auto& result = required(out_truth, "out_truth");
        const auto bits = enum_in(wanted, comity::allen_set::all().bits(), "wanted");
        result = static_cast<int32_t>(
            comity::holds(object(a).value, object(b).value, comity::allen_set::from_bits(bits)));
    });
}

int32_t comity_period_lag(const comity_period* from, int32_t from_edge, const comity_period* to,
                          int32_t to_edge, int64_t* out_min, int32_t* out_min_bound, int64_t* out_max,
                          int32_t* out_max_bound) {
    return guard([&] {
        const lag_out result(out_min, out_min_bound, out_max, out_max_bound);
        result = comity::lag_between(object(from).value, object(to).value,
                                     enum_in(from_edge, comity::edge::end, "from_edge"),
                                     enum_in(to_edge, comity::edge::end, "to_edge"));
    });
}

int32_t comity_period_length(const comity_period* period, int64_t* out_min, int32_t* out_min_bound,
                             int64_t* out_max, int32_t* out_max_bound) {
    return guard([&] {
        const lag_out result(out_min, out_min_bound, out_max, out_max_bound);
        result = comity::length(object(period).value);
    });
}
