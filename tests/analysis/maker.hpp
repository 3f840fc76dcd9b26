#pragma once

#include <comity/history/builder.hpp>
#include <comity/history/history.hpp>
#include <comity/view/view.hpp>

#include <string>
#include <string_view>

/// Small histories in few words: everything is stated by one article of 2021-09-24, unless it is stated
/// apart.
class maker {
public:
    maker() { add_source("article", "2021-09-24"); }

    void add_source(std::string_view id, std::string_view date) {
        comity::source_record record;
        record.date = date;
        builder_.add_source(id, record);
    }

    comity::node_id node(std::string_view id, comity::kind k, std::string_view period = {}) {
        const comity::node_id n = builder_.add_node(id, k);
        if (!period.empty()) builder_.set_period(n, comity::period_record::of(period));
        return n;
    }

    comity::relation_id relation(std::string_view from, comity::relation_type t, std::string_view to,
                                 std::string_view period = {}) {
        const comity::relation_id r = builder_.add_relation(builder_.node(from), t, builder_.node(to));
        if (!period.empty()) builder_.set_period(r, comity::period_record::of(period));
        return r;
    }

    /// A number or text with the period that it may have.
    template <class Value>
    void attribute(comity::subject s, comity::attribute_type t, Value value, std::string_view period = {}) {
        comity::attribute_record record{t, value};
        if (!period.empty()) record.period = comity::period_record::of(period);
        builder_.add_attribute(s, record);
    }

    void stated(comity::subject s, std::string_view locator, comity::modality m = comity::modality::reported,
                std::string_view source = "article") {
        comity::statement_record record;
        record.source = builder_.source(source);
        record.locator = locator;
        record.modality = m;
        builder_.add_statement(s, record);
    }
    /// That source's own word on when it was.
    void dated_by(comity::subject s, std::string_view source, std::string_view period) {
        comity::statement_record record;
        record.source = builder_.source(source);
        record.locator = "p1";
        record.period = comity::period_record::of(period);
        builder_.add_statement(s, record);
    }
    void denied(comity::subject s, std::string_view locator, std::string_view source = "article") {
        comity::statement_record record;
        record.source = builder_.source(source);
        record.locator = locator;
        record.denies = true;
        builder_.add_statement(s, record);
    }
    void inferred(comity::subject s, std::string_view rule) {
        comity::statement_record record;
        record.source = builder_.source("article");
        record.locator = "p1";
        record.rule = rule;
        builder_.add_statement(s, record);
    }

    [[nodiscard]] comity::builder& builder() { return builder_; }
    [[nodiscard]] comity::history made() { return std::move(builder_).build(); }

private:
    comity::builder builder_;
};
