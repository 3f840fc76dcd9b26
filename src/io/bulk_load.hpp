#pragma once

#include "history/admissions.hpp"
#include "history/id_text.hpp"
#include "io/csv_dates.hpp"
#include "io/csv_tally.hpp"
#include "io/csv_words.hpp"
#include "io/utf8.hpp"

#include <comity/io/csv.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comity::detail {

/// Columns of relations on their way to the builder.
class relation_batch {
public:
    /// Rows that go to the builder in one call: few enough to stay in the cache.
    static constexpr std::size_t most = std::size_t{1} << 12;

    struct row {
        node_id from, to;
        relation_type type;
        date_number begin, end;
        std::uint64_t line;
    };
    [[nodiscard]] bool full() const noexcept { return size_ == most; }
    /// One more, unless it is full.
    void add(const row& r) noexcept {
        from_[size_] = static_cast<std::uint32_t>(r.from);
        to_[size_] = static_cast<std::uint32_t>(r.to);
        type_[size_] = to_index(r.type);
        begin_[size_] = r.begin;
        end_[size_] = r.end;
        line_[size_] = static_cast<std::uint32_t>(std::min<std::uint64_t>(r.line, 0xffffffff));
        ++size_;
    }
    void flush(builder& b, std::optional<source_id> source);

private:
    std::size_t size_ = 0;
    std::array<std::uint32_t, most> from_, to_, line_;
    std::array<std::uint16_t, most> type_;
    std::array<date_number, most> begin_, end_;
};

/// Nodes and relations as rows, whatever they are read from, on their way into one history: what a row must
/// be, and what it becomes.
class bulk_load {
public:
    /// Where the parts of a row stand, for who rejects it.
    struct node_places {
        std::size_t id, type, name;
    };
    struct relation_places {
        std::size_t from, type, to, begin, end;
    };

    explicit bulk_load(const csv_options& how);
    bulk_load(const bulk_load&) = delete; // its parts refer to each other
    bulk_load& operator=(const bulk_load&) = delete;

    /// A row of nodes; the number of the node, or nothing if it was rejected.
    template <class Tally>
    std::optional<node_id> add_node(Tally& tally, const node_places& at, std::string_view id,
                                    std::string_view word, std::string_view name);
    /// A row of relations whose type and ends are known. `read_begin` and `read_end` say what its dates are.
    template <class Tally, class ReadBegin, class ReadEnd>
    void add_relation(Tally& tally, const relation_places& at, std::string_view word,
                      csv_words::type_meaning& type, node_id from, node_id to, std::uint64_t line,
                      ReadBegin&& read_begin, ReadEnd&& read_end);
    void flush() { batch->flush(built, source); }
    /// Throws findings_error if rows were rejected and the caller wants all or nothing, and as the builder
    /// does.
    [[nodiscard]] loaded_history finish();

    const csv_options& options;
    builder built;
    load_report report;
    csv_words words;
    csv_dates dates;
    admissions admits;
    std::vector<kind> kinds; ///< by node
    std::optional<source_id> source;
    std::unique_ptr<relation_batch> batch = std::make_unique<relation_batch>();
};

template <class Tally>
std::optional<node_id> bulk_load::add_node(Tally& tally, const node_places& at, std::string_view id,
                                           std::string_view word, std::string_view name) {
    const auto refuse = [&tally](std::size_t column, std::string why) {
        tally.reject(column, std::move(why));
        return std::nullopt;
    };
    if (const std::string_view fault = fault_of_id(id); !fault.empty())
        return refuse(at.id, "the id " + std::string(fault));
    if (!is_utf8(id)) return refuse(at.id, "the id is not UTF-8");
    if (!is_utf8(name)) return refuse(at.name, "the name is not UTF-8");
    csv_words::kind_meaning& meaning = words.kind_of(word);
    if (!meaning.refused.empty()) return refuse(at.type, meaning.refused);
    if (built.find_node(id)) return refuse(at.id, "node " + shown(id) + " stands here twice");
    const node_id node = built.add_node(id, meaning.kind);
    kinds.push_back(meaning.kind);
    if (!name.empty()) built.add_attribute(node, attribute_type::name, name, options.language);
    if (source) {
        statement_record stated;
        stated.source = *source;
        built.add_statement(node, stated);
        ++tally.count().statements;
    }
    ++meaning.rows;
    tally.accept();
    return node;
}

template <class Tally, class ReadBegin, class ReadEnd>
void bulk_load::add_relation(Tally& tally, const relation_places& at, std::string_view word,
                             csv_words::type_meaning& type, node_id from, node_id to, std::uint64_t line,
                             ReadBegin&& read_begin, ReadEnd&& read_end) {
    const kind from_kind = kinds[to_index(from)];
    const kind to_kind = kinds[to_index(to)];
    if (!admits(type.type, from_kind, to_kind))
        return tally.reject(at.type, words.wrong_ends(word, type, from_kind, to_kind));
    const csv_dates::reading& begin_read = read_begin();
    if (begin_read.what == csv_dates::outcome::refused) return tally.reject(at.begin, begin_read.reason);
    const date_number begin = begin_read.number;
    const csv_dates::reading& end_read = read_end();
    if (end_read.what == csv_dates::outcome::refused) return tally.reject(at.end, end_read.reason);
    date_number end = end_read.number;
    if (end_read.what == csv_dates::outcome::absent) {
        if (!type.no_end.empty()) return tally.reject(at.end, type.no_end);
        end = words.end_of_endless(type, begin);
    }
    if (batch->full()) flush();
    batch->add({from, to, type.type, begin, end, line});
    if (source) ++tally.count().statements;
    ++type.rows;
    tally.accept();
}

} // namespace comity::detail
