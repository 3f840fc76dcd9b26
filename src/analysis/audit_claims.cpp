#include "analysis/audit_rules.hpp"

#include "analysis/reading.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace comity::detail {
namespace {

constexpr std::array subject_types{relation_type::about, relation_type::answers};

/// Words by which a claim calls something the first or new. What they mean is for a reader to judge; the
/// audit only looks whether anything precedes.
constexpr std::array<std::string_view, 6> english_words{"first", "new",           "novel",
                                                        "opens", "unprecedented", "earliest"};
constexpr std::array<std::string_view, 5> chinese_words{"首", "第一", "新", "开创", "開創"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool starts = at == 0 || !is_letter(text[at - 1]);
        const bool ends = at + word.size() == text.size() || !is_letter(text[at + word.size()]);
        if (starts && ends) return true;
    }
    return false;
}

std::string lowered(std::string_view text) {
    std::string low(text);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

bool calls_it_new(const view& v, const node& claim) {
    for (const attribute_type t : {attribute_type::claimed_first, attribute_type::name})
        for (const attribute& a : attributes_in(v, claim, t)) {
            if (t == attribute_type::claimed_first) return true;
            const std::string text = lowered(a.text());
            const auto says = [&text](std::string_view word) { return has_word(text, word); };
            const auto contains = [&text](std::string_view word) {
                return text.find(word) != std::string::npos;
            };
            if (a.language() == "en" && std::any_of(english_words.begin(), english_words.end(), says))
                return true;
            if (a.language().starts_with("zh") &&
                std::any_of(chinese_words.begin(), chinese_words.end(), contains))
                return true;
        }
    return false;
}

/// What precedes what, by subject. Looks also at what is proposed: a call for rules has them for its subject.
class precedence {
public:
    explicit precedence(audit_log& log)
        : log_(log),
          any_(log.seen().at_any_time().modalities(
              {modality::reported, modality::planned, modality::proposed})) {}

    void check_claimed_first() {
        for (const node& n : log_.nodes()) {
            if (n.is_a(kind::assessment)) continue;
            for (const attribute& claim : attributes_in(log_.seen(), n, attribute_type::claimed_first))
                for (const node& earlier : like(n, log_.begin(n))) report_first(n, claim, earlier);
        }
    }

    void check_claimed_new() {
        for (const node& n : log_.nodes())
            if (n.is_a(kind::claim) && calls_it_new(log_.seen(), n)) look_before(n);
    }

private:
    [[nodiscard]] std::set<node_id> subjects_of(const node& n) const {
        std::set<node_id> all;
        for (const relation_type t : subject_types)
            for (const auto& r : any_.out(n, t)) all.insert(r.to().number());
        return all;
    }

    [[nodiscard]] static bool has_a_day(const node& n) {
        return n.is_a(kind::instrument) || n.is_a(kind::event) || n.is_a(kind::commitment);
    }

    /// Things of the kind of `n` on a subject of `n` that were certainly there before `when`.
    [[nodiscard]] std::vector<node> like(const node& n, const moment& when) const {
        const std::set<node_id> subjects = subjects_of(n);
        std::vector<node> all;
        for (const node& other : log_.nodes()) {
            if (other == n || other.kind() != n.kind()) continue;
            if (!is_certain(before(log_.begin(other), when))) continue;
            const std::set<node_id> theirs = subjects_of(other);
            const bool shared = std::any_of(theirs.begin(), theirs.end(),
                                            [&subjects](node_id s) { return subjects.contains(s); });
            if (shared) all.push_back(other);
        }
        return all;
    }

    /// Texts, events and commitments about `topic` that were certainly there before `when`.
    [[nodiscard]] std::vector<node> on(const node& topic, const moment& when) const {
        std::vector<node> all;
        for (const relation_type t : subject_types)
            for (const auto& r : any_.in(topic, t))
                if (has_a_day(r.from()) && is_certain(before(log_.begin(r.from()), when)))
                    all.push_back(r.from());
        return all;
    }

    /// A claim speaks of something dated, and of what is new about it: has that been there before?
    void look_before(const node& claim) {
        std::vector<relation> spoken_of;
        for (const auto& r : any_.out(claim, relation_type::about)) spoken_of.push_back(r);
        for (const relation& dated : spoken_of) {
            const moment when = log_.begin(dated.to());
            if (!has_a_day(dated.to()) || !when.known()) continue;
            for (const relation& r : spoken_of) {
                if (r.to() == dated.to()) continue;
                const bool thing = has_a_day(r.to());
                for (const node& earlier : thing ? like(r.to(), when) : on(r.to(), when))
                    if (!(earlier == dated.to())) report_new(claim, dated.to(), r.to(), earlier);
            }
        }
    }

    void report_first(const node& n, const attribute& claim, const node& earlier) {
        audit_finding f{audit_rule::claimed_first,
                        severity::note,
                        {n, earlier},
                        dated_label(n, log_.begin(n)) + " is called '" + std::string(claim.text()) +
                            "', and " + dated_label(earlier, log_.begin(earlier)) +
                            ", of the same kind and on the same subject, precedes it: true only of what the "
                            "claim says more narrowly",
                        counting(log_.seen(), claim.statements()),
                        1};
        for (const statement& s : statements_in(log_.seen(), earlier)) f.statements.push_back(s);
        log_.add(std::move(f));
    }

    void report_new(const node& claim, const node& dated, const node& subject, const node& earlier) {
        log_.add(audit_rule::claimed_new, severity::warning, {claim, dated, subject, earlier},
                 label(claim) + " calls it new or first that " + dated_label(dated, log_.begin(dated)) +
                     " takes up " + label(subject) + ", and " + dated_label(earlier, log_.begin(earlier)) +
                     ", on the same subject, precedes it");
    }

    audit_log& log_;
    view any_;
};

} // namespace

void check_claims(audit_log& log) {
    precedence p(log);
    p.check_claimed_first();
    p.check_claimed_new();
}

} // namespace comity::detail
