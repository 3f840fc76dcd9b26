#include <comity/analysis/rolling.hpp>

#include "analysis/rolling_sweep.hpp"
#include "history/side_by_side.hpp"
#include "history/start_index.hpp"
#include "history/store.hpp"
#include "pulse.hpp"
#include "view/eval.hpp"
#include "view/reading.hpp"

#include <comity/error.hpp>

#include <algorithm>

namespace comity {
namespace {

using detail::stays;
using detail::window_run;

/// Which windows something touches, by its begin and end.
class windows_by_day {
public:
    windows_by_day(std::span<const day_range> windows, bool by) : by_(by) {
        for (const day_range& w : windows) {
            if (w.last < w.first)
                throw error(errc::invalid_argument, "the window '" + w.first.to_string() + '/' +
                                                        w.last.to_string() + "' ends before it begins");
            firsts_.push_back(to_day32(w.first));
            lasts_.push_back(to_day32(w.last));
        }
        if (!std::is_sorted(firsts_.begin(), firsts_.end()) || !std::is_sorted(lasts_.begin(), lasts_.end()))
            throw error(errc::invalid_argument, "the windows go back in time; expected them in order");
    }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(firsts_.size()); }

    /// Those that end on `begin` or later and, unless all that has begun counts, begin on `end` or earlier.
    [[nodiscard]] window_run touched(day32 begin, day32 end) const noexcept {
        const auto first = std::lower_bound(lasts_.begin(), lasts_.end(), begin) - lasts_.begin();
        if (by_) return {static_cast<std::uint32_t>(first), size()};
        const auto after = std::upper_bound(firsts_.begin(), firsts_.end(), end) - firsts_.begin();
        return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(after)};
    }
    [[nodiscard]] detail::selection looking_at(detail::selection s, std::uint32_t window) const {
        s.time = by_ ? detail::when::by : detail::when::window;
        s.first = by_ ? lasts_[window] : firsts_[window];
        s.last = lasts_[window];
        return s;
    }

private:
    std::vector<day32> firsts_;
    std::vector<day32> lasts_;
    bool by_;
};

/// Gathers in which windows relations are seen, at least so surely.
class window_gathering {
public:
    window_gathering(const view& v, const windows_by_day& windows)
        : s_(*v.history().store()),
          sel_(v.selection()),
          windows_(windows),
          ends_{detail::starts_of_all(s_.out.offsets.span()), s_.out.to.span()} {}

    /// Through the time index: rows of one day come in the order of the windows, and which those are is asked
    /// once a day.
    [[nodiscard]] stays at_least(truth surety, detail::pulse& pulse) const {
        const detail::time_index& index = detail::columns_of(s_, sel_).index;
        const bool all_pass = surety == truth::possible && shows_all_days();
        stays all(ends_, windows_.size());
        for (std::size_t day = 0; day < index.days.size(); ++day) {
            pulse(day * s_.node_count() / index.days.size());
            const window_run touched = windows_.touched(index.days[day], index.days[day]);
            if (touched.first >= touched.end) continue;
            const auto places = index.one_day.span().subspan(
                index.day_offsets[day], index.day_offsets[day + 1] - index.day_offsets[day]);
            if (all_pass)
                all.add(touched, places);
            else
                for (const std::uint32_t p : places) add(all, surety, p, pulse);
        }
        for (const auto* places : {&index.bounded, &index.open, &index.others})
            for (std::size_t i = 0; i < places->size(); ++i) {
                if (i % 1024 == 0) pulse(s_.node_count());
                add(all, surety, (*places)[i], pulse);
            }
        all.sort();
        return all;
    }

    /// Whether everything possible is certain, whatever the windows.
    [[nodiscard]] bool exact() const noexcept {
        const detail::reading_columns& r = detail::columns_of(s_, sel_);
        if (!r.precise()) return false;
        std::uint8_t met = 0; // of all of them, which is faster than to stop at the first
        for (const std::uint8_t flags : r.flags.span()) met |= flags;
        return (met & detail::unsettled) == 0;
    }

private:
    /// Whether everything that the index holds by the day is at least possible: it is all reported.
    [[nodiscard]] bool shows_all_days() const noexcept {
        return !sel_.kinds && !sel_.types && !sel_.only_certain && (sel_.modalities & 1u) != 0;
    }

    void add(stays& all, truth surety, std::uint32_t p, detail::pulse& pulse) const {
        const std::uint32_t from = ends_.from[p];
        const detail::reading_columns& r = detail::columns_of(s_, sel_);
        if (detail::relation_truth(s_, sel_, from, p) < surety) return;
        const bounds b = r.effective(p);
        if (b.inverted()) return;
        if ((r.flags[p] & detail::flag::inexact) != 0)
            return add_inexact(all, surety, p, windows_.touched(b.b1, b.e2), pulse);
        all.add(surety == truth::certain ? windows_.touched(b.b2, b.e1) : windows_.touched(b.b1, b.e2), from,
                ends_.to[p]);
    }

    /// Its possible days are not one range: asked about each of the windows that they touch from the first of
    /// them to the last.
    void add_inexact(stays& all, truth surety, std::uint32_t p, window_run touched,
                     detail::pulse& pulse) const {
        const std::uint32_t from = ends_.from[p], to = ends_.to[p];
        for (std::uint32_t w = touched.first; w < touched.end; ++w) {
            if (w % 1024 == 0) pulse(s_.node_count());
            if (detail::relation_truth(s_, windows_.looking_at(sel_, w), from, p) >= surety)
                all.add({w, w + 1}, from, to);
        }
    }

    const detail::store& s_;
    detail::selection sel_;
    const windows_by_day& windows_;
    const detail::relation_ends_by_place ends_;
};

/// Counts the windows at one surety into the rows.
void count_into(std::vector<rolling_row>& rows, const stays& all, std::size_t nodes,
                std::size_t count::*surety, detail::pulse& pulse) {
    detail::sweep sweep(all, nodes);
    for (std::size_t w = 0; w < rows.size(); ++w) {
        pulse(nodes); // the way was told while gathering; here it only asks whether to go on
        sweep.enter(w);
        rows[w].relations.*surety = sweep.relations();
        rows[w].nodes.*surety = sweep.nodes();
    }
}

/// The window up to which half of so many possible relations are met; the end of all, if they are not worth
/// halving.
std::size_t middle_of(const std::vector<rolling_row>& rows, std::size_t total) {
    if (total < detail::rows_worth_a_thread) return rows.size();
    std::size_t w = 0;
    for (std::size_t met = 0; met < total / 2; ++w) met += rows[w].relations.possible;
    return w;
}

/// Counts parts into rows that know their relations already. What one window costs does not hang on the one
/// before, so that both halves are done side by side.
void part_into(std::vector<rolling_row>& rows, const stays& all, std::size_t nodes, const progress& tell) {
    std::size_t total = 0;
    for (const rolling_row& r : rows) total += r.relations.possible;
    const std::size_t middle = middle_of(rows, total);
    detail::pulse pulse(tell, "components", middle);
    const auto through = [&](std::size_t first, std::size_t end, auto&& beat) {
        detail::parts parts(all, nodes, first);
        for (std::size_t w = first; w < end; ++w) {
            beat();
            parts.enter(w);
            rows[w].parts = parts.number();
            rows[w].largest = parts.largest();
        }
    };
    detail::side_by_side(
        total, [&] { through(middle, rows.size(), [&pulse] { pulse.look(); }); },
        [&] { through(0, middle, [&pulse] { pulse(); }); });
    pulse.finish();
}

} // namespace

listing<rolling_row> rolling(const view& v, std::span<const day_range> windows,
                             const rolling_options& options) {
    if (v.selection().time != detail::when::always)
        throw error(errc::invalid_argument, "this view already looks at '" + v.selection().days_text() +
                                                "'; rolling() looks at windows of its own");
    const std::size_t nodes = v.history().node_count();
    const windows_by_day days(windows, options.by);
    // What is certain depends on the window: `certain()` is applied to each.
    const bool only_certain = v.selection().only_certain;
    const window_gathering gather(v, days);
    listing<rolling_row> found{{}, {v}};
    for (const day_range& w : windows) found.rows.push_back({w, {}, {}});

    detail::pulse pulse(options.tell, "rolling", nodes);
    const stays most = gather.at_least(only_certain ? truth::certain : truth::possible, pulse);
    count_into(found.rows, most, nodes, &count::possible, pulse);
    if (only_certain || gather.exact()) {
        for (rolling_row& r : found.rows) {
            r.relations.certain = r.relations.possible;
            r.nodes.certain = r.nodes.possible;
        }
    } else {
        const stays sure = gather.at_least(truth::certain, pulse);
        count_into(found.rows, sure, nodes, &count::certain, pulse);
    }
    pulse.finish();
    if (options.components) part_into(found.rows, most, nodes, options.tell);
    found.searched.nodes = nodes;
    found.searched.relations = v.history().relation_count();
    return found;
}

} // namespace comity
