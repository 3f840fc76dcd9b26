// Any bytes as a file of nodes or of relations, packed or not: nothing may crash or hang, every row is
// accounted for, and each rejection has its place.

#include <comity/error.hpp>
#include <comity/io/csv.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace comity;

void require(bool holds) {
    if (!holds) std::abort();
}

constexpr std::string_view nodes = "id,type,name\na,state,A\nb,state,B\nc,organisation,C\n";
constexpr std::string_view relations = "source,relation,target,start,end\na,member-of,c,2000,..\n";

void check(const load_report& report) {
    for (const load_count& c : report.files) require(c.rows == c.accepted + c.leniently + c.rejected);
    require(report.rejected.size() == report.rejected_rows());
    for (const rejected_row& r : report.rejected) require(r.line != 0 && r.column != 0 && !r.reason.empty());
    (void)load_counts_table(report);
    (void)load_choices_table(report);
    (void)lenient_uses_table(report);
    (void)rejected_rows_table(report);
}

void load(std::string_view of_nodes, std::string_view of_relations, bool lenient) {
    csv_options options;
    options.all_or_nothing = false;
    options.most_rejected = static_cast<std::size_t>(-1);
    options.add_types = lenient;
    options.missing_end = lenient ? missing_end::unknown : missing_end::refused;
    if (lenient) {
        options.new_kinds_under = "actor";
        options.lenient = lenient_options{};
        options.times = time_of_day::dropped;
        options.source = "s";
    }
    try {
        const loaded_history l = read_csv_text(of_nodes, of_relations, options);
        check(l.report);
        require(l.history.node_count() == l.report.files[0].accepted + l.report.files[0].leniently);
        require(l.history.relation_count() == l.report.files[1].accepted + l.report.files[1].leniently);
    } catch (const error& e) {
        require(*e.what() != '\0');
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const bool lenient : {false, true}) {
        load(nodes, text, lenient);
        load(text, relations, lenient);
    }
    return 0;
}
