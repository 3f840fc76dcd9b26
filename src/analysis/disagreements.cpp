#include <comity/analysis/disagreements.hpp>

#include "analysis/competing.hpp"
#include "analysis/pulse_over.hpp"

#include <array>
#include <utility>

namespace comity {
namespace {

void file(disagreement_report& report, std::vector<disagreement> found) {
    for (disagreement& d : found)
        (d.how == conflict::refinement ? report.refined : report.disputed).push_back(std::move(d));
}

void look_at(disagreement_report& report, const node& n, detail::pulse& beat) {
    beat();
    ++report.searched.nodes;
    file(report, detail::competing_slots(report.searched.seen, n));
    file(report, detail::competing_targets(report.searched.seen, n));
}

void look_at(disagreement_report& report, const relation& r, detail::pulse& beat) {
    beat();
    ++report.searched.relations;
    file(report, detail::competing_slots(report.searched.seen, r));
}

} // namespace

std::string_view to_string(conflict c) noexcept {
    static constexpr std::array<std::string_view, 5> names{"refinement", "value", "time-disjoint", "polarity",
                                                           "constraint"};
    return names[static_cast<std::size_t>(c)];
}

disagreement_report disagreements(const view& v, const progress& tell) {
    detail::pulse pulse = detail::pulse_over(v, tell, "disagreements");
    disagreement_report report{{}, {}, {v}};
    for (const auto& n : v.nodes()) look_at(report, n, pulse);
    for (const auto& r : v.relations()) look_at(report, r, pulse);
    return report;
}

disagreement_report disagreements(const history& h, const progress& tell) {
    detail::pulse pulse = detail::pulse_over(h, tell, "disagreements");
    const view everything =
        h.all().modalities({modality::reported, modality::planned, modality::proposed, modality::alleged});
    disagreement_report report{{}, {}, {everything}};
    for (std::uint32_t i = 0; i < h.node_count(); ++i) look_at(report, h.node(node_id{i}), pulse);
    for (std::uint32_t i = 0; i < h.relation_count(); ++i) look_at(report, h.relation(relation_id{i}), pulse);
    return report;
}

} // namespace comity
