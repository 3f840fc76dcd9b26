#pragma once

#include "io/numbered_texts.hpp"
#include <comity/history/builder.hpp>
#include <comity/io/csv.hpp>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

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
        std::optional<std::size_t> choice; ///< place in the report of what was made of the word, if anything
        std::uint64_t rows = 0;            ///< that were accepted
    };
    struct type_meaning {
        relation_type type;
        comity::missing_end end = missing_end::refused;
        bool is_act = false;
        std::string refused;
        std::string no_end; ///< why a row without an end is rejected; empty: the end is filled in
        std::optional<std::size_t> choice; ///< as of a kind
        std::uint64_t rows = 0;            ///< that were accepted
        std::uint64_t without_end = 0;     ///< rows, where the options say what that means
    };
    // The references hold as long as this does.
    [[nodiscard]] kind_meaning& kind_of(std::string_view word);
    [[nodiscard]] type_meaning& type_of(std::string_view word);
    /// That relations of that type, for which the word stands, don't run between these kinds.
    [[nodiscard]] std::string wrong_ends(std::string_view word, const type_meaning& type, kind from,
                                         kind to) const;
    /// The end that the caller says a row without one has; the type's `no_end` is empty.
    [[nodiscard]] date_number end_of_endless(type_meaning& type, date_number begin);
    /// Tells the report how many rows use each word that something was made of, and what missing ends were
    /// taken for.
    void report_rows();

private:
    [[nodiscard]] kind_meaning meaning_of_kind(const std::string& word);
    [[nodiscard]] type_meaning meaning_of_type(const std::string& word);
    /// Tells the report what was made of a word; the place of that.
    std::size_t report_choice(const char* what, const std::string& word, const std::string& made);
    void add_type(const std::string& word, const std::string& name, type_meaning& meaning);

    builder& builder_;
    const csv_options& options_;
    load_report& report_;
    numbered_texts<std::string> kind_words_, type_words_;
    std::uint32_t kind_above_ = 0, type_above_ = 0; ///< the word of the row before
    std::deque<kind_meaning> kinds_;
    std::deque<type_meaning> types_;
};

} // namespace comity::detail
