#include "history/thaw.hpp"

#include <comity/history/source.hpp>

namespace comity::detail {
namespace {

/// Numbers of one table in another, made once each.
class translation {
public:
    translation(const store& s, draft& d)
        : store_(s), draft_(d), texts_(s.strings.size(), missing), dates_(s.dates.size(), missing) {
        if (!dates_.empty()) dates_[no_date] = no_date;
    }
    string_id text(string_id i) {
        if (texts_[i] == missing) texts_[i] = draft_.strings.intern(store_.strings[i]);
        return texts_[i];
    }
    date_id date(date_id i) {
        if (dates_[i] == missing) dates_[i] = draft_.dates.intern(store_.strings[store_.dates.text[i]]);
        return dates_[i];
    }

private:
    static constexpr std::uint32_t missing = 0xffffffff;
    const store& store_;
    draft& draft_;
    std::vector<std::uint32_t> texts_;
    std::vector<std::uint32_t> dates_;
};

void thaw_sources(const store& s, const store_ptr& shared, draft& d, translation& to) {
    for (std::uint32_t i = 0; i < s.sources.id.size(); ++i) {
        const source_record record = source(shared, source_id{i}).record();
        d.sources.push_back({to.text(s.sources.id[i]), true, {}, to.date(s.sources.date[i]), record});
        (void)d.source_index.find_or_add(
            s.strings[s.sources.id[i]], [&](std::uint32_t n) { return d.strings[d.sources[n].id]; },
            [i] { return i; });
    }
}

void thaw_nodes(const store& s, draft& d, translation& to) {
    const auto id_of = [&d](std::uint32_t n) { return d.strings[d.nodes.id[n]]; };
    for (std::uint32_t i = 0; i < s.node_count(); ++i) {
        d.nodes.id.push_back(to.text(s.nodes.id[i]));
        d.nodes.kind.push_back(s.nodes.kind[i]);
        d.nodes.begin.push_back(to.date(s.nodes.begin[i]));
        d.nodes.end.push_back(to.date(s.nodes.end[i]));
        d.nodes.declared.push_back(1);
        (void)d.nodes.index.find_or_add(id_of(i), id_of, [i] { return i; });
    }
}

void thaw_relations(const store& s, draft& d, translation& to) {
    const auto id_of = [&d](std::uint32_t r) { return d.strings[d.relations.id[r]]; };
    std::vector<std::uint32_t> from_of_place(s.relation_count());
    for (std::uint32_t n = 0; n < s.node_count(); ++n)
        for (std::uint32_t p = s.out.offsets[n]; p < s.out.offsets[n + 1]; ++p) from_of_place[p] = n;
    for (std::uint32_t row = 0; row < s.relation_count(); ++row) {
        const std::uint32_t place = s.relations.place[row];
        d.relations.from.push_back(from_of_place[place]);
        d.relations.to.push_back(s.out.to[place]);
        d.relations.type.push_back(s.out.type[place]);
        d.relations.begin.push_back(to.date(s.relations.begin[row]));
        if (!s.relations.end.empty()) d.relations.end.push_back(to.date(s.relations.end[row]));
        if (s.relations.id.empty()) continue;
        d.relations.id.push_back(to.text(s.relations.id[row]));
        if (d.relations.id.back() == 0) continue;
        (void)d.relations.index.find_or_add(id_of(row), id_of, [row] { return row; });
    }
}

void thaw_attributes(const store& s, draft& d, translation& to) {
    const attribute_columns& a = s.attributes;
    for (std::size_t i = 0; i < a.type.size(); ++i) {
        const auto kept = static_cast<std::uint8_t>(a.flags[i] & attribute_columns::own_statements);
        d.attributes.push_back({s.subject_of(a.subject[i]), a.type[i], a.value[i], a.bound[i], kept,
                                to.text(a.text[i]), to.text(a.language[i]), to.text(a.unit[i]), a.number[i],
                                to.date(a.begin[i]), to.date(a.end[i])});
    }
}

void thaw_statements(const store& s, draft& d, translation& to) {
    const statement_columns& st = s.statements;
    for (std::uint32_t i = 0; i < st.source.size(); ++i) {
        const draft::statement_row row{s.subject_of(st.subject[i]),
                                       st.source[i],
                                       to.text(st.locator[i]),
                                       to.text(st.quote[i]),
                                       to.text(st.rule[i]),
                                       st.slots[i],
                                       st.flags[i],
                                       to.date(st.begin[i]),
                                       to.date(st.end[i]),
                                       st.value[i]};
        const auto [first, last] = st.premises_of.of(i);
        for (std::uint32_t p = first; p < last; ++p) d.premises.emplace_back(i, to.text(st.premises[p]));
        d.statements.push_back(row);
    }
}

} // namespace

void thaw(const store_ptr& shared, draft& d) {
    const store& s = *shared;
    translation to(s, d);
    for (std::size_t i = 0; i + 1 < s.notes.size(); i += 2)
        d.notes.emplace_back(s.strings[s.notes[i]], s.strings[s.notes[i + 1]]);
    thaw_sources(s, shared, d, to);
    thaw_nodes(s, d, to);
    thaw_relations(s, d, to);
    thaw_attributes(s, d, to);
    thaw_statements(s, d, to);
}

} // namespace comity::detail
