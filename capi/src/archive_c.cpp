#include "handles.hpp"
#include "options.hpp"
#include "progress_in.hpp"

#include <comity/io/archive.hpp>

using namespace comity::capi;

int32_t comity_history_write_archive(const comity_history* history, const char* path, size_t length) {
    return comity_history_write_archive_with(history, path, length, nullptr);
}

int32_t comity_history_write_archive_with(const comity_history* history, const char* path, size_t length,
                                          const comity_write_options* options) {
    return guard([&] {
        const auto given = options_in(options);
        comity::write_archive(object(history).value, std::string(text_in(path, length, "path")),
                              progress_in(given.progress, given.user));
    });
}

int32_t comity_history_open(const char* path, size_t length, const comity_open_options* options,
                            comity_history** out) {
    return guard([&] {
        const handle_out result(out);
        const auto given = options_in(options);
        const comity::archive_options how{given.trusted != 0, given.in_memory != 0,
                                          progress_in(given.progress, given.user)};
        result.make(comity::read_archive(std::string(text_in(path, length, "path")), how),
                    std::vector<comity::finding>());
    });
}

int32_t comity_archive_verify(const char* path, size_t length) {
    return comity_archive_verify_with(path, length, nullptr);
}

int32_t comity_archive_verify_with(const char* path, size_t length, const comity_write_options* options) {
    return guard([&] {
        const auto given = options_in(options);
        (void)comity::verify_archive(std::string(text_in(path, length, "path")),
                                     progress_in(given.progress, given.user));
    });
}
