#include "io/json_fault.hpp"

#include <cstdio>

namespace comity::detail {
namespace {

std::string expectation(rapidjson::ParseErrorCode code) {
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
    case rapidjson::kParseErrorValueInvalid:
        return "expected a value";
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return "expected nothing more after the end of the outermost value";
    case rapidjson::kParseErrorObjectMissName:
        return "expected the name of a member in quotation marks";
    case rapidjson::kParseErrorObjectMissColon:
        return "expected ':' after the name of a member";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return "expected ',' or '}' after a member";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return "expected ',' or ']' after an item of a list";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return "expected four hexadecimal digits after \\u";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return "expected the second half of a surrogate pair, \\uDC00 to \\uDFFF, after its first";
    case rapidjson::kParseErrorStringEscapeInvalid:
        return "expected one of \" \\ / b f n r t u after a backslash";
    case rapidjson::kParseErrorStringMissQuotationMark:
        return "expected the closing quotation mark of a string";
    case rapidjson::kParseErrorStringInvalidEncoding:
        return "expected UTF-8 without control characters in a string";
    case rapidjson::kParseErrorNumberTooBig:
        return expected_number;
    case rapidjson::kParseErrorNumberMissFraction:
        return "expected a digit after the decimal point";
    case rapidjson::kParseErrorNumberMissExponent:
        return "expected a digit in the exponent";
    case rapidjson::kParseErrorNone:
    case rapidjson::kParseErrorTermination:
    case rapidjson::kParseErrorUnspecificSyntaxError:
        break;
    }
    return "expected JSON";
}

/// The character there, as a reader can see it.
std::string found(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return ", but the text ends here";
    const auto c = static_cast<unsigned char>(text[offset]);
    if (c == '\n' || c == '\r') return ", found the end of the line";
    if (c > 0x20 && c < 0x7f) return std::string(", found '") + text[offset] + '\'';
    char hex[16];
    std::snprintf(hex, sizeof hex, "0x%02X", c);
    return std::string(", found the byte ") + hex;
}

/// Whether the last thing before that place, blanks left out, is a comma.
bool follows_comma(std::string_view text, std::size_t offset) {
    const std::size_t last = text.substr(0, offset).find_last_not_of(" \t\r\n");
    return last != std::string_view::npos && text[last] == ',';
}

} // namespace

json_fault fault_of(std::string_view text, rapidjson::ParseErrorCode code, std::size_t offset,
                    std::optional<std::size_t> innermost_open) {
    // RapidJSON calls a control character a bad escape.
    if (code == rapidjson::kParseErrorStringEscapeInvalid && (offset >= text.size() || text[offset] != '\\'))
        code = rapidjson::kParseErrorStringInvalidEncoding;
    std::string message = expectation(code) + found(text, offset);
    const bool closes = offset < text.size() && (text[offset] == '}' || text[offset] == ']');
    if (closes && follows_comma(text, offset)) message += " after a comma that should not be there";
    if (offset < text.size()) innermost_open.reset();
    return {offset, std::move(message), innermost_open};
}

} // namespace comity::detail
