#include "handles.hpp"

using namespace comity::capi;

int32_t comity_string_text(const comity_string* string, const char** out_text, size_t* out_length) {
    return guard([&] { text_out(out_text, out_length) = object(string).value; });
}

int32_t comity_string_destroy(comity_string** string) {
    return destroy(string);
}
