#pragma once

#include <comity/schema/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace comity::detail {

/// Whether a relation type takes a pair of kinds: the schema is asked once for each combination, not once a
/// row. What is not of the schema refuses nothing here; that it is not is told of elsewhere.
class admissions {
public:
    explicit admissions(const comity::schema& s) : schema_(s) {}
    [[nodiscard]] bool operator()(relation_type t, kind from, kind to) {
        const std::uint64_t key =
            std::uint64_t{to_index(t)} << 32 | std::uint64_t{to_index(from)} << 16 | to_index(to);
        entry& e = known_[(key * 0x9e3779b97f4a7c15u) >> 54];
        if (e.key != key) e = {key, !knows_all(t, from, to) || schema_.admits(t, from, to)};
        return e.admitted;
    }

private:
    struct entry {
        std::uint64_t key = ~std::uint64_t{0};
        bool admitted = false;
    };
    [[nodiscard]] bool knows_all(relation_type t, kind from, kind to) const {
        return schema_.contains(t) && schema_.contains(from) && schema_.contains(to);
    }

    const comity::schema& schema_;
    std::vector<entry> known_{std::size_t{1} << 10}; ///< the last ones asked for
};

/// That a type of the schema runs from one kind to another, and not from `from` to `to`.
[[nodiscard]] std::string not_admitted(const comity::schema& s, relation_type t, const std::string& from,
                                       const std::string& to);

} // namespace comity::detail
