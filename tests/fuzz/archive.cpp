// Any bytes as an archive, behind a header whose checksums are put right so that what lies behind them is
// reached: nothing may crash or hang, neither while it is opened nor when the history is asked everything.

#include "io/archive_format.hpp"
#include "io/archive_reader.hpp"

#include "support/aligned_copy.hpp"
#include "support/ask_everything.hpp"

#include <comity/error.hpp>
#include <comity/io/archive.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

namespace {

using namespace comity;

/// Puts the checksums of the table and of the header in place, where there is one.
void put_right(std::string& bytes) {
    detail::archive_header h;
    if (bytes.size() < sizeof h) return;
    std::memcpy(&h, bytes.data(), sizeof h);
    const std::size_t table = std::size_t{h.sections} * sizeof(detail::archive_section);
    if (table <= bytes.size() - sizeof h)
        h.table_checksum = detail::checksum_of(std::as_bytes(std::span(bytes)).subspan(sizeof h, table));
    h.bytes = bytes.size();
    h.checksum = detail::checksum_of(h);
    std::memcpy(bytes.data(), &h, sizeof h);
}

void open(const std::string& bytes, detail::trust how) {
    try {
        archive_info info;
        const history h(detail::open_archive(test::aligned_copy(bytes), "a", how, info));
        if (how != detail::trust::whole) test::ask_everything(h);
    } catch (const error&) { // what is damaged is refused
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    open(bytes, detail::trust::nothing);
    put_right(bytes);
    open(bytes, detail::trust::whole);
    open(bytes, detail::trust::structure);
    return 0;
}
