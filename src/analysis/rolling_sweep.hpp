#pragma once

#include "analysis/disjoint.hpp"

#include <comity/history/detail/growing.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

// What changes from window to window: relations come, stay and go.

namespace comity::detail {

/// The windows that a relation is seen in: a run of them, since neither their first nor their last days go
/// back.
struct window_run {
    std::uint32_t first = 0;
    std::uint32_t end = 0; ///< one past the last; not after `first`: none
};

/// A relation that stays for some windows.
struct stay {
    std::uint32_t from;
    std::uint32_t to;
    std::uint32_t end; ///< window in which it is gone
};

/// The ends of all relations, by place.
struct relation_ends_by_place {
    growing<std::uint32_t> from;
    std::span<const std::uint32_t> to;
};

/// Stays in the order in which they begin.
class stays {
public:
    /// `ends` must outlive it.
    stays(const relation_ends_by_place& ends, std::size_t windows) : ends_(ends), passing_(windows) {}

    void add(window_run r, std::uint32_t from, std::uint32_t to) {
        if (r.first >= r.end) return;
        begins_.push_back(r.first);
        all_.push_back({from, to, r.end});
    }
    /// Relations that lie together in a list of places and are seen in the same windows. Those of one window
    /// alone are kept as that part of the list: their ends are fetched when the window comes.
    void add(window_run r, std::span<const std::uint32_t> places) {
        if (r.first >= r.end) return;
        std::span<const std::uint32_t>& passing = passing_[r.first];
        const bool follows = passing.empty() || passing.data() + passing.size() == places.data();
        if (r.first + 1 == r.end && follows) {
            passing = {passing.empty() ? places.data() : passing.data(), passing.size() + places.size()};
            return;
        }
        for (const std::uint32_t p : places) add(r, ends_.from[p], ends_.to[p]);
    }
    /// A counting sort, unless they have come in that order.
    void sort() {
        const std::size_t windows = passing_.size();
        offsets_.assign(windows + 1, 0);
        for (const std::uint32_t b : begins_) ++offsets_[b + 1];
        for (std::size_t w = 0; w < windows; ++w) offsets_[w + 1] += offsets_[w];
        if (std::is_sorted(begins_.begin(), begins_.end())) {
            begins_ = {};
            return;
        }
        std::vector<stay> sorted(all_.size());
        std::vector<std::size_t> next(offsets_.begin(), offsets_.end() - 1);
        for (std::size_t i = 0; i < all_.size(); ++i) sorted[next[begins_[i]]++] = all_[i];
        all_ = std::move(sorted);
        begins_ = {};
    }

    [[nodiscard]] std::size_t windows() const noexcept { return passing_.size(); }
    /// Calls `visit(stay)` with each that begins in that window. Once they are sorted.
    template <class Visit>
    void for_each_beginning_in(std::size_t window, Visit&& visit) const {
        for (std::size_t i = offsets_[window]; i < offsets_[window + 1]; ++i) visit(all_[i]);
        const auto end = static_cast<std::uint32_t>(window + 1);
        for (const std::uint32_t p : passing_[window]) visit(stay{ends_.from[p], ends_.to[p], end});
    }
    /// The same with each that began before that window and is still there in it.
    template <class Visit>
    void for_each_lasting_into(std::size_t window, Visit&& visit) const {
        for (std::size_t i = 0; i < offsets_[window]; ++i)
            if (all_[i].end > window) visit(all_[i]);
    }

private:
    std::vector<std::uint32_t> begins_;
    std::vector<stay> all_;
    std::vector<std::size_t> offsets_;
    const relation_ends_by_place& ends_;
    std::vector<std::span<const std::uint32_t>> passing_; // by window
};

/// Counts relations and their ends from window to window.
class sweep {
public:
    /// `all` must outlive it.
    sweep(const stays& all, std::size_t nodes)
        : all_(all), staying_(nodes, 0), met_in_(nodes, none), leaving_(all.windows() + 1) {}

    /// The window after the one that was entered last.
    void enter(std::size_t window) {
        for (const stay& s : leaving_[window]) {
            leave(s.from);
            leave(s.to);
        }
        lasting_ -= leaving_[window].size();
        leaving_[window] = {};
        passing_ = 0;
        met_ = 0;
        all_.for_each_beginning_in(window, [&](const stay& s) {
            if (s.end != window + 1) stay_on(s);
        });
        all_.for_each_beginning_in(window, [&](const stay& s) {
            if (s.end == window + 1) pass(s, static_cast<std::uint32_t>(window));
        });
    }
    [[nodiscard]] std::size_t relations() const noexcept { return lasting_ + passing_; }
    [[nodiscard]] std::size_t nodes() const noexcept { return held_ + met_; }

private:
    static constexpr std::uint32_t none = 0xffffffff;

    void stay_on(const stay& s) {
        ++lasting_;
        for (const std::uint32_t n : {s.from, s.to})
            if (staying_[n]++ == 0) ++held_;
        leaving_[s.end].push_back(s);
    }
    void leave(std::uint32_t n) {
        if (--staying_[n] == 0) --held_;
    }
    /// Here for one window only: its ends count unless something that lasts holds them.
    void pass(const stay& s, std::uint32_t window) {
        ++passing_;
        for (const std::uint32_t n : {s.from, s.to}) { // without a branch: who is met again can't be foretold
            const bool is_held = held_ != 0 && staying_[n] != 0;
            met_ += !is_held && met_in_[n] != window ? 1u : 0u;
            met_in_[n] = window;
        }
    }

    const stays& all_;
    std::vector<std::uint32_t> staying_;
    std::vector<std::uint32_t> met_in_;
    std::vector<std::vector<stay>> leaving_;
    std::size_t lasting_ = 0, passing_ = 0, held_ = 0, met_ = 0;
};

/// The weak components of each window. Parts can't be taken apart again, so these begin anew in each.
class parts {
public:
    /// Stands before the window `first`. `all` must outlive it.
    parts(const stays& all, std::size_t nodes, std::size_t first) : all_(all), sets_(nodes), size_(nodes) {
        all.for_each_lasting_into(first, [this](const stay& s) { here_.push_back(s); });
    }

    /// The window after the one that was entered last.
    void enter(std::size_t window) {
        std::erase_if(here_, [&](const stay& s) { return s.end <= window; });
        all_.for_each_beginning_in(window, [this](const stay& s) { here_.push_back(s); });
        for (const stay& s : here_)
            for (const std::uint32_t n : {s.from, s.to}) {
                sets_.reset(n);
                size_[n] = 0;
            }
        for (const stay& s : here_) sets_.join(s.from, s.to);
        count_ = largest_ = 0;
        for (const stay& s : here_)
            for (const std::uint32_t n : {s.from, s.to}) count(n);
    }
    [[nodiscard]] std::uint32_t number() const noexcept { return count_; }
    [[nodiscard]] std::uint32_t largest() const noexcept { return largest_; }

private:
    static constexpr std::uint32_t counted = 0x80000000;

    void count(std::uint32_t n) {
        if ((size_[n] & counted) != 0) return;
        size_[n] |= counted;
        const std::uint32_t root = sets_.find(n);
        const std::uint32_t size = (++size_[root]) & ~counted;
        if (size == 1) ++count_;
        largest_ = std::max(largest_, size);
    }

    const stays& all_;
    disjoint sets_;
    std::vector<std::uint32_t>
        size_; ///< of the part whose root it is; and whether the node itself was counted
    std::vector<stay> here_;
    std::uint32_t count_ = 0, largest_ = 0;
};

} // namespace comity::detail
