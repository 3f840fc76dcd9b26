#include <comity/io/table.hpp>

#include "history/column.hpp"
#include "history/number_text.hpp"

#include <comity/error.hpp>

#include <array>
#include <cstring>

namespace comity {

std::string_view to_string(column_type t) noexcept {
    constexpr std::array<std::string_view, 6> names{"text", "category", "integer", "number", "flag", "day"};
    return names[static_cast<std::size_t>(t)];
}

namespace {

/// Two buffers under one owner.
struct owned_texts {
    detail::growing<std::int64_t> offsets{0};
    detail::growing<char> bytes;
};

} // namespace

text_list::text_list(std::span<const std::string_view> texts) : size_(texts.size()) {
    auto held = std::make_shared<owned_texts>();
    held->offsets.reserve(texts.size() + 1);
    for (const std::string_view text : texts) {
        held->bytes.insert(held->bytes.end(), text.begin(), text.end());
        held->offsets.push_back(static_cast<std::int64_t>(held->bytes.size()));
    }
    offsets_ = held->offsets.data();
    if (!held->bytes.empty()) bytes_ = held->bytes.data();
    owner_ = std::move(held);
}

text_list::text_list(std::span<const std::int64_t> offsets, const char* bytes,
                     std::shared_ptr<const void> owner)
    : owner_(std::move(owner)) {
    if (offsets.empty()) return;
    offsets_ = offsets.data();
    size_ = offsets.size() - 1;
    if (bytes != nullptr) bytes_ = bytes;
}

table_column::table_column(std::string name, column_buffers buffers)
    : name_(std::move(name)), buffers_(std::move(buffers)) {}

void table_column::require_row(std::size_t row) const {
    if (row < buffers_.rows) return;
    throw error(errc::invalid_argument, "column '" + name_ + "' has " + std::to_string(buffers_.rows) +
                                            " rows, so there is no row " + std::to_string(row));
}

void table_column::refuse(std::string_view wanted) const {
    throw error(errc::invalid_argument, "column '" + name_ + "' holds values of type " +
                                            std::string(comity::to_string(type())) + ", not " +
                                            std::string(wanted));
}

namespace {

bool bit(const void* bits, std::size_t i) noexcept {
    return ((static_cast<const std::uint8_t*>(bits)[i / 8] >> (i % 8)) & 1u) != 0;
}

} // namespace

table_column table_column::checked(std::string name, column_buffers buffers) {
    const auto wrong = [&name](const std::string& what) {
        return error(errc::invalid_argument, "column '" + name + "' " + what);
    };
    const bool of_texts = buffers.type == column_type::text;
    if (of_texts && buffers.texts.size() != buffers.rows)
        throw wrong("has " + std::to_string(buffers.texts.size()) + " texts for " +
                    std::to_string(buffers.rows) + " rows");
    if (!of_texts && buffers.rows != 0 && buffers.values == nullptr) throw wrong("has rows and no values");
    buffers.nulls = 0;
    for (std::size_t row = 0; buffers.validity != nullptr && row < buffers.rows; ++row)
        if (!bit(buffers.validity, row)) ++buffers.nulls;
    if (buffers.nulls == 0) buffers.validity = nullptr;
    table_column made(std::move(name), std::move(buffers));
    if (made.type() != column_type::category) return made;
    const std::size_t count = made.buffers().texts.size();
    const auto codes = made.values<std::int32_t>();
    for (std::size_t row = 0; row < codes.size(); ++row)
        if ((codes[row] < 0 || static_cast<std::size_t>(codes[row]) >= count) && !made.is_null(row))
            throw error(errc::invalid_argument, "column '" + made.name() + "' has number " +
                                                    std::to_string(codes[row]) + " in row " +
                                                    std::to_string(row) + "; its list has " +
                                                    std::to_string(count) + " texts, counted from 0");
    return made;
}

bool table_column::is_null(std::size_t row) const {
    require_row(row);
    return buffers_.validity != nullptr && !bit(buffers_.validity, row);
}

template <class T>
std::optional<T> table_column::value(std::size_t row, column_type wanted) const {
    if (type() != wanted) refuse(comity::to_string(wanted));
    if (is_null(row)) return std::nullopt;
    return static_cast<const T*>(buffers_.values)[row];
}

std::string_view table_column::text(std::size_t row) const {
    if (type() != column_type::text && type() != column_type::category) refuse("text or category");
    if (is_null(row)) return {};
    if (type() == column_type::text) return buffers_.texts[row];
    return buffers_.texts[static_cast<std::size_t>(static_cast<const std::int32_t*>(buffers_.values)[row])];
}

std::optional<std::int32_t> table_column::category(std::size_t row) const {
    return value<std::int32_t>(row, column_type::category);
}
std::optional<std::int64_t> table_column::integer(std::size_t row) const {
    return value<std::int64_t>(row, column_type::integer);
}

std::optional<double> table_column::number(std::size_t row) const {
    if (type() != column_type::integer) return value<double>(row, column_type::number);
    const auto whole = integer(row);
    return whole ? std::optional(static_cast<double>(*whole)) : std::nullopt;
}

std::optional<bool> table_column::flag(std::size_t row) const {
    if (type() != column_type::flag) refuse(comity::to_string(column_type::flag));
    if (is_null(row)) return std::nullopt;
    return bit(buffers_.values, row);
}

std::optional<day> table_column::day(std::size_t row) const {
    const auto count = value<std::int32_t>(row, column_type::day);
    return count ? std::optional(comity::day(*count)) : std::nullopt;
}

std::string table_column::to_string(std::size_t row) const {
    if (is_null(row)) return {};
    switch (type()) {
    case column_type::integer:
        return std::to_string(*integer(row));
    case column_type::number:
        return detail::number_text(*number(row));
    case column_type::flag:
        return *flag(row) ? "true" : "false";
    case column_type::day:
        return day(row)->to_string();
    case column_type::text:
    case column_type::category:
        break;
    }
    return std::string(text(row));
}

template <>
std::span<const std::int32_t> table_column::values<std::int32_t>() const {
    if (type() != column_type::category && type() != column_type::day) refuse("category or day");
    return {static_cast<const std::int32_t*>(buffers_.values), buffers_.rows};
}
template <>
std::span<const std::int64_t> table_column::values<std::int64_t>() const {
    if (type() != column_type::integer) refuse(comity::to_string(column_type::integer));
    return {static_cast<const std::int64_t*>(buffers_.values), buffers_.rows};
}
template <>
std::span<const double> table_column::values<double>() const {
    if (type() != column_type::number) refuse(comity::to_string(column_type::number));
    return {static_cast<const double*>(buffers_.values), buffers_.rows};
}

struct table::state {
    std::vector<table_column> columns;
    std::vector<std::pair<std::string, std::string>> notes;
    std::shared_ptr<const detail::grounds> grounds;
};

table::table(std::vector<table_column> columns, std::vector<std::pair<std::string, std::string>> notes,
             std::shared_ptr<const detail::grounds> grounds) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const table_column& c = columns[i];
        if (c.size() != columns.front().size())
            throw error(errc::invalid_argument, "columns of a table must be of one length: '" +
                                                    columns.front().name() + "' has " +
                                                    std::to_string(columns.front().size()) + " rows, '" +
                                                    c.name() + "' has " + std::to_string(c.size()));
        for (std::size_t j = 0; j < i; ++j)
            if (columns[j].name() == c.name())
                throw error(errc::invalid_argument, "a table can't have two columns '" + c.name() + "'");
    }
    state_ = std::make_shared<const state>(state{std::move(columns), std::move(notes), std::move(grounds)});
}

std::span<const table_column> table::columns() const noexcept {
    return state_ ? std::span<const table_column>(state_->columns) : std::span<const table_column>();
}

std::size_t table::row_count() const noexcept {
    return column_count() == 0 ? 0 : columns().front().size();
}

std::vector<std::string> table::column_names() const {
    std::vector<std::string> names;
    for (const table_column& c : columns()) names.push_back(c.name());
    return names;
}

const table_column& table::operator[](std::size_t place) const {
    if (place < column_count()) return columns()[place];
    throw error(errc::invalid_argument, "this table has " + std::to_string(column_count()) +
                                            " columns, so there is no column " + std::to_string(place));
}

const table_column* table::find(std::string_view name) const noexcept {
    for (const table_column& c : columns())
        if (c.name() == name) return &c;
    return nullptr;
}

const table_column& table::operator[](std::string_view name) const {
    if (const table_column* found = find(name)) return *found;
    std::string names;
    for (const table_column& c : columns()) names += (names.empty() ? "" : ", ") + c.name();
    throw error(errc::unknown_id, "this table has no column '" + std::string(name) + "'; its columns are " +
                                      (names.empty() ? "none" : names));
}

std::span<const std::pair<std::string, std::string>> table::notes() const noexcept {
    if (!state_) return {};
    return state_->notes;
}

const std::shared_ptr<const detail::grounds>& table::grounds() const noexcept {
    static const std::shared_ptr<const detail::grounds> none;
    return state_ ? state_->grounds : none;
}

std::string_view table::note(std::string_view key) const noexcept {
    for (const auto& [name, text] : notes())
        if (name == key) return text;
    return {};
}

} // namespace comity
