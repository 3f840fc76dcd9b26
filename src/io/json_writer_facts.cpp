#include "io/json_writer.hpp"

#include "history/periods.hpp"

#include <algorithm>

namespace comity::detail {

json_writer::value json_writer::node_of(const node& n) {
    value v(rapidjson::kObjectType);
    add_text(v, "id", n.id());
    add_text(v, "kind", n.kind_name());
    add_facts(v, n.number());
    return v;
}

json_writer::value json_writer::relation_of(const relation& r) {
    value v(rapidjson::kObjectType);
    add_text(v, "id", r.id());
    add_text(v, "type", r.type_name());
    add_text(v, "from", r.from().id());
    add_text(v, "to", r.to().id());
    add_facts(v, r.number());
    return v;
}

std::pair<date_id, date_id> json_writer::dates_given(subject about) const {
    return {store_.given(about, false), store_.given(about, true)};
}

void json_writer::add_facts(value& object, subject about) {
    const auto [begin, end] = dates_given(about);
    add_dates(object, begin, end, nature_of(store_, about));
    const telling told = tell(about);
    add_values(object, told.values, true);
    std::vector<value> entries;
    for (const entry& e : told.entries) entries.push_back(entry_of(e, about));
    add_stated(object, std::move(entries));
}

void json_writer::add_dates(value& object, date_id begin, date_id end, nature n) {
    const auto text_of = [this](date_id d) { return store_.strings[store_.dates.text[d]]; };
    // A set reads badly before a slash, and what is open or unknown is no day that an act could be on.
    const auto plain = [&](date_id d) {
        return store_.dates.state(d) == date_state::known &&
               text_of(d).find_first_of("[{") == std::string_view::npos;
    };
    if (begin != no_date && end != no_date && plain(begin) &&
        (plain(end) || store_.dates.state(end) != date_state::known)) {
        const std::string both = std::string(text_of(begin)) + '/' + std::string(text_of(end));
        return add(object, n == nature::act ? "on" : "period", text(both));
    }
    const bool one_day = n == nature::act && end == no_date && begin != no_date &&
                         store_.dates.state(begin) == date_state::known;
    if (begin != no_date) add(object, one_day ? "on" : "begin", text(text_of(begin)));
    if (end != no_date) add(object, "end", text(text_of(end)));
}

bool json_writer::states_alone(const entry& e, std::uint32_t i) const {
    const statement_columns& st = store_.statements;
    const std::uint32_t own = e.statement;
    if (covers(static_cast<slot>(st.slots[own]), slot::attributes)) return false;
    if (st.source[i] != st.source[own] || st.locator[i] != st.locator[own] || st.quote[i] != st.quote[own] ||
        st.rule[i] != st.rule[own] || st.flags[i] != st.flags[own])
        return false;
    const auto texts_of = [&st](std::uint32_t statement) {
        const auto [first, last] = st.premises_of.of(statement);
        return st.premises.span().subspan(first, last - first);
    };
    const auto a = texts_of(i);
    const auto b = texts_of(own);
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

json_writer::telling json_writer::tell(subject about) const {
    const statement_columns& st = store_.statements;
    const auto [first, last] = st.of.of(store_.key(about));
    const auto [first_value, last_value] = store_.attributes.of.of(store_.key(about));
    std::vector<std::uint32_t> times_stated(last_value - first_value);
    for (std::uint32_t i = first; i < last; ++i)
        if (st.value[i] != 0) ++times_stated[st.value[i] - 1 - first_value];
    telling told;
    std::vector<bool> taken(last_value - first_value);
    bool follows = false; // nothing but its values came since the last entry
    for (std::uint32_t i = first; i < last; ++i) {
        if (st.value[i] == 0) {
            told.entries.push_back({i, {}});
            follows = true;
            continue;
        }
        const std::uint32_t v = st.value[i] - 1 - first_value;
        follows = follows && times_stated[v] == 1 && states_alone(told.entries.back(), i);
        if (!follows) continue;
        told.entries.back().values.push_back(attribute_id{st.value[i] - 1});
        taken[v] = true;
    }
    for (std::uint32_t v = 0; v < taken.size(); ++v)
        if (!taken[v]) told.values.push_back(attribute_id{first_value + v});
    return told;
}

bool json_writer::states_the_record(std::uint32_t i, subject about) const {
    const statement_columns& st = store_.statements;
    const auto [begin, end] = dates_given(about);
    const auto [first, last] = store_.attributes.of.of(store_.key(about));
    bool record_has_values = false;
    for (std::uint32_t a = first; a < last; ++a)
        if ((store_.attributes.flags[a] & attribute_columns::own_statements) == 0) record_has_values = true;
    return st.begin[i] == begin && st.end[i] == end &&
           covers(static_cast<slot>(st.slots[i]), slot::attributes) == record_has_values;
}

json_writer::value json_writer::statement_of(std::uint32_t i) {
    const statement st(history_.store(), statement_id{i});
    value v(rapidjson::kObjectType);
    add_text(v, "source", st.source().id());
    add_text(v, "at", st.locator());
    if (st.modality() != modality::reported) add_text(v, "modality", to_string(st.modality()));
    if (st.denies()) add(v, "denies", value(true));
    add_text(v, "quote", st.quote());
    return v;
}

void json_writer::add_inference(value& object, std::uint32_t i) {
    const statement st(history_.store(), statement_id{i});
    if (!st.inferred()) return;
    value why(rapidjson::kObjectType);
    add_text(why, "rule", st.rule());
    std::vector<std::string> premises;
    for (const std::string_view p : st.premises()) premises.emplace_back(p);
    add_texts(why, "from", premises);
    add(object, "inferred", std::move(why));
}

json_writer::value json_writer::entry_of(const entry& e, subject about) {
    const statement_columns& st = store_.statements;
    value v = statement_of(e.statement);
    const bool denies = (st.flags[e.statement] & statement_columns::denies) != 0;
    const bool dated = st.begin[e.statement] != no_date || st.end[e.statement] != no_date;
    const bool says_nothing_else =
        e.values.empty() && (denies ? !dated : states_the_record(e.statement, about));
    if (!says_nothing_else) {
        add_dates(v, st.begin[e.statement], st.end[e.statement], nature_of(store_, about));
        add_values(v, e.values, false);
        if (!denies && !dated && e.values.empty()) add(v, "existence-only", value(true));
    }
    add_inference(v, e.statement);
    return v;
}

void json_writer::add_stated(value& object, std::vector<value> entries) {
    if (entries.empty()) return;
    if (entries.size() == 1) return add(object, "stated", std::move(entries.front()));
    value list(rapidjson::kArrayType);
    for (value& e : entries) list.PushBack(e, memory_.GetAllocator());
    add(object, "stated", std::move(list));
}

namespace {

/// A text in a language and nothing else: what `names` can hold.
bool is_plain_name(const store& s, attribute_id a) {
    const attribute_columns& c = s.attributes;
    const std::size_t i = to_index(a);
    return c.language[i] != 0 && c.unit[i] == 0 && c.bound[i] == 0 && c.begin[i] == no_date &&
           c.end[i] == no_date;
}

} // namespace

void json_writer::add_values(value& object, std::span<const attribute_id> values, bool with_statements) {
    auto& memory = memory_.GetAllocator();
    value names(rapidjson::kObjectType);
    value others(rapidjson::kObjectType);
    // Values of one member stand together: a list, unless there is but one.
    const auto append = [&](value& members, std::string_view name, value v) {
        const auto known = members.FindMember(value(rapidjson::StringRef(name.data(), name.size())));
        if (known == members.MemberEnd()) {
            members.AddMember(text(name), v, memory);
            return;
        }
        if (!known->value.IsArray()) {
            value list(rapidjson::kArrayType);
            list.PushBack(known->value, memory);
            known->value = list;
        }
        known->value.PushBack(v, memory);
    };
    const auto stated_apart = [&](attribute_id a) {
        return with_statements &&
               (store_.attributes.flags[to_index(a)] & attribute_columns::own_statements) != 0;
    };
    const auto has = [](value& members, std::string_view name) {
        return members.HasMember(value(rapidjson::StringRef(name.data(), name.size())));
    };
    // The first name in each language is the preferred one there; aliases can only stand beside one.
    std::vector<attribute_id> rest;
    for (const attribute_id number : values) {
        const attribute a(history_.store(), number);
        if (a.type() == attribute_type::name && is_plain_name(store_, number) && !stated_apart(number) &&
            !has(names, a.language()))
            append(names, a.language(), text(a.text()));
        else
            rest.push_back(number);
    }
    for (const attribute_id number : rest) {
        const attribute a(history_.store(), number);
        if (a.type() == attribute_type::alias && is_plain_name(store_, number) && !stated_apart(number) &&
            has(names, a.language()))
            append(names, a.language(), text(a.text()));
        else
            append(others, a.name(), attribute_of(a, stated_apart(number)));
    }
    if (names.MemberCount() != 0) add(object, "names", std::move(names));
    if (others.MemberCount() != 0) add(object, "attributes", std::move(others));
}

json_writer::value json_writer::attribute_of(const attribute& a, bool with_statements) {
    value plain;
    if (a.value() == value_type::number)
        plain.SetDouble(a.number_value());
    else if (a.value() == value_type::flag)
        plain.SetBool(a.flag());
    else
        plain = text(a.text());
    value v(rapidjson::kObjectType);
    add(v, "value", std::move(plain));
    if (a.bound() != number_bound::exact) add_text(v, "bound", comity::to_string(a.bound()));
    add_text(v, "unit", a.unit());
    add_text(v, "lang", a.language());
    const std::size_t i = to_index(a.number());
    add_dates(v, store_.attributes.begin[i], store_.attributes.end[i], nature::state);
    if (with_statements) {
        std::vector<value> stated;
        for (const statement& s : a.statements()) {
            const auto number = static_cast<std::uint32_t>(s.number());
            add_inference(stated.emplace_back(statement_of(number)), number);
        }
        add_stated(v, std::move(stated));
    }
    if (v.MemberCount() > 1) return v;
    return value(std::move(v["value"]));
}

} // namespace comity::detail
