#include "handles.hpp"

#include <type_traits>

using namespace comity::capi;

// The arrays go out as they lie: the header promises these element types.
static_assert(std::is_same_v<comity::graph::vertex, uint32_t>);
static_assert(std::is_same_v<std::underlying_type_t<comity::truth>, uint8_t>);

namespace {

using comity::graph::incoming_columns;
using comity::graph::snapshot_columns;

int32_t array(const comity_snapshot* snapshot, comity::detail::growing<uint32_t> snapshot_columns::*column,
              const uint32_t** out) {
    return guard([&] { required(out, "out") = (object(snapshot).value.columns().*column).data(); });
}
int32_t array(const comity_snapshot* snapshot, comity::detail::growing<uint32_t> incoming_columns::*column,
              const uint32_t** out) {
    return guard([&] {
        auto& result = required(out, "out");
        result = (object(snapshot).value.columns().incoming().*column).data();
    });
}

} // namespace

int32_t comity_snapshot_destroy(comity_snapshot** snapshot) {
    return destroy(snapshot);
}

int32_t comity_snapshot_vertex_count(const comity_snapshot* snapshot, int64_t* out_count) {
    return guard([&] { required(out_count, "out_count") = wide(object(snapshot).value.vertex_count()); });
}

int32_t comity_snapshot_edge_count(const comity_snapshot* snapshot, int64_t* out_count) {
    return guard([&] { required(out_count, "out_count") = wide(object(snapshot).value.edge_count()); });
}

int32_t comity_snapshot_offsets(const comity_snapshot* snapshot, const uint32_t** out) {
    return array(snapshot, &snapshot_columns::offsets, out);
}

int32_t comity_snapshot_targets(const comity_snapshot* snapshot, const uint32_t** out) {
    return array(snapshot, &snapshot_columns::targets, out);
}

int32_t comity_snapshot_in_offsets(const comity_snapshot* snapshot, const uint32_t** out) {
    return array(snapshot, &incoming_columns::offsets, out);
}

int32_t comity_snapshot_in_sources(const comity_snapshot* snapshot, const uint32_t** out) {
    return array(snapshot, &incoming_columns::sources, out);
}

int32_t comity_snapshot_in_edges(const comity_snapshot* snapshot, const uint32_t** out) {
    return array(snapshot, &incoming_columns::edges, out);
}

int32_t comity_snapshot_nodes(const comity_snapshot* snapshot, const uint32_t** out) {
    return array(snapshot, &snapshot_columns::nodes, out);
}

int32_t comity_snapshot_truths(const comity_snapshot* snapshot, const uint8_t** out) {
    return guard([&] {
        auto& result = required(out, "out");
        const auto& truths = object(snapshot).value.columns().truths;
        // unsigned char may look at any object, and an enumeration is laid out as its underlying type
        result = truths.empty() ? nullptr : reinterpret_cast<const uint8_t*>(truths.data());
    });
}

int32_t comity_snapshot_vertex(const comity_snapshot* snapshot, int64_t node, int64_t* out_vertex) {
    return guard([&] {
        auto& result = required(out_vertex, "out_vertex");
        result = vertex_in(object(snapshot).value, node);
    });
}

int32_t comity_snapshot_relation(const comity_snapshot* snapshot, int64_t edge, int64_t* out_relation) {
    return guard([&] {
        auto& result = required(out_relation, "out_relation");
        const comity::snapshot& s = object(snapshot).value;
        comity::graph::edge wanted;
        wanted.index = static_cast<uint32_t>(index_in(edge, s.edge_count(), "edge"));
        result = wide(to_index(s.relation(wanted).number()));
    });
}
