#include "io/json_layout.hpp"

#include <comity/error.hpp>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace comity::detail {
namespace {

constexpr std::size_t line_width = 120;

using rapidjson::Value;

using scalar_writer = rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                                        rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

std::string scalar_text(const Value& v) {
    rapidjson::StringBuffer buffer;
    scalar_writer writer(buffer);
    const double d = v.IsDouble() ? v.GetDouble() : 0.5;
    const bool whole = d == std::trunc(d) && std::abs(d) < 9007199254740992.0 && !(d == 0 && std::signbit(d));
    // A whole number is written without a point.
    const bool written = whole ? writer.Int64(static_cast<std::int64_t>(d)) : v.Accept(writer);
    if (!written)
        throw error(errc::invalid_argument, v.IsString()
                                                ? "a text of this history is not UTF-8: '" +
                                                      std::string(v.GetString(), v.GetStringLength()) +
                                                      "'; JSON can't hold it"
                                                : "JSON can't hold a number that is not finite");
    return {buffer.GetString(), buffer.GetSize()};
}

bool nested(const Value& v) {
    return v.IsObject() || v.IsArray();
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string one_line(const Value& v) {
    if (!nested(v)) return scalar_text(v);
    std::string text;
    if (v.IsArray()) {
        for (const Value& item : v.GetArray()) text += (text.empty() ? "" : ", ") + one_line(item);
        return '[' + text + ']';
    }
    for (const auto& m : v.GetObject())
        text += (text.empty() ? "" : ", ") + scalar_text(m.name) + ": " + one_line(m.value);
    return '{' + text + '}';
}

/// The lines between the brackets of a value that does not fit on one.
class body {
public:
    body(std::string& out, std::size_t indent) : out_(out), indent_(indent) {}

    void add(const std::string& name, const Value& v) {
        const std::string label = name.empty() ? name : name + ": ";
        if (nested(v)) {
            start_line();
            out_ += label;
            append_json(out_, v, indent_, indent_ + characters_in(label));
            fresh_ = true;
            return;
        }
        const std::string text = label + scalar_text(v);
        const std::size_t width = characters_in(text);
        if (fresh_ || used_ + 2 + width + 1 > line_width) {
            start_line();
            used_ = indent_;
        } else {
            out_ += ", ";
            used_ += 2;
        }
        out_ += text;
        used_ += width;
        fresh_ = false;
    }

private:
    void start_line() {
        if (!first_) out_ += ',';
        out_ += '\n';
        out_.append(indent_, ' ');
        first_ = false;
    }

    std::string& out_;
    std::size_t indent_;
    std::size_t used_ = 0;
    bool first_ = true;
    bool fresh_ = true; ///< the next value starts a line
};

} // namespace

void append_json(std::string& out, const Value& v, std::size_t indent, std::size_t used) {
    const std::string line = one_line(v);
    if (!nested(v) || used + characters_in(line) + 1 <= line_width) {
        out += line;
        return;
    }
    out += v.IsArray() ? '[' : '{';
    body inside(out, indent + 2);
    if (v.IsArray())
        for (const Value& item : v.GetArray()) inside.add({}, item);
    else
        for (const auto& m : v.GetObject()) inside.add(scalar_text(m.name), m.value);
    out += '\n';
    out.append(indent, ' ');
    out += v.IsArray() ? ']' : '}';
}

std::string quoted_json(const char* text, std::size_t length) {
    return scalar_text(Value(rapidjson::StringRef(text, static_cast<rapidjson::SizeType>(length))));
}

} // namespace comity::detail
