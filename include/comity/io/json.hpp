#pragma once

#include <comity/history/finding.hpp>
#include <comity/history/history.hpp>
#include <comity/progress.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace comity {

// The human-friendly history file; its format is data/comity-history.schema.json.

/// Reads a history file. Throws error (io_error) if it can't be read, findings_error if anything in it is
/// wrong: all mistakes in one go, each with file, line, column, the value and what was expected. Nothing
/// half-loads. Throws error (cancelled) if `tell` wants no more. O(size of the file). Since 0.1.
[[nodiscard]] history read_json(const std::string& path, const progress& tell = {});

/// The same from memory; `name` stands for the file in findings. Since 0.1.
[[nodiscard]] history read_json_text(std::string_view text, std::string_view name = "text",
                                     const progress& tell = {});

/// The same without throwing for what is in the text: all findings, warnings and notes too, are appended, and
/// nothing is returned if one of them is an error. Since 0.1.
[[nodiscard]] std::optional<history> try_read_json_text(std::string_view text, std::string_view name,
                                                        std::vector<finding>& findings,
                                                        const progress& tell = {});
/// The same from a file. Throws error (io_error) only if the file can't be read. Since 0.1.
[[nodiscard]] std::optional<history> try_read_json(const std::string& path, std::vector<finding>& findings,
                                                   const progress& tell = {});

/// The history as the text of a history file; reading it gives an equal history, and equal histories have
/// equal texts. A record that fits stands on one line. Throws error (invalid_argument) for a text that is not
/// UTF-8 and a number that is not finite, which JSON can't hold; error (cancelled). O(size of the history).
/// Since 0.1.
[[nodiscard]] std::string to_json_text(const history& h, const progress& tell = {});

/// Writes it to a file, which is replaced as a whole or not at all. Throws error (io_error), and as
/// to_json_text does. Since 0.1.
void write_json(const history& h, const std::string& path, const progress& tell = {});

} // namespace comity
