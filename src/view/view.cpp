#include <comity/view/view.hpp>

#include "history/one_range.hpp"
#include "history/store.hpp"
#include "time/edges.hpp"
#include "view/candidates.hpp"
#include "view/counting.hpp"
#include "view/eval.hpp"
#include "view/reading.hpp"
#include "view/runs.hpp"

#include <comity/error.hpp>

#include <algorithm>
#include <utility>

namespace comity {

view::view(comity::history h) : history_(std::move(h)) {}

view history::all() const {
    return view(*this);
}
view history::at(std::string_view day) const {
    return all().at(day);
}
view history::by(std::string_view day) const {
    return all().by(day);
}
view history::window(std::string_view from, std::string_view to) const {
    return all().window(from, to);
}
view history::window(std::string_view days) const {
    return all().window(days);
}

namespace {

void require_no_time(const detail::selection& s) {
    if (s.time != detail::when::always)
        throw error(errc::invalid_argument,
                    "this view already looks at '" + s.days_text() + "'; a view takes one time selector");
}

/// First and last day of a day of reduced precision.
detail::selection looking_at(detail::selection s, detail::when time, const date& day) {
    require_no_time(s);
    detail::require_one_range(day, "use window()");
    if (!day.earliest().is_day() || !day.latest().is_day())
        throw error(errc::invalid_argument, "'" + day.text() + "' has no first or no last day");
    s.time = time;
    s.first = to_day32(day.earliest().value);
    s.last = to_day32(day.latest().value);
    s.text = day.text();
    return s;
}

/// The same of a day that is spelt in full: what is asked most, and many times. Nothing for all other texts.
std::optional<detail::selection> looking_at_plain(const detail::selection& s, detail::when time,
                                                  std::string_view day) {
    constexpr std::size_t length = 10; // YYYY-MM-DD
    if (day.size() != length) return std::nullopt;
    const auto parsed = parse_bounds(day);
    const bool is_one_day = parsed && parsed->kind == date_kind::day && parsed->contiguous &&
                            parsed->earliest().is_day() && parsed->earliest() == parsed->latest();
    if (!is_one_day) return std::nullopt;
    require_no_time(s);
    detail::selection looking = s;
    looking.time = time;
    looking.first = looking.last = to_day32(parsed->earliest().value);
    looking.text = day;
    return looking;
}

/// One end of a window: a date, `..` for none.
std::optional<date> window_end(std::string_view text) {
    if (text == "..") return std::nullopt;
    date d = date::parse(text);
    detail::require_one_range(d, "a window takes one date at either end");
    return d;
}

detail::selection looking_through(detail::selection s, const bound& from, const bound& to, std::string text) {
    require_no_time(s);
    const auto [first, last] = detail::days_between(from, to);
    if (last < first) throw error(errc::invalid_argument, "the window '" + text + "' ends before it begins");
    s.time = detail::when::window;
    s.first = first;
    s.last = last;
    s.text = std::move(text);
    return s;
}

} // namespace

view view::at(const date& day) const {
    return {history_, looking_at(selection_, detail::when::at, day)};
}
view view::at(std::string_view day) const {
    if (auto s = looking_at_plain(selection_, detail::when::at, day)) return {history_, *std::move(s)};
    return at(date::parse(day));
}
view view::by(const date& day) const {
    return {history_, looking_at(selection_, detail::when::by, day)};
}
view view::by(std::string_view day) const {
    if (auto s = looking_at_plain(selection_, detail::when::by, day)) return {history_, *std::move(s)};
    return by(date::parse(day));
}

namespace {

std::string days_in_words(day first, day last) {
    return first == last ? first.to_string() : '[' + first.to_string() + ".." + last.to_string() + ']';
}

void look_between(detail::selection& s, detail::when time, day first, day last) {
    require_no_time(s);
    if (last < first)
        throw error(errc::invalid_argument,
                    "the days '" + days_in_words(first, last) + "' end before they begin");
    s.time = time;
    s.first = to_day32(first);
    s.last = to_day32(last);
    const bool kept_whole = s.first == first.count() && s.last == last.count();
    if (!kept_whole) s.text = days_in_words(first, last);
}

} // namespace

std::string detail::selection::days_text() const {
    return text.empty() && time != when::always ? days_in_words(day(first), day(last)) : text;
}

view view::at(day first, day last) && {
    look_between(selection_, detail::when::at, first, last);
    return std::move(*this);
}
view view::at(day first, day last) const& {
    return view(*this).at(first, last);
}
view view::by(day first, day last) && {
    look_between(selection_, detail::when::by, first, last);
    return std::move(*this);
}
view view::by(day first, day last) const& {
    return view(*this).by(first, last);
}

view view::at_any_time() const {
    detail::selection s = selection_;
    s.time = detail::when::always;
    s.first = unbounded_below;
    s.last = unbounded_above;
    s.text.clear();
    return {history_, std::move(s)};
}

view view::window(std::string_view from, std::string_view to) const {
    const std::optional<date> first = window_end(from);
    const std::optional<date> last = window_end(to);
    return {history_, looking_through(selection_, first ? first->earliest() : bound::open(),
                                      last ? last->latest() : bound::open(),
                                      std::string(from) + '/' + std::string(to))};
}

view view::window(std::string_view days) const {
    const date d = date::parse(days);
    if (d.kind() != date_kind::interval) detail::require_no_gaps(d);
    return {history_, looking_through(selection_, d.earliest(), d.latest(), std::string(days))};
}

view view::kinds(std::span<const kind> kinds) const {
    kind_set wanted;
    for (const kind k : kinds) wanted |= history_.schema().kinds_under(k);
    detail::selection s = selection_;
    if (s.kinds) wanted &= *s.kinds;
    s.kinds = std::make_shared<const kind_set>(std::move(wanted));
    return {history_, std::move(s)};
}
view view::kinds(std::initializer_list<kind> kinds) const {
    return this->kinds(std::span<const kind>(kinds.begin(), kinds.size()));
}

view view::types(std::span<const relation_type> types) && {
    relation_type_set wanted;
    for (const relation_type t : types) {
        history_.schema().require(t);
        wanted.insert(t);
    }
    if (selection_.types) wanted &= *selection_.types;
    selection_.types = std::move(wanted);
    return std::move(*this);
}
view view::types(std::span<const relation_type> types) const& {
    return view(*this).types(types);
}
view view::types(std::initializer_list<relation_type> types) && {
    return std::move(*this).types(std::span<const relation_type>(types.begin(), types.size()));
}
view view::types(std::initializer_list<relation_type> types) const& {
    return view(*this).types(types);
}

view view::modalities(std::span<const modality> modalities) const {
    detail::selection s = selection_;
    s.modalities = 0;
    for (const modality m : modalities)
        s.modalities |= static_cast<std::uint8_t>(1u << static_cast<unsigned>(m));
    return {history_, std::move(s)};
}
view view::modalities(std::initializer_list<modality> modalities) const {
    return this->modalities(std::span<const modality>(modalities.begin(), modalities.size()));
}

view view::certain() const {
    detail::selection s = selection_;
    s.only_certain = true;
    return {history_, std::move(s)};
}

void detail::require_same(const store_ptr& mine, const store_ptr& theirs) {
    if (mine != theirs)
        throw error(errc::invalid_argument, "that node or relation is of another history than this view");
}

truth view::shows(const node& n) const {
    detail::require_same(history_.store(), n.store());
    return detail::node_truth(*history_.store(), selection_, static_cast<std::uint32_t>(n.number()));
}

truth view::shows(const relation& r) const {
    detail::require_same(history_.store(), r.store());
    const detail::store& s = *history_.store();
    const std::uint32_t place = s.relations.place[to_index(r.number())];
    return detail::relation_truth(s, selection_, s.from_of(place), place);
}

node_range view::nodes() const {
    const auto count = static_cast<std::uint32_t>(history_.node_count());
    return node_range(std::in_place, history_.store(), selection_, detail::walk::order::nodes, 0, count);
}
node_range view::nodes(kind k) const {
    return kinds({k}).nodes();
}

relation_range view::relations() const {
    const detail::store& s = *history_.store();
    if (detail::selective(s, selection_)) {
        return relation_range(std::in_place, history_.store(), selection_, candidate_places(s, selection_),
                              detail::shows_each(s, selection_));
    }
    const auto count = static_cast<std::uint32_t>(history_.relation_count());
    return relation_range(std::in_place, history_.store(), selection_, detail::walk::order::out, 0, count);
}
relation_range view::relations(relation_type type) const {
    return types({type}).relations();
}

namespace {

relation_range walk_over(const detail::store_ptr& store, const detail::selection& s,
                         detail::walk::order order, detail::place_run places) {
    return relation_range(std::in_place, store, s, order, places.first, places.end);
}

} // namespace

relation_range view::out(const node& n) const {
    detail::require_same(history_.store(), n.store());
    const detail::store_ptr& s = history_.store();
    return walk_over(s, selection_, detail::walk::order::out, detail::out_run(*s, n.number()));
}
relation_range view::out(const node& n, relation_type type) const {
    detail::require_same(history_.store(), n.store());
    const detail::store_ptr& s = history_.store();
    if (!selection_.admits(type)) return walk_over(s, selection_, detail::walk::order::out, {});
    return walk_over(s, selection_, detail::walk::order::out,
                     detail::out_run(*s, selection_, n.number(), type));
}

relation_range view::in(const node& n) const {
    detail::require_same(history_.store(), n.store());
    const detail::store_ptr& s = history_.store();
    return walk_over(s, selection_, detail::walk::order::in, detail::in_run(*s, n.number()));
}
relation_range view::in(const node& n, relation_type type) const {
    detail::require_same(history_.store(), n.store());
    const detail::store_ptr& s = history_.store();
    if (!selection_.admits(type)) return walk_over(s, selection_, detail::walk::order::in, {});
    return walk_over(s, selection_, detail::walk::order::in,
                     detail::in_run(*s, selection_, n.number(), type));
}

count view::node_count() const {
    return detail::count_nodes(*history_.store(), selection_);
}
count view::relation_count() const {
    return detail::count_relations(*history_.store(), selection_);
}

std::string view::describe() const {
    static constexpr const char* words[] = {"at any time", "at ", "by ", "in "};
    std::string text = words[static_cast<std::size_t>(selection_.time)] + selection_.days_text();
    const auto list = [&text, this](const auto& set, const char* noun) {
        if (!set) return;
        text += std::string(", ") + noun;
        for (const auto id : set->to_vector())
            if (history_.schema().contains(id)) text += ' ' + std::string(history_.schema().name(id));
    };
    list(selection_.kinds, "kinds");
    list(selection_.types, "types");
    if (selection_.modalities != 1) {
        text += ", stated as";
        for (std::size_t m = 0; m < modality_count; ++m)
            if (((selection_.modalities >> m) & 1u) != 0)
                text += ' ' + std::string(to_string(static_cast<modality>(m)));
    }
    if (selection_.reading) text += ", " + to_string(reading());
    return selection_.only_certain ? text + ", certain" : text;
}

} // namespace comity
