#include "io/json_document.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

namespace comity::detail {

const json_value* json_value::find(std::string_view name) const noexcept {
    for (const member& m : members)
        if (m.name == name) return &m.value;
    return nullptr;
}

std::string_view name_of(json_value::type t) noexcept {
    switch (t) {
    case json_value::type::null:
        return "null";
    case json_value::type::boolean:
        return "true or false";
    case json_value::type::number:
        return "a number";
    case json_value::type::string:
        return "a string";
    case json_value::type::array:
        return "a list";
    case json_value::type::object:
        break;
    }
    return "an object";
}

namespace {

constexpr std::size_t deepest = 64;

/// Builds the tree while RapidJSON reads. Its stream tells where each token ends; where it begins is found by
/// going back, since a quote inside a string always has a backslash before it.
class tree_builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, tree_builder> {
public:
    tree_builder(std::string_view text, const rapidjson::MemoryStream& stream, json_document& document)
        : text_(text), stream_(stream), document_(document) {}

    bool Null() { return add(scalar(json_value::type::null, stream_.Tell() - 4)); }
    bool Bool(bool b) {
        json_value v = scalar(json_value::type::boolean, stream_.Tell() - (b ? 4u : 5u));
        v.boolean = b;
        return add(std::move(v));
    }
    bool Int(int n) { return number(n); }
    bool Uint(unsigned n) { return number(n); }
    bool Int64(std::int64_t n) { return number(static_cast<double>(n)); }
    bool Uint64(std::uint64_t n) { return number(static_cast<double>(n)); }
    bool Double(double n) { return number(n); }
    bool String(const char* s, rapidjson::SizeType length, bool) {
        json_value v = scalar(json_value::type::string, string_begin());
        v.text.assign(s, length);
        return add(std::move(v));
    }
    bool Key(const char* s, rapidjson::SizeType length, bool) {
        const std::string name(s, length);
        open_.back()->members.push_back({name, string_begin(), {}});
        return true;
    }
    bool StartObject() { return start(json_value::type::object); }
    bool EndObject(rapidjson::SizeType) {
        find_twins(open_.back()->members);
        return end();
    }
    bool StartArray() { return start(json_value::type::array); }
    bool EndArray(rapidjson::SizeType) { return end(); }

private:
    [[nodiscard]] static json_value scalar(json_value::type t, std::size_t offset) {
        json_value v;
        v.is = t;
        v.offset = offset;
        return v;
    }
    bool number(double n) {
        std::size_t at = stream_.Tell();
        while (at > 0 && std::string_view("+-.0123456789eE").find(text_[at - 1]) != std::string_view::npos)
            --at;
        json_value v = scalar(json_value::type::number, at);
        v.number = n;
        return add(std::move(v));
    }
    [[nodiscard]] std::size_t string_begin() const {
        std::size_t at = stream_.Tell() - 1; // the closing quote
        for (;;) {
            at = text_.rfind('"', at - 1);
            std::size_t slashes = 0;
            while (slashes < at && text_[at - 1 - slashes] == '\\') ++slashes;
            if (slashes % 2 == 0) return at;
        }
    }
    json_value* place(json_value v) {
        if (open_.empty()) return &(document_.root = std::move(v));
        json_value& parent = *open_.back();
        if (parent.is == json_value::type::object) return &(parent.members.back().value = std::move(v));
        return &parent.items.emplace_back(std::move(v));
    }
    bool add(json_value v) {
        place(std::move(v));
        return true;
    }
    bool start(json_value::type t) { // told before the bracket is taken
        if (open_.size() == deepest) {
            document_.faults.push_back({stream_.Tell(), "nested deeper than 64 levels"});
            return false;
        }
        open_.push_back(place(scalar(t, stream_.Tell())));
        return true;
    }
    /// Sorts, because an object may be as large as its writer likes.
    void find_twins(const std::vector<json_value::member>& members) {
        std::vector<const json_value::member*> by_name;
        for (const json_value::member& m : members) by_name.push_back(&m);
        std::stable_sort(by_name.begin(), by_name.end(),
                         [](const auto* a, const auto* b) { return a->name < b->name; });
        for (std::size_t i = 1; i < by_name.size(); ++i)
            if (by_name[i]->name == by_name[i - 1]->name)
                document_.faults.push_back(
                    {by_name[i]->offset, "'" + by_name[i]->name + "' stands twice in one object"});
    }
    bool end() {
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    const rapidjson::MemoryStream& stream_;
    json_document& document_;
    std::vector<json_value*> open_;
};

/// What RapidJSON found, in more helpful words where it has few.
std::string words_for(rapidjson::ParseErrorCode code, std::string_view text, std::size_t offset) {
    if (text.empty()) return "the text is empty";
    if (offset >= text.size()) return "the text ends before its JSON does";
    const char here = text[offset];
    const std::size_t before = offset == 0 ? offset : text.find_last_not_of(" \t\r\n", offset - 1);
    if ((here == '}' || here == ']') && before < offset && text[before] == ',')
        return std::string("a comma before '") + here + "', where nothing follows";
    const bool in_string = code == rapidjson::kParseErrorStringInvalidEncoding ||
                           code == rapidjson::kParseErrorStringEscapeInvalid;
    if (in_string && static_cast<unsigned char>(here) < 0x20)
        return "a line break or other control character in a string; is its closing quote missing?";
    std::string words = rapidjson::GetParseError_En(code);
    if (!words.empty() && words.back() == '.') words.pop_back();
    return words;
}

} // namespace

json_document parse_json(std::string_view text) {
    json_document document;
    // A memory stream, because RapidJSON works on a copy of its string stream, which then does not know where
    // it is.
    rapidjson::MemoryStream stream(text.data(), text.size());
    tree_builder tree(text, stream, document);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                               rapidjson::kParseFullPrecisionFlag;
    reader.Parse<flags>(stream, tree);
    if (reader.HasParseError() && reader.GetParseErrorCode() != rapidjson::kParseErrorTermination)
        document.faults.push_back(
            {reader.GetErrorOffset(), words_for(reader.GetParseErrorCode(), text, reader.GetErrorOffset())});
    else if (document.faults.empty() && stream.Tell() != text.size())
        document.faults.push_back({stream.Tell(), "a NUL byte, where the text should end"});
    return document;
}

line_index::line_index(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        starts_.push_back(at + 1);
}

std::pair<std::uint32_t, std::uint32_t> line_index::at(std::size_t offset) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto line = static_cast<std::size_t>(after - starts_.begin());
    const std::string_view before = text_.substr(starts_[line - 1], offset - starts_[line - 1]);
    const auto characters = std::count_if(before.begin(), before.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    });
    return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(characters + 1)};
}

} // namespace comity::detail
