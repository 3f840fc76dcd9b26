#include "io/built_load.hpp"

#include <comity/history/finding.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

/// The rejected rows as findings.
std::vector<finding> findings_of(const load_report& report) {
    std::vector<finding> findings;
    for (const rejected_row& r : report.rejected) {
        const std::string place = r.file + ':' + std::to_string(r.line) + ':' + std::to_string(r.column);
        const std::string column = r.name.empty() ? "" : "column '" + r.name + "': ";
        findings.push_back({severity::error, "rejected-row", {}, place, column + r.reason});
    }
    const std::uint64_t rejected = report.rejected_rows();
    if (rejected > findings.size())
        findings.push_back({severity::error,
                            "rejected-row",
                            {},
                            {},
                            std::to_string(rejected - findings.size()) + " more rows are rejected"});
    return findings;
}

} // namespace

loaded_history built_load(builder&& built, load_report&& report, bool all_or_nothing, const progress& tell) {
    if (all_or_nothing && report.rejected_rows() != 0)
        throw findings_error(errc::parse_error, findings_of(report));
    std::optional<history> made = std::move(built).try_build(report.findings, tell);
    if (!made) throw findings_error(errc::schema_violation, std::move(report.findings));
    return {*std::move(made), std::move(report)};
}

} // namespace comity::detail
