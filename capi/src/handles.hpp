#pragma once

#include "guard.hpp"
#include "handle_table.hpp"

#include <comity/history/finding.hpp>
#include <comity/history/history.hpp>
#include <comity/io/table.hpp>
#include <comity/time/edtf.hpp>
#include <comity/time/period.hpp>
#include <comity/view/snapshot.hpp>
#include <comity/view/view.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace comity {
class builder;
}

namespace comity::capi {

/// A text that is made when it is first asked for and then stays where it is.
class lazy_text {
public:
    template <class Make>
    [[nodiscard]] const std::string& get(Make&& make) const {
        const std::lock_guard lock(mutex_);
        if (!text_) text_ = std::forward<Make>(make)();
        return *text_;
    }

private:
    mutable std::mutex mutex_;
    mutable std::optional<std::string> text_;
};

// What the handles are on. Each holds what it needs by shared ownership, so any order of destruction is
// legal.

struct history_object {
    comity::history value;
    std::vector<finding> findings; ///< of reading or building it
};
struct view_object {
    comity::view value;
    lazy_text description;
    explicit view_object(comity::view v) : value(std::move(v)) {}
};
struct snapshot_object {
    comity::snapshot value;
};
struct table_object {
    comity::table value;
};
struct date_object {
    comity::date value;
    lazy_text canonical;
    explicit date_object(comity::date d) : value(std::move(d)) {}
};
struct period_object {
    comity::period value;
};
struct string_object {
    std::string value;
};
struct builder_object;   // in builder_c.cpp
struct registers_object; // in csv_c.cpp
struct load_object;      // in csv_c.cpp

/// From a handle's type in C to what it is on.
template <class Handle>
struct handle_traits;

#define COMITY_HANDLE(name)                                                                                  \
    template <>                                                                                              \
    struct handle_traits<comity_##name> {                                                                    \
        using object = name##_object;                                                                        \
        static constexpr noun what = noun::name;                                                             \
    };
COMITY_HANDLE(history)
COMITY_HANDLE(view)
COMITY_HANDLE(snapshot)
COMITY_HANDLE(table)
COMITY_HANDLE(date)
COMITY_HANDLE(period)
COMITY_HANDLE(builder)
COMITY_HANDLE(string)
COMITY_HANDLE(registers)
COMITY_HANDLE(load)
#undef COMITY_HANDLE

/// Throws what is to be said of a handle that is not on a `wanted`.
[[noreturn]] void refuse_handle(std::uintptr_t handle, noun wanted);

/// What a handle is on. Throws refusal (COMITY_E_NULL, COMITY_E_HANDLE).
template <class Handle>
[[nodiscard]] auto& object(Handle* handle) {
    using traits = handle_traits<std::remove_const_t<Handle>>;
    using object_type =
        std::conditional_t<std::is_const_v<Handle>, const typename traits::object, typename traits::object>;
    // The value of the pointer is the handle; it is no address and never followed.
    const auto number = reinterpret_cast<std::uintptr_t>(handle);
    void* const found = find(number, traits::what);
    if (found == nullptr) refuse_handle(number, traits::what);
    return *static_cast<object_type*>(found);
}

/// Where a new handle goes: checked before the work is done, set after it.
template <class Handle>
class handle_out {
public:
    explicit handle_out(Handle** out) : out_(required(out, "out")) {}

    template <class... Parts>
    void make(Parts&&... parts) const {
        using traits = handle_traits<Handle>;
        std::unique_ptr<typename traits::object> made(new
                                                      typename traits::object{std::forward<Parts>(parts)...});
        out_ = reinterpret_cast<Handle*>(enter(traits::what, made.get()));
        static_cast<void>(made.release());
    }

private:
    Handle*& out_;
};

/// Destroys what `*handle` is on and sets it to null, also if it is not live.
template <class Handle>
[[nodiscard]] std::int32_t destroy(Handle** handle) {
    return guard([&] {
        using traits = handle_traits<Handle>;
        if (handle == nullptr || *handle == nullptr) return;
        const auto number = reinterpret_cast<std::uintptr_t>(std::exchange(*handle, nullptr));
        const std::unique_ptr<typename traits::object> gone(
            static_cast<typename traits::object*>(leave(number, traits::what)));
        if (!gone) refuse_handle(number, traits::what);
    });
}

/// Where a bound goes out.
class bound_out {
public:
    bound_out(std::int64_t* day, std::int32_t* kind)
        : day_(required(day, "out_day")), kind_(required(kind, "out_bound")) {}
    void operator=(const bound& b) const noexcept {
        day_ = b.value.count();
        kind_ = static_cast<std::int32_t>(b.kind);
    }

private:
    std::int64_t& day_;
    std::int32_t& kind_;
};

/// Where two bounds go out.
class window_out {
public:
    window_out(std::int64_t* first, std::int32_t* first_bound, std::int64_t* last, std::int32_t* last_bound)
        : first_(first, first_bound), last_(last, last_bound) {}
    void operator=(const date_window& w) const noexcept {
        first_ = w.first;
        last_ = w.last;
    }

private:
    bound_out first_;
    bound_out last_;
};

/// A node, relation or source of a history by the caller's number.
[[nodiscard]] node node_in(const comity::history& h, std::int64_t number);
[[nodiscard]] relation relation_in(const comity::history& h, std::int64_t number);
[[nodiscard]] source source_in(const comity::history& h, std::int64_t number);
/// The vertex of that node of the snapshot's history. Throws refusal (COMITY_E_NO_VALUE) if it has none.
[[nodiscard]] graph::vertex vertex_in(const comity::snapshot& g, std::int64_t number);

/// Findings in the columns that the header promises.
[[nodiscard]] table findings_table(const std::vector<finding>& findings);

} // namespace comity::capi
