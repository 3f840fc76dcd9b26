#include <comity/history/finding.hpp>

namespace comity {

std::string_view to_string(severity level) noexcept {
    switch (level) {
    case severity::note:
        return "note";
    case severity::warning:
        return "warning";
    case severity::error:
        break;
    }
    return "error";
}

std::string to_string(const finding& f) {
    std::string text = f.place.empty() ? std::string() : f.place + ": ";
    text += std::string(to_string(f.level)) + ": " + f.message;
    return f.code.empty() ? text : text + " [" + f.code + ']';
}

namespace {

/// A file of which every row is wrong has more errors than anybody reads.
constexpr std::size_t most_listed = 20;

std::string errors_of(const std::vector<finding>& findings) {
    std::string text;
    std::size_t errors = 0;
    for (const finding& f : findings) {
        if (f.level != severity::error || ++errors > most_listed) continue;
        if (!text.empty()) text += '\n';
        text += to_string(f);
    }
    if (errors > most_listed)
        text += "\nand " + std::to_string(errors - most_listed) + " more errors, all among the findings";
    return text;
}

} // namespace

findings_error::findings_error(errc code, std::vector<finding> findings)
    : error(code, errors_of(findings)), findings_(std::move(findings)) {}

} // namespace comity
