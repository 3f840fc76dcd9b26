#include "arrow.hpp"

#include "bindings.hpp"

#include <comity/io/table.hpp>

#include <array>
#include <cerrno>
#include <memory>
#include <string>
#include <vector>

namespace comity::python {

namespace {

constexpr std::int64_t ordered = 1;  // the specification's flags
constexpr std::int64_t nullable = 2; //

const char* format_of(column_type t) {
    switch (t) {
    case column_type::text:
        return "U"; // large_utf8
    case column_type::category:
        return "i"; // int32, numbers into the dictionary
    case column_type::integer:
        return "l";
    case column_type::number:
        return "g";
    case column_type::flag:
        return "b";
    case column_type::day:
        break;
    }
    return "tdD"; // date32
}

/// What stands behind one ArrowSchema or ArrowArray: its parts, which it releases unless a consumer has moved
/// them out (a part that is released or moved has no `release` any more).
template <class Struct>
struct parts {
    std::string name;
    std::optional<table_column> held; // keeps the buffers alive
    std::array<const void*, 3> buffers{};
    std::vector<Struct> children;
    std::vector<Struct*> child_pointers;
    std::unique_ptr<Struct> dictionary;

    parts() = default;
    parts(const parts&) = delete;
    parts& operator=(const parts&) = delete;
    ~parts() {
        for (Struct& child : children)
            if (child.release != nullptr) child.release(&child);
        if (dictionary && dictionary->release != nullptr) dictionary->release(dictionary.get());
    }
};

template <class Struct>
void release(Struct* s) {
    s->release = nullptr;
    delete static_cast<parts<Struct>*>(s->private_data);
}

/// Hands `own` over to `s`.
template <class Struct>
void attach(Struct& s, std::unique_ptr<parts<Struct>> own) {
    for (Struct& child : own->children) own->child_pointers.push_back(&child);
    s.n_children = static_cast<std::int64_t>(own->children.size());
    s.children = own->child_pointers.empty() ? nullptr : own->child_pointers.data();
    s.dictionary = own->dictionary.get();
    s.release = &release<Struct>;
    s.private_data = own.release();
}

void describe(ArrowSchema& s, const char* format, std::string name, std::int64_t flags,
              std::unique_ptr<parts<ArrowSchema>> own = std::make_unique<parts<ArrowSchema>>()) {
    own->name = std::move(name);
    s = ArrowSchema{};
    s.format = format;
    s.name = own->name.c_str();
    s.flags = flags;
    attach(s, std::move(own));
}

void describe(ArrowSchema& s, const table_column& c) {
    auto own = std::make_unique<parts<ArrowSchema>>();
    std::int64_t flags = nullable;
    if (c.type() == column_type::category) {
        own->dictionary = std::make_unique<ArrowSchema>();
        describe(*own->dictionary, "U", "", 0);
        if (c.name() == "truth") flags |= ordered; // no < possible < certain
    }
    describe(s, format_of(c.type()), c.name(), flags, std::move(own));
}

void describe(ArrowSchema& s, const table& t) {
    auto own = std::make_unique<parts<ArrowSchema>>();
    own->children.resize(t.column_count());
    for (std::size_t i = 0; i < t.column_count(); ++i) describe(own->children[i], t[i]);
    describe(s, "+s", "", 0, std::move(own));
}

void lend(ArrowArray& a, std::size_t length, std::size_t nulls, std::int64_t buffers,
          std::unique_ptr<parts<ArrowArray>> own) {
    a = ArrowArray{};
    a.length = static_cast<std::int64_t>(length);
    a.null_count = static_cast<std::int64_t>(nulls);
    a.n_buffers = buffers;
    a.buffers = own->buffers.data();
    attach(a, std::move(own));
}

void lend_texts(ArrowArray& a, const table_column& c, const void* validity, std::size_t nulls) {
    auto own = std::make_unique<parts<ArrowArray>>();
    own->held = c;
    const text_list& texts = own->held->buffers().texts;
    own->buffers = {validity, texts.offsets(), texts.bytes()};
    lend(a, texts.size(), nulls, 3, std::move(own));
}

void lend(ArrowArray& a, const table_column& c) {
    const column_buffers& b = c.buffers();
    if (c.type() == column_type::text) return lend_texts(a, c, b.validity, b.nulls);
    auto own = std::make_unique<parts<ArrowArray>>();
    own->held = c;
    own->buffers = {b.validity, b.values, nullptr};
    if (c.type() == column_type::category) {
        own->dictionary = std::make_unique<ArrowArray>();
        lend_texts(*own->dictionary, c, nullptr, 0);
    }
    lend(a, b.rows, b.nulls, 2, std::move(own));
}

void lend(ArrowArray& a, const table& t) {
    auto own = std::make_unique<parts<ArrowArray>>();
    own->children.resize(t.column_count());
    for (std::size_t i = 0; i < t.column_count(); ++i) lend(own->children[i], t[i]);
    lend(a, t.row_count(), 0, 1, std::move(own));
}

/// A stream of one batch.
struct stream_state {
    table all;
    bool sent = false;
};

stream_state& state_of(ArrowArrayStream* s) {
    return *static_cast<stream_state*>(s->private_data);
}

int get_schema(ArrowArrayStream* s, ArrowSchema* out) {
    try {
        describe(*out, state_of(s).all);
        return 0;
    } catch (...) {
        return ENOMEM; // nothing else can fail
    }
}

int get_next(ArrowArrayStream* s, ArrowArray* out) {
    try {
        *out = ArrowArray{}; // released: the end of the stream
        if (!state_of(s).sent) lend(*out, state_of(s).all);
        state_of(s).sent = true;
        return 0;
    } catch (...) {
        return ENOMEM;
    }
}

const char* get_last_error(ArrowArrayStream*) {
    return nullptr;
}

void release_stream(ArrowArrayStream* s) {
    s->release = nullptr;
    delete static_cast<stream_state*>(s->private_data);
}

/// A capsule that owns `s` and releases it unless a consumer has taken it.
template <class Struct>
py::capsule capsule_of(std::unique_ptr<Struct> s, const char* name) {
    py::capsule made(s.get(), name, [](PyObject* capsule) {
        auto* held = static_cast<Struct*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
        if (held->release != nullptr) held->release(held);
        delete held;
    });
    static_cast<void>(s.release()); // the capsule's now
    return made;
}

py::capsule schema_capsule(const table& t) {
    auto schema = std::make_unique<ArrowSchema>();
    describe(*schema, t);
    return capsule_of(std::move(schema), "arrow_schema");
}

py::capsule stream_capsule(const table& t) {
    auto stream = std::make_unique<ArrowArrayStream>();
    stream->get_schema = &get_schema;
    stream->get_next = &get_next;
    stream->get_last_error = &get_last_error;
    stream->release = &release_stream;
    stream->private_data = new stream_state{t};
    return capsule_of(std::move(stream), "arrow_array_stream");
}

} // namespace

void register_arrow(py::module_& m) {
    m.def("arrow_schema", &schema_capsule, py::arg("table"));
    m.def("arrow_stream", &stream_capsule, py::arg("table"));
}

} // namespace comity::python
