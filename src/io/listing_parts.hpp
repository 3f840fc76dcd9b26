#pragma once

#include "history/reading.hpp"
#include "history/store.hpp"
#include "io/grounds.hpp"
#include "view/runs.hpp"
#include <comity/history/ids.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/progress.hpp>
#include <comity/time/truth.hpp>
#include <comity/view/view.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace comity::detail {

/// Ids of all nodes by number: the categories of every column that names nodes. Made once for a history.
[[nodiscard]] const text_list& node_ids(const store& s);
[[nodiscard]] text_list truth_names();
[[nodiscard]] text_list modality_names();

/// Id of a node or relation; `from type to` of a relation without one.
[[nodiscard]] std::string label_of(const store& s, subject about);

/// A category column of texts that the history numbers already: each distinct one is looked at once.
class pooled_column {
public:
    /// `rows` says how many are to come: for a few no list as long as the pool is laid out.
    pooled_column(column_builder& to, const store& s, std::size_t rows);
    void text(string_id i);
    void null() { to_.null(); }
    /// No value for the empty text.
    void text_or_null(string_id i);
    /// A begin or end as written; no value where none is given.
    void date(date_id d);

private:
    column_builder& to_;
    const store& store_;
    std::vector<std::int32_t> numbers_; ///< by string; -1: not met yet
};

/// A category column of the names of kinds or types: only those met become categories.
template <class Id>
class type_column {
public:
    type_column(column_builder& to, const store& s) : to_(to), store_(s) {}
    void add(std::uint16_t type) {
        if (numbers_.size() <= type) numbers_.resize(type + std::size_t{1}, -1);
        if (numbers_[type] < 0) numbers_[type] = to_.intern(store_.schema.name(Id(type)));
        to_.category(numbers_[type]);
    }

private:
    column_builder& to_;
    const store& store_;
    std::vector<std::int32_t> numbers_;
};

/// What is said of a node or relation, by its key: a statement, or that nobody says anything.
struct told {
    static constexpr std::uint32_t by_nobody = static_cast<std::uint32_t>(-1);
    std::uint32_t about = 0;
    std::uint32_t statement = by_nobody;
    friend bool operator==(const told&, const told&) = default;
};

/// The columns of statements_table, with a row for each.
void add_statements(table_builder& t, const store_ptr& shared, std::span<const told> picked,
                    const progress& tell = {});

/// How much of a history is listed.
enum class amount : bool { few, most };

/// Where the statements about each node and relation begin: `sparse_lists` spread out, for who asks for most.
class statement_runs {
public:
    statement_runs(const store& s, amount asked);
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of(std::uint32_t key) const noexcept {
        return starts_.empty() ? store_.statements.of.of(key) : std::pair(starts_[key], starts_[key + 1]);
    }

private:
    const store& store_;
    std::vector<std::uint32_t> starts_;
};

/// The columns that nodes and relations share, as the view reads them.
class fact_columns {
public:
    fact_columns(table_builder& t, const view& v, amount asked = amount::most);
    void add(subject about, truth shown);

private:
    void add_dates(subject about, std::uint32_t first, std::uint32_t last);
    void add_standing(subject about, std::uint32_t first, std::uint32_t last);

    [[nodiscard]] bool counts(std::uint32_t source) const noexcept {
        return reading_ == nullptr || reading_->rule.admits(source);
    }

    const store& store_;
    const reading_state* reading_; ///< null: the default one
    const reading_columns& columns_;
    std::shared_ptr<grounds> grounds_;
    statement_runs runs_;
    column_builder& dates_;
    column_builder& begin_earliest_;
    column_builder& begin_latest_;
    column_builder& end_earliest_;
    column_builder& end_latest_;
    column_builder& truth_;
    column_builder& modality_;
    column_builder& disputed_;
    column_builder& inferred_;
    column_builder& sources_;
    column_builder& statements_;
    /// Categories of begin and end together: a million rows share a few thousand pairs.
    std::map<std::pair<date_id, date_id>, std::int32_t> known_dates_;
};

} // namespace comity::detail
