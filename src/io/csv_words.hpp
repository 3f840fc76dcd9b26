#pragma once

#include "io/numbered_texts.hpp"
#include <comity/history/builder.hpp>
#include <comity/io/csv.hpp>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace comity::detail {

/// What the words for kinds and relation types in a file mean, by the caller's rules; each is looked up or
/// added once.
class csv_words {
public:
    csv_words(builder& b, const csv_options& options, load_report& report)
        : builder_(b), options_(options), report_(report) {}

    /// What a word means, or why it means nothing.
    struct kind_meaning {
        comity::kind kind;
        std::string refused;
    };
    struct type_meaning {
        relation_type type;
        comity::missing_end end = missing_end::refused;
        bool is_act = false;
        std::string refused;
        std::string no_end;            ///< why a row without an end is rejected; empty: the end is filled in
        std::uint64_t without_end = 0; ///< rows
    };
    [[nodiscard]] const kind_meaning& kind_of(std::string_view word);
    /// The reference holds as long as this does.
    [[nodiscard]] type_meaning& type_of(std::string_view word);
    /// That relations of that type, for which the word stands, don't run between these kinds.
    [[nodiscard]] std::string wrong_ends(std::string_view word, const type_meaning& type, kind from,
                                         kind to) const;
    /// The end that the caller says a row without one has; the type's `no_end` is empty.
    [[nodiscard]] date_number end_of_endless(type_meaning& type, date_number begin);
    /// Tells the report what missing ends were taken for.
    void report_missing_ends();

private:
    [[nodiscard]] kind_meaning meaning_of_kind(const std::string& word);
    [[nodiscard]] type_meaning meaning_of_type(const std::string& word);
    void add_type(const std::string& word, const std::string& name, type_meaning& meaning);

    builder& builder_;
    const csv_options& options_;
    load_report& report_;
    numbered_texts<std::string> kind_words_, type_words_;
    std::vector<kind_meaning> kinds_;
    std::deque<type_meaning> types_;
};

} // namespace comity::detail
