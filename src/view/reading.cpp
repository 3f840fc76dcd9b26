#include "view/reading.hpp"

#include "history/periods.hpp"
#include "history/reading_rule.hpp"

#include <comity/error.hpp>
#include <comity/view/view.hpp>

#include <algorithm>
#include <utility>

namespace comity {

reading view::reading() const {
    return selection_.reading ? selection_.reading->rule.how : comity::reading{};
}

namespace {

std::vector<std::string> sorted(std::vector<std::string> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

std::vector<std::string> common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

} // namespace

// Sets of ids are kept sorted, so that equal readings are made once and can be narrowed.
view view::read_as(const comity::reading& reading) const {
    comity::reading kept = reading;
    kept.only = sorted(std::move(kept.only));
    kept.without = sorted(std::move(kept.without));
    detail::selection s = selection_;
    const detail::store& store = *history_.store();
    s.reading = kept == comity::reading{} ? nullptr : store.readings.get(store, kept);
    return {history_, std::move(s)};
}

view view::sources(std::span<const std::string> ids) const {
    for (const std::string& id : ids) (void)detail::source_of(*history_.store(), id);
    comity::reading r = reading();
    std::vector<std::string> wanted = sorted({ids.begin(), ids.end()});
    r.only = r.only.empty() ? std::move(wanted) : common(r.only, wanted);
    if (r.only.empty()) throw error(errc::invalid_argument, "a view by source needs a source; none is left");
    return read_as(r);
}
view view::sources(std::initializer_list<std::string> ids) const {
    return sources(std::span<const std::string>(ids.begin(), ids.size()));
}

view view::without_sources(std::span<const std::string> ids) const {
    comity::reading r = reading();
    r.without.insert(r.without.end(), ids.begin(), ids.end());
    return read_as(r);
}
view view::without_sources(std::initializer_list<std::string> ids) const {
    return without_sources(std::span<const std::string>(ids.begin(), ids.size()));
}

view view::stated_by(std::string_view day) const {
    comity::reading r = reading();
    if (r.stated_by)
        throw error(errc::invalid_argument,
                    "this view already reads what was stated by '" + r.stated_by->text() + "'");
    r.stated_by = date::parse(day);
    return read_as(r);
}

view view::settled_by(const policy& policy) const {
    comity::reading r = reading();
    r.policy = policy;
    return read_as(r);
}

view view::ignoring_marks() const {
    comity::reading r = reading();
    r.ignore_marks = true;
    return read_as(r);
}

period view::period_of(const fact& f) const {
    detail::require_same(history_.store(), f.store());
    return detail::period_of(*history_.store(), f.subject(), selection_.reading.get());
}

bool view::disputed(const fact& f) const {
    detail::require_same(history_.store(), f.store());
    const detail::store& s = *history_.store();
    const detail::reading_columns& r = detail::columns_of(s, selection_);
    const std::size_t i = f.subject().number();
    const std::uint8_t flags = f.subject().is_relation() ? r.flags[s.relations.place[i]] : r.node_flags[i];
    return (flags & detail::flag::disputed) != 0;
}

} // namespace comity
