#pragma once

#include <comity/history/builder.hpp>
#include <comity/history/history.hpp>

#include <cstdint>
#include <random>
#include <string>

namespace comity::test {

/// A day of the history below: from 0 to some 2,100.
inline std::string day_text(std::uint32_t n) {
    return (day(10'000) + n).to_string();
}

/// Acts alone, each of one day that is known: of two types, crowded on a few days.
inline history acts(std::mt19937& random, int count = 3000) {
    builder b;
    for (int n = 0; n < 30; ++n)
        b.add_node("n" + std::to_string(n), n % 3 == 0 ? kind::state : kind::organisation);
    for (int i = 0; i < count; ++i) {
        const relation_id r =
            b.add_relation(node_id{static_cast<std::uint32_t>(random() % 30)},
                           random() % 3 == 0 ? relation_type::founded : relation_type::sponsored,
                           node_id{static_cast<std::uint32_t>(random() % 30)});
        period_record p;
        p.begin = day_text(static_cast<std::uint32_t>(random() % 40));
        b.set_period(r, p);
    }
    return std::move(b).build();
}

/// Acts and states over some years: of one day, of a few, open, of unknown end; some only roughly dated, some
/// disputed, some merely planned.
inline history crowded(std::mt19937& random, bool precise) {
    builder b;
    source_record about;
    about.date = "2010";
    const source_id one = b.add_source("one", about), two = b.add_source("two", about);
    for (int n = 0; n < 30; ++n)
        b.add_node("n" + std::to_string(n), n % 3 == 0 ? kind::state : kind::organisation);
    for (int i = 0; i < 1500; ++i) {
        const bool act = random() % 3 != 0;
        const relation_id r = b.add_relation(node_id{static_cast<std::uint32_t>(random() % 30)},
                                             act ? relation_type::founded : relation_type::affiliated_with,
                                             node_id{static_cast<std::uint32_t>(random() % 30)});
        const auto begin = static_cast<std::uint32_t>(random() % 2000);
        period_record p;
        p.begin = !precise && random() % 9 == 0 ? day_text(begin).substr(0, 7) : day_text(begin);
        if (!act && random() % 8 != 0)
            p.end = random() % 9 == 0 ? ".." : day_text(begin + static_cast<std::uint32_t>(random() % 40));
        b.set_period(r, p);
        statement_record s;
        s.source = one;
        if (!precise && random() % 20 == 0) s.modality = modality::planned;
        b.add_statement(r, s);
        if (precise || random() % 20 != 0) continue;
        s.source = two;
        s.period.begin = day_text(begin + 300);
        b.add_statement(r, s);
    }
    return std::move(b).build();
}

} // namespace comity::test
