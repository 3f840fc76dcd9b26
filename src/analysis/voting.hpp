#pragma once

#include <comity/analysis/ballots.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace comity::detail {

/// What a ballot counts as: to veto is to vote no.
[[nodiscard]] constexpr ballot counted_as(ballot b) noexcept {
    return b == ballot::vetoed ? ballot::no : b;
}

/// A vote and what it decided about.
struct vote_held {
    node vote;
    std::vector<node> on;
    moment when;
};

/// The votes that a view shows, and who cast what in them.
class voting {
public:
    explicit voting(const view& v, const progress& tell = {});

    /// By day, then by id.
    [[nodiscard]] const std::vector<vote_held>& votes() const noexcept { return votes_; }
    /// A ballot on record.
    struct cast {
        node_id vote{};
        node_id who{};
        ballot way = ballot::unknown;
        truth sure = truth::no;
        relation_id by{};
    };
    /// All of one vote, by actor. O(log of the ballots).
    [[nodiscard]] std::span<const cast> cast_in(const node& vote) const;
    /// Calls `look(ballot, truth, relation or nothing)` for each ballot of that actor in a vote, or once for
    /// an unknown one. O(log of the ballots in it).
    template <class Look>
    void each_ballot(std::span<const cast> vote, const node& who, Look&& look) const {
        auto c = std::lower_bound(vote.begin(), vote.end(), who.number(),
                                  [](const cast& a, node_id number) { return a.who < number; });
        const auto his = [&who](const cast& a) { return a.who == who.number(); };
        if (c == vote.end() || !his(*c)) return look(ballot::unknown, truth::no, std::optional<relation>());
        const auto last = std::find_if_not(c, vote.end(), his);
        const bool one = std::all_of(
            c, last, [way = counted_as(c->way)](const cast& a) { return counted_as(a.way) == way; });
        for (; c != last; ++c)
            look(c->way, one ? c->sure : c->sure & truth::possible,
                 std::optional<relation>(history_.relation(c->by)));
    }
    [[nodiscard]] std::size_t relation_count() const noexcept { return relations_; }

private:
    history history_;
    std::vector<vote_held> votes_;
    std::vector<cast> cast_; // by vote and actor
    std::size_t relations_ = 0;
};

/// Who is a member of a group on a day, and how surely; of groups and days that are asked for again and
/// again.
class membership_by_day {
public:
    using members = std::map<node_id, truth>;

    explicit membership_by_day(const view& v, progress tell = {}) : view_(v), tell_(std::move(tell)) {}

    [[nodiscard]] const members& on(const node& group, const moment& when);
    [[nodiscard]] truth of(const node& who, const node& group, const moment& when) {
        return of(who, on(group, when));
    }
    [[nodiscard]] static truth of(const node& who, const members& among) {
        const auto found = among.find(who.number());
        return found == among.end() ? truth::no : found->second;
    }
    [[nodiscard]] std::size_t relation_count() const noexcept { return relations_; }

private:
    const view& view_;
    progress tell_;
    std::map<std::pair<node_id, std::string>, members> known_; // by group and day
    std::size_t relations_ = 0;
};

} // namespace comity::detail
