#include <comity/io/table_builder.hpp>

#include <comity/error.hpp>

#include <deque>

namespace comity {

struct table_builder::state {
    // In order: a column being filled, or a finished one.
    std::deque<std::variant<column_builder, table_column>> columns;
    std::vector<std::pair<std::string, std::string>> notes;
    std::shared_ptr<const detail::grounds> grounds;
};

table_builder::table_builder() : state_(new state) {}
table_builder::table_builder(std::initializer_list<std::pair<std::string_view, column_type>> columns)
    : table_builder() {
    for (const auto& [name, type] : columns) add_column(name, type);
}
table_builder::table_builder(table_builder&&) noexcept = default;
table_builder& table_builder::operator=(table_builder&&) noexcept = default;
table_builder::~table_builder() = default;

column_builder& table_builder::add_column(std::string_view name, column_type type) {
    return std::get<column_builder>(state_->columns.emplace_back(column_builder(std::string(name), type)));
}
column_builder& table_builder::add_column(std::string_view name, text_list categories) {
    return std::get<column_builder>(
        state_->columns.emplace_back(column_builder(std::string(name), std::move(categories))));
}
void table_builder::add_column(table_column column) {
    state_->columns.emplace_back(std::move(column));
}

void table_builder::add_row(std::initializer_list<cell> cells) {
    add_row(std::span(cells.begin(), cells.size()));
}
void table_builder::add_row(std::span<const cell> cells) {
    auto next = cells.begin();
    std::size_t open = 0;
    for (auto& column : state_->columns) {
        auto* filling = std::get_if<column_builder>(&column);
        if (filling == nullptr) continue;
        ++open;
        if (next != cells.end()) filling->add(*next++);
    }
    if (open != cells.size())
        throw error(errc::invalid_argument, "a row of " + std::to_string(cells.size()) +
                                                " cells for a table of " + std::to_string(open) + " columns");
}

void table_builder::set_note(std::string_view key, std::string_view text) {
    state_->notes.emplace_back(key, text);
}

void table_builder::set_grounds(std::shared_ptr<const detail::grounds> grounds) {
    state_->grounds = std::move(grounds);
}

void table_builder::reserve(std::size_t rows) {
    for (auto& column : state_->columns)
        if (auto* filling = std::get_if<column_builder>(&column)) filling->reserve(rows);
}

table table_builder::build() && {
    std::vector<table_column> columns;
    for (auto& column : state_->columns)
        columns.push_back(std::holds_alternative<table_column>(column)
                              ? std::get<table_column>(std::move(column))
                              : std::get<column_builder>(std::move(column)).build());
    return table(std::move(columns), std::move(state_->notes), std::move(state_->grounds));
}

} // namespace comity
