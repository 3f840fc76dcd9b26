#pragma once

#include <comity/analysis/ballots.hpp>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace comity::detail {

/// A vote and what it decided about.
struct vote_held {
    node vote;
    std::vector<node> on;
    moment when;
};

/// The votes that a view shows, and who cast what in them.
class voting {
public:
    explicit voting(const view& v);

    /// By day, then by id.
    [[nodiscard]] const std::vector<vote_held>& votes() const noexcept { return votes_; }
    /// Calls `look(ballot, truth, relation or nothing)` for each ballot of that actor, or once for an unknown
    /// one.
    template <class Look>
    void each_ballot(const node& vote, const node& who, Look&& look) const {
        const auto found = cast_.find({vote.number(), who.number()});
        if (found == cast_.end()) return look(ballot::unknown, truth::no, std::optional<relation>());
        const bool one = agree(found->second);
        for (const auto& [how, r] : found->second)
            look(how, one ? r.truth() : r.truth() & truth::possible, std::optional<relation>(r));
    }
    [[nodiscard]] std::size_t relation_count() const noexcept { return relations_; }

private:
    using cast = std::pair<ballot, seen<relation>>;
    [[nodiscard]] static bool agree(const std::vector<cast>& all);

    std::vector<vote_held> votes_;
    std::map<std::pair<node_id, node_id>, std::vector<cast>> cast_;
    std::size_t relations_ = 0;
};

/// How surely `who` is a member of `group` on the day of `when`, of groups and days that are asked for again
/// and again.
class membership_by_day {
public:
    explicit membership_by_day(const view& v) : view_(v) {}

    [[nodiscard]] truth of(const node& who, const node& group, const moment& when);
    [[nodiscard]] std::size_t relation_count() const noexcept { return relations_; }

private:
    const view& view_;
    std::map<std::pair<node_id, std::string>, std::map<node_id, truth>> known_; // by group and day
    std::size_t relations_ = 0;
};

} // namespace comity::detail
