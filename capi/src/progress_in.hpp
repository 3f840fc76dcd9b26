#pragma once

#include <comity.h>
#include <comity/progress.hpp>

namespace comity::capi {

/// The caller's callback as the library calls it: not 0 asks to stop.
[[nodiscard]] inline progress progress_in(comity_progress tell, void* user) {
    if (tell == nullptr) return {};
    return [tell, user](double done, std::string_view stage) {
        return tell(done, stage.data(), stage.size(), user) == 0;
    };
}

} // namespace comity::capi
