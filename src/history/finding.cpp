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

std::string errors_of(const std::vector<finding>& findings) {
    std::string text;
    for (const finding& f : findings) {
        if (f.level != severity::error) continue;
        if (!text.empty()) text += '\n';
        text += to_string(f);
    }
    return text;
}

} // namespace

findings_error::findings_error(errc code, std::vector<finding> findings)
    : error(code, errors_of(findings)), findings_(std::move(findings)) {}

} // namespace comity
