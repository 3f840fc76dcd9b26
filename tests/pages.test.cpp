#include "pages.hpp"

#include "catch.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

using namespace comity::detail;

TEST_CASE("pages: begin where columns begin, and all of them can be written", "[pages]") {
    for (const std::size_t bytes : {worth_pages, worth_pages + 1, std::size_t{5} << 20}) {
        void* const pages = take_pages(bytes);
        CHECK(reinterpret_cast<std::uintptr_t>(pages) % 64 == 0);
        std::memset(pages, 7, bytes);
        CHECK(static_cast<const unsigned char*>(pages)[bytes - 1] == 7);
        give_back_pages(pages, bytes);
    }
}

TEST_CASE("pages: given back, serve who asks for about as many next, until they are let go", "[pages]") {
    let_go_of_kept_pages();
    void* const pages = take_pages(1'000'000);
    give_back_pages(pages, 1'000'000);
    const bool keeps = kept_page_bytes() != 0; // not under sanitizers, nor where the heap has to do
    void* const again = take_pages(990'000);
    CHECK((again == pages) >= keeps);
    std::memset(again, 7, 990'000);
    CHECK(kept_page_bytes() == 0);
    give_back_pages(again, 990'000);
    let_go_of_kept_pages();
    CHECK(kept_page_bytes() == 0);
}

TEST_CASE("pages: no more are kept than the last ones up to a bound", "[pages]") {
    constexpr std::size_t each = std::size_t{3} << 20;
    std::vector<void*> taken;
    for (std::size_t i = 0; i < 10; ++i) taken.push_back(take_pages(each));
    for (void* const pages : taken) give_back_pages(pages, each);
    CHECK(kept_page_bytes() <= most_kept_pages);
    void* const last = take_pages(each);
    CHECK((last == taken.back() || kept_page_bytes() == 0));
    give_back_pages(last, each);
    give_back_pages(take_pages(2 * most_kept_pages), 2 * most_kept_pages);
    CHECK(kept_page_bytes() <= most_kept_pages);
    let_go_of_kept_pages();
}

TEST_CASE("pages: are taken and given back by many threads", "[pages][threads]") {
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < 4; ++t)
        threads.emplace_back([t] {
            for (std::size_t i = 0; i < 200; ++i) {
                const std::size_t bytes = worth_pages + (i * 37 + t) % 5 * worth_pages;
                auto* const pages = static_cast<unsigned char*>(take_pages(bytes));
                pages[0] = static_cast<unsigned char>(t);
                pages[bytes - 1] = static_cast<unsigned char>(t);
                std::this_thread::yield();
                const bool own = pages[0] == t && pages[bytes - 1] == t;
                give_back_pages(pages, bytes);
                if (!own) std::abort();
            }
        });
    for (std::thread& t : threads) t.join();
    let_go_of_kept_pages();
    CHECK(kept_page_bytes() == 0);
}
