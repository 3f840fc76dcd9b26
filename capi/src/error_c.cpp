#include "guard.hpp"
#include "handles.hpp"

#include <comity/error.hpp>
#include <comity/history/finding.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/version.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <new>
#include <stdexcept>
#include <string_view>
#include <vector>

#ifdef __GLIBCXX__
#include <cxxabi.h>
#endif

namespace comity::capi {
namespace {

struct code_name {
    std::int32_t code;
    const char* name;
};
constexpr std::array<code_name, 17> code_names{{
    {COMITY_OK, "ok"},
    {COMITY_E_INVALID_ARGUMENT, "invalid-argument"},
    {COMITY_E_INVALID_DATE, "invalid-date"},
    {COMITY_E_UNKNOWN_ID, "unknown-id"},
    {COMITY_E_DUPLICATE_ID, "duplicate-id"},
    {COMITY_E_SCHEMA_VIOLATION, "schema-violation"},
    {COMITY_E_PARSE_ERROR, "parse-error"},
    {COMITY_E_IO_ERROR, "io-error"},
    {COMITY_E_LIMIT_EXCEEDED, "limit-exceeded"},
    {COMITY_E_CANCELLED, "cancelled"},
    {COMITY_E_CORRUPT_FILE, "corrupt-file"},
    {COMITY_E_UNSUPPORTED, "unsupported"},
    {COMITY_E_NULL, "null"},
    {COMITY_E_HANDLE, "handle"},
    {COMITY_E_NO_MEMORY, "no-memory"},
    {COMITY_E_NO_VALUE, "no-value"},
    {COMITY_E_INTERNAL, "internal"},
}};

constexpr std::int32_t code_of(errc code) {
    return -static_cast<std::int32_t>(code);
}
static_assert(code_of(errc::invalid_argument) == COMITY_E_INVALID_ARGUMENT);
static_assert(code_of(errc::invalid_date) == COMITY_E_INVALID_DATE);
static_assert(code_of(errc::unknown_id) == COMITY_E_UNKNOWN_ID);
static_assert(code_of(errc::duplicate_id) == COMITY_E_DUPLICATE_ID);
static_assert(code_of(errc::schema_violation) == COMITY_E_SCHEMA_VIOLATION);
static_assert(code_of(errc::parse_error) == COMITY_E_PARSE_ERROR);
static_assert(code_of(errc::io_error) == COMITY_E_IO_ERROR);
static_assert(code_of(errc::limit_exceeded) == COMITY_E_LIMIT_EXCEEDED);
static_assert(code_of(errc::cancelled) == COMITY_E_CANCELLED);
static_assert(code_of(errc::corrupt_file) == COMITY_E_CORRUPT_FILE);
static_assert(code_of(errc::unsupported) == COMITY_E_UNSUPPORTED);

// A buffer and not a string: saying that the memory does not suffice must not need any.
thread_local std::array<char, 2048> last_message{};
// Apart from it, so that only who fails with findings pays for a destructor at the end of his thread.
thread_local std::vector<finding> last_findings;
thread_local bool has_findings = false;

void keep_message(std::string_view text) noexcept {
    std::size_t length = std::min(text.size(), last_message.size() - 1);
    const auto continues = [&](std::size_t i) {
        return (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    };
    if (length < text.size()) // cut between characters
        while (length > 0 && continues(length)) --length;
    std::memcpy(last_message.data(), text.data(), length);
    last_message[length] = '\0';
}

void keep_findings(const std::vector<finding>& findings) noexcept {
    try {
        last_findings = findings;
        has_findings = true;
    } catch (...) { // the message tells the first of them all the same
        last_findings.clear();
    }
}

std::int32_t keep(std::int32_t code, std::string_view message) noexcept {
    keep_message(message);
    if (has_findings) {
        last_findings.clear();
        has_findings = false;
    }
    return code;
}

} // namespace

std::int32_t record_failure() {
    try {
        throw;
    } catch (const refusal& e) {
        return keep(e.code(), e.what());
    } catch (const findings_error& e) {
        const std::int32_t code = keep(code_of(e.code()), e.what());
        keep_findings(e.findings());
        return code;
    } catch (const error& e) {
        return keep(code_of(e.code()), e.what());
    } catch (const std::bad_alloc&) {
        return keep(COMITY_E_NO_MEMORY, "the memory does not suffice");
    } catch (const std::length_error&) {
        return keep(COMITY_E_LIMIT_EXCEEDED, "more than can be held in memory");
    } catch (const std::exception& e) {
        return keep(COMITY_E_INTERNAL, e.what());
#ifdef __GLIBCXX__
    } catch (const abi::__forced_unwind&) {
        throw; // pthread_cancel() on its way through: to hold it would end the process
#endif
    } catch (...) {
        return keep(COMITY_E_INTERNAL, "an exception of an unknown type");
    }
}

table findings_table(const std::vector<finding>& findings) {
    table_builder rows{{"level", column_type::category},
                       {"code", column_type::category},
                       {"subject", column_type::text},
                       {"place", column_type::text},
                       {"message", column_type::text}};
    for (const finding& f : findings)
        rows.add_row({to_string(f.level), f.code, f.subject, f.place, f.message});
    return std::move(rows).build();
}

} // namespace comity::capi

using namespace comity::capi;

int32_t comity_abi_version(void) {
    return COMITY_ABI_VERSION;
}

const char* comity_version(void) {
    return COMITY_VERSION;
}

const char* comity_code_name(int32_t code) {
    const auto* const found = std::find_if(code_names.begin(), code_names.end(),
                                           [code](const code_name& c) { return c.code == code; });
    return found == code_names.end() ? "unknown" : found->name;
}

const char* comity_error_message(void) {
    return last_message.data();
}

int32_t comity_error_findings(comity_table** out) {
    return guard([&] {
        const handle_out result(out);
        result.make(findings_table(has_findings ? last_findings : std::vector<comity::finding>()));
    });
}

int64_t comity_live_handles(void) {
    return live_count();
}
