#pragma once

#include <comity/error.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity {

/// How much a finding matters. Since 0.1.
enum class severity : std::uint8_t {
    note,    ///< worth knowing; nothing need be done
    warning, ///< contradicts a rule of the schema or of time; the history is built all the same
    error,   ///< no history can be built
};

/// One thing found while reading or building: where it stands, what is there and what was expected.
/// Since 0.1.
struct finding {
    severity level = severity::error;
    std::string code;    ///< stable kebab-case name of the rule, such as `unknown-node`
    std::string subject; ///< id of the node, relation or source that it is about; may be empty
    std::string place;   ///< `file:line:column`, as much of it as is known
    std::string message; ///< one sentence with the value found and what was expected

    friend bool operator==(const finding&, const finding&) = default;
};

/// Text of one finding on one line: `place: level: message [code]`. Since 0.1.
[[nodiscard]] std::string to_string(const finding& f);
[[nodiscard]] std::string_view to_string(severity level) noexcept;

/// Thrown when a history can't be built or read; what() lists the errors, one a line, of many the first
/// twenty and how many more there are. Since 0.1.
class findings_error : public error {
public:
    findings_error(errc code, std::vector<finding> findings);

    /// All findings, warnings and notes too, in the order of the places; those without a place last.
    [[nodiscard]] const std::vector<finding>& findings() const noexcept { return findings_; }

private:
    std::vector<finding> findings_;
};

} // namespace comity
