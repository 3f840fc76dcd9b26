#pragma once

// Everything but Boost.Graph, which costs seconds to compile: include <comity/view/boost_graph.hpp> where an
// algorithm is run.

#include <comity/error.hpp>
#include <comity/history/builder.hpp>
#include <comity/history/history.hpp>
#include <comity/history/reading.hpp>
#include <comity/io/json.hpp>
#include <comity/io/listing.hpp>
#include <comity/io/table.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>
