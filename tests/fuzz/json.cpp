// Any bytes as a history file: nothing may crash, nothing half-loads, each finding has its place, and what is
// read is the same after it was written and read again.

#include <comity/io/json.hpp>
#include <comity/io/listing.hpp>
#include <comity/view/view.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace comity;

void require(bool holds) {
    if (!holds) std::abort();
}

/// A finding stands at a line and a column of the text.
void check_place(const finding& f, std::size_t lines, std::size_t size) {
    require(f.place.rfind("f:", 0) == 0 && !f.code.empty() && !f.message.empty());
    const std::size_t colon = f.place.find(':', 2);
    require(colon != std::string::npos);
    const unsigned long line = std::strtoul(f.place.c_str() + 2, nullptr, 10);
    const unsigned long column = std::strtoul(f.place.c_str() + colon + 1, nullptr, 10);
    require(line >= 1 && line <= lines && column >= 1 && column <= size + 1);
}

void check_history(const history& h) {
    require(nodes_table(h.all()).row_count() <= h.node_count());
    require(relations_table(h.all()).row_count() <= h.relation_count());
    require(statements_table(h).row_count() == h.statement_count());
    require(attributes_table(h).row_count() == h.attribute_count());
    (void)sources_table(h);
    (void)summary_table(h.at("2006"));
}

/// Writing settles the order of names and attributes once; from then on nothing may change.
void check_written(const history& h) {
    const std::string written = to_json_text(h);
    const history again = read_json_text(written, "written");
    require(again.node_count() == h.node_count() && again.relation_count() == h.relation_count());
    require(again.statement_count() == h.statement_count() && again.attribute_count() == h.attribute_count());
    require(again.schema() == h.schema());
    require(to_json_text(again) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<finding> findings;
    const auto read = try_read_json_text(text, "f", findings);
    const bool failed = std::any_of(findings.begin(), findings.end(),
                                    [](const finding& f) { return f.level == severity::error; });
    require(read.has_value() != failed);
    const auto lines = 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    for (const finding& f : findings) check_place(f, lines, size);
    if (!read) return 0;
    check_history(*read);
    check_written(*read);
    return 0;
}
