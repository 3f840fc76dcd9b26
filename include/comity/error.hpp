#pragma once

#include <stdexcept>
#include <string>

namespace comity {

/// What kind of thing went wrong. The numbers are also the C API's, negated: never renumbered, never reused.
/// Since 0.1.
enum class errc : int {
    invalid_argument = 1, ///< an argument that no call could accept
    invalid_date = 2,     ///< text that is not an EDTF expression
    unknown_id = 3,       ///< an id that names nothing in this history or schema
    duplicate_id = 4,     ///< an id given twice
    schema_violation = 5, ///< a fact that the schema does not admit
    parse_error = 6,      ///< a file that is not of its format
    io_error = 7,         ///< a file that can't be opened, read or written
    limit_exceeded = 8,   ///< more rows, types or bytes than the layout can number
    cancelled = 9,        ///< the caller's progress callback asked to stop
    corrupt_file = 10,    ///< an archive whose bytes are not those written
    unsupported = 11,     ///< a thing that this version or this build does not do
};

/// The one exception of the library: a code to branch on and a sentence that names the place, the value and
/// what was expected. Since 0.1.
class error : public std::runtime_error {
public:
    error(errc code, const std::string& message) : std::runtime_error(message), code_(code) {}

    [[nodiscard]] errc code() const noexcept { return code_; }

private:
    errc code_;
};

} // namespace comity
