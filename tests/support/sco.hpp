#pragma once

#include <comity/history/history.hpp>
#include <comity/io/json.hpp>

/// The first history, read once. Tests run in the source tree.
inline const comity::history& sco() {
    static const comity::history h = comity::read_json("data/sco-information-security.json");
    return h;
}
