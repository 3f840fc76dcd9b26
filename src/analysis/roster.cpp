#include <comity/analysis/roster.hpp>

#include "analysis/joined.hpp"
#include "analysis/pulse_over.hpp"
#include "analysis/text_conditions.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace comity {
namespace {

constexpr std::array<std::string_view, 12> section_names{"body",    "member",    "associate", "observer",
                                                         "partner", "candidate", "head",      "organ",
                                                         "group",   "bloc",      "text",      "members-text"};

constexpr std::array listed_standings{standing::member, standing::associate, standing::observer,
                                      standing::partner, standing::candidate};

constexpr std::array deeds_of_bodies{
    relation_type::adopted,   relation_type::signed_,  relation_type::endorsed,  relation_type::drafted,
    relation_type::submitted, relation_type::launched, relation_type::negotiated};
constexpr std::array deeds_of_members{relation_type::submitted, relation_type::sponsored,
                                      relation_type::drafted};

roster_section section_of(standing s) {
    return static_cast<roster_section>(static_cast<int>(roster_section::member) + static_cast<int>(s));
}

/// Gathers the lines of one roster.
class roll {
public:
    roll(const view& v, node of, const progress& tell)
        : view_(v),
          any_(v.at_any_time()),
          of_(std::move(of)),
          found_{{}, {v}},
          pulse_(detail::pulse_over(v, tell, "roster")) {}

    listing<roster_row> call() && {
        add_body();
        for (const standing s : listed_standings) add_members(s);
        add_blocs();
        add_organs(of_, {});
        add_heads();
        for (const auto& [body, by] : bodies_) add_texts_of(body, by);
        add_texts_of_members();
        for (auto& [number, row] : texts_) found_.rows.push_back(std::move(row));
        std::stable_sort(found_.rows.begin(), found_.rows.end(), detail::stoppable(in_order, pulse_));
        return std::move(found_);
    }

private:
    static bool in_order(const roster_row& a, const roster_row& b) {
        if (a.section != b.section) return a.section < b.section;
        if (a.truth != b.truth) return a.truth > b.truth;
        return a.who.id() < b.who.id();
    }

    roster_row& add(roster_section section, const node& who, truth t, std::vector<relation> by) {
        pulse_();
        ++found_.searched.nodes;
        return found_.rows.emplace_back(roster_row{section, who, t, {}, std::move(by), {}, {}, {}, {}});
    }

    void add_body() {
        roster_row& row = add(roster_section::body, of_, view_.shows(of_), {});
        row.named = counted(members_of(view_, of_, standing::member, pulse_.within()).rows);
        row.stated_counts = stated_counts(view_, of_);
        bodies_.emplace_back(of_, std::vector<relation>{});
    }

    void add_members(standing s) {
        listing<membership> found = members_of(view_, of_, s, pulse_.within());
        found_.searched.relations += found.searched.relations;
        for (membership& m : found.rows) {
            if (s == standing::member) members_.push_back(m.who);
            roster_row& row = add(section_of(s), m.who, m.truth, m.by);
            row.role = m.role(&view_);
            if (m.is_bloc()) count_members(row);
        }
    }

    void count_members(roster_row& row) {
        row.named = counted(members_of(view_, row.who, standing::member, pulse_.within()).rows);
        row.stated_counts = stated_counts(view_, row.who);
    }

    /// Blocs drawn from the body or standing as a part of it, and the parts of these.
    void add_blocs() {
        for (const relation_type t : {relation_type::drawn_from, relation_type::part_of})
            for (const auto& r : any_.in(of_, t))
                if (r.from().is_a(kind::bloc)) add_bloc(r.from(), {r});
    }

    void add_bloc(const node& bloc, const std::vector<relation>& by) {
        if (!blocs_.insert(bloc.number()).second) return;
        members_.push_back(bloc);
        truth there = view_.shows(bloc);
        for (const relation& r : by) there = there & view_.shows(r);
        if (is_possible(there)) count_members(add(roster_section::bloc, bloc, there, by));
        for (const auto& r : any_.in(bloc, relation_type::part_of))
            if (r.from().is_a(kind::bloc)) add_bloc(r.from(), extended(by, r));
    }

    /// Organs of any day, since a text may outlive the organ that made it; those of the view's day are
    /// listed.
    void add_organs(const node& parent, const std::vector<relation>& by) {
        for (const auto& r : any_.in(parent, relation_type::organ_of)) {
            pulse_();
            ++found_.searched.relations;
            const std::vector<relation> way = extended(by, r);
            const bool known = std::any_of(bodies_.begin(), bodies_.end(),
                                           [&r](const auto& b) { return b.first == r.from(); });
            if (known) continue;
            bodies_.emplace_back(r.from(), way);
            truth there = view_.shows(r.from());
            for (const relation& link : way) there = there & view_.shows(link);
            const bool group = r.from().is_a(kind::working_group);
            if (is_possible(there))
                add(group ? roster_section::group : roster_section::organ, r.from(), there, way);
            add_organs(r.from(), way);
        }
    }

    void add_heads() {
        for (const auto& [body, by] : bodies_)
            for (const auto& r : view_.in(body, relation_type::head_of)) {
                truth there = r.truth();
                for (const relation& link : by) there = there & view_.shows(link);
                if (!is_possible(there)) continue;
                add(roster_section::head, r.from(), there, extended(by, r)).role =
                    detail::joined_texts(&view_, r, attribute_type::role);
            }
    }

    /// What a body did itself, and what came out of its meetings.
    void add_texts_of(const node& body, const std::vector<relation>& by) {
        for (const relation_type t : deeds_of_bodies)
            for (const auto& r : any_.out(body, t)) add_text(roster_section::text, r.to(), extended(by, r));
        for (const auto& meeting : any_.in(body, relation_type::meeting_of)) {
            const node event = meeting.from();
            const std::vector<relation> way = extended(by, meeting);
            for (const relation_type t : {relation_type::adopted_at, relation_type::signed_at})
                for (const auto& r : any_.in(event, t))
                    add_text(roster_section::text, r.from(), extended(way, r));
            for (const relation_type t : {relation_type::produced, relation_type::drafted})
                for (const auto& r : any_.out(event, t))
                    add_text(roster_section::text, r.to(), extended(way, r));
        }
    }

    void add_texts_of_members() {
        for (const node& member : members_)
            for (const relation_type t : deeds_of_members)
                for (const auto& r : any_.out(member, t)) add_text(roster_section::members_text, r.to(), {r});
    }

    /// A text stands once, with the first reason found: the body's own deeds go before those of its members.
    void add_text(roster_section section, const node& text, std::vector<relation> by) {
        pulse_();
        ++found_.searched.relations;
        if (!text.is_a(kind::instrument) || texts_.contains(text.number())) return;
        const truth there = view_.shows(text);
        if (!is_possible(there)) return;
        ++found_.searched.nodes;
        texts_.emplace(text.number(), roster_row{section,
                                                 text,
                                                 there,
                                                 {},
                                                 std::move(by),
                                                 detail::adopted_by(view_, text),
                                                 detail::in_force_at(view_, text),
                                                 {},
                                                 {}});
    }

    static std::vector<relation> extended(std::vector<relation> by, const relation& r) {
        by.push_back(r);
        return by;
    }

    const view& view_;
    view any_;
    node of_;
    listing<roster_row> found_;
    std::vector<std::pair<node, std::vector<relation>>> bodies_; ///< it and its organs, of any day
    std::vector<node> members_;                                  ///< and the blocs that they form
    std::set<node_id> blocs_;
    std::map<node_id, roster_row> texts_;
    detail::pulse pulse_;
};

} // namespace

std::string_view to_string(roster_section s) noexcept {
    return section_names[static_cast<std::size_t>(s)];
}

listing<roster_row> roster(const view& v, const node& organisation, const progress& tell) {
    return roll(v, organisation, tell).call();
}

count counted(std::span<const roster_row> rows, roster_section section) {
    count n;
    for (const roster_row& row : rows) {
        if (row.section != section || (section != roster_section::bloc && row.who.is_a(kind::bloc))) continue;
        ++n.possible;
        if (is_certain(row.truth)) ++n.certain;
    }
    return n;
}

} // namespace comity
