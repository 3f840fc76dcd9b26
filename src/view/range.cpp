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
    const std::size_t count = std::min<std::size_t>(end_ - begin, rows_a_word);
    const sieve rows(*store_, selection_);
    const sifted left = over_ == order::nodes ? rows.nodes(begin, count)
                        : over_ == order::out ? rows.out(begin, count)
                                              : rows.in(begin, count);
    return {left.possible[0], left.certain[0]};
}

walk::group walk::look_ahead(std::uint32_t begin) const noexcept {
    const std::uint32_t size = std::min(end_ - begin, std::uint32_t{rows_a_word});
    if (each_is_seen_) return {first_rows(size), first_rows(size)};
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
