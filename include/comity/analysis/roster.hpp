#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/members.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

/// The parts of a roster, in their order. Since 0.1.
enum class roster_section : std::uint8_t {
    body,      ///< the organisation itself
    member,    ///< with full rights
    associate, ///< with some of a member's rights
    observer,
    partner,
    candidate,
    head,         ///< who leads it, or one of its organs
    organ,        ///< its organs and theirs, and its systems
    group,        ///< its working groups
    bloc,         ///< those named together as, or among, its members
    text,         ///< an instrument that it made, adopted or put its name to
    members_text, ///< an instrument that members handed in or sponsored
};

/// "body", "member", ..., "text", "members-text". Since 0.1.
[[nodiscard]] std::string_view to_string(roster_section s) noexcept;

/// How far a text has come by the view's day. Where the record says nothing at all, `stated` is false and the
/// truth `possible`: what nobody mentions may still be so. Of values that compete each may be the right one:
/// what holds by some of them only is possible. Since 0.1.
struct text_condition {
    comity::truth truth = comity::truth::possible;
    bool stated = false;
    /// Since when, in the words of the source; `2010; 2012` where dates compete, empty if it is not dated.
    std::string since;
};

/// One line of a roster. Since 0.1.
struct roster_row {
    roster_section section = roster_section::body;
    node who;
    comity::truth truth = comity::truth::possible; ///< exists and belongs, on the view's day
    std::string role;                              ///< as what, where a source says so
    std::vector<relation> by;                      ///< the relations that put it here, from the body inwards
    std::optional<text_condition> adopted;         ///< of a text: adopted, signed or endorsed
    /// Of a text that can be in force: a treaty, a law, or one of which somebody says when it is.
    std::optional<text_condition> in_force;
    /// Of the body and of blocs: how many members are known by name, and what sources count.
    std::optional<count> named;
    std::vector<attribute> stated_counts;
};

/// Who and what `organisation` is on the view's day, as far as the record says: members by standing, blocs
/// with their members of that day, heads, organs and groups, texts that exist, with what is known of their
/// adoption and force. By section, in a section certain before possible, then by id. O(relations of the
/// organisation, its organs, its events, its members and their texts). Throws error (cancelled) once `tell`
/// asks. Since 0.1.
[[nodiscard]] listing<roster_row> roster(const view& v, const node& organisation, const progress& tell = {});

/// How many certainly and how many possibly stand in that section, blocs counted only in their own. Since
/// 0.1.
[[nodiscard]] count counted(std::span<const roster_row> rows, roster_section section);

} // namespace comity
