// The record in data/: every fact sourced and located, nothing unconfirmed used, every finding of the audit
// explained by a note of the file. What the record says is checked in tests/analysis.

#include "catch.hpp"
#include "support/sco.hpp"

#include <comity/analysis/audit.hpp>
#include <comity/analysis/label.hpp>
#include <comity/view/view.hpp>

#include <map>
#include <regex>
#include <set>
#include <string>

using namespace comity;

namespace {

template <class Look>
void each_statement(Look&& look) {
    const history& h = sco();
    for (std::uint32_t n = 0; n < h.node_count(); ++n)
        for (const statement& s : h.node(node_id{n}).statements()) look(s);
    for (std::uint32_t r = 0; r < h.relation_count(); ++r)
        for (const statement& s : h.relation(relation_id{r}).statements()) look(s);
}

/// How places are named, by source; data/README.md says the same in words.
const std::regex& form_of(std::string_view source) {
    static const std::regex article("(intro|[1-4](\\.[1-5])?)( p[1-9])?");
    static const std::regex votes("rcid [0-9]+(, descr)?");
    static const std::regex other("text|title|list|letter|annex|date line|page seen|not read|no\\. [0-9]+|"
                                  "section [0-9]+|section on information security");
    return source == "ciis-2021" ? article : source == "un-votes" ? votes : other;
}

view every_modality() {
    return sco().all().modalities(
        {modality::reported, modality::planned, modality::proposed, modality::alleged});
}

std::string key_of(const audit_finding& f) {
    std::string key = "finding " + std::string(to_string(f.rule));
    if (f.rule < audit_rule::single_source) key += ": " + label(f.subjects[0]);
    return key;
}

std::string unsourced_values(const fact& f) {
    std::string found;
    if (!is_possible(f.existence())) return found; // what is denied has no values
    for (const attribute& a : f.attributes())
        if (a.statements().empty()) found += label(f) + ' ' + std::string(a.name()) + '\n';
    return found;
}

} // namespace

TEST_CASE("record: every fact and every value of one has a source", "[io][sco]") {
    const history& h = sco();
    std::string without;
    const auto look = [&without](const fact& f) {
        if (f.statements().empty()) without += label(f) + '\n';
        without += unsourced_values(f);
    };
    for (std::uint32_t n = 0; n < h.node_count(); ++n) look(h.node(node_id{n}));
    for (std::uint32_t r = 0; r < h.relation_count(); ++r) look(h.relation(relation_id{r}));
    CHECK(without == "");
}

TEST_CASE("record: every locator is one that its source can have", "[io][sco]") {
    std::set<std::string> odd;
    each_statement([&odd](const statement& s) {
        const std::string at(s.locator());
        if (!std::regex_match(at, form_of(s.source().id())))
            odd.insert(std::string(s.source().id()) + ' ' + at);
    });
    CHECK(odd == std::set<std::string>{});
}

TEST_CASE("record: what was not read supports nothing outright", "[io][sco]") {
    std::string wrong;
    each_statement([&wrong](const statement& s) {
        if (s.locator() == "not read" && !s.inferred()) wrong += std::string(s.source().id()) + '\n';
    });
    CHECK(wrong == "");
}

TEST_CASE("record: nothing but the article backs what could not be confirmed", "[io][sco]") {
    const history& h = sco();
    // Two facts of the article that no other source was found for.
    for (const char* id : {"rats-council-19", "expert-meeting-2015", "expert-meeting-2019",
                           "measures-2016-terrorist-acts", "measures-2016-ideology"}) {
        INFO(id);
        for (const statement& s : h[id].statements()) CHECK(s.source().id() == "ciis-2021");
        CHECK_FALSE(
            h.note(std::string("not-confirmed ") +
                   (std::string_view(id).starts_with("measures") ? "measures-2016-terrorist-acts" : id))
                .empty());
    }
    for (const statement& s : h["commitment-2005-information-terrorism"].statements())
        CHECK(s.source().id() == "ciis-2021");
    // Entries into force that were not confirmed, and signatures that were not read.
    for (const char* id : {"agreement-2009", "agreement-china-russia-2015", "un-convention-cybercrime"}) {
        INFO(id);
        CHECK_FALSE(h[id].attribute(attribute_type::in_force_on));
        for (const attribute& a : h[id].attributes(attribute_type::status)) CHECK(a.text() != "in-force");
    }
    for (const auto& r : every_modality().in(h["un-convention-cybercrime"], relation_type::signed_))
        for (const char* id : {"kyrgyzstan", "pakistan", "tajikistan", "uzbekistan"})
            CHECK(r.from().id() != id);
}

TEST_CASE("record: every finding of the audit is explained in the file, and nothing else is", "[io][sco]") {
    std::set<std::string> found, explained;
    for (const audit_finding& f : audit(every_modality())) {
        found.insert(key_of(f));
        CHECK(explanation(f) != "");
    }
    for (const auto& [key, text] : sco().notes())
        if (key.starts_with("finding ") && !text.empty()) explained.insert(std::string(key));
    CHECK(found == explained);
}

TEST_CASE("record: sources compete in one slot of one record", "[io][sco]") {
    const history& h = sco();
    CHECK(h["summit-2017-astana"].disputed());
    CHECK_FALSE(article().disputed(h["summit-2017-astana"])); // the article alone says 15
    CHECK(h.all().period_of(h["summit-2020-moscow"]).text() == "[2020-10-11,2020-11-10]");
    CHECK(h.all().settled_by(policy::most_attested()).period_of(h["summit-2020-moscow"]).text() ==
          "2020-11-10");
    CHECK(h.all().period_of(h["rats"]).text() == "2004-06-17/.."); // 2004, said more precisely
}

TEST_CASE("record: each of eleven roll calls has a vote or an inferred absence of ten states", "[io][sco]") {
    std::map<std::string, int> of_type;
    std::size_t calls = 0;
    for (const auto& call : sco().all().nodes(kind::roll_call)) {
        ++calls;
        std::size_t states = 0;
        for (const relation_type t : {relation_type::voted_for, relation_type::voted_against,
                                      relation_type::abstained_on, relation_type::absent_from})
            for (const auto& r : sco().all().in(call, t)) {
                ++states;
                ++of_type[std::string(r.type_name())];
                CHECK(r.inferred() == (t == relation_type::absent_from));
                CHECK(r.statements()[0].source().id() == "un-votes");
            }
        CHECK(states == 10);
    }
    CHECK(calls == 11);
    CHECK(of_type == std::map<std::string, int>{
                         {"absent-from", 3}, {"abstained-on", 3}, {"voted-against", 6}, {"voted-for", 98}});
    const auto missed = sco().all().in(sco()["roll-call-62-17"], relation_type::absent_from);
    CHECK((*missed.begin()).from().id() == "uzbekistan");
}
