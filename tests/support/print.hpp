#pragma once

// How a failed check writes the values of the floors.

#include "catch.hpp"

#include <comity/time/bounds.hpp>
#include <comity/view/view.hpp>

#include <string>

namespace Catch {

template <>
struct StringMaker<comity::bounds> {
    static std::string day_text(comity::day32 d) {
        if (d == comity::unbounded_below) return "-inf";
        if (d == comity::unbounded_above) return "+inf";
        return std::to_string(d) + '=' + comity::day(d).to_string();
    }
    static std::string convert(const comity::bounds& b) {
        return '[' + day_text(b.b1) + ", " + day_text(b.b2) + "]..[" + day_text(b.e1) + ", " +
               day_text(b.e2) + ']';
    }
};

template <>
struct StringMaker<comity::count> {
    static std::string convert(const comity::count& c) {
        return std::to_string(c.certain) + " of " + std::to_string(c.possible);
    }
};

} // namespace Catch
