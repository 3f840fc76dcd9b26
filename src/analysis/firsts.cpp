#include <comity/analysis/firsts.hpp>

#include "analysis/reading.hpp"
#include "pulse.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace comity {
namespace {

using detail::attributes_in;

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

bool has_a_day(const node& n) {
    return n.is_a(kind::instrument) || n.is_a(kind::event) || n.is_a(kind::commitment);
}

/// What precedes what, by subject. Looks also at what is proposed: a call for rules has them for its subject.
class precedence {
public:
    precedence(const view& v, const progress& tell)
        : any_(v.at_any_time().modalities({modality::reported, modality::planned, modality::proposed})),
          found_{{}, {v}},
          pulse_(tell, "firsts", 3 * v.history().node_count()) {
        for (const auto& n : v.nodes()) {
            pulse_();
            nodes_.push_back(n);
        }
        found_.searched.nodes = nodes_.size();
    }

    listing<claimed_first> run() && {
        for (const node& n : nodes_) {
            pulse_();
            if (n.is_a(kind::assessment)) continue;
            for (const attribute& a : attributes_in(seen(), n, attribute_type::claimed_first)) {
                claimed_first c{n, n, begin(n), std::string(a.text()), a, {}, 0};
                add_like(c, n, std::nullopt);
                found_.rows.push_back(std::move(c));
            }
        }
        for (const node& n : nodes_) {
            pulse_();
            if (n.is_a(kind::claim) && calls_it_new(seen(), n)) look_before(n);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] const view& seen() const noexcept { return found_.searched.seen; }

    [[nodiscard]] const moment& begin(const node& n) {
        const auto [at, fresh] = begins_.try_emplace(n.number());
        if (fresh) at->second = begin_of(seen(), n);
        return at->second;
    }

    [[nodiscard]] std::set<node_id> subjects_of(const node& n) {
        std::set<node_id> all;
        for (const relation_type t : subject_types)
            for (const auto& r : any_.out(n, t)) {
                ++found_.searched.relations;
                all.insert(r.to().number());
            }
        return all;
    }

    /// `other` is like the thing of the claim: was it earlier?
    void weigh(claimed_first& c, const node& other, const std::optional<node>& subject) {
        const moment& when = begin(other);
        if (!when.known()) {
            ++c.undated;
            return;
        }
        const truth sure = before(when, c.when);
        if (is_possible(sure)) c.earlier.push_back({other, when, sure, subject});
    }

    /// Things of the kind of `n` on a subject of `n`.
    void add_like(claimed_first& c, const node& n, const std::optional<node>& subject) {
        const std::set<node_id> subjects = subjects_of(n);
        for (const node& other : nodes_) {
            pulse_.now_and_then();
            if (other == n || other == c.thing || other.kind() != n.kind()) continue;
            const std::set<node_id> theirs = subjects_of(other);
            const bool shared = std::any_of(theirs.begin(), theirs.end(),
                                            [&subjects](node_id s) { return subjects.contains(s); });
            if (shared) weigh(c, other, subject);
        }
    }

    /// Texts, events and commitments about `topic`.
    void add_on(claimed_first& c, const node& topic) {
        std::set<node_id> met;
        for (const relation_type t : subject_types)
            for (const auto& r : any_.in(topic, t)) {
                pulse_.now_and_then();
                ++found_.searched.relations;
                const node other = r.from();
                if (has_a_day(other) && !(other == c.thing) && met.insert(other.number()).second)
                    weigh(c, other, topic);
            }
    }

    /// A claim speaks of something dated, and of what is new about it: has that been there before?
    void look_before(const node& claim) {
        std::vector<node> spoken_of;
        for (const auto& r : any_.out(claim, relation_type::about)) spoken_of.push_back(r.to());
        // Where one of several carries the words itself, it is what the claim means.
        const auto carries = [this](const node& n) {
            return !attributes_in(seen(), n, attribute_type::claimed_first).empty();
        };
        const bool named = std::any_of(spoken_of.begin(), spoken_of.end(), carries);
        for (const node& dated : spoken_of) {
            if (!has_a_day(dated) || !begin(dated).known() || (named && !carries(dated))) continue;
            claimed_first c{claim, dated, begin(dated), std::string(claim.name()), std::nullopt, {}, 0};
            for (const node& subject : spoken_of)
                if (!(subject == dated))
                    has_a_day(subject) ? add_like(c, subject, subject) : add_on(c, subject);
            if (spoken_of.size() == 1) add_like(c, dated, std::nullopt);
            found_.rows.push_back(std::move(c));
        }
    }

    view any_;
    listing<claimed_first> found_;
    std::vector<node> nodes_;
    std::map<node_id, moment> begins_;
    detail::pulse pulse_;
};

} // namespace

truth claimed_first::preceded() const noexcept {
    truth sure = truth::no;
    for (const precedent& p : earlier) sure = sure | p.truth;
    return sure;
}

listing<claimed_first> firsts(const view& v, const progress& tell) {
    return precedence(v, tell).run();
}

} // namespace comity
