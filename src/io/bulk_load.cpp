#include "io/bulk_load.hpp"

#include <comity/error.hpp>

#include <span>
#include <utility>

namespace comity::detail {

void relation_batch::flush(builder& b, std::optional<source_id> source) {
    const auto rows = [n = size_](const auto& column) { return std::span(column).first(n); };
    b.add_relations(
        {rows(from_), rows(type_), rows(to_), {}, {}, rows(begin_), rows(end_), rows(line_), source});
    size_ = 0;
}

bulk_load::bulk_load(const csv_options& how)
    : options(how),
      words(built, how, report),
      dates(built, how.times, how.lenient, report),
      admits(built.schema()) {
    if (!how.source.empty()) source = built.add_source(how.source, how.about_source);
}

loaded_history bulk_load::finish() {
    words.report_missing_ends();
    dates.report_times();
    return built_load(std::move(built), std::move(report), options.all_or_nothing, options.tell);
}

} // namespace comity::detail
