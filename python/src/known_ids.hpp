#pragma once

#include "bindings.hpp"

#include <comity/history/history.hpp>
#include <comity/history/store_ptr.hpp>

#include <cstdint>
#include <memory>
#include <vector>

namespace comity::python {

/// The ids of one history's nodes as Python texts, each made when it is first asked for and then lent to
/// every list that names the node: making a text costs as much as finding the neighbour. Kept for the few
/// histories asked last while these live, 8 bytes a node and the texts that were asked for. Used under the
/// GIL alone.
class known_ids {
public:
    /// Those of `h`; holds until the next call.
    [[nodiscard]] static known_ids& of(const history& h);

    /// The id of the node of that number in `h`, the history that these are of.
    [[nodiscard]] const py::object& text(const history& h, std::uint32_t node) {
        if (!texts_[node]) make(h, node);
        return texts_[node];
    }

private:
    explicit known_ids(const history& h);
    void make(const history& h, std::uint32_t node);

    std::weak_ptr<const detail::store> store_;
    std::vector<py::object> texts_;
};

} // namespace comity::python
