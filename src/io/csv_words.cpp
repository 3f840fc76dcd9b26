#include "io/csv_words.hpp"

#include "history/admissions.hpp"
#include "io/csv_tally.hpp"
#include "io/utf8.hpp"
#include "words.hpp"

#include <algorithm>

namespace comity {

std::string_view to_string(missing_end m) noexcept {
    constexpr std::array<std::string_view, 4> names{"refused", "instantaneous", "open", "unknown"};
    return names[static_cast<std::size_t>(m)];
}

std::optional<missing_end> missing_end_of(std::string_view name) noexcept {
    for (const missing_end m :
         {missing_end::refused, missing_end::instantaneous, missing_end::open, missing_end::unknown})
        if (to_string(m) == name) return m;
    return std::nullopt;
}

std::string csv_type_name(std::string_view text) {
    std::string name;
    bool gap = false;
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (!upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
            gap = !name.empty();
            continue;
        }
        if (gap) name += '-';
        gap = false;
        name += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    // A name begins with a letter.
    return !name.empty() && name[0] <= '9' ? "n" + name : name;
}

namespace detail {
namespace {

template <class Rule>
const Rule* rule_for(const std::vector<Rule>& rules, std::string_view word) {
    const auto at =
        std::find_if(rules.begin(), rules.end(), [word](const Rule& r) { return r.text == word; });
    return at == rules.end() ? nullptr : &*at;
}

/// `name`, or `name-2`, `name-3` ... where that is taken: words that differ only in what a name leaves out
/// are different words.
template <class IsTaken>
std::string free_name(const std::string& name, IsTaken&& is_taken) {
    std::string wanted = name;
    for (int n = 2; is_taken(wanted); ++n) wanted = name + '-' + std::to_string(n);
    return wanted;
}

/// Why a row of that type must not lack an end; empty if it may.
std::string why_no_end(const csv_words::type_meaning& type, const std::string& name) {
    const bool lasts = type.end == missing_end::open || type.end == missing_end::unknown;
    if (type.is_act && lasts)
        return "there is no end, which is to mean " + std::string(to_string(type.end)) + ", but '" + name +
               "' is an act; the options can say for each relation type what it means, for this one "
               "'instantaneous'";
    if (type.end == missing_end::refused && !type.is_act)
        return "there is no end, and the options don't say what that means for this relation type";
    return {};
}

std::vector<label_text> label_of(const std::string& word, const csv_options& options) {
    return {{options.language.empty() ? "und" : options.language, word}};
}

} // namespace

csv_words::kind_meaning& csv_words::kind_of(std::string_view word) {
    const std::size_t number = kind_words_.number(word, kind_above_);
    if (number == kinds_.size()) kinds_.push_back(meaning_of_kind(kind_words_[number]));
    return kinds_[number];
}

csv_words::type_meaning& csv_words::type_of(std::string_view word) {
    const std::size_t number = type_words_.number(word, type_above_);
    if (number == types_.size()) types_.push_back(meaning_of_type(type_words_[number]));
    return types_[number];
}

csv_words::kind_meaning csv_words::meaning_of_kind(const std::string& word) {
    if (!is_utf8(word)) return {{}, "the kind is not UTF-8", {}};
    comity::schema& schema = builder_.schema();
    const csv_kind* const rule = rule_for(options_.kinds, word);
    const std::string name = rule != nullptr && !rule->name.empty() ? rule->name : word;
    if (const auto known = schema.find_kind(name)) return {*known, {}, {}};
    const std::string& parent =
        rule != nullptr && !rule->parent.empty() ? rule->parent : options_.new_kinds_under;
    if (parent.empty()) {
        const std::string near = schema.nearest_kind(name);
        return {{},
                "unknown kind " + shown(name) + (near.empty() ? "" : ", did you mean " + shown(near) + "?") +
                    "; the options add no kinds",
                {}};
    }
    const bool given = rule != nullptr && !rule->name.empty();
    std::string made = given ? name : csv_type_name(name);
    if (!is_type_name(made)) return {{}, "a kind can't be called " + shown(word), {}};
    if (!given) {
        // "roll_call" is "roll-call" spelt another way, if the ontology has that.
        if (const auto meant = schema.find_kind(made); meant && to_index(*meant) < schema::first_added) {
            return {*meant, {}, report_choice("kind read as", word, made)};
        }
        made = free_name(made, [&](const std::string& n) { return schema.find_kind(n).has_value(); });
    }
    const kind added = schema.add_kind({made, parent, label_of(word, options_), {}});
    return {added, {}, report_choice("kind added", word, made + " under " + parent)};
}

void csv_words::add_type(const std::string& word, const std::string& name, type_meaning& meaning) {
    comity::schema& schema = builder_.schema();
    const bool given = name != word;
    std::string made = given ? name : csv_type_name(name);
    if (!is_type_name(made)) {
        meaning.refused = "a relation type can't be called " + shown(word);
        return;
    }
    const auto is_taken = [&](const std::string& n) {
        return schema.find_relation_type(n).has_value() || schema.find_inverse(n).has_value();
    };
    const auto meant = given ? std::nullopt : schema.find_relation_type(made);
    if (meant && to_index(*meant) < schema::first_added) {
        meaning.type = *meant;
        meaning.choice = report_choice("relation type read as", word, made);
        return;
    }
    if (!given) made = free_name(made, is_taken);
    relation_type_spec spec{made};
    spec.nature = meaning.end == missing_end::instantaneous ? nature::act : nature::state;
    spec.labels = label_of(word, options_);
    meaning.type = schema.add_relation_type(spec);
    meaning.choice =
        report_choice("relation type added", word, made + ", " + std::string(to_string(spec.nature)));
}

csv_words::type_meaning csv_words::meaning_of_type(const std::string& word) {
    comity::schema& schema = builder_.schema();
    const csv_type* const rule = rule_for(options_.types, word);
    const std::string name = rule != nullptr && !rule->name.empty() ? rule->name : word;
    type_meaning meaning;
    if (!is_utf8(word)) { // it might become a label
        meaning.refused = "the relation type is not UTF-8";
        return meaning;
    }
    meaning.end = rule != nullptr && rule->end != missing_end::refused ? rule->end : options_.missing_end;
    const auto known = schema.find_relation_type(name);
    if (known) {
        meaning.type = *known;
    } else if (options_.add_types) {
        add_type(word, name, meaning);
    } else {
        const std::string near = schema.nearest_relation_type(name);
        meaning.refused = "unknown relation type " + shown(name) +
                          (near.empty() ? "" : ", did you mean " + shown(near) + "?") +
                          "; the options add no types";
    }
    if (meaning.refused.empty()) {
        const auto& def = schema.definition(meaning.type);
        meaning.is_act = def.nature == nature::act;
        meaning.no_end = why_no_end(meaning, def.name);
    }
    return meaning;
}

std::string csv_words::wrong_ends(std::string_view word, const type_meaning& type, kind from, kind to) const {
    const comity::schema& schema = builder_.schema();
    const std::string_view name = schema.name(type.type);
    const auto a_node = [&schema](kind k) { return "a " + std::string(schema.name(k)); };
    return (word == name ? "" : shown(word) + " is read as " + in_quotes(name) + ": ") +
           not_admitted(schema, type.type, a_node(from), a_node(to));
}

date_number csv_words::end_of_endless(type_meaning& type, date_number begin) {
    if (type.end != missing_end::refused) ++type.without_end;
    if (type.end == missing_end::open) return builder_.date("..");
    return type.end == missing_end::instantaneous && !type.is_act ? begin : date_number{};
}

std::size_t csv_words::report_choice(const char* what, const std::string& word, const std::string& made) {
    report_.choices.push_back({what, word, made, 0});
    return report_.choices.size() - 1;
}

void csv_words::report_rows() {
    const auto count = [this](const auto& meanings) {
        for (const auto& m : meanings)
            if (m.choice) report_.choices[*m.choice].rows = m.rows;
    };
    count(kinds_);
    count(types_);
    for (std::size_t i = 0; i < types_.size(); ++i)
        if (types_[i].without_end != 0)
            report_.choices.push_back({"missing end", type_words_[i], std::string(to_string(types_[i].end)),
                                       types_[i].without_end});
}

} // namespace detail
} // namespace comity
