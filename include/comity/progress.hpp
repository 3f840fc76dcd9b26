#pragma once

#include <functional>
#include <string_view>

namespace comity {

/// How long work tells how far it has come and asks whether to go on. `stage` names what is being done; in
/// each, `done` rises from 0 to 1, which the last call tells, but for analyses and listings, which only
/// estimate how much there is to do and may end below. Return false to stop: the work then throws error
/// (cancelled) and leaves everything as it was, even if it was done. Called from the thread that asked for
/// the work, a few times in 100 ms. An empty one is never called. Since 0.1.
using progress = std::function<bool(double done, std::string_view stage)>;

} // namespace comity
