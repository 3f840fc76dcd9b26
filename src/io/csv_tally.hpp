#pragma once

#include "io/csv_scanner.hpp"
#include <comity/io/load_report.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace comity::detail {

/// The columns of one file by their names in its first row. Throws error (parse_error) where the file has no
/// header or a name stands there twice.
class csv_header {
public:
    explicit csv_header(csv_scanner& scanner);

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    /// The place of a column; it counts as used. Throws error (parse_error) that lists the columns there are.
    std::size_t require(std::string_view name);
    /// The same, or `none`.
    std::size_t find(std::string_view name);
    [[nodiscard]] std::size_t size() const noexcept { return names_.size(); }
    [[nodiscard]] const std::string& name(std::size_t column) const { return names_[column]; }
    [[nodiscard]] std::vector<std::string> unused() const;

private:
    std::string file_;
    std::vector<std::string> names_;
    std::vector<bool> used_;
};

/// Who is told that a date was read by rules of the lenient reader.
class told_leniently {
public:
    virtual void took(lenient_note notes, std::string_view text, std::string_view read_as) = 0;

protected:
    ~told_leniently() = default;
};

/// Counts what becomes of the rows of one file, one after the other.
class csv_tally final : public told_leniently {
public:
    csv_tally(const csv_scanner& scanner, const csv_header& header, load_report& report, std::string source,
              std::size_t most_rejected);

    /// The next row has begun; false if its form is wrong, and then it has been rejected.
    bool begin();
    /// Leaves the row out, because of a field; `none`: because of one that the file does not have.
    void reject(std::size_t column, std::string reason);
    /// A date of the row was read by rules of the lenient reader.
    void took(lenient_note notes, std::string_view text, std::string_view read_as) override;
    /// The row was accepted.
    void accept() { ++(leniently_ ? count().leniently : count().accepted); }
    [[nodiscard]] load_count& count() noexcept { return report_.files[file_]; }
    [[nodiscard]] std::string_view field(std::size_t column) const noexcept {
        return column == csv_header::none ? std::string_view() : scanner_.field(column);
    }

private:
    const csv_scanner& scanner_;
    const csv_header& header_;
    load_report& report_;
    std::size_t file_;
    std::size_t most_rejected_;
    bool leniently_ = false;
};

/// Counts one cell under each of the rules that `use.note` is made of; the first one is the example.
void count_lenient_use(load_report& report, const lenient_use& use);

/// A value as a message shows it: in quotes, the middle of a long one left out, what is not UTF-8 as `?`.
[[nodiscard]] std::string shown(std::string_view value);

} // namespace comity::detail
