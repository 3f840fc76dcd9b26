// Analyses, each as the table that the library makes of it.
#include "analyse.hpp"
#include "constants.hpp"
#include "texts.hpp"

#include <comity/io/analysis_tables.hpp>

using namespace comity::capi;

static_assert(same(comity::standing::member, COMITY_STANDING_MEMBER));
static_assert(same(comity::standing::associate, COMITY_STANDING_ASSOCIATE));
static_assert(same(comity::standing::observer, COMITY_STANDING_OBSERVER));
static_assert(same(comity::standing::partner, COMITY_STANDING_PARTNER));
static_assert(same(comity::standing::candidate, COMITY_STANDING_CANDIDATE));

namespace {

comity::kind kind_in(const comity::view& v, const char* kind, size_t length) {
    return v.history().schema().kind_named(text_in(kind, length, "kind"));
}

} // namespace

int32_t comity_timeline(const comity_view* view, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::timeline(v, tell);
    });
}

int32_t comity_lineage(const comity_view* view, int64_t root, const comity_lineage_options* options,
                       comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const auto given = options_in(options);
        const comity::listing_options how = listing_of(given);
        const size_t deepest = size_in(given.deepest, "deepest");
        result.make(to_table(comity::lineage(v, node_in(v.history(), root), comity::lineage_rules(),
                                             deepest == 0 ? comity::any_depth : deepest, how.tell),
                             how));
    });
}

int32_t comity_members(const comity_view* view, int64_t group, int32_t standing,
                       const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        const auto as = enum_in(standing, comity::standing::candidate, "standing");
        return comity::members_of(v, node_in(v.history(), group), as, tell);
    });
}

int32_t comity_roster(const comity_view* view, int64_t organisation, const comity_listing_options* options,
                      comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        return comity::roster(v, node_in(v.history(), organisation), tell);
    });
}

int32_t comity_series(const comity_view* view, const char* kind, size_t length,
                      const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        return comity::series(v, kind_in(v, kind, length), tell);
    });
}

int32_t comity_participations(const comity_view* view, const char* kind, size_t length,
                              const comity_listing_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const comity::listing_options how = listing_in(options);
        const auto events = comity::series(v, kind_in(v, kind, length), how.tell);
        result.make(
            comity::detail::with_note(comity::participations_table(events.rows, how, &events.searched.seen),
                                      "searched", events.searched.to_string()));
    });
}

int32_t comity_proposals(const comity_view* view, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::proposals(v, tell);
    });
}

int32_t comity_positions(const comity_view* view, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::positions(v, tell);
    });
}

int32_t comity_disagreements(const comity_view* view, const comity_listing_options* options,
                             comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::disagreements(v, tell);
    });
}

int32_t comity_history_disagreements(const comity_history* history, const comity_listing_options* options,
                                     comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::history& h = object(history).value;
        const comity::listing_options how = listing_in(options);
        result.make(to_table(comity::disagreements(h, how.tell), how));
    });
}

int32_t comity_settlements(const comity_view* view, const char* const* policies, const size_t* lengths,
                           size_t count, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [&](const comity::view& v, const comity::progress& tell) {
        return comity::settlements(v, named(policies, lengths, count, "policies", comity::policy::named),
                                   tell);
    });
}

int32_t comity_audit(const comity_view* view, const comity_audit_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& v = object(view).value;
        const auto given = options_in(options);
        require_zero(given.reserved);
        const comity::listing_options how = listing_of(given);
        result.make(to_table(comity::audit(v, {given.list_facts != 0, how.tell}), how));
    });
}

int32_t comity_quantities(const comity_view* view, const comity_listing_options* options,
                          comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::quantities(v, tell);
    });
}

int32_t comity_causes(const comity_view* view, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::causes(v, tell);
    });
}

int32_t comity_diff(const comity_view* before, const comity_view* after,
                    const comity_listing_options* options, comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        const comity::view& first = object(before).value;
        const comity::listing_options how = listing_in(options);
        result.make(to_table(comity::diff(first, object(after).value, how.tell), how));
    });
}

int32_t comity_summary(const comity_view* view, const comity_listing_options* options, comity_table** out) {
    return analyse(view, options, out, [](const comity::view& v, const comity::progress& tell) {
        return comity::summary(v, tell);
    });
}
