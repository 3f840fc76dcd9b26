#pragma once

#include "support/telling.hpp"

#include <comity/history/builder.hpp>
#include <comity/history/history.hpp>

#include <tuple>
#include <utility>

namespace comity::test {

/// A history with everything that a builder takes and a file must hold.
inline history everything() {
    builder b;
    b.schema().add_kind(
        {"cyber-exercise", "exercise", {{"en", "cyber exercise"}}, "An exercise on networks."});
    b.schema().add_relation_type({"twinned-with",
                                  {},
                                  {"actor"},
                                  {"actor"},
                                  nature::state,
                                  relation_flags::symmetric,
                                  "wdt:P190",
                                  {{"en", "twinned"}},
                                  "Twins."});
    b.schema().add_relation_type({"lists", "listed-by", {}, {"actor"}, nature::timeless});
    b.schema().add_attribute_type({"budget", value_type::number, true, {}, "Money."});
    b.set_note("title@en", "Everything");
    b.set_note("title@zh-Hans", "一切");
    b.set_note("description", "All of it");
    b.set_note("license", "CC0-1.0");
    b.set_note("contact", "nobody");
    source_record full;
    full.kind = "register";
    full.titles = {{"en", "Register"}, {"ru", "Реестр"}};
    full.authors = {"A", "B"};
    full.publisher = "P";
    full.date = "2012-06-07";
    full.language = "en";
    full.uri = "https://example.org/r";
    full.note = "Locators are pages.";
    full.derived_from = {"letter"};
    full.coverage = {{"member-of", "sco", "2001", "2012"}, {"state", "", "", ""}};
    const source_id list = b.add_source("register", full);
    const source_id letter = source_of(b, "letter");
    const node_id sco = b.add_node("sco", kind::intergovernmental_organisation);
    const node_id china = b.add_node("china", kind::state);
    const node_id drill = b.add_node("drill", *b.schema().find_kind("cyber-exercise"));
    for (const auto& [type, text, language] : {std::tuple(attribute_type::alias, "SCO", "en"),
                                               {attribute_type::name, "Shanghai \"C\"", "en"},
                                               {attribute_type::name, "上合组织", "zh"},
                                               {attribute_type::name, "Second name", "en"},
                                               {attribute_type::name, "Nameless tongue", ""}})
        b.add_attribute(sco, text_value(type, text, language));
    attribute_record count = number_value(attribute_type::member_count, 8.25, number_bound::more_than);
    count.unit = "state";
    count.period = period_record::of("2017-12-06");
    count.stated = {says(list), denies(letter)};
    count.stated[0].locator = "p9";
    b.add_attribute(sco, count);
    b.add_attribute(sco, {attribute_type::permanent, true});
    b.add_attribute(sco, {*b.schema().find_attribute_type("budget"), -3e100});
    b.set_period(sco, period_record::of("2001-06-15/.."));
    statement_record whole = says(list);
    whole.locator = "p1";
    whole.quote = "a line\nbreak";
    b.add_statement(sco, whole);
    statement_record own = says(letter, "[2001-01..2001-06]/2011?", modality::alleged);
    own.attributes = {text_value(attribute_type::name, "Own name", "fr"),
                      number_value(attribute_type::member_count, 6)};
    b.add_statement(sco, own);
    statement_record bare = says(letter);
    bare.existence_only = true;
    b.add_statement(sco, bare);
    b.add_statement(sco, denies(letter));
    b.set_period(drill, period_record::of("2010-09-10/2010-09-25"));
    statement_record derived = says(list, "2010-09", modality::planned);
    derived.rule = "it follows";
    derived.premises = {"p1", "sco"};
    b.add_statement(drill, derived);
    const relation_id member = b.add_relation(china, relation_type::member_of, sco, "china-in-sco");
    b.set_period(member, {"[..2011-09-12]", ".."});
    b.add_statement(member, says(list));
    b.add_attribute(member, text_value(attribute_type::role, "founder"));
    b.add_relation(china, *b.schema().find_relation_type("twinned-with"), sco);
    const relation_id ended = b.add_relation(china, relation_type::member_of, sco);
    b.set_period(ended, {std::nullopt, "2020"});
    const relation_id unknown = b.add_relation(china, relation_type::participated_in, drill);
    b.set_period(unknown, {"", std::nullopt});
    return std::move(b).build();
}

} // namespace comity::test
