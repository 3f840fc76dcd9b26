#include "history/builder_state.hpp"
#include "history/id_text.hpp"
#include "history/seal.hpp"
#include "history/thaw.hpp"
#include "pages.hpp"
#include "words.hpp"

#include <algorithm>
#include <limits>

namespace comity {

using detail::date_id;
using detail::draft;
using detail::no_date;

draft& builder::state::whole() {
    if (spent)
        throw error(errc::invalid_argument,
                    "this builder is spent: its history was to be made, or the memory "
                    "did not suffice for what was to be added");
    return d;
}

builder::builder() : builder(comity::schema()) {}
builder::builder(const comity::schema& schema) : state_(new state{draft(schema)}) {}
builder::builder(const history& h) : state_(new state{draft(h.schema())}) {
    detail::thaw(h.store(), state_->d);
}
builder::builder(builder&&) noexcept = default;
builder& builder::operator=(builder&&) noexcept = default;
/// What was taken while the history was made is not wanted again.
builder::~builder() {
    state_.reset();
    detail::let_go_of_kept_pages();
}

const comity::schema& builder::schema() const noexcept {
    return state_->d.schema;
}
comity::schema& builder::schema() noexcept {
    return state_->d.schema;
}
std::size_t builder::node_count() const noexcept {
    return state_->d.node_count();
}
std::size_t builder::relation_count() const noexcept {
    return state_->d.relation_count();
}
void builder::add_finding(finding f) {
    state_->whole().findings.push_back(std::move(f));
}

void builder::set_place(std::string_view file, std::uint32_t line, std::uint32_t column) {
    state_->change([&](draft& d) { d.here = {d.files.intern(file), line, column}; });
}

void builder::set_note(std::string_view key, std::string_view value) {
    auto& notes = state_->whole().notes;
    const auto known =
        std::find_if(notes.begin(), notes.end(), [&](const auto& n) { return n.first == key; });
    if (known == notes.end())
        notes.emplace_back(key, value);
    else
        known->second = value;
}

void builder::reserve(std::size_t nodes, std::size_t relations, std::size_t attributes, std::size_t text) {
    draft& d = state_->whole();
    d.strings.reserve(nodes, text);
    d.nodes.index.reserve(nodes);
    d.nodes.id.reserve(nodes);
    d.nodes.kind.reserve(nodes);
    d.nodes.begin.reserve(nodes);
    d.nodes.end.reserve(nodes);
    d.nodes.declared.reserve(nodes);
    d.relations.from.reserve(relations);
    d.relations.to.reserve(relations);
    d.relations.type.reserve(relations);
    d.relations.begin.reserve(relations);
    d.attributes.reserve(attributes);
}

namespace detail {

constexpr std::size_t most_rows = std::numeric_limits<std::uint32_t>::max() / 2;

std::uint32_t next_number(std::size_t count, const char* what) {
    if (count >= most_rows)
        throw error(errc::limit_exceeded, std::string("a history holds at most 2,147,483,647 ") + what);
    return static_cast<std::uint32_t>(count);
}

void require_number(std::size_t number, std::size_t count, const char* what) {
    if (number < count) return;
    throw error(errc::invalid_argument, std::string("there is no ") + what + " number " +
                                            std::to_string(number) + " in this builder; it has " +
                                            std::to_string(count));
}

} // namespace detail

using detail::next_number;
using detail::require_number;

namespace {

void require_subject(const draft& d, comity::subject s) {
    if (s.is_relation())
        require_number(s.number(), d.relation_count(), "relation");
    else
        require_number(s.number(), d.node_count(), "node");
}
void require_sources(const draft& d, const std::vector<statement_record>& statements) {
    for (const statement_record& r : statements)
        require_number(to_index(r.source), d.sources.size(), "source");
}

void check_id(draft& d, std::string_view id, const char* whose) {
    const std::string_view fault = detail::fault_of_id(id);
    if (fault.empty()) return;
    d.find(severity::error, "missing-id", std::string(id), d.here,
           "the id " + detail::in_quotes(detail::readable(std::string(id))) + " of a " + whose + ' ' +
               std::string(fault) + "; expected a text without control characters");
}

/// The date of a begin or end; what is not one becomes a finding and counts as not given.
date_id date_of(draft& d, const std::optional<std::string>& text, const std::string& label,
                std::string_view what) {
    if (!text) return no_date;
    try {
        return d.dates.intern(*text);
    } catch (const error& e) {
        d.find(severity::error, "bad-date", label, d.here,
               std::string(what) + " of '" + label + "': " + e.what());
        return no_date;
    }
}

std::uint32_t source_number(draft& d, std::string_view id) {
    const auto id_of = [&d](std::uint32_t i) { return d.strings[d.sources[i].id]; };
    return d.source_index.find_or_add(id, id_of, [&] {
        const std::uint32_t number = next_number(d.sources.size(), "sources");
        d.sources.push_back({d.strings.intern(id), false, d.here, no_date, {}});
        return number;
    });
}

std::uint32_t node_number(draft& d, std::string_view id) {
    const auto id_of = [&d](std::uint32_t i) { return d.strings[d.nodes.id[i]]; };
    return d.nodes.index.find_or_add(id, id_of, [&] {
        const std::uint32_t number = next_number(d.node_count(), "nodes");
        d.nodes.id.push_back(d.strings.intern(id));
        d.nodes.kind.push_back(0);
        d.nodes.begin.push_back(no_date);
        d.nodes.end.push_back(no_date);
        d.nodes.declared.push_back(0);
        d.nodes.places.set(number, d.here);
        return number;
    });
}

/// Keeps a relation's id; one given twice is a finding.
void name_relation(draft& d, std::uint32_t row, std::string_view id) {
    check_id(d, id, "relation");
    if (d.relations.id.size() <= row) d.relations.id.resize(row + 1, 0);
    const auto id_of = [&d](std::uint32_t i) { return d.strings[d.relations.id[i]]; };
    const std::uint32_t known = d.relations.index.find_or_add(id, id_of, [&] {
        d.relations.id[row] = d.strings.intern(id);
        return row;
    });
    if (known != row)
        d.find(severity::error, "duplicate-id", std::string(id), d.here,
               "relation id '" + std::string(id) + "' is used twice; ids must be unique");
}

} // namespace

source_id builder::source(std::string_view id) {
    return state_->change([&](draft& d) { return source_id{source_number(d, id)}; });
}

source_id builder::add_source(std::string_view id, const source_record& record) {
    return state_->change([&](draft& d) {
        const std::uint32_t number = source_number(d, id);
        draft::source_row& row = d.sources[number];
        if (row.declared)
            d.find(severity::error, "duplicate-id", std::string(id), d.here,
                   "source '" + std::string(id) + "' is declared twice" + d.first_at(row.at));
        check_id(d, id, "source");
        row.declared = true;
        row.at = d.here;
        row.record = record;
        if (record.date == "..")
            d.find(severity::error, "bad-date", std::string(id), d.here,
                   "date of '" + std::string(id) +
                       "': a document's date is never open; leave out what is not known");
        else if (!record.date.empty())
            row.date = date_of(d, record.date, std::string(id), "date");
        return source_id{number};
    });
}

node_id builder::node(std::string_view id) {
    return state_->change([&](draft& d) { return node_id{node_number(d, id)}; });
}

std::optional<node_id> builder::find_node(std::string_view id) const noexcept {
    const draft& d = state_->d;
    const auto known = d.nodes.index.find(id, [&d](std::uint32_t i) { return d.strings[d.nodes.id[i]]; });
    return known ? std::optional(node_id{*known}) : std::nullopt;
}

node_id builder::add_node(std::string_view id, kind k) {
    return state_->change([&](draft& d) {
        const std::uint32_t number = node_number(d, id);
        if (d.nodes.declared[number] != 0)
            d.find(severity::error, "duplicate-id", std::string(id), d.here,
                   "node '" + std::string(id) + "' is declared twice" + d.first_at(d.nodes.places[number]));
        check_id(d, id, "node");
        d.nodes.declared[number] = 1;
        d.nodes.kind[number] = to_index(k);
        d.nodes.places.set(number, d.here);
        return node_id{number};
    });
}

relation_id builder::add_relation(node_id from, relation_type type, node_id to, std::string_view id) {
    return state_->change([&](draft& d) {
        require_number(to_index(from), d.node_count(), "node");
        require_number(to_index(to), d.node_count(), "node");
        const std::uint32_t row = next_number(d.relation_count(), "relations");
        d.relations.from.push_back(static_cast<std::uint32_t>(from));
        d.relations.to.push_back(static_cast<std::uint32_t>(to));
        d.relations.type.push_back(to_index(type));
        d.relations.begin.push_back(no_date);
        if (!d.relations.end.empty()) d.relations.end.push_back(no_date);
        d.relations.places.set(row, d.here);
        if (!id.empty()) name_relation(d, row, id);
        return relation_id{row};
    });
}

void builder::set_period(comity::subject s, const period_record& period) {
    state_->change([&](draft& d) {
        require_subject(d, s);
        if (period.empty()) return;
        const std::string label = d.label(s);
        const date_id begin = date_of(d, period.begin, label, "begin");
        const date_id end = date_of(d, period.end, label, "end");
        const std::size_t row = s.number();
        if (!s.is_relation()) {
            d.nodes.begin[row] = begin;
            d.nodes.end[row] = end;
            return;
        }
        d.relations.begin[row] = begin;
        if (end == no_date) return;
        d.relations.end.resize(d.relation_count(), no_date);
        d.relations.end[row] = end;
    });
}

namespace {

/// A text, or a date if the type takes one; empty until more is known.
draft::attribute_row text_row_of(draft& d, comity::subject s, attribute_type type, std::string_view text,
                                 std::string_view language) {
    const bool is_date = d.schema.contains(type) && d.schema.definition(type).value == value_type::date;
    return {s,
            to_index(type),
            static_cast<std::uint8_t>(is_date ? value_type::date : value_type::text),
            static_cast<std::uint8_t>(number_bound::exact),
            0,
            d.strings.intern(text),
            d.strings.intern(language),
            0,
            std::numeric_limits<double>::quiet_NaN(),
            no_date,
            no_date};
}

draft::attribute_row attribute_row_of(draft& d, comity::subject s, const attribute_record& a) {
    const auto* const text = std::get_if<std::string>(&a.value);
    draft::attribute_row row =
        text_row_of(d, s, a.type, text != nullptr ? *text : std::string_view(), a.language);
    row.bound = static_cast<std::uint8_t>(a.bound);
    row.unit = d.strings.intern(a.unit);
    if (const auto* number = std::get_if<double>(&a.value)) {
        row.number = *number;
        row.value = static_cast<std::uint8_t>(value_type::number);
    } else if (const auto* flag = std::get_if<bool>(&a.value)) {
        row.number = *flag ? 1.0 : 0.0;
        row.value = static_cast<std::uint8_t>(value_type::flag);
    }
    const std::string label = a.period.empty() ? std::string() : d.label(s);
    row.begin = date_of(d, a.period.begin, label, "begin of an attribute");
    row.end = date_of(d, a.period.end, label, "end of an attribute");
    return row;
}

draft::statement_row statement_row_of(draft& d, comity::subject s, const statement_record& r) {
    draft::statement_row row{s,
                             static_cast<std::uint32_t>(r.source),
                             d.strings.intern(r.locator),
                             d.strings.intern(r.quote),
                             d.strings.intern(r.rule),
                             static_cast<std::uint8_t>(slot::existence),
                             static_cast<std::uint8_t>(r.modality),
                             no_date,
                             no_date,
                             0};
    if (r.denies) row.flags |= detail::statement_columns::denies;
    return row;
}

void push_statement(draft& d, const draft::statement_row& row, const std::vector<std::string>& premises) {
    const std::uint32_t number = next_number(d.statements.size(), "statements");
    d.statement_places.set(number, d.here);
    d.statements.push_back(row);
    for (const std::string& p : premises) d.premises.emplace_back(number, d.strings.intern(p));
}

std::uint32_t push_attribute(draft& d, const draft::attribute_row& row) {
    const std::uint32_t number = next_number(d.attributes.size(), "attribute values");
    d.attribute_places.set(number, d.here);
    d.attributes.push_back(row);
    return number;
}

std::uint32_t push_attribute(draft& d, comity::subject s, const attribute_record& a, bool of_one_statement) {
    draft::attribute_row row = attribute_row_of(d, s, a);
    if (of_one_statement || !a.stated.empty()) row.flags |= detail::attribute_columns::own_statements;
    const std::uint32_t number = push_attribute(d, row);
    for (const statement_record& r : a.stated) {
        draft::statement_row of_value = statement_row_of(d, s, r);
        of_value.slots = static_cast<std::uint8_t>(slot::value);
        of_value.value = number + 1;
        push_statement(d, of_value, r.premises);
    }
    return number;
}

} // namespace

attribute_id builder::add_attribute(comity::subject s, const attribute_record& record) {
    return state_->change([&](draft& d) {
        require_subject(d, s);
        require_sources(d, record.stated);
        return attribute_id{push_attribute(d, s, record, false)};
    });
}

attribute_id builder::add_attribute(comity::subject s, attribute_type type, std::string_view text,
                                    std::string_view language) {
    return state_->change([&](draft& d) {
        require_subject(d, s);
        return attribute_id{push_attribute(d, text_row_of(d, s, type, text, language))};
    });
}

void builder::add_statement(comity::subject s, const statement_record& record) {
    state_->change([&](draft& d) {
        require_subject(d, s);
        require_number(to_index(record.source), d.sources.size(), "source");
        for (const attribute_record& a : record.attributes) require_sources(d, a.stated);
        draft::statement_row row = statement_row_of(d, s, record);
        const bool whole = record.period.empty() && record.attributes.empty() && !record.existence_only;
        if (whole && !record.denies) row.slots = detail::whole_record;
        if (!record.period.empty()) {
            const std::string label = d.label(s);
            row.begin = date_of(d, record.period.begin, label, "begin");
            row.end = date_of(d, record.period.end, label, "end");
            if (row.begin != no_date) row.slots |= static_cast<std::uint8_t>(slot::begin);
            if (row.end != no_date) row.slots |= static_cast<std::uint8_t>(slot::end);
        }
        push_statement(d, row, record.premises);
        for (const attribute_record& a : record.attributes) {
            draft::statement_row of_value = row;
            of_value.slots = static_cast<std::uint8_t>(slot::value);
            of_value.begin = of_value.end = no_date;
            of_value.value = push_attribute(d, s, a, true) + 1;
            push_statement(d, of_value, record.premises);
        }
    });
}

std::optional<history> builder::try_build(std::vector<finding>& findings, const progress& tell) && {
    draft& d = state_->whole();
    state_->spent = true; // what is sealed is taken from the draft, column by column
    detail::pulse beat(tell, "building the history", detail::steps_of_sealing + 1);
    detail::check(d, beat);
    beat();
    detail::sort_by_place(d.findings);
    const bool failed = std::any_of(d.findings.begin(), d.findings.end(),
                                    [](const finding& f) { return f.level == severity::error; });
    findings.insert(findings.end(), d.findings.begin(), d.findings.end());
    if (failed) return std::nullopt;
    history built(detail::seal(std::move(d), beat));
    beat.finish();
    return built;
}

history builder::build(const progress& tell) && {
    std::vector<finding> findings;
    std::optional<history> built = std::move(*this).try_build(findings, tell);
    if (!built) throw findings_error(errc::schema_violation, std::move(findings));
    return *std::move(built);
}

} // namespace comity
