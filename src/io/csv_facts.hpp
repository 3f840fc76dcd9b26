#pragma once

#include <comity/history/builder.hpp>
#include <comity/io/csv_register.hpp>
#include <comity/time/bounds.hpp>

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace comity::detail {

/// Days among which a begin or an end lies; all of them where nothing is said.
struct days_said {
    day32 first = unbounded_below;
    day32 last = unbounded_above;
    [[nodiscard]] bool agrees(const days_said& other) const noexcept {
        return first <= other.last && other.first <= last;
    }
    void narrow(const days_said& other) noexcept {
        first = first > other.first ? first : other.first;
        last = last < other.last ? last : other.last;
    }
};

/// What one row says of one relation, before it is known which fact that is.
struct said_of_relation {
    std::uint32_t from = 0, to = 0;
    std::uint16_t type = 0;
    std::uint32_t line = 0;
    date_number begin{}, end{};
    days_said begins, ends;
};

/// What a fact is about: facts of one key differ in their days only.
struct fact_key {
    std::uint32_t from = 0, to = 0;
    std::uint16_t type = 0;
    [[nodiscard]] auto operator<=>(const fact_key&) const = default;
};

/// All facts of several registers: which rows speak of the same one.
class csv_facts {
public:
    explicit csv_facts(builder& b) : builder_(b) {}

    /// Adds what one file says, in the order of its rows; counts what it says twice.
    void add(const std::vector<said_of_relation>& said, source_id source, csv_repeats repeats,
             load_count& count);

private:
    using rows = std::span<const std::uint32_t>;
    using everything_said = std::span<const said_of_relation>;

    /// One relation of the history and what was said of its dates.
    struct fact {
        fact_key key;
        std::uint32_t relation = 0;
        days_said begins, ends;
        std::uint32_t file = 0; ///< that spoke of it last
    };
    /// Rows of one file that can all be true.
    struct group {
        days_said begins, ends;
        std::vector<std::uint32_t> rows;
        std::uint32_t fact = 0; ///< number + 1
    };
    /// Rows of one file about the same nodes and of the same type: into `fact_of_row_`.
    void place(everything_said said, rows same, rows known, csv_repeats repeats, load_count& count);
    void place_alone(const said_of_relation& one, std::uint32_t row, rows known);
    [[nodiscard]] static std::vector<group> groups_of(everything_said said, rows same, csv_repeats repeats);
    void find_facts(std::vector<group>& groups, const said_of_relation& like, rows known);
    void place_all(everything_said said, csv_repeats repeats, load_count& count);
    void merge_new_facts(std::size_t first);
    std::uint32_t new_fact(const said_of_relation& like);
    void speak(std::uint32_t number, const days_said& begins, const days_said& ends);

    builder& builder_;
    std::vector<fact> facts_;
    std::vector<std::uint32_t> by_key_; ///< numbers of the facts of the files before this one
    std::vector<std::uint32_t> fact_of_row_;
    std::uint32_t file_ = 0;
};

} // namespace comity::detail
