#pragma once

#include <comity/comity.hpp>

#include <string>

namespace comity::benchmark {

/// A folder of the tables with nodes.csv.gz and relations.csv.gz, in which a missing end means that day only.
inline history load(const std::string& folder) {
    csv_options how;
    how.new_kinds_under = "topic";
    how.add_types = true;
    how.missing_end = missing_end::instantaneous;
    how.times = time_of_day::dropped;
    return read_csv(folder + "/nodes.csv.gz", folder + "/relations.csv.gz", how).history;
}

} // namespace comity::benchmark
