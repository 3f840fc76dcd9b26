#include <comity/io/table_difference.hpp>

#include <comity/error.hpp>
#include <comity/io/table_builder.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace comity {
namespace {

constexpr std::array naming{std::string_view("section"),
                            std::string_view("event"),
                            std::string_view("what"),
                            std::string_view("type"),
                            std::string_view("relation_type"),
                            std::string_view("effect"),
                            std::string_view("stance"),
                            std::string_view("id"),
                            std::string_view("number"),
                            std::string_view("who"),
                            std::string_view("on"),
                            std::string_view("from"),
                            std::string_view("to"),
                            std::string_view("about"),
                            std::string_view("slot"),
                            std::string_view("attribute"),
                            std::string_view("source"),
                            std::string_view("rule"),
                            std::string_view("first"),
                            std::string_view("other"),
                            std::string_view("year")};
constexpr std::array telling{std::string_view("sources"),    std::string_view("stated"),
                             std::string_view("statements"), std::string_view("row"),
                             std::string_view("previous"),   std::string_view("disagreement")};

template <class List>
bool lists(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// Numbers with a point, days and what two sources give (text in `first` and `other`) name nothing.
bool names_rows(const table_column& c) {
    const bool may = c.type() == column_type::category || c.type() == column_type::integer ||
                     (c.type() == column_type::text && c.name() != "first" && c.name() != "other");
    return may && lists(naming, c.name());
}

std::vector<std::string> keys_of(const table& before, const table& after,
                                 std::span<const std::string> given) {
    std::vector<std::string> keys(given.begin(), given.end());
    for (const std::string& key : keys) (void)before[key], (void)after[key];
    if (!keys.empty()) return keys;
    for (const table_column& c : before.columns()) {
        const table_column* other = after.find(c.name());
        if (names_rows(c) && other != nullptr && names_rows(*other)) keys.push_back(c.name());
    }
    if (keys.empty())
        throw error(errc::invalid_argument,
                    "no column of both tables names what their rows are about: say which with `keys`");
    return keys;
}

using key = std::vector<std::string>;

key key_of(const table& t, const std::vector<std::string>& columns, std::size_t row) {
    key k;
    for (const std::string& name : columns) k.push_back(t[name].to_string(row));
    return k;
}

std::optional<std::string> written(const table_column& c, std::size_t row) {
    return c.is_null(row) ? std::nullopt : std::optional(c.to_string(row));
}

class table_comparison {
public:
    table_comparison(const table& before, const table& after, std::vector<std::string> keys,
                     std::span<const std::string> ignored)
        : before_(before), after_(after), keys_(std::move(keys)) {
        rows_.add_column("change", column_type::category);
        for (const std::string& k : keys_) rows_.add_column(k, column_type::text);
        for (const char* name : {"column", "before", "after"}) rows_.add_column(name, column_type::text);
        for (const table_column& c : before.columns()) {
            const bool ignore = ignored.empty() ? lists(telling, c.name()) : lists(ignored, c.name());
            if (!ignore && !lists(keys_, c.name()) && after.find(c.name()) != nullptr)
                compared_.push_back(c.name());
        }
    }

    [[nodiscard]] table found() && {
        std::map<key, std::vector<std::size_t>> places; // in `after`, the next to match last
        for (std::size_t i = after_.row_count(); i-- > 0;) places[key_of(after_, keys_, i)].push_back(i);
        std::vector<bool> matched(after_.row_count());
        for (std::size_t i = 0; i < before_.row_count(); ++i) {
            const key k = key_of(before_, keys_, i);
            const auto at = places.find(k);
            if (at == places.end() || at->second.empty()) {
                ++lost_;
                add("lost", k, {}, {}, {});
                continue;
            }
            matched[at->second.back()] = true;
            compare(k, i, at->second.back());
            at->second.pop_back();
        }
        for (std::size_t i = 0; i < after_.row_count(); ++i) {
            if (matched[i]) continue;
            ++gained_;
            add("gained", key_of(after_, keys_, i), {}, {}, {});
        }
        note("lost", lost_);
        note("gained", gained_);
        note("changed", changed_);
        note("kept", kept_);
        return std::move(rows_).build();
    }

private:
    void compare(const key& k, std::size_t mine, std::size_t theirs) {
        bool same = true;
        for (const std::string& name : compared_) {
            const auto before = written(before_[name], mine);
            const auto after = written(after_[name], theirs);
            if (before == after) continue;
            same = false;
            add("changed", k, name, before, after);
        }
        ++(same ? kept_ : changed_);
    }

    using text = std::optional<std::string>;
    void add(std::string_view change, const key& k, const text& column, const text& before,
             const text& after) {
        std::vector<cell> cells{change};
        for (const std::string& part : k) cells.emplace_back(part);
        cells.insert(cells.end(), {cell(column), cell(before), cell(after)});
        rows_.add_row(cells);
    }

    void note(std::string_view name, std::size_t n) { rows_.set_note(name, std::to_string(n)); }

    const table& before_;
    const table& after_;
    std::vector<std::string> keys_;
    std::vector<std::string> compared_;
    table_builder rows_;
    std::size_t lost_ = 0, gained_ = 0, changed_ = 0, kept_ = 0;
};

} // namespace

table difference_of(const table& before, const table& after, std::span<const std::string> keys,
                    std::span<const std::string> ignored) {
    return table_comparison(before, after, keys_of(before, after, keys), ignored).found();
}

table changes_without(const view& v, const std::vector<std::string>& sources,
                      const std::function<table(const view&)>& question, std::span<const std::string> keys) {
    return difference_of(question(v), question(v.without_sources(sources)), keys);
}

} // namespace comity
