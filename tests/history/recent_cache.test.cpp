#include "history/recent_cache.hpp"

#include "catch.hpp"

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using comity::detail::recent_cache;

namespace {

/// Counts how often something is made.
class maker {
public:
    [[nodiscard]] auto of(int n) {
        return [this, n] {
            ++made;
            return std::make_shared<const int>(n);
        };
    }
    std::atomic<int> made = 0;
};

std::size_t itself(int n) {
    return static_cast<std::size_t>(n);
}

} // namespace

TEST_CASE("recent cache: makes what is asked for once", "[history]") {
    recent_cache<std::string, int> cache(2);
    maker m;
    const auto first = cache.get("a", m.of(1));
    CHECK(*first == 1);
    CHECK(cache.get("a", m.of(2)) == first);
    CHECK(m.made == 1);
}

TEST_CASE("recent cache: lets go of what was asked for longest ago", "[history]") {
    recent_cache<std::string, int> cache(2);
    maker m;
    const auto a = cache.get("a", m.of(1));
    (void)cache.get("b", m.of(2));
    (void)cache.get("a", m.of(1));
    (void)cache.get("c", m.of(3)); // and so no longer b
    CHECK(cache.get("a", m.of(1)) == a);
    CHECK(m.made == 3);
    (void)cache.get("b", m.of(2));
    CHECK(m.made == 4);
    CHECK(*a == 1);
}

TEST_CASE("recent cache: keeps no more than its budget", "[history]") {
    recent_cache<std::string, int> cache(9, 10);
    maker m;
    for (const auto& [key, weight] : {std::pair("a", 3), {"b", 4}, {"c", 5}})
        CHECK(*cache.get(key, m.of(weight), itself) == weight);
    const int before = m.made;
    (void)cache.get("c", m.of(5), itself);
    (void)cache.get("b", m.of(4), itself);
    CHECK(m.made == before);
    (void)cache.get("a", m.of(3), itself);
    CHECK(m.made == before + 1);
    CHECK(*cache.get("more than all", m.of(11), itself) == 11); // is not kept, nor is anything else
    (void)cache.get("a", m.of(3), itself);
    CHECK(m.made == before + 3);
}

TEST_CASE("recent cache: what could not be made is tried again", "[history]") {
    recent_cache<std::string, int> cache(2);
    const auto fail = []() -> std::shared_ptr<const int> { throw std::runtime_error("no"); };
    CHECK_THROWS_AS(cache.get("a", fail), std::runtime_error);
    maker m;
    CHECK(*cache.get("a", m.of(1)) == 1);
}

TEST_CASE("recent cache: is empty when cleared", "[history]") {
    recent_cache<std::string, int> cache(2);
    maker m;
    const auto a = cache.get("a", m.of(1));
    cache.clear();
    CHECK(*a == 1);
    CHECK(cache.get("a", m.of(1)) != a);
}

TEST_CASE("recent cache: who asks for what another thread makes waits for it", "[history]") {
    recent_cache<int, int> cache(4);
    maker m;
    std::vector<std::thread> threads;
    std::atomic<bool> right = true;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 1000; ++i)
                if (*cache.get(i % 4, m.of(i % 4)) != i % 4) right = false;
        });
    for (std::thread& t : threads) t.join();
    CHECK(right);
    CHECK(m.made == 4);
}
