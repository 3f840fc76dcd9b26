#pragma once

// Everything but Boost.Graph, which costs seconds to compile: include <comity/view/boost_graph.hpp> where an
// algorithm is run.

#include <comity/analysis/audit.hpp>
#include <comity/analysis/betweenness.hpp>
#include <comity/analysis/causes.hpp>
#include <comity/analysis/clustering.hpp>
#include <comity/analysis/co_occurrence.hpp>
#include <comity/analysis/components.hpp>
#include <comity/analysis/cores.hpp>
#include <comity/analysis/diff.hpp>
#include <comity/analysis/disagreements.hpp>
#include <comity/analysis/journeys.hpp>
#include <comity/analysis/label.hpp>
#include <comity/analysis/lineage.hpp>
#include <comity/analysis/listing.hpp>
#include <comity/analysis/members.hpp>
#include <comity/analysis/moment.hpp>
#include <comity/analysis/neighbourhoods.hpp>
#include <comity/analysis/pagerank.hpp>
#include <comity/analysis/positions.hpp>
#include <comity/analysis/proposals.hpp>
#include <comity/analysis/quantities.hpp>
#include <comity/analysis/reach.hpp>
#include <comity/analysis/rolling.hpp>
#include <comity/analysis/roster.hpp>
#include <comity/analysis/series.hpp>
#include <comity/analysis/summary.hpp>
#include <comity/analysis/timeline.hpp>
#include <comity/error.hpp>
#include <comity/history/builder.hpp>
#include <comity/history/history.hpp>
#include <comity/history/reading.hpp>
#include <comity/io/analysis_tables.hpp>
#include <comity/io/archive.hpp>
#include <comity/io/csv.hpp>
#include <comity/io/csv_register.hpp>
#include <comity/io/json.hpp>
#include <comity/io/listing.hpp>
#include <comity/io/load_report.hpp>
#include <comity/io/table.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/progress.hpp>
#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>
