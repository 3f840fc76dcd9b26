#pragma once

#include <comity/error.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace comity::detail {

/// Which columns of a table are asked for: all, if none is named.
class wanted_columns {
public:
    /// Throws error (invalid_argument) for a name that is none of those; `what` have them: "edges".
    wanted_columns(std::string_view what, std::span<const std::string_view> known,
                   std::span<const std::string_view> names)
        : names_(names) {
        for (const std::string_view name : names)
            if (std::find(known.begin(), known.end(), name) == known.end())
                throw error(errc::invalid_argument, std::string(what) + " have no column '" +
                                                        std::string(name) + "'; they have " + listed(known));
    }
    [[nodiscard]] bool operator()(std::string_view name) const {
        return names_.empty() || std::find(names_.begin(), names_.end(), name) != names_.end();
    }

private:
    static std::string listed(std::span<const std::string_view> names) {
        std::string text;
        for (const std::string_view name : names) text += (text.empty() ? "" : ", ") + std::string(name);
        return text;
    }

    std::span<const std::string_view> names_;
};

} // namespace comity::detail
