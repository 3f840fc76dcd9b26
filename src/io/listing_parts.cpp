#include "io/listing_parts.hpp"

#include "history/periods.hpp"
#include "view/reading.hpp"
#include <comity/history/modality.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace comity::detail {

const text_list& node_ids(const store& s) {
    return s.node_ids.get([&s] {
        std::vector<std::string_view> ids;
        ids.reserve(s.node_count());
        for (const string_id id : s.nodes.id) ids.push_back(s.strings[id]);
        return text_list(ids);
    });
}

text_list truth_names() {
    return text_list(std::array{to_string(truth::no), to_string(truth::possible), to_string(truth::certain)});
}

text_list modality_names() {
    std::array<std::string_view, modality_count> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = to_string(static_cast<modality>(i));
    return text_list(names);
}

std::string label_of(const store& s, subject about) {
    const std::size_t row = about.number();
    if (!about.is_relation()) return std::string(s.strings[s.nodes.id[row]]);
    if (!s.relations.id.empty() && s.relations.id[row] != 0)
        return std::string(s.strings[s.relations.id[row]]);
    const std::uint32_t place = s.relations.place[row];
    return std::string(s.strings[s.nodes.id[s.from_of(place)]]) + ' ' +
           std::string(s.schema.name(relation_type(s.out.type[place]))) + ' ' +
           std::string(s.strings[s.nodes.id[s.out.to[place]]]);
}

pooled_column::pooled_column(column_builder& to, const store& s, std::size_t rows) : to_(to), store_(s) {
    if (rows > s.strings.size() / 16) numbers_.assign(s.strings.size(), -1);
}

void pooled_column::text(string_id i) {
    if (numbers_.empty()) return to_.text(store_.strings[i]);
    if (numbers_[i] < 0) numbers_[i] = to_.intern(store_.strings[i]);
    to_.category(numbers_[i]);
}

void pooled_column::text_or_null(string_id i) {
    i == 0 ? to_.null() : text(i);
}

void pooled_column::date(date_id d) {
    d == no_date ? to_.null() : text(store_.dates.text[d]);
}

statement_runs::statement_runs(const store& s, amount asked) : store_(s) {
    if (asked == amount::few) return;
    starts_.resize(s.node_count() + s.relation_count() + 1);
    const sparse_lists& of = s.statements.of;
    std::size_t next = 0;
    for (std::uint32_t key = 0; key < starts_.size(); ++key) {
        const bool listed = next < of.keys.size();
        starts_[key] = of.offsets.empty() ? 0 : of.offsets[next];
        if (listed && of.keys[next] == key) ++next;
    }
}

fact_columns::fact_columns(table_builder& t, const view& v, amount asked)
    : store_(*v.history().store()),
      reading_(v.selection().reading.get()),
      columns_(columns_of(store_, v.selection())),
      grounds_(std::make_shared<grounds>(v.history().store())),
      runs_(store_, asked),
      dates_(t.add_column("dates", column_type::category)),
      begin_earliest_(t.add_column("begin_earliest", column_type::day)),
      begin_latest_(t.add_column("begin_latest", column_type::day)),
      end_earliest_(t.add_column("end_earliest", column_type::day)),
      end_latest_(t.add_column("end_latest", column_type::day)),
      truth_(t.add_column("truth", truth_names())),
      modality_(t.add_column("modality", modality_names())),
      disputed_(t.add_column("disputed", column_type::flag)),
      inferred_(t.add_column("inferred", column_type::flag)),
      sources_(t.add_column("sources", column_type::integer)),
      statements_(t.add_column("statements", column_type::integer)) {
    t.set_grounds(grounds_);
}

void fact_columns::add(subject about, truth shown) {
    const auto [first, last] = runs_.of(store_.key(about));
    add_dates(about, first, last);
    const bounds own = own_bounds(store_, columns_, about);
    begin_earliest_.bounded_day(own.b1);
    begin_latest_.bounded_day(own.b2);
    end_earliest_.bounded_day(own.e1);
    end_latest_.bounded_day(own.e2);
    truth_.category(static_cast<std::int32_t>(shown));
    add_standing(about, first, last);
    grounds_->add_row({about.is_relation() ? ground::sort::relation : ground::sort::node, about.number()});
}

void fact_columns::add_dates(subject about, std::uint32_t first, std::uint32_t last) {
    if (reading_ != nullptr) return dates_.text(period_of(store_, about, reading_).text());
    const statement_columns& st = store_.statements;
    date_id begin = store_.given(about, false);
    date_id end = store_.given(about, true);
    if (first != last && st.begin[first] != no_date) begin = st.begin[first];
    if (first != last && st.end[first] != no_date) end = st.end[first];
    const auto as_first = [&](std::uint32_t i) {
        return st.begin[i] == st.begin[first] && st.end[i] == st.end[first] &&
               (st.flags[i] & statement_columns::denies) == 0;
    };
    for (std::uint32_t i = first; i < last; ++i) // what differs is put into words one by one
        if (!as_first(i)) return dates_.text(period_of(store_, about).text());
    const auto [known, fresh] = known_dates_.try_emplace({begin, end}, -1);
    if (fresh) known->second = dates_.intern(period_of(store_, about).text());
    dates_.category(known->second);
}

void fact_columns::add_standing(subject about, std::uint32_t first, std::uint32_t last) {
    const statement_columns& st = store_.statements;
    std::int64_t sources = 0;
    std::int64_t statements = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        if (!counts(st.source[i])) continue;
        ++statements;
        const std::uint32_t* run = st.source.data();
        if (std::find(run + first, run + i, st.source[i]) == run + i) ++sources;
    }
    const std::uint8_t flags = about.is_relation() ? columns_.flags[store_.relations.place[about.number()]]
                                                   : columns_.node_flags[about.number()];
    modality_.category(static_cast<std::int32_t>(strongest_modality(st, first, last, reading_)));
    disputed_.flag((flags & flag::disputed) != 0);
    inferred_.flag((flags & flag::inferred) != 0);
    sources_.integer(sources);
    statements_.integer(statements);
}

} // namespace comity::detail
