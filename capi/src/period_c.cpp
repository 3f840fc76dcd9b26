#include "handles.hpp"

#include <comity/time/nature.hpp>

using namespace comity::capi;

static_assert(static_cast<int>(comity::nature::act) == COMITY_NATURE_ACT);
static_assert(static_cast<int>(comity::nature::state) == COMITY_NATURE_STATE);
static_assert(static_cast<int>(comity::nature::timeless) == COMITY_NATURE_TIMELESS);
static_assert(static_cast<int>(comity::truth::no) == COMITY_TRUTH_NO);
static_assert(static_cast<int>(comity::truth::possible) == COMITY_TRUTH_POSSIBLE);
static_assert(static_cast<int>(comity::truth::certain) == COMITY_TRUTH_CERTAIN);

namespace {

using truth_of_days = comity::truth (comity::period::*)(comity::day, comity::day) const;

int32_t ask(const comity_period* period, truth_of_days question, int64_t first, int64_t last,
            int32_t* out_truth) {
    return guard([&] {
        auto& result = required(out_truth, "out_truth");
        const comity::period& p = object(period).value;
        if (last < first)
            throw refusal(COMITY_E_INVALID_ARGUMENT,
                          "day " + std::to_string(last) + " lies before day " + std::to_string(first));
        result = static_cast<int32_t>((p.*question)(comity::day(first), comity::day(last)));
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
