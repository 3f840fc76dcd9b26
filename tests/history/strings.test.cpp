// The string pool and the index from texts to numbers, which are private to the library.

#include "catch.hpp"

#include "history/strings.hpp"

#include <string>
#include <vector>

using namespace comity::detail;

TEST_CASE("same_text: one other byte anywhere makes another text", "[history]") {
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, 'a');
        CHECK(same_text(text, std::string(text)));
        CHECK_FALSE(same_text(text, text + 'a'));
        for (std::size_t at = 0; at < size; ++at) {
            std::string other = text;
            other[at] = 'b';
            CHECK_FALSE(same_text(text, other));
        }
    }
}

TEST_CASE("string_interner: the empty text is number 0", "[history]") {
    string_interner strings;
    CHECK(strings.intern("") == 0);
    CHECK(strings[0].empty());
}

TEST_CASE("string_interner: equal texts share a number, others do not", "[history]") {
    string_interner strings;
    const string_id a = strings.intern("sco");
    CHECK(strings.intern("china") != a);
    CHECK(strings.intern("sco") == a);
    CHECK(strings[a] == "sco");
}

TEST_CASE("string_interner: texts may hold any bytes", "[history]") {
    string_interner strings;
    const std::string with_nul("a\0b", 3);
    const string_id a = strings.intern(with_nul);
    CHECK(strings.intern("a") != a);
    CHECK(strings[a] == with_nul);
}

TEST_CASE("string_interner: thousands of texts keep their numbers when sealed", "[history]") {
    string_interner strings;
    std::vector<string_id> numbers;
    for (int i = 0; i < 5000; ++i) numbers.push_back(strings.intern("text " + std::to_string(i)));
    const string_pool pool = std::move(strings).seal();
    CHECK(pool.size() == 5001);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (pool[numbers[i]] != "text " + std::to_string(i)) FAIL(i);
}

TEST_CASE("growing_index: finds what was put in and nothing else", "[history]") {
    const std::vector<std::string> texts{"a", "b", "", "long text that is not short"};
    const auto text_of = [&texts](std::uint32_t i) -> std::string_view { return texts[i]; };
    growing_index index;
    CHECK_FALSE(index.find("a", text_of));
    for (std::uint32_t i = 0; i < texts.size(); ++i)
        CHECK(index.find_or_add(texts[i], text_of, [i] { return i; }) == i);
    CHECK(index.find_or_add(texts[2], text_of, [] { return 9u; }) == 2);
    for (std::uint32_t i = 0; i < texts.size(); ++i) CHECK(index.find(texts[i], text_of) == i);
    CHECK_FALSE(index.find("c", text_of));
}

TEST_CASE("growing_index: knows nothing any more once it is cleared", "[history]") {
    const std::vector<std::string> texts{"a", "b"};
    const auto text_of = [&texts](std::uint32_t i) -> std::string_view { return texts[i]; };
    growing_index index;
    CHECK(index.empty());
    (void)index.find_or_add("a", text_of, [] { return 0u; });
    CHECK_FALSE(index.empty());
    index.clear();
    CHECK(index.empty());
    CHECK_FALSE(index.find("a", text_of));
    CHECK(index.find_or_add("b", text_of, [] { return 1u; }) == 1);
}

TEST_CASE("growing_index: a sealed one is searched by the same rule", "[history]") {
    std::vector<std::string> texts;
    const auto text_of = [&texts](std::uint32_t i) -> std::string_view { return texts[i]; };
    growing_index index;
    for (std::uint32_t i = 0; i < 300; ++i) {
        texts.push_back(std::to_string(i * i));
        (void)index.find_or_add(texts.back(), text_of, [i] { return i; });
    }
    const column<std::uint32_t> slots = std::move(index).seal();
    for (std::uint32_t i = 0; i < 300; ++i)
        if (find_slot(slots.span(), texts[i], text_of) != i) FAIL(i);
    CHECK_FALSE(find_slot(slots.span(), "2", text_of));
}

TEST_CASE("string_pool: one that holds nothing is empty", "[history]") {
    CHECK(string_pool().size() == 0);
}

TEST_CASE("growing_index: making room changes nothing that is known, however much is asked for",
          "[history]") {
    std::vector<std::string> texts;
    for (int i = 0; i < 500; ++i) texts.push_back(std::to_string(i));
    const auto text_of = [&texts](std::uint32_t i) -> std::string_view { return texts[i]; };
    growing_index index;
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        if (i == 100) index.reserve(400);
        if (i == 300) index.reserve(std::size_t{1} << 60);
        index.find_or_add(texts[i], text_of, [i] { return i; });
    }
    for (std::uint32_t i = 0; i < texts.size(); ++i) CHECK(index.find(texts[i], text_of) == i);
}
