#include "comity/version.hpp"

namespace comity {

std::string_view library_version() noexcept {
    return header_version;
}

} // namespace comity
