#pragma once

#include <mutex>
#include <utility>

namespace comity::detail {

/// Something derived that is made when first asked for, by whichever thread that is, and then kept.
template <class T>
class made_once {
public:
    /// `make()` returns it; if it throws, the next one to ask tries again.
    template <class Make>
    [[nodiscard]] const T& get(Make&& make) {
        std::call_once(flag_, [&] { value_ = std::forward<Make>(make)(); });
        return value_;
    }

private:
    std::once_flag flag_;
    T value_{};
};

} // namespace comity::detail
