#pragma once

#include <comity/error.hpp>
#include <comity/schema/definition_list.hpp>
#include <comity/schema/detail/flat_names.hpp>
#include <comity/schema/detail/nearest_name.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace comity::detail {

/// Lets a map of strings be asked with a view.
struct string_hash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view s) const noexcept {
        return std::hash<std::string_view>{}(s);
    }
};

/// Some definitions of one sort with an index of their names.
template <class Definition>
class named_definitions {
public:
    using id_type = decltype(Definition::id);

    named_definitions() = default;
    explicit named_definitions(std::vector<Definition> all) : all_(std::move(all)) {
        for (const Definition& d : all_) by_name_.emplace(d.name, d.id);
    }

    [[nodiscard]] std::span<const Definition> all() const noexcept { return all_; }
    [[nodiscard]] std::optional<id_type> find(std::string_view name) const {
        const auto found = by_name_.find(name);
        return found == by_name_.end() ? std::nullopt : std::optional(found->second);
    }
    /// A failed call changes nothing.
    void add(Definition d) {
        all_.push_back(std::move(d));
        try {
            by_name_.emplace(all_.back().name, all_.back().id);
        } catch (...) {
            all_.pop_back();
            throw;
        }
    }

private:
    std::vector<Definition> all_;
    std::unordered_map<std::string, id_type, string_hash, std::equal_to<>> by_name_;
};

/// The definitions of one sort, found by id and by name. Built-in ones are numbered from 0, those that data
/// adds from `first_added`: so a later release can append to the built-in list without touching the numbers
/// in old archives. Copies share what is built in. Of those that were added it may know the names alone: then
/// it says which there are, and whoever wants to see or add one has to ask another catalogue.
template <class Definition>
class catalogue {
public:
    using id_type = decltype(Definition::id);

    static constexpr std::uint16_t first_added = 1024;
    static constexpr std::size_t most_added = 65535 - first_added; // 0xFFFF names nothing

    /// `noun` is what messages call an entry; it must outlive the catalogue (a literal does).
    catalogue(std::string_view noun, std::vector<Definition> built_in)
        : noun_(noun),
          built_in_(std::make_shared<const named_definitions<Definition>>(std::move(built_in))) {}
    /// The same definitions built in, and additions of which only the names are known.
    catalogue(const catalogue& of, const flat_names& unread)
        : noun_(of.noun_), built_in_(of.built_in_), unread_(unread) {}

    [[nodiscard]] std::span<const Definition> built_in() const noexcept { return built_in_->all(); }
    [[nodiscard]] std::span<const Definition> added() const noexcept { return added_.all(); }
    [[nodiscard]] definition_list<Definition> all() const noexcept { return {built_in(), added()}; }

    /// How many were added, read or not.
    [[nodiscard]] std::size_t added_count() const noexcept { return added().size() + unread_.size(); }

    /// One past the greatest number in use.
    [[nodiscard]] std::size_t limit() const noexcept {
        return added_count() == 0 ? built_in().size() : first_added + added_count();
    }

    /// Where in `all()` the definition of `id` lies; past its end if it is not of this catalogue.
    [[nodiscard]] std::size_t place_of(id_type id) const noexcept {
        const std::size_t number = to_index(id);
        const std::size_t own = built_in().size();
        if (number < first_added) return number < own ? number : own + added_count();
        return own + (number - first_added);
    }

    [[nodiscard]] bool contains(id_type id) const noexcept {
        return place_of(id) < built_in().size() + added_count();
    }

    /// Throws unknown_id if it does not contain the id.
    void require(id_type id) const {
        if (!contains(id))
            throw error(errc::unknown_id, std::string(noun_) + " number " + std::to_string(to_index(id)) +
                                              " is not of this schema");
    }

    [[nodiscard]] const Definition& at(id_type id) const {
        require(id);
        return all()[place_of(id)];
    }

    [[nodiscard]] std::optional<id_type> find(std::string_view name) const {
        if (const auto id = built_in_->find(name)) return id;
        if (const auto place = unread_.find(name))
            return id_type(static_cast<std::uint16_t>(first_added + *place));
        return added_.find(name);
    }

    /// The id of that name; throws unknown_id with what was probably meant. `context` opens the message.
    [[nodiscard]] id_type named(std::string_view name, std::string_view context = {}) const {
        if (const auto id = find(name)) return *id;
        throw error(errc::unknown_id, std::string(context) + "unknown " + std::string(noun_) + " '" +
                                          std::string(name) + "'" + nearest(name).question());
    }

    [[nodiscard]] nearest_name nearest(std::string_view name) const {
        nearest_name result(name);
        for (const Definition& d : all()) result.offer(d.name);
        return result;
    }

    /// The id that the next `add` gives, whose definition will be called `name`; throws limit_exceeded if
    /// none is left.
    [[nodiscard]] id_type next(std::string_view name) const {
        if (added().size() >= most_added)
            throw error(errc::limit_exceeded, "a schema can't hold more than " + std::to_string(most_added) +
                                                  " added " + std::string(noun_) + "s: '" +
                                                  std::string(name) + "' is one too many");
        return id_type(static_cast<std::uint16_t>(first_added + added().size()));
    }

    /// Adds `d` under the next number. The caller has checked its name. A failed call changes nothing.
    id_type add(Definition d) {
        const id_type id = d.id = next(d.name);
        added_.add(std::move(d));
        return id;
    }

    [[nodiscard]] friend bool operator==(const catalogue& a, const catalogue& b) {
        const auto same = [](std::span<const Definition> x, std::span<const Definition> y) {
            return std::equal(x.begin(), x.end(), y.begin(), y.end());
        };
        return (a.built_in_ == b.built_in_ || same(a.built_in(), b.built_in())) && same(a.added(), b.added());
    }

private:
    std::string_view noun_;
    std::shared_ptr<const named_definitions<Definition>> built_in_;
    named_definitions<Definition> added_;
    flat_names unread_; ///< none, unless `added_` is empty
};

} // namespace comity::detail
