#pragma once

#include <comity/history/attribute.hpp>
#include <comity/history/ids.hpp>
#include <comity/history/modality.hpp>
#include <comity/history/statement.hpp>
#include <comity/history/store_ptr.hpp>
#include <comity/schema/attribute_type.hpp>
#include <comity/schema/kind.hpp>
#include <comity/time/period.hpp>
#include <comity/time/truth.hpp>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace comity {

/// What a node and a relation have in common: they are said to exist, by sources, with dates and attributes.
/// A cheap handle that keeps its history alive. Since 0.1.
class fact {
public:
    /// All values, or those of one type.
    [[nodiscard]] std::vector<comity::attribute> attributes() const;
    [[nodiscard]] std::vector<comity::attribute> attributes(attribute_type type) const;
    /// The first value of that type, or nothing.
    [[nodiscard]] std::optional<comity::attribute> attribute(attribute_type type) const;

    /// Who states it, in the order in which it was given. Empty: unsourced.
    [[nodiscard]] std::vector<statement> statements() const;
    /// Strongest modality in which anyone asserts it.
    [[nodiscard]] comity::modality modality() const noexcept;
    /// Whether it exists at all: certain; possible where some assert it and others deny it; no where sources
    /// only deny it.
    [[nodiscard]] truth existence() const noexcept;
    /// Statements about one of its slots contradict each other.
    [[nodiscard]] bool disputed() const noexcept;
    /// Nobody states it outright: it was inferred by the data's author.
    [[nodiscard]] bool inferred() const noexcept;
    /// A begin or an end was given.
    [[nodiscard]] bool dated() const noexcept;
    /// What its kind or type is in time.
    [[nodiscard]] comity::nature nature() const noexcept;
    /// Begin and end as they were given for the thing itself, apart from what single statements give.
    [[nodiscard]] std::pair<std::optional<std::string_view>, std::optional<std::string_view>>
    given_dates() const noexcept;
    /// Its own period: from the statements where there are any, compatible ones intersected.
    [[nodiscard]] comity::period period() const;
    [[nodiscard]] comity::subject subject() const noexcept { return subject_; }
    [[nodiscard]] const detail::store_ptr& store() const noexcept { return store_; }

    friend bool operator==(const fact& a, const fact& b) noexcept {
        return a.store_ == b.store_ && a.subject_ == b.subject_;
    }

protected:
    fact(detail::store_ptr store, comity::subject s) noexcept : store_(std::move(store)), subject_(s) {}

    detail::store_ptr store_;
    comity::subject subject_;
};

/// An actor, instrument, event, topic, place, observation, commitment or assessment. Since 0.1.
class node : public fact {
public:
    node(detail::store_ptr store, node_id number) noexcept : fact(std::move(store), number) {}

    [[nodiscard]] node_id number() const noexcept { return subject_.as_node(); }
    [[nodiscard]] std::string_view id() const noexcept;
    [[nodiscard]] comity::kind kind() const noexcept;
    /// Name of the kind as data spells it.
    [[nodiscard]] std::string_view kind_name() const noexcept;
    [[nodiscard]] bool is_a(comity::kind k) const noexcept;
    /// Preferred name in that language (`zh` also finds `zh-Hans`), else in English, else in any, else the
    /// id.
    [[nodiscard]] std::string_view name(std::string_view language = "en") const noexcept;
};

} // namespace comity
