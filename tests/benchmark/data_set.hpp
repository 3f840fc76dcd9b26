#pragma once

#include <comity/comity.hpp>

#include <string>

namespace comity::benchmark {

/// The history of a folder that holds nodes.csv.gz and relations.csv.gz; a missing end means that day only.
/// Throws what read_csv() throws.
inline history load(const std::string& folder) {
    csv_options how;
    how.new_kinds_under = "topic";
    how.add_types = true;
    how.missing_end = missing_end::instantaneous;
    how.times = time_of_day::dropped;
    return read_csv(folder + "/nodes.csv.gz", folder + "/relations.csv.gz", how).history;
}

} // namespace comity::benchmark
