#pragma once

// Few words for what tests say to a builder over and over.

#include <comity/error.hpp>
#include <comity/history/builder.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::test {

/// A source whose document has that date; "" for none.
inline source_id source_of(builder& b, std::string_view id, std::string_view date = {}) {
    source_record r;
    r.kind = "article";
    r.date = std::string(date);
    return b.add_source(id, r);
}

/// A statement of the whole record.
inline statement_record says(source_id s, modality m = modality::reported) {
    statement_record r;
    r.source = s;
    r.modality = m;
    return r;
}

/// A statement that gives a period of its own.
inline statement_record says(source_id s, std::string_view period, modality m = modality::reported) {
    statement_record r = says(s, m);
    r.period = period_record::of(period);
    return r;
}

inline statement_record denies(source_id s) {
    statement_record r = says(s);
    r.denies = true;
    return r;
}

inline attribute_record text_value(attribute_type t, std::string_view text, std::string_view language = {}) {
    attribute_record r{t, std::string(text)};
    r.language = std::string(language);
    return r;
}

inline attribute_record number_value(attribute_type t, double number,
                                     number_bound bound = number_bound::exact) {
    attribute_record r{t, number};
    r.bound = bound;
    return r;
}

/// The codes of what a build finds, in their order.
inline std::vector<std::string> codes_of(builder b) {
    std::vector<finding> findings;
    (void)std::move(b).try_build(findings);
    std::vector<std::string> codes;
    for (const finding& f : findings) codes.push_back(f.code);
    return codes;
}

/// The code of the error that `call` throws; 0 if it throws none.
template <class Call>
int code_of(Call&& call) {
    try {
        call();
    } catch (const error& e) {
        return static_cast<int>(e.code());
    }
    return 0;
}

/// The message of the error that `call` throws; empty if it throws none.
template <class Call>
std::string message_of(Call&& call) {
    try {
        call();
    } catch (const error& e) {
        return e.what();
    }
    return {};
}

} // namespace comity::test
