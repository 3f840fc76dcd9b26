#pragma once

#include <comity/analysis/listing.hpp>
#include <comity/analysis/moment.hpp>
#include <comity/history/attribute.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

/// As what an actor stands to a body. Since 0.1.
enum class standing : std::uint8_t { member, associate, observer, partner, candidate };

/// "member", "associate", "observer", "partner" or "candidate". Since 0.1.
[[nodiscard]] std::string_view to_string(standing s) noexcept;

/// The relation type that says so. Since 0.1.
[[nodiscard]] relation_type type_of(standing s) noexcept;

/// One who stands in some way to a body, surely or perhaps, and the relations that make it so: from the body
/// inwards, more than one where a bloc lies between. Since 0.1.
struct membership {
    node who;
    standing as = standing::member;
    comity::truth truth = comity::truth::possible;
    std::vector<relation> by;

    /// Stands for others: a bloc. Where it is known who they are, rows of their own follow from it.
    [[nodiscard]] bool is_bloc() const noexcept { return who.is_a(kind::bloc); }
    /// The role that the last of the relations has, such as `founding`; empty if it has none. Only by the
    /// sources that count in `heard`, if a view is given.
    [[nodiscard]] std::string role(const view* heard = nullptr) const;
};

/// Who belongs to `group`, an organisation, an organ or a bloc, in what the view shows: at a day if it looks
/// at one. A bloc that is drawn from a body is, on each day, those who are its members on that day; what is
/// said of the parts of a bloc holds of the bloc. Each actor once, at its surest, in the order of the ids;
/// blocs stand beside those that they are known to consist of. O(relations of the groups on the way).
///
/// The list is as long as the record is: nobody is absent because he is not in it. Throws error (cancelled)
/// once `tell` asks. Since 0.1.
[[nodiscard]] listing<membership> members_of(const view& v, const node& group, standing as = standing::member,
                                             const progress& tell = {});

/// How many are certainly and how many possibly there, blocs not counted. Since 0.1.
[[nodiscard]] count counted(std::span<const membership> members);

/// How many members sources count in `group` at the view's time: their own numbers, which may be more than
/// the record names. Since 0.1.
[[nodiscard]] std::vector<attribute> stated_counts(const view& v, const node& group);

/// The view as it is on the day of `when`, in place of its own time: on one unknown day of it where it is not
/// exact. Without a first and a last day it looks at any time, and `exact` is false: nothing that it shows is
/// certain for that day. Since 0.1.
struct view_on_day {
    view seen;
    bool exact = false;
};
[[nodiscard]] view_on_day on_day(const view& v, const moment& when);

} // namespace comity
