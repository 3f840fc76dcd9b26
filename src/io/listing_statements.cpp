#include <comity/io/listing.hpp>

#include "analysis/reading.hpp"
#include "io/listing_parts.hpp"
#include "pulse.hpp"

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
rows shown_by(const view& v, std::span<const std::uint32_t> subjects, const progress& tell, Counts&& counts) {
    const store& s = *v.history().store();
    std::vector<bool> shown(s.node_count() + s.relation_count());
    detail::pulse pulse(tell, "search", subjects.size());
    for (const auto& n : v.nodes()) shown[s.key(n.number())] = true;
    for (const auto& r : v.relations()) shown[s.key(r.number())] = true;
    rows picked;
    for (std::uint32_t i = 0; i < subjects.size(); ++i) {
        pulse(i);
        if (shown[subjects[i]] && counts(i)) picked.push_back(i);
    }
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

/// The columns of statements_table.
class statement_table_columns {
public:
    statement_table_columns(table_builder& t, const detail::store_ptr& shared, std::size_t count);
    void add(const detail::told& row);

private:
    void add_nothing();
    void add_slots(const statement& one);
    void add_value(const statement& one);
    void add_inference(const statement& one);

    const detail::store_ptr& shared_;
    const statement_columns& st_;
    about_column about_;
    column_builder& slots_;
    pooled_column source_, locator_;
    column_builder& modality_;
    column_builder& denies_;
    pooled_column begin_, end_;
    column_builder& attribute_name_;
    column_builder& value_;
    column_builder& inferred_;
    pooled_column rule_;
    column_builder& premises_;
    pooled_column quote_;
    std::array<std::int32_t, 32> slot_numbers_{}; ///< by slots; -1: not met yet
};

// Members come in the order of the columns.
statement_table_columns::statement_table_columns(table_builder& t, const detail::store_ptr& shared,
                                                 std::size_t count)
    : shared_(shared),
      st_(shared->statements),
      about_(t.add_column("about", column_type::category), *shared),
      slots_(t.add_column("slots", column_type::category)),
      source_(t.add_column("source", column_type::category), *shared, count),
      locator_(t.add_column("locator", column_type::category), *shared, count),
      modality_(t.add_column("modality", detail::modality_names())),
      denies_(t.add_column("denies", column_type::flag)),
      begin_(t.add_column("begin", column_type::category), *shared, count),
      end_(t.add_column("end", column_type::category), *shared, count),
      attribute_name_(t.add_column("attribute", column_type::category)),
      value_(t.add_column("value", column_type::text)),
      inferred_(t.add_column("inferred", column_type::flag)),
      rule_(t.add_column("rule", column_type::category), *shared, count),
      premises_(t.add_column("premises", column_type::text)),
      quote_(t.add_column("quote", column_type::category), *shared, count) {
    slot_numbers_.fill(-1);
}

void statement_table_columns::add(const detail::told& row) {
    about_.add(row.about);
    if (row.statement == detail::told::by_nobody) return add_nothing();
    const std::uint32_t i = row.statement;
    const statement one(shared_, statement_id{i});
    add_slots(one);
    source_.text(shared_->sources.id[st_.source[i]]);
    locator_.text_or_null(st_.locator[i]);
    modality_.category(static_cast<std::int32_t>(one.modality()));
    denies_.flag(one.denies());
    begin_.date(st_.begin[i]);
    end_.date(st_.end[i]);
    add_value(one);
    add_inference(one);
    quote_.text_or_null(st_.quote[i]);
}

void statement_table_columns::add_nothing() {
    for (column_builder* c :
         {&slots_, &modality_, &denies_, &attribute_name_, &value_, &inferred_, &premises_})
        c->null();
    for (pooled_column* c : {&source_, &locator_, &begin_, &end_, &rule_, &quote_}) c->null();
}

void statement_table_columns::add_slots(const statement& one) {
    std::int32_t& known = slot_numbers_[static_cast<std::uint8_t>(one.slots()) & 31u];
    if (known < 0) known = slots_.intern(slots_text(one.slots()));
    slots_.category(known);
}

void statement_table_columns::add_value(const statement& one) {
    const auto number = one.value();
    if (!number) {
        attribute_name_.null();
        value_.null();
        return;
    }
    const attribute stated(shared_, *number);
    attribute_name_.text(stated.name());
    value_.text(stated.to_string());
}

void statement_table_columns::add_inference(const statement& one) {
    inferred_.flag(one.inferred());
    rule_.text_or_null(st_.rule[to_index(one.number())]);
    if (one.inferred())
        premises_.text(premises_text(one));
    else
        premises_.null();
}

} // namespace

void detail::add_statements(table_builder& t, const store_ptr& shared, std::span<const told> picked,
                            const progress& tell) {
    statement_table_columns columns(t, shared, picked.size());
    pulse pulse(tell, "statements", picked.size());
    for (const told& row : picked) {
        pulse();
        columns.add(row);
    }
}

namespace {

table list_statements(const detail::store_ptr& shared, const rows& picked, const progress& tell = {}) {
    table_builder t;
    std::vector<detail::told> all;
    auto rests_on = std::make_shared<detail::grounds>(shared);
    for (const std::uint32_t i : picked) {
        all.push_back({shared->statements.subject[i], i});
        rests_on->add_row({detail::ground::sort::statement, i});
    }
    detail::add_statements(t, shared, all, tell);
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

table list_attributes(const detail::store_ptr& shared, const rows& picked, const view* heard,
                      const progress& tell = {}) {
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
    detail::pulse pulse(tell, "attributes", picked.size());
    for (const std::uint32_t i : picked) {
        pulse();
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

table statements_table(const history& h, const progress& tell) {
    return list_statements(h.store(), first_to(0, static_cast<std::uint32_t>(h.statement_count())), tell);
}
table statements_table(const view& v, const progress& tell) {
    const detail::store_ptr& s = v.history().store();
    const auto counts = [&v, &s](std::uint32_t i) {
        return detail::counts(v, statement(s, statement_id{i}));
    };
    return list_statements(s, shown_by(v, s->statements.subject.span(), tell, counts), tell);
}
table statements_of(const fact& about) {
    const detail::store_ptr& s = about.store();
    const auto [first, last] = s->statements.of.of(s->key(about.subject()));
    return list_statements(s, first_to(first, last));
}

table attributes_table(const history& h, const progress& tell) {
    const auto last = static_cast<std::uint32_t>(h.attribute_count());
    return list_attributes(h.store(), first_to(0, last), nullptr, tell);
}
table attributes_table(const view& v, const progress& tell) {
    const detail::store_ptr& s = v.history().store();
    const auto heard = [&v, &s](std::uint32_t i) {
        return detail::is_heard(v, attribute(s, attribute_id{i}));
    };
    return list_attributes(s, shown_by(v, s->attributes.subject.span(), tell, heard), &v, tell);
}
table attributes_of(const fact& about) {
    const detail::store_ptr& s = about.store();
    const auto [first, last] = s->attributes.of.of(s->key(about.subject()));
    return list_attributes(s, first_to(first, last), nullptr);
}

} // namespace comity
