#include <comity/history/source.hpp>

#include "history/store.hpp"

namespace comity {
namespace {

/// Of texts in languages (tag, text, tag, text ...) the one in that language, else the first.
std::string_view in_language(const detail::store& s, std::span<const detail::string_id> texts,
                             std::string_view language) {
    for (std::size_t i = 0; i + 1 < texts.size(); i += 2)
        if (s.strings[texts[i]] == language) return s.strings[texts[i + 1]];
    return texts.size() < 2 ? std::string_view() : s.strings[texts[1]];
}

} // namespace

std::string_view source::id() const noexcept {
    return store_->strings[store_->sources.id[to_index(number_)]];
}
std::string_view source::kind() const noexcept {
    return store_->strings[store_->sources.kind[to_index(number_)]];
}

std::string_view source::title(std::string_view language) const noexcept {
    return in_language(*store_, store_->sources.titles.of(to_index(number_)), language);
}

std::optional<date> source::dated() const {
    const detail::date_id d = store_->sources.date[to_index(number_)];
    if (d == detail::no_date || store_->dates.state(d) != detail::date_state::known) return std::nullopt;
    return date::parse(store_->strings[store_->dates.text[d]]);
}

std::size_t source::statement_count() const noexcept {
    return store_->sources.statements[to_index(number_)];
}

source_record source::record() const {
    const detail::source_columns& c = store_->sources;
    const std::size_t i = to_index(number_);
    const auto text = [this](detail::string_id t) { return std::string(store_->strings[t]); };
    source_record r;
    r.kind = text(c.kind[i]);
    r.publisher = text(c.publisher[i]);
    r.language = text(c.language[i]);
    r.uri = text(c.uri[i]);
    r.note = text(c.note[i]);
    if (c.date[i] != detail::no_date) r.date = text(store_->dates.text[c.date[i]]);
    const auto titles = c.titles.of(i);
    for (std::size_t t = 0; t + 1 < titles.size(); t += 2)
        r.titles.emplace_back(text(titles[t]), text(titles[t + 1]));
    for (const detail::string_id a : c.authors.of(i)) r.authors.push_back(text(a));
    for (const detail::string_id d : c.derived_from.of(i)) r.derived_from.push_back(text(d));
    const auto cover = c.coverage.of(i);
    for (std::size_t k = 0; k + 3 < cover.size(); k += 4)
        r.coverage.push_back({text(cover[k]), text(cover[k + 1]), text(cover[k + 2]), text(cover[k + 3])});
    return r;
}

} // namespace comity
