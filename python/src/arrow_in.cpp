// Columns in from whoever speaks the Arrow C stream interface, without a library of Arrow on our side.

#include "bulk.hpp"

#include <comity/error.hpp>
#include <comity/io/table_builder.hpp>
#include <comity/time/day.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace comity::python {

namespace {

/// A struct of the interface that is released when it goes.
template <class Struct>
struct released : Struct {
    released() : Struct{} {}
    released(const released&) = delete;
    released& operator=(const released&) = delete;
    ~released() {
        if (this->release != nullptr) this->release(this);
    }
};

/// One column of one batch: buffers and the row at which it begins.
struct cells_in {
    const ArrowArray& array;
    std::int64_t first;

    template <class T>
    [[nodiscard]] const T& at(std::size_t buffer, std::int64_t row) const {
        return static_cast<const T*>(array.buffers[buffer])[first + row];
    }
    [[nodiscard]] bool is_null(std::int64_t row) const {
        if (array.n_buffers == 0 || array.buffers[0] == nullptr) return false;
        const std::int64_t bit = first + row;
        return ((static_cast<const std::uint8_t*>(array.buffers[0])[bit / 8] >> (bit % 8)) & 1) == 0;
    }
};

template <class Offset>
std::string_view text_in(const cells_in& c, std::int64_t row) {
    const auto begin = static_cast<std::size_t>(c.at<Offset>(1, row));
    const auto end = static_cast<std::size_t>(c.at<Offset>(1, row + 1));
    return {static_cast<const char*>(c.array.buffers[2]) + begin, end - begin};
}

/// Arrow's "string view": short texts stand in the view itself.
std::string_view viewed_text(const cells_in& c, std::int64_t row) {
    struct string_view_cell {
        std::int32_t length;
        std::array<char, 4> prefix;
        std::int32_t buffer;
        std::int32_t offset;
    };
    const auto& cell = c.at<string_view_cell>(1, row);
    constexpr std::int32_t inlined = 12;
    const auto size = static_cast<std::size_t>(cell.length);
    if (cell.length <= inlined) return {reinterpret_cast<const char*>(&cell) + sizeof cell.length, size};
    const auto* bytes = static_cast<const char*>(c.array.buffers[2 + cell.buffer]);
    return {bytes + cell.offset, size};
}

using text_reader = std::string_view (*)(const cells_in&, std::int64_t);
using number_reader = std::int64_t (*)(const cells_in&, std::int64_t);

text_reader text_reader_for(std::string_view format) {
    if (format == "u") return &text_in<std::int32_t>;
    if (format == "U") return &text_in<std::int64_t>;
    return format == "vu" ? &viewed_text : nullptr;
}

template <class T>
std::int64_t number_in(const cells_in& c, std::int64_t row) {
    return static_cast<std::int64_t>(c.at<T>(1, row));
}

number_reader number_reader_for(std::string_view format) {
    static constexpr std::pair<char, number_reader> readers[] = {
        {'c', &number_in<std::int8_t>},   {'C', &number_in<std::uint8_t>}, {'s', &number_in<std::int16_t>},
        {'S', &number_in<std::uint16_t>}, {'i', &number_in<std::int32_t>}, {'I', &number_in<std::uint32_t>},
        {'l', &number_in<std::int64_t>},  {'L', &number_in<std::uint64_t>}};
    for (const auto& [letter, reader] : readers)
        if (format.size() == 1 && format[0] == letter) return reader;
    return nullptr;
}

/// A moment as EDTF: a day, or a date-time where it is not midnight; `per_day` ticks make a day.
std::string moment_text(std::int64_t ticks, std::int64_t per_day, bool utc) {
    std::int64_t number = ticks / per_day;
    std::int64_t rest = ticks % per_day;
    if (rest < 0) {
        rest += per_day;
        --number;
    }
    std::string text = day(number).to_string();
    if (rest == 0) return text;
    constexpr std::int64_t seconds = 86'400;
    const std::int64_t second = rest / (per_day / seconds);
    const auto two_digits = [](std::int64_t n) {
        return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
    };
    text +=
        'T' + two_digits(second / 3600) + ':' + two_digits(second / 60 % 60) + ':' + two_digits(second % 60);
    const std::int64_t ticks_a_second = per_day / seconds;
    if (const std::int64_t fraction = rest % ticks_a_second; fraction != 0)
        text += '.' + std::to_string(ticks_a_second + fraction).substr(1); // with the zeros before it
    return text + (utc ? "Z" : "");
}

/// One column while its batches come in.
class incoming {
public:
    virtual ~incoming() = default;
    virtual void add(const ArrowArray& array, std::int64_t first, std::int64_t count) = 0;
    [[nodiscard]] virtual table_column built() = 0;
};

/// A column whose cells come one by one through a function that adds the cell of a row.
template <class Add>
class plain_incoming final : public incoming {
public:
    plain_incoming(const std::string& name, column_type type, Add add)
        : builder_(name, type), add_(std::move(add)) {}
    void add(const ArrowArray& array, std::int64_t first, std::int64_t count) override {
        const cells_in cells{array, first + array.offset};
        for (std::int64_t row = 0; row < count; ++row) {
            if (cells.is_null(row))
                builder_.null();
            else
                add_(builder_, cells, row);
        }
    }
    [[nodiscard]] table_column built() override { return std::move(builder_).build(); }

private:
    column_builder builder_;
    Add add_;
};

template <class Add>
std::unique_ptr<incoming> plain_column(const std::string& name, column_type type, Add add) {
    return std::make_unique<plain_incoming<Add>>(name, type, std::move(add));
}

/// Numbers into a dictionary, which may differ from batch to batch.
class dictionary_incoming final : public incoming {
public:
    dictionary_incoming(const std::string& name, number_reader numbers, text_reader texts)
        : builder_(name, column_type::category), numbers_(numbers), texts_(texts) {}
    void add(const ArrowArray& array, std::int64_t first, std::int64_t count) override {
        const cells_in words{*array.dictionary, array.dictionary->offset};
        std::vector<std::int32_t> known(static_cast<std::size_t>(array.dictionary->length), -1);
        const cells_in cells{array, first + array.offset};
        for (std::int64_t row = 0; row < count; ++row) {
            if (cells.is_null(row)) {
                builder_.null();
                continue;
            }
            const std::int64_t code = numbers_(cells, row);
            if (code < 0 || code >= array.dictionary->length)
                throw error(errc::invalid_argument, "row " + std::to_string(row) + " of column '" +
                                                        builder_.name() + "' has number " +
                                                        std::to_string(code) + " into " +
                                                        std::to_string(array.dictionary->length) + " texts");
            if (words.is_null(code)) {
                builder_.null();
                continue;
            }
            std::int32_t& number = known[static_cast<std::size_t>(code)];
            if (number < 0) number = builder_.intern(texts_(words, code));
            builder_.category(number);
        }
    }
    [[nodiscard]] table_column built() override { return std::move(builder_).build(); }

private:
    column_builder builder_;
    number_reader numbers_;
    text_reader texts_;
};

std::unique_ptr<incoming> moments(const std::string& name, std::string_view format) {
    constexpr std::int64_t seconds = 86'400;
    const std::int64_t per_day = seconds * (format[2] == 's'   ? 1
                                            : format[2] == 'm' ? 1'000
                                            : format[2] == 'u' ? 1'000'000
                                                               : 1'000'000'000);
    const std::string_view zone = format.substr(4);
    const bool utc = !zone.empty();
    if (utc) check_zone("column '" + name + "'", zone);
    return plain_column(name, column_type::text,
                        [per_day, utc](column_builder& b, const cells_in& c, std::int64_t row) {
                            b.text(moment_text(c.at<std::int64_t>(1, row), per_day, utc));
                        });
}

/// A name may be left out, which says the same as an empty one.
std::string name_of(const ArrowSchema& schema) {
    return schema.name == nullptr ? "" : schema.name;
}

std::unique_ptr<incoming> column_for(const ArrowSchema& schema, bool wanted) {
    const std::string name = name_of(schema);
    const std::string_view format = schema.format;
    const auto nothing = [](column_builder& b, const cells_in&, std::int64_t) { b.null(); };
    if (!wanted || format == "n") return plain_column(name, column_type::text, nothing);
    const text_reader texts =
        text_reader_for(schema.dictionary != nullptr ? std::string_view(schema.dictionary->format) : format);
    const number_reader numbers = number_reader_for(format);
    if (schema.dictionary != nullptr && texts != nullptr && numbers != nullptr)
        return std::make_unique<dictionary_incoming>(name, numbers, texts);
    if (schema.dictionary == nullptr && texts != nullptr)
        return plain_column(
            name, column_type::text,
            [texts](column_builder& b, const cells_in& c, std::int64_t row) { b.text(texts(c, row)); });
    if (schema.dictionary == nullptr && numbers != nullptr)
        return plain_column(name, column_type::integer,
                            [numbers](column_builder& b, const cells_in& c, std::int64_t row) {
                                b.integer(numbers(c, row));
                            });
    if (format == "tdD")
        return plain_column(name, column_type::day,
                            [](column_builder& b, const cells_in& c, std::int64_t row) {
                                b.day(day(c.at<std::int32_t>(1, row)));
                            });
    if (format == "tdm")
        return plain_column(name, column_type::text,
                            [](column_builder& b, const cells_in& c, std::int64_t row) {
                                b.text(moment_text(c.at<std::int64_t>(1, row), 86'400'000, false));
                            });
    if (format.size() >= 4 && format.substr(0, 2) == "ts") return moments(name, format);
    throw error(errc::invalid_argument, "column '" + name + "' has the Arrow type '" + std::string(format) +
                                            "'; expected texts, whole numbers, dates or timestamps");
}

void check(ArrowArrayStream& stream, int outcome) {
    if (outcome == 0) return;
    const char* why = stream.get_last_error == nullptr ? nullptr : stream.get_last_error(&stream);
    throw error(errc::invalid_argument,
                std::string("the Arrow stream failed: ") + (why == nullptr ? std::strerror(outcome) : why));
}

} // namespace

void check_zone(std::string_view where, std::string_view zone) {
    for (const std::string_view utc : {"UTC", "Etc/UTC", "Z", "+00:00"})
        if (zone == utc) return;
    throw error(
        errc::invalid_argument,
        std::string(where) + ": a moment in the zone " + std::string(zone) +
            " is not on the same day everywhere; for the day on which it was there drop the zone, for the "
            "other convert to UTC");
}

table table_from(ArrowArrayStream& stream, const std::vector<std::string>& names) {
    released<ArrowSchema> schema;
    check(stream, stream.get_schema(&stream, &schema));
    if (std::string_view(schema.format) != "+s")
        throw error(errc::invalid_argument,
                    std::string("the Arrow stream is of type '") + schema.format + "'; expected columns");
    std::vector<std::unique_ptr<incoming>> columns;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const ArrowSchema& child = *schema.children[i];
        const bool wanted = std::find(names.begin(), names.end(), name_of(child)) != names.end();
        columns.push_back(column_for(child, wanted));
    }
    for (;;) {
        released<ArrowArray> batch;
        check(stream, stream.get_next(&stream, &batch));
        if (batch.release == nullptr) break;
        for (std::size_t i = 0; i < columns.size(); ++i)
            columns[i]->add(*batch.children[i], batch.offset, batch.length);
    }
    std::vector<table_column> built;
    built.reserve(columns.size());
    for (const auto& c : columns) built.push_back(c->built());
    return table(std::move(built));
}

} // namespace comity::python
