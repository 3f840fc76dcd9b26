#pragma once

#include <comity/history/history.hpp>
#include <comity/io/json.hpp>
#include <comity/view/view.hpp>

/// The first history, read once. Tests run in the source tree.
inline const comity::history& sco() {
    static const comity::history h = comity::read_json("data/sco-information-security.json");
    return h;
}

/// What the article alone says: the first layer of the record, which tells a story that can be checked by
/// eye.
inline comity::view article() {
    return sco().all().sources({"ciis-2021"});
}
