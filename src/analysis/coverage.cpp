#include <comity/analysis/coverage.hpp>

#include <comity/analysis/label.hpp>
#include <comity/error.hpp>

#include "analysis/pulse_over.hpp"
#include "analysis/reading.hpp"
#include "time/days_apart.hpp"

#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace comity {
namespace {

/// A begin that spans more periods than this is counted with those of no known period.
constexpr std::int64_t most_periods = 100;
constexpr std::int64_t no_year = std::numeric_limits<std::int64_t>::max(); // sorts last

/// What a source gives as begin, read once however often it is given.
struct read_date {
    moment when;
    date_precision precision = date_precision::none;
    bool dated = false;
};

class coverage_collector {
public:
    coverage_collector(const view& v, std::int64_t years, const progress& tell)
        : view_(v), years_(years), found_{{}, {v}}, pulse_(detail::pulse_over(v, tell, "coverage")) {}

    void add(const fact& f, truth shown) {
        pulse_();
        std::map<source_id, std::vector<statement>> said;
        for (const statement& s : detail::statements_in(view_, f))
            if (!s.denies()) said[s.source().number()].push_back(s);
        for (const auto& [by, statements] : said) add(by, std::string(type_name(f)), statements, shown);
    }

    void add_claims() {
        for (const source& s : view_.history().sources()) {
            if (!detail::counts(view_, s)) continue;
            pulse_.look();
            const source_record r = s.record();
            for (const coverage_record& claim : r.coverage) claim_rows(s, claim);
        }
    }

    [[nodiscard]] listing<covered> found() && {
        for (auto& [key, row] : rows_) found_.rows.push_back(std::move(row));
        return std::move(found_);
    }
    [[nodiscard]] search_extent& searched() { return found_.searched; }

private:
    covered& row_of(source_id by, const std::string& type, std::int64_t year) {
        const auto [at, fresh] = rows_.try_emplace({by, type, year}, view_.history().source(by), type);
        if (fresh && year != no_year) at->second.year = year;
        return at->second;
    }

    void add(source_id by, const std::string& type, const std::vector<statement>& statements, truth shown) {
        std::map<std::int64_t, bool> periods; // in which the fact may begin, and whether it certainly does
        for (const statement& s : statements) {
            const read_date& d = read(s.begin().value_or(std::string_view{}));
            const auto [first, last] = periods_of(d.when);
            for (std::int64_t p = first;; p += years_) {
                periods[p] = periods[p] || (first == last && !d.when.doubted);
                count_in(row_of(by, type, p), d);
                if (p == last) break;
            }
        }
        for (const auto& [p, sure] : periods) {
            covered& row = row_of(by, type, p);
            ++row.facts.possible;
            const bool alone = years_ == 0 || (sure && p != no_year && periods.size() == 1);
            if (alone && is_certain(shown)) ++row.facts.certain;
        }
    }

    /// First years of the first and the last period in which the day may lie.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> periods_of(const moment& m) const {
        if (years_ == 0 || !m.earliest.is_day() || !m.latest.is_day()) return {no_year, no_year};
        const auto floored = [this](const bound& b) {
            const std::int64_t year = b.value.civil().year;
            const std::int64_t rest = year % years_;
            return year - (rest < 0 ? rest + years_ : rest);
        };
        const std::pair all(floored(m.earliest), floored(m.latest));
        if ((all.second - all.first) / years_ > most_periods) return {no_year, no_year};
        return all;
    }

    static void count_in(covered& row, const read_date& d) {
        ++row.statements;
        if (d.when.doubted) ++row.marked;
        ++(*share_of(row, d));
        if (d.when.earliest.is_day() && (!row.first.known() || listed_before(d.when, row.first)))
            row.first = d.when;
        if (d.when.latest.is_day() && (!row.last.known() || row.last.latest.value < d.when.latest.value))
            row.last = d.when;
    }

    static std::size_t* share_of(covered& row, const read_date& d) {
        if (!d.dated) return &row.undated;
        if (!d.when.earliest.is_day() || !d.when.latest.is_day()) return &row.coarser;
        const std::int64_t more =
            detail::days_apart(d.when.earliest.value.count(), d.when.latest.value.count());
        if (more == 0) return &row.to_day;
        if (more < 31) return &row.to_month;
        return more < 366 ? &row.to_year : &row.coarser;
    }

    const read_date& read(std::string_view text) {
        const auto [at, fresh] = dates_.try_emplace(std::string(text));
        if (!fresh || text.empty()) return at->second;
        read_date& d = at->second;
        d.dated = true;
        d.when.text = text;
        if (const auto given = date::try_parse(text)) {
            d.when.earliest = given->earliest();
            d.when.latest = given->latest();
            d.when.doubted = given->uncertain() || given->approximate();
        }
        return d;
    }

    void claim_rows(const source& s, const coverage_record& claim) {
        bool listed = false;
        for (auto& [key, row] : rows_) {
            if (std::get<0>(key) != s.number() || !speaks_of(claim, row.type)) continue;
            row.claims.push_back(claim);
            listed = true;
        }
        if (!listed) row_of(s.number(), claim.what, no_year).claims.push_back(claim);
    }

    /// Whether the claim is about that kind or relation type.
    [[nodiscard]] bool speaks_of(const coverage_record& claim, const std::string& type) const {
        if (claim.what.empty() || claim.what == type) return true;
        const schema& types = view_.history().schema();
        const auto wide = types.find_kind(claim.what);
        const auto narrow = types.find_kind(type);
        return wide && narrow && types.is_a(*narrow, *wide);
    }

    const view& view_;
    std::int64_t years_;
    listing<covered> found_;
    std::map<std::tuple<source_id, std::string, std::int64_t>, covered> rows_;
    std::map<std::string, read_date, std::less<>> dates_;
    detail::pulse pulse_;
};

} // namespace

listing<covered> coverage(const view& v, std::int64_t years, const progress& tell) {
    if (years < 0)
        throw error(errc::invalid_argument,
                    "periods of " + std::to_string(years) + " years: expected 0 or more");
    coverage_collector c(v, years, tell);
    for (const auto& n : v.nodes()) {
        ++c.searched().nodes;
        c.add(n, n.truth());
    }
    for (const auto& r : v.relations()) {
        ++c.searched().relations;
        c.add(r, r.truth());
    }
    c.add_claims();
    return std::move(c).found();
}

} // namespace comity
