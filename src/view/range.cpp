#include <comity/view/range.hpp>

#include "history/store.hpp"
#include "view/eval.hpp"
#include "view/sieve.hpp"

#include <algorithm>

namespace comity::detail {

walk::walk(store_ptr store, comity::detail::selection selection, order over, std::uint32_t begin,
           std::uint32_t end)
    : store_(std::move(store)), selection_(std::move(selection)), over_(over), begin_(begin), end_(end) {
    if (over == order::in) place_ = store_->in.place.data();
    if (over != order::nodes) number_ = store_->out.row.data();
}

walk::walk(store_ptr store, comity::detail::selection selection, detail::growing<std::uint32_t> places,
           bool each_is_seen)
    : store_(std::move(store)),
      selection_(std::move(selection)),
      each_is_seen_(each_is_seen),
      end_(static_cast<std::uint32_t>(places.size())),
      listed_(std::move(places)),
      place_(listed_.data()),
      number_(store_->out.row.data()) {}

truth walk::truth_of(std::uint32_t at) const noexcept {
    if (over_ == order::nodes) return node_truth(*store_, selection_, at);
    const std::uint32_t place = place_ == nullptr ? at : place_[at];
    // Only a filter by kind asks where a relation starts.
    return relation_truth(*store_, selection_, selection_.kinds ? store_->from_of(place) : 0, place);
}

walk::group walk::sifted_ahead(std::uint32_t begin) const noexcept {
    place_run run{begin, std::min(end_, begin + 64)};
    sifted left;
    switch (over_) {
    case order::nodes:
        sift_nodes(*store_, selection_, run, left);
        break;
    case order::out:
        sift_out(*store_, selection_, run, left);
        break;
    case order::in:
        sift_in(*store_, selection_, run, left);
        break;
    }
    group ahead;
    for (std::size_t i = 0; i < left.size; ++i) {
        const std::uint64_t bit = std::uint64_t{1} << (left.rows[i] - begin);
        ahead.possible |= bit;
        ahead.certain |= is_certain(left.truths[i]) ? bit : 0;
    }
    return ahead;
}

walk::group walk::look_ahead(std::uint32_t begin) const noexcept {
    const std::uint32_t size = std::min(end_ - begin, std::uint32_t{64});
    if (each_is_seen_) {
        const std::uint64_t all = ~std::uint64_t{0} >> (64 - size);
        return {all, all};
    }
    if (listed_.empty() && is_siftable(selection_)) return sifted_ahead(begin);
    group ahead;
    for (std::uint32_t i = 0; i < size; ++i) {
        const truth t = truth_of(begin + i);
        ahead.possible |= std::uint64_t{is_possible(t)} << i;
        ahead.certain |= std::uint64_t{is_certain(t)} << i;
    }
    return ahead;
}

} // namespace comity::detail
