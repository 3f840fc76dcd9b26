#include "options.hpp"

namespace comity::capi {

void check_option_size(std::size_t size) {
    if (size < sizeof(std::size_t) || size > most_option_bytes)
        throw refusal(COMITY_E_INVALID_ARGUMENT,
                      "the size of the options is " + std::to_string(size) + "; start from COMITY_..._INIT");
}

void require_zero(std::int32_t reserved) {
    if (reserved != 0)
        throw refusal(COMITY_E_UNSUPPORTED, "'reserved' is " + std::to_string(reserved) + "; expected 0");
}

} // namespace comity::capi

using namespace comity::capi;

int32_t comity_options_init(void* options, size_t size) {
    return guard([&] {
        required(static_cast<unsigned char*>(options), "options");
        check_option_size(size);
        std::memset(options, 0, size);
        std::memcpy(options, &size, sizeof size);
    });
}
