#pragma once

#include "history/store.hpp"
#include "pulse.hpp"
#include <comity/history/history.hpp>

#include <rapidjson/document.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::detail {

/// Turns a history into the text of a history file. What a file gave is written where the file had it: a
/// statement's own values with the statement, the rest with the record.
class json_writer {
public:
    json_writer(const history& h, const progress& tell)
        : history_(h),
          store_(*h.store()),
          beat_(tell, "writing the history", h.source_count() + h.node_count() + h.relation_count()) {}

    [[nodiscard]] std::string write();

private:
    using value = rapidjson::Value;
    using text_and_language = std::vector<std::pair<std::string, std::string>>;

    /// Statements about one thing, told apart as the format does.
    struct entry {
        std::uint32_t statement;
        std::vector<attribute_id> values; ///< that it alone states
    };
    struct telling {
        std::vector<entry> entries;
        std::vector<attribute_id> values; ///< of the record
    };

    // Small steps: a member is added unless there is nothing to say.

    [[nodiscard]] value text(std::string_view t);
    void add(value& object, const char* name, value v);
    void add_text(value& object, const char* name, std::string_view t);
    void add_texts(value& object, const char* name, const std::vector<std::string>& texts);
    void add_in_languages(value& object, const char* name, const text_and_language& texts);
    void add_labels(value& object, const std::vector<label_text>& labels);
    /// One section of the file: a line or more a record.
    template <class Make>
    void section(const char* name, std::size_t count, Make&& make);
    void begin_member(std::string_view name);

    // json_writer.cpp
    void write_head();
    void write_schema();
    [[nodiscard]] value kind_of(const kind_definition& k);
    [[nodiscard]] value relation_type_of(const relation_type_definition& t);
    [[nodiscard]] value attribute_type_of(const attribute_type_definition& t);
    [[nodiscard]] value source_of(const source& s);

    // json_writer_facts.cpp
    [[nodiscard]] value node_of(const node& n);
    [[nodiscard]] value relation_of(const relation& r);
    void add_facts(value& object, subject about);
    void add_dates(value& object, date_id begin, date_id end, nature n);
    void add_values(value& object, std::span<const attribute_id> values, bool with_statements);
    [[nodiscard]] value attribute_of(const attribute& a, bool with_statements);
    [[nodiscard]] value entry_of(const entry& e, subject about);
    [[nodiscard]] value statement_of(std::uint32_t i);
    void add_inference(value& object, std::uint32_t i);
    void add_stated(value& object, std::vector<value> entries);
    [[nodiscard]] telling tell(subject about) const;
    [[nodiscard]] bool states_alone(const entry& e, std::uint32_t i) const;
    [[nodiscard]] bool states_the_record(std::uint32_t i, subject about) const;
    [[nodiscard]] std::pair<date_id, date_id> dates_given(subject about) const;

    history history_;
    const store& store_;
    pulse beat_; ///< by records
    rapidjson::Document memory_;
    std::string out_;
    bool first_member_ = true;
};

} // namespace comity::detail
