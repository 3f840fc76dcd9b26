#include "handles.hpp"

#include <array>

namespace comity::capi {
namespace {

constexpr std::array<const char*, 11> noun_names{"",
                                                 "comity_history",
                                                 "comity_view",
                                                 "comity_snapshot",
                                                 "comity_table",
                                                 "comity_date",
                                                 "comity_period",
                                                 "comity_builder",
                                                 "comity_string",
                                                 "comity_registers",
                                                 "comity_load"};

const char* name_of(noun what) {
    return noun_names[static_cast<std::size_t>(what)];
}

} // namespace

void refuse_handle(std::uintptr_t handle, noun wanted) {
    const std::string expected = name_of(wanted);
    if (handle == 0) throw refusal(COMITY_E_NULL, "the " + expected + " is NULL");
    const noun given = noun_of(handle);
    if (given == noun::none)
        throw refusal(COMITY_E_HANDLE, "the " + expected + " was destroyed, or never was a handle");
    throw refusal(COMITY_E_HANDLE, "a " + expected + " is needed; this handle is a " + name_of(given));
}

node node_in(const comity::history& h, std::int64_t number) {
    return h.node(node_id{static_cast<std::uint32_t>(index_in(number, h.node_count(), "node"))});
}
relation relation_in(const comity::history& h, std::int64_t number) {
    return h.relation(
        relation_id{static_cast<std::uint32_t>(index_in(number, h.relation_count(), "relation"))});
}
source source_in(const comity::history& h, std::int64_t number) {
    return h.source(source_id{static_cast<std::uint32_t>(index_in(number, h.source_count(), "source"))});
}

graph::vertex vertex_in(const comity::snapshot& g, std::int64_t number) {
    const auto found = g.find(node_in(comity::history(g.store()), number));
    if (!found)
        throw refusal(COMITY_E_NO_VALUE, "node number " + std::to_string(number) + " is not in the snapshot");
    return *found;
}

} // namespace comity::capi
