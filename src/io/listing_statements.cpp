#include <comity/io/listing.hpp>

#include "analysis/reading.hpp"
#include "io/listing_parts.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace comity {

using detail::pooled_column;
using detail::statement_columns;
using detail::store;
using detail::type_column;

namespace {

/// Some rows of statements or attribute values, which lie in the order of what they are about.
using rows = std::vector<std::uint32_t>;

rows first_to(std::uint32_t first, std::uint32_t last) {
    rows all(last - first);
    for (std::uint32_t i = first; i < last; ++i) all[i - first] = i;
    return all;
}

/// Those about what the view shows, if they count.
template <class Counts>
rows shown_by(const view& v, std::span<const std::uint32_t> subjects, Counts&& counts) {
    const store& s = *v.history().store();
    std::vector<bool> shown(s.node_count() + s.relation_count());
    for (const auto& n : v.nodes()) shown[s.key(n.number())] = true;
    for (const auto& r : v.relations()) shown[s.key(r.number())] = true;
    rows picked;
    for (std::uint32_t i = 0; i < subjects.size(); ++i)
        if (shown[subjects[i]] && counts(i)) picked.push_back(i);
    return picked;
}

/// What rows are about, in words; one is put together once for all that follow each other.
class about_column {
public:
    about_column(column_builder& to, const store& s) : to_(to), store_(s) {}
    void add(std::uint32_t key) {
        if (number_ < 0 || key != key_) number_ = to_.intern(label_of(store_, store_.subject_of(key)));
        key_ = key;
        to_.category(number_);
    }

private:
    column_builder& to_;
    const store& store_;
    std::uint32_t key_ = 0;
    std::int32_t number_ = -1;
};

std::string slots_text(slot slots) {
    constexpr std::array<std::pair<slot, std::string_view>, 5> names{{{slot::existence, "existence"},
                                                                      {slot::begin, "begin"},
                                                                      {slot::end, "end"},
                                                                      {slot::attributes, "attributes"},
                                                                      {slot::value, "value"}}};
    std::string text;
    for (const auto& [one, name] : names) {
        if (!covers(slots, one)) continue;
        if (!text.empty()) text += ' ';
        text += name;
    }
    return text;
}

std::string premises_text(const statement& st) {
    std::string text;
    for (const std::string_view premise : st.premises()) {
        if (!text.empty()) text += "; ";
        text += premise;
    }
    return text;
}

} // namespace

void detail::add_statements(table_builder& t, const store_ptr& shared, std::span<const told> picked) {
    const store& s = *shared;
    const statement_columns& st = s.statements;
    about_column about(t.add_column("about", column_type::category), s);
    column_builder& slots = t.add_column("slots", column_type::category);
    pooled_column source(t.add_column("source", column_type::category), s, picked.size());
    pooled_column locator(t.add_column("locator", column_type::category), s, picked.size());
    column_builder& modality = t.add_column("modality", detail::modality_names());
    column_builder& denies = t.add_column("denies", column_type::flag);
    pooled_column begin(t.add_column("begin", column_type::category), s, picked.size());
    pooled_column end(t.add_column("end", column_type::category), s, picked.size());
    column_builder& attribute_name = t.add_column("attribute", column_type::category);
    column_builder& value = t.add_column("value", column_type::text);
    column_builder& inferred = t.add_column("inferred", column_type::flag);
    pooled_column rule(t.add_column("rule", column_type::category), s, picked.size());
    column_builder& premises = t.add_column("premises", column_type::text);
    pooled_column quote(t.add_column("quote", column_type::category), s, picked.size());
    std::array<std::int32_t, 32> slot_numbers{};
    slot_numbers.fill(-1);
    for (const auto& [key, i] : picked) {
        about.add(key);
        if (i == told::by_nobody) {
            for (column_builder* c :
                 {&slots, &modality, &denies, &attribute_name, &value, &inferred, &premises})
                c->null();
            for (pooled_column* c : {&source, &locator, &begin, &end, &rule, &quote}) c->null();
            continue;
        }
        const statement one(shared, statement_id{i});
        std::int32_t& known = slot_numbers[st.slots[i] & 31u];
        if (known < 0) known = slots.intern(slots_text(one.slots()));
        slots.category(known);
        source.text(s.sources.id[st.source[i]]);
        locator.text_or_null(st.locator[i]);
        modality.category(static_cast<std::int32_t>(one.modality()));
        denies.flag(one.denies());
        begin.date(st.begin[i]);
        end.date(st.end[i]);
        if (const auto number = one.value()) {
            const attribute stated(shared, *number);
            attribute_name.text(stated.name());
            value.text(stated.to_string());
        } else {
            attribute_name.null();
            value.null();
        }
        inferred.flag(one.inferred());
        rule.text_or_null(st.rule[i]);
        if (one.inferred())
            premises.text(premises_text(one));
        else
            premises.null();
        quote.text_or_null(st.quote[i]);
    }
}

namespace {

table list_statements(const detail::store_ptr& shared, const rows& picked) {
    table_builder t;
    std::vector<detail::told> all;
    auto rests_on = std::make_shared<detail::grounds>(shared);
    for (const std::uint32_t i : picked) {
        all.push_back({shared->statements.subject[i], i});
        rests_on->add_row({detail::ground::sort::statement, i});
    }
    detail::add_statements(t, shared, all);
    t.set_grounds(std::move(rests_on));
    return std::move(t).build();
}

/// Ids of those who state it, each once.
std::string sources_text(const attribute& stated, const view* heard) {
    std::vector<source_id> met;
    std::string text;
    for (const statement& st : stated.statements()) {
        if (heard != nullptr && !detail::counts(*heard, st)) continue;
        const source by = st.source();
        if (std::find(met.begin(), met.end(), by.number()) != met.end()) continue;
        met.push_back(by.number());
        if (!text.empty()) text += "; ";
        text += by.id();
    }
    return text;
}

table list_attributes(const detail::store_ptr& shared, const rows& picked, const view* heard) {
    const store& s = *shared;
    const detail::attribute_columns& a = s.attributes;
    table_builder t;
    about_column about(t.add_column("about", column_type::category), s);
    type_column<attribute_type> types(t.add_column("attribute", column_type::category), s);
    column_builder& value = t.add_column("value", column_type::text);
    column_builder& number = t.add_column("number", column_type::number);
    column_builder& bound = t.add_column("bound", column_type::category);
    pooled_column unit(t.add_column("unit", column_type::category), s, picked.size());
    pooled_column language(t.add_column("language", column_type::category), s, picked.size());
    pooled_column begin(t.add_column("begin", column_type::category), s, picked.size());
    pooled_column end(t.add_column("end", column_type::category), s, picked.size());
    column_builder& disputed = t.add_column("disputed", column_type::flag);
    column_builder& sources = t.add_column("sources", column_type::category);
    auto rests_on = std::make_shared<detail::grounds>(shared);
    for (const std::uint32_t i : picked) {
        const attribute one(shared, attribute_id{i});
        const bool counts = one.value() == value_type::number || one.value() == value_type::flag;
        about.add(a.subject[i]);
        types.add(a.type[i]);
        value.text(one.to_string());
        number.add(counts ? cell(one.number_value()) : cell());
        bound.add(one.value() == value_type::number ? cell(to_string(one.bound())) : cell());
        unit.text_or_null(a.unit[i]);
        language.text_or_null(a.language[i]);
        begin.date(a.begin[i]);
        end.date(a.end[i]);
        disputed.flag(one.disputed());
        sources.text(sources_text(one, heard));
        rests_on->add_row({detail::ground::sort::value, i});
    }
    t.set_grounds(std::move(rests_on));
    return std::move(t).build();
}

} // namespace

table statements_table(const history& h) {
    return list_statements(h.store(), first_to(0, static_cast<std::uint32_t>(h.statement_count())));
}
table statements_table(const view& v) {
    const detail::store_ptr& s = v.history().store();
    const auto counts = [&v, &s](std::uint32_t i) {
        return detail::counts(v, statement(s, statement_id{i}));
    };
    return list_statements(s, shown_by(v, s->statements.subject.span(), counts));
}
table statements_of(const fact& about) {
    const detail::store_ptr& s = about.store();
    const auto [first, last] = s->statements.of.of(s->key(about.subject()));
    return list_statements(s, first_to(first, last));
}

table attributes_table(const history& h) {
    const auto last = static_cast<std::uint32_t>(h.attribute_count());
    return list_attributes(h.store(), first_to(0, last), nullptr);
}
table attributes_table(const view& v) {
    const detail::store_ptr& s = v.history().store();
    const auto heard = [&v, &s](std::uint32_t i) {
        return detail::is_heard(v, attribute(s, attribute_id{i}));
    };
    return list_attributes(s, shown_by(v, s->attributes.subject.span(), heard), &v);
}
table attributes_of(const fact& about) {
    const detail::store_ptr& s = about.store();
    const auto [first, last] = s->attributes.of.of(s->key(about.subject()));
    return list_attributes(s, first_to(first, last), nullptr);
}

} // namespace comity
