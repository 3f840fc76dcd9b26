#include "support/told.hpp"

#include <chrono>
#include <cstdio>

namespace comity::test {

day_no day_number(int year, unsigned month, unsigned day) {
    using namespace std::chrono;
    const sys_days days =
        year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day));
    return days.time_since_epoch().count();
}

namespace {

period_record period_of(const std::optional<told_date>& begin, const std::optional<told_date>& end) {
    period_record p;
    if (begin) p.begin = begin->text;
    if (end) p.end = end->text;
    return p;
}

void tell(builder& b, subject about, const told_thing& thing) {
    b.set_period(about, period_of(thing.begin, thing.end));
    for (const told_statement& s : thing.said) {
        statement_record r;
        r.source = source_id{static_cast<std::uint32_t>(s.source)};
        r.modality = s.how;
        r.denies = s.denies;
        if (s.inferred) r.rule = "it follows";
        r.period = period_of(s.begin, s.end);
        b.add_statement(about, r);
    }
}

} // namespace

history told_history::build() const {
    builder b(schema);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        source_record r;
        if (sources[i].date) r.date = sources[i].date->text;
        if (sources[i].covers_type_until)
            r.coverage.push_back({"x:state", "", "", sources[i].covers_type_until->text});
        if (sources[i].covers_until) r.coverage.push_back({"", "", "", sources[i].covers_until->text});
        b.add_source("s" + std::to_string(i), r);
    }
    for (std::size_t i = 0; i < nodes.size(); ++i)
        tell(b, b.add_node("n" + std::to_string(i), nodes[i].is), nodes[i]);
    for (const told_relation& r : relations) {
        const auto node = [](std::size_t i) { return node_id{static_cast<std::uint32_t>(i)}; };
        tell(b, b.add_relation(node(r.from), r.type, node(r.to)), r);
    }
    return std::move(b).build();
}

namespace {

class inventor {
public:
    explicit inventor(std::mt19937& random) : random_(random) {}

    [[nodiscard]] unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
    [[nodiscard]] bool once_in(unsigned n) { return below(n) == 0; }

    told_date exact_day() {
        const int year = 2001 + static_cast<int>(below(3));
        const unsigned month = 1 + below(12);
        const unsigned day = 1 + below(28);
        const day_no d = day_number(year, month, day);
        return {text("%04d-%02u-%02u", year, month, day), {{d, d}}};
    }
    told_date month() {
        const int year = 2001 + static_cast<int>(below(3));
        const unsigned m = 1 + below(12);
        const day_no next = m == 12 ? day_number(year + 1, 1, 1) : day_number(year, m + 1, 1);
        return {text("%04d-%02u", year, m, 0u), {{day_number(year, m, 1), next - 1}}};
    }
    told_date year() {
        const int y = 2001 + static_cast<int>(below(3));
        return {text("%04d", y, 0u, 0u), {year_run(y)}};
    }
    /// A set whose years or days are not one range, or digits left out.
    told_date gaps() {
        switch (below(4)) {
        case 0:
            return {"[2001,2003]", {year_run(2001), year_run(2003)}};
        case 1:
            return {"[2001-06-15,2001-06-17,2002-02]",
                    {one_day(2001, 6, 15),
                     one_day(2001, 6, 17),
                     {day_number(2002, 2, 1), day_number(2002, 2, 28)}}};
        case 2:
            return {"[..2001,2003]", {{before_all, day_number(2001, 12, 31)}, year_run(2003)}};
        default: {
            told_date d{"2002-XX-10", {}};
            for (unsigned m = 1; m <= 12; ++m) d.days.push_back(one_day(2002, m, 10));
            return d;
        }
        }
    }
    told_date known() {
        told_date d;
        switch (below(8)) {
        case 0:
            d = gaps();
            break;
        case 1:
        case 2:
            d = year();
            break;
        case 3:
        case 4:
            d = month();
            break;
        default:
            d = exact_day();
        }
        if (d.text.front() != '[' && once_in(6)) {
            d.text += once_in(2) ? '?' : '~';
            d.marked = true;
        }
        return d;
    }
    std::optional<told_date> begin() {
        if (once_in(5)) return std::nullopt;
        if (once_in(15)) return told_date{"..", {}, told_date::sort::open};
        if (once_in(15)) return told_date{"", {}, told_date::sort::unknown};
        return known();
    }
    std::optional<told_date> end() {
        if (once_in(3)) return std::nullopt;
        if (once_in(4)) return told_date{"..", {}, told_date::sort::open};
        if (once_in(8)) return told_date{"", {}, told_date::sort::unknown};
        return known();
    }
    modality how() { return once_in(4) ? static_cast<modality>(below(4)) : modality::reported; }

    void dates_of(told_thing& t) {
        if (once_in(3)) return;
        t.begin = begin();
        if (t.lasts != nature::act || once_in(4)) t.end = end();
    }
    void statements_of(told_thing& t, std::size_t sources) {
        const unsigned count = once_in(2) ? 0 : 1 + below(3);
        for (unsigned i = 0; i < count; ++i) {
            told_statement s;
            s.source = below(static_cast<unsigned>(sources));
            s.how = how();
            s.denies = once_in(12);
            s.inferred = once_in(8);
            if (!s.denies && once_in(2)) {
                s.begin = begin();
                if (t.lasts != nature::act || once_in(4)) s.end = end();
            }
            t.said.push_back(std::move(s));
        }
    }

private:
    static day_run one_day(int y, unsigned m, unsigned d) {
        return {day_number(y, m, d), day_number(y, m, d)};
    }
    static day_run year_run(int y) { return {day_number(y, 1, 1), day_number(y, 12, 31)}; }
    template <class... Numbers>
    static std::string text(const char* format, int year, unsigned month = 0, unsigned day = 0) {
        char buffer[48];
        const int length = std::snprintf(buffer, sizeof buffer, format, year, month, day);
        return {buffer, static_cast<std::size_t>(length)};
    }

    std::mt19937& random_;
};

told_history empty_told() {
    told_history h;
    h.act = h.schema.add_relation_type({.name = "x:act", .nature = nature::act});
    h.state = h.schema.add_relation_type({.name = "x:state", .nature = nature::state});
    h.timeless = h.schema.add_relation_type({.name = "x:timeless", .nature = nature::timeless});
    return h;
}

told_node node_of(inventor& i) {
    static const std::vector<std::pair<kind, nature>> kinds{
        {kind::state, nature::state},    {kind::intergovernmental_organisation, nature::state},
        {kind::summit, nature::act},     {kind::treaty, nature::state},
        {kind::issue, nature::timeless}, {kind::proposal, nature::state}};
    const auto& [k, n] = kinds[i.below(static_cast<unsigned>(kinds.size()))];
    told_node node;
    node.is = k;
    node.lasts = n;
    node.assessment = k == kind::proposal;
    return node;
}

told_relation relation_of(const told_history& h, inventor& i) {
    told_relation r;
    r.from = i.below(static_cast<unsigned>(h.nodes.size()));
    r.to = i.below(static_cast<unsigned>(h.nodes.size()));
    const unsigned type = i.below(3);
    r.type = type == 0 ? h.act : type == 1 ? h.state : h.timeless;
    r.lasts = static_cast<nature>(type);
    return r;
}

} // namespace

told_history make_up(std::mt19937& random) {
    inventor i(random);
    told_history h = empty_told();
    h.sources.push_back({});
    h.sources.push_back({i.exact_day(), {}, {}});
    h.sources.push_back({i.year(), {}, {}});
    h.sources.push_back({i.month(), i.once_in(2) ? std::optional(i.month()) : std::nullopt,
                         i.once_in(2) ? std::optional(i.exact_day()) : std::nullopt});
    const unsigned nodes = 2 + i.below(6);
    for (unsigned n = 0; n < nodes; ++n) {
        h.nodes.push_back(node_of(i));
        i.dates_of(h.nodes.back());
        i.statements_of(h.nodes.back(), h.sources.size());
    }
    const unsigned relations = i.below(14);
    for (unsigned r = 0; r < relations; ++r) {
        h.relations.push_back(relation_of(h, i));
        i.dates_of(h.relations.back());
        i.statements_of(h.relations.back(), h.sources.size());
    }
    return h;
}

told_history make_up_precise(std::mt19937& random) {
    inventor i(random);
    told_history h = empty_told();
    const unsigned nodes = 2 + i.below(5);
    const auto precise = [&i](told_thing& t) {
        t.begin = i.exact_day();
        if (t.lasts != nature::act)
            t.end = i.once_in(2) ? i.exact_day() : told_date{"..", {}, told_date::sort::open};
    };
    for (unsigned n = 0; n < nodes; ++n) {
        h.nodes.push_back(node_of(i));
        if (!i.once_in(3)) precise(h.nodes.back());
    }
    const unsigned relations = i.below(40);
    for (unsigned r = 0; r < relations; ++r) {
        h.relations.push_back(relation_of(h, i));
        if (h.relations.back().lasts != nature::timeless) precise(h.relations.back());
    }
    return h;
}

} // namespace comity::test
