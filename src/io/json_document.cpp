#include "io/json_document.hpp"

#include "io/json_fault.hpp"
#include "io/utf8.hpp"
#include "pulse.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <utility>

namespace comity::detail {

namespace {

template <class Members>
auto value_named(std::string_view name, Members& members) noexcept -> decltype(&members.front().value) {
    for (auto& m : members)
        if (m.name == name) return &m.value;
    return nullptr;
}

} // namespace

const json_value* json_value::find(std::string_view name) const noexcept {
    return value_named(name, members);
}
json_value* json_value::find(std::string_view name) noexcept {
    return value_named(name, members);
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
constexpr double beyond_exact = 9007199254740992.0; // 2^53: from here on doubles skip whole numbers

/// Builds the tree while RapidJSON reads. Its stream tells where each token ends; where it begins is found by
/// going back, since a quote inside a string always has a backslash before it.
class tree_builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, tree_builder> {
public:
    tree_builder(std::string_view text, const rapidjson::MemoryStream& stream, json_document& document,
                 pulse& beat)
        : text_(text), stream_(stream), document_(document), beat_(beat) {}

    bool Null() { return add(scalar(json_value::type::null, stream_.Tell() - 4)); }
    bool Bool(bool b) {
        json_value v = scalar(json_value::type::boolean, stream_.Tell() - (b ? 4u : 5u));
        v.boolean = b;
        return add(std::move(v));
    }
    /// RapidJSON has checked the grammar. It does not convert: its exact conversion of `-0e100` asks for the
    /// leading zeros of nothing.
    bool RawNumber(const char*, rapidjson::SizeType length, bool) {
        const std::size_t at = stream_.Tell() - length;
        const std::string_view digits = text_.substr(at, length);
        json_value v = scalar(json_value::type::number, at);
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), v.number);
        if (read.ec != std::errc()) document_.faults.push_back({at, expected_number});
        const bool whole = digits.find_first_of(".eE") == std::string_view::npos;
        v.exact = !whole || (v.number < beyond_exact && v.number > -beyond_exact);
        return add(std::move(v));
    }
    bool String(const char* s, rapidjson::SizeType length, bool) {
        json_value v = scalar(json_value::type::string, string_begin());
        v.text.assign(s, length);
        check_halves(v.text, v.offset);
        return add(std::move(v));
    }
    bool Key(const char* s, rapidjson::SizeType length, bool) {
        std::string name(s, length);
        const std::size_t at = string_begin();
        check_halves(name, at);
        if (is_taken(name)) document_.faults.push_back({at, "'" + name + "' stands twice in one object"});
        open_.back().value->members.push_back({std::move(name), at, {}});
        return true;
    }
    bool StartObject() { return start(json_value::type::object); }
    bool EndObject(rapidjson::SizeType) { return end(); }
    bool StartArray() { return start(json_value::type::array); }
    bool EndArray(rapidjson::SizeType) { return end(); }

    /// Where what is open begins, from the outermost on.
    [[nodiscard]] std::optional<std::size_t> innermost_open() const {
        if (open_.empty()) return std::nullopt;
        return open_.back().value->offset;
    }

private:
    struct level {
        json_value* value;
        std::unordered_set<std::string> names{}; ///< of its members, once they are many
    };

    [[nodiscard]] static json_value scalar(json_value::type t, std::size_t offset) {
        json_value v;
        v.is = t;
        v.offset = offset;
        return v;
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
    /// RapidJSON takes the second half of a surrogate pair without its first, which is no character.
    void check_halves(std::string_view decoded, std::size_t begin) {
        if (is_utf8(decoded)) return;
        document_.faults.push_back(
            {begin, "expected \\uD800 to \\uDBFF, the first half of a surrogate pair, before each "
                    "\\uDC00 to \\uDFFF of this string"});
    }
    /// Whether the open object has a member of that name. Few are looked through, many are hashed.
    [[nodiscard]] bool is_taken(const std::string& name) {
        constexpr std::size_t few = 16;
        level& here = open_.back();
        const std::vector<json_value::member>& members = here.value->members;
        if (members.size() < few) return here.value->find(name) != nullptr;
        if (here.names.empty())
            for (const json_value::member& m : members) here.names.insert(m.name);
        return !here.names.insert(name).second;
    }
    json_value* place(json_value v) {
        beat_.now_and_then(stream_.Tell());
        if (open_.empty()) return &(document_.root = std::move(v));
        json_value& parent = *open_.back().value;
        if (parent.is == json_value::type::object) return &(parent.members.back().value = std::move(v));
        return &parent.items.emplace_back(std::move(v));
    }
    bool add(json_value v) {
        place(std::move(v));
        return true;
    }
    bool start(json_value::type t) {
        // RapidJSON has not taken the bracket yet.
        if (open_.size() == deepest) {
            document_.faults.push_back({stream_.Tell(), "nested deeper than 64 levels"});
            return false;
        }
        open_.push_back({place(scalar(t, stream_.Tell()))});
        return true;
    }
    bool end() {
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    const rapidjson::MemoryStream& stream_;
    json_document& document_;
    pulse& beat_;
    std::vector<level> open_;
};

} // namespace

json_document parse_json(std::string_view text, const progress& tell) {
    json_document document;
    pulse beat(tell, "parsing", text.size());
    // A memory stream, because RapidJSON works on a copy of its string stream, which then does not know where
    // it is.
    rapidjson::MemoryStream stream(text.data(), text.size());
    for (const char c :
         {'\xEF', '\xBB', '\xBF'}) // a byte order mark says nothing here, but some editors put it
        if (text.starts_with("\xEF\xBB\xBF") && stream.Peek() == c) (void)stream.Take();
    tree_builder tree(text, stream, document, beat);
    rapidjson::Reader reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    reader.Parse<flags>(stream, tree);
    if (reader.HasParseError() && reader.GetParseErrorCode() != rapidjson::kParseErrorTermination)
        document.faults.push_back(
            fault_of(text, reader.GetParseErrorCode(), reader.GetErrorOffset(), tree.innermost_open()));
    else if (document.faults.empty() && stream.Tell() != text.size())
        document.faults.push_back({stream.Tell(), "a NUL byte, where the text should end"});
    beat.finish();
    return document;
}

line_index::line_index(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        starts_.push_back(at + 1);
}

std::pair<std::uint32_t, std::uint32_t> line_index::at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < last_offset_ || (last_line_ < starts_.size() && offset >= starts_[last_line_])) {
        const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
        last_line_ = static_cast<std::size_t>(after - starts_.begin());
        last_offset_ = starts_[last_line_ - 1];
        last_column_ = 1;
    }
    const std::string_view between = text_.substr(last_offset_, offset - last_offset_);
    last_column_ += static_cast<std::size_t>(std::count_if(between.begin(), between.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    }));
    last_offset_ = offset;
    return {static_cast<std::uint32_t>(last_line_), static_cast<std::uint32_t>(last_column_)};
}

} // namespace comity::detail
