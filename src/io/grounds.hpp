#pragma once

#include <comity/history/attribute.hpp>
#include <comity/history/node.hpp>
#include <comity/history/relation.hpp>
#include <comity/history/statement.hpp>
#include <comity/history/store_ptr.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace comity::detail {

/// One of the things that a row rests on, by its number in the history.
struct ground {
    enum class sort : std::uint8_t { node, relation, value, statement };
    sort what;
    std::uint32_t number;
    friend bool operator==(const ground&, const ground&) = default;
};

/// What the rows of a table rest on. It knows the history again without keeping it alive.
class grounds {
public:
    grounds() = default;
    explicit grounds(const store_ptr& of) : of_(of) {}

    // For the row that end_row() closes.
    void add(const fact& f);
    void add(const attribute& a) { all_.push_back({ground::sort::value, index_of(a.number())}); }
    void add(const statement& s) { all_.push_back({ground::sort::statement, index_of(s.number())}); }
    template <class List>
    void add_all(const List& list) {
        for (const auto& one : list) add(one);
    }
    void end_row() { ends_.push_back(all_.size()); }
    /// A row that rests on one thing; not to be mixed with the others.
    void add_row(ground only) { all_.push_back(only); }

    [[nodiscard]] std::size_t row_count() const noexcept {
        return ends_.empty() ? all_.size() : ends_.size();
    }
    [[nodiscard]] std::span<const ground> of(std::size_t row) const;
    /// Whether they are told of that history; true of no rows.
    [[nodiscard]] bool belong_to(const store_ptr& s) const noexcept {
        return all_.empty() || of_.lock() == s;
    }

    /// The history that statements and values come from, which do not tell.
    void set_history(const store_ptr& of) { of_ = of; }

private:
    template <class Id>
    static std::uint32_t index_of(Id id) {
        return static_cast<std::uint32_t>(to_index(id));
    }

    std::weak_ptr<const store> of_;
    std::vector<ground> all_;
    std::vector<std::size_t> ends_; ///< empty where each row rests on one thing
};

} // namespace comity::detail
