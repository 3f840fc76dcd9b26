#include <comity/io/table_builder.hpp>

#include "history/column.hpp"
#include <comity/error.hpp>
#include <comity/schema/detail/catalogue.hpp>
#include <comity/time/bounds.hpp>

#include <functional>
#include <limits>
#include <unordered_map>

namespace comity {

using detail::growing;

namespace {

/// A bit a row, least significant first.
class growing_bits {
public:
    void push_back(bool value) {
        if (size_ % 8 == 0) bytes_.push_back(0);
        if (value) bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | (1u << (size_ % 8)));
        ++size_;
    }
    /// So many set bits, for the rows before the first empty one.
    void fill(std::size_t count) {
        bytes_.assign((count + 7) / 8, 0xff);
        if (count % 8 != 0) bytes_.back() = static_cast<std::uint8_t>((1u << (count % 8)) - 1);
        size_ = count;
    }
    void reserve(std::size_t rows) { bytes_.reserve((rows + 7) / 8); }
    [[nodiscard]] const std::uint8_t* data() const noexcept { return bytes_.data(); }

private:
    growing<std::uint8_t> bytes_;
    std::size_t size_ = 0;
};

/// Everything that a finished column points into.
struct column_memory {
    growing_bits validity;
    growing_bits flags;
    growing<std::int32_t> int32s; ///< categories, days
    growing<std::int64_t> int64s; ///< integers; offsets of texts
    growing<double> numbers;
    growing<char> bytes;
};

} // namespace

struct column_builder::state {
    std::string name;
    column_type type;
    bool fixed = false; ///< the categories were given
    text_list categories{};
    std::size_t rows = 0;
    std::size_t nulls = 0;
    std::shared_ptr<column_memory> memory = std::make_shared<column_memory>();
    std::unordered_map<std::string, std::int32_t, detail::string_hash, std::equal_to<>> numbers{};
    std::vector<std::string_view> names{}; ///< of the categories met so far; keys of `numbers`

    void require(column_type wanted, std::string_view what) const {
        if (type == wanted) return;
        throw error(errc::invalid_argument, "column '" + name + "' takes values of type " +
                                                std::string(to_string(type)) + ", not " + std::string(what));
    }
    void added(bool valid) {
        if (!valid && nulls == 0) memory->validity.fill(rows);
        if (!valid || nulls != 0) memory->validity.push_back(valid);
        if (!valid) ++nulls;
        ++rows;
    }
    /// The number of a category, a new one if need be.
    [[nodiscard]] std::int32_t number_of(std::string_view text) {
        if (const auto known = numbers.find(text); known != numbers.end()) return known->second;
        if (fixed)
            throw error(errc::invalid_argument, "column '" + name + "' has no category '" +
                                                    std::string(text) + "': its categories were given");
        if (names.size() >= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
            throw error(errc::limit_exceeded, "column '" + name + "' has more than 2,147,483,647 categories");
        const auto number = static_cast<std::int32_t>(names.size());
        names.push_back(numbers.emplace(text, number).first->first);
        return number;
    }
};

column_builder::column_builder(std::string name, column_type type)
    : state_(new state{std::move(name), type}) {
    if (type == column_type::text) state_->memory->int64s.push_back(0);
}

column_builder::column_builder(std::string name, text_list categories)
    : state_(new state{std::move(name), column_type::category, true, std::move(categories)}) {}

column_builder::column_builder(column_builder&&) noexcept = default;
column_builder& column_builder::operator=(column_builder&&) noexcept = default;
column_builder::~column_builder() = default;

std::size_t column_builder::size() const noexcept {
    return state_->rows;
}
const std::string& column_builder::name() const noexcept {
    return state_->name;
}

void column_builder::reserve(std::size_t rows) {
    column_memory& m = *state_->memory;
    switch (state_->type) {
    case column_type::text:
        m.int64s.reserve(rows + 1);
        break;
    case column_type::integer:
        m.int64s.reserve(rows);
        break;
    case column_type::category:
    case column_type::day:
        m.int32s.reserve(rows);
        break;
    case column_type::number:
        m.numbers.reserve(rows);
        break;
    case column_type::flag:
        m.flags.reserve(rows);
        break;
    }
}

void column_builder::text(std::string_view value) {
    column_memory& m = *state_->memory;
    if (state_->type == column_type::category) {
        m.int32s.push_back(intern(value));
    } else {
        state_->require(column_type::text, "text");
        m.bytes.insert(m.bytes.end(), value.begin(), value.end());
        m.int64s.push_back(static_cast<std::int64_t>(m.bytes.size()));
    }
    state_->added(true);
}

std::int32_t column_builder::intern(std::string_view text) {
    state_->require(column_type::category, "category");
    if (state_->fixed && state_->numbers.empty())
        for (std::size_t i = 0; i < state_->categories.size(); ++i)
            state_->numbers.emplace(state_->categories[i], static_cast<std::int32_t>(i));
    return state_->number_of(text);
}

void column_builder::category(std::int32_t number) {
    state_->require(column_type::category, "category");
    const std::size_t there = state_->fixed ? state_->categories.size() : state_->names.size();
    if (number < 0 || static_cast<std::size_t>(number) >= there)
        throw error(errc::invalid_argument, "column '" + state_->name + "' has " + std::to_string(there) +
                                                " categories, so there is no category " +
                                                std::to_string(number));
    state_->memory->int32s.push_back(number);
    state_->added(true);
}

void column_builder::integer(std::int64_t value) {
    state_->require(column_type::integer, "integer");
    state_->memory->int64s.push_back(value);
    state_->added(true);
}

void column_builder::number(double value) {
    state_->require(column_type::number, "number");
    state_->memory->numbers.push_back(value);
    state_->added(true);
}

void column_builder::flag(bool value) {
    state_->require(column_type::flag, "flag");
    state_->memory->flags.push_back(value);
    state_->added(true);
}

void column_builder::day(comity::day value) {
    state_->require(column_type::day, "day");
    state_->memory->int32s.push_back(to_day32(value));
    state_->added(true);
}

void column_builder::bounded_day(day32 day_32) {
    const bound edge = to_bound(day_32);
    if (!edge.is_day()) return null();
    day(edge.value);
}

void column_builder::null() {
    column_memory& m = *state_->memory;
    switch (state_->type) {
    case column_type::text:
        m.int64s.push_back(static_cast<std::int64_t>(m.bytes.size()));
        break;
    case column_type::integer:
        m.int64s.push_back(0);
        break;
    case column_type::category:
    case column_type::day:
        m.int32s.push_back(0);
        break;
    case column_type::number:
        m.numbers.push_back(0);
        break;
    case column_type::flag:
        m.flags.push_back(false);
        break;
    }
    state_->added(false);
}

namespace {

/// Puts a cell into the column by its type.
struct filler {
    column_builder& to;
    column_type type;

    void operator()(std::monostate) const { to.null(); }
    void operator()(std::string_view v) const { to.text(v); }
    void operator()(std::int64_t v) const {
        if (type == column_type::number)
            to.number(static_cast<double>(v));
        else
            to.integer(v);
    }
    void operator()(double v) const { to.number(v); }
    void operator()(bool v) const { to.flag(v); }
    void operator()(comity::day v) const { to.day(v); }
};

} // namespace

column_builder& column_builder::add(const cell& value) {
    std::visit(filler{*this, state_->type}, value.value());
    return *this;
}

table_column column_builder::build() && {
    state& s = *state_;
    const column_memory& m = *s.memory;
    column_buffers b;
    b.type = s.type;
    b.rows = s.rows;
    b.nulls = s.nulls;
    b.validity = s.nulls == 0 ? nullptr : m.validity.data();
    b.owner = s.memory;
    switch (s.type) {
    case column_type::text:
        b.texts = text_list({m.int64s.data(), m.int64s.size()}, m.bytes.data(), s.memory);
        break;
    case column_type::category:
        b.texts = s.fixed ? s.categories : text_list(s.names);
        b.values = m.int32s.data();
        break;
    case column_type::integer:
        b.values = m.int64s.data();
        break;
    case column_type::number:
        b.values = m.numbers.data();
        break;
    case column_type::flag:
        b.values = m.flags.data();
        break;
    case column_type::day:
        b.values = m.int32s.data();
        break;
    }
    return {std::move(s.name), std::move(b)};
}

} // namespace comity
