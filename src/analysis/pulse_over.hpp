#pragma once

#include "pulse.hpp"

#include <comity/history/history.hpp>
#include <comity/view/view.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace comity::detail {

/// Of a search through all nodes and relations, so many times over.
[[nodiscard]] inline pulse pulse_over(const history& h, progress tell, std::string stage,
                                      std::size_t times = 1) {
    return {std::move(tell), std::move(stage), times * (h.node_count() + h.relation_count())};
}
[[nodiscard]] inline pulse pulse_over(const view& v, progress tell, std::string stage,
                                      std::size_t times = 1) {
    return pulse_over(v.history(), std::move(tell), std::move(stage), times);
}

} // namespace comity::detail
