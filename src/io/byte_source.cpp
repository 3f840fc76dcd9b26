#include "io/byte_source.hpp"

#include "io/gzip_source.hpp"
#include "io/open_file.hpp"
#include <comity/error.hpp>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace comity::detail {
namespace {

class file_source final : public byte_source {
public:
    file_source(const std::string& path, bytes_read& read) : path_(path), read_(read) {
        std::error_code unknown;
        if (std::filesystem::is_directory(path, unknown)) fail(EISDIR);
        file_.reset(std::fopen(path.c_str(), "rb"));
        if (!file_) fail(errno);
        (void)std::setvbuf(file_.get(), nullptr, _IONBF, 0); // we read large pieces ourselves
        const auto size = std::filesystem::file_size(path, unknown);
        read_.total = unknown ? 0 : size;
    }
    std::size_t read(char* to, std::size_t most) override {
        const std::size_t n = std::fread(to, 1, most, file_.get());
        if (n == 0 && std::ferror(file_.get()) != 0) fail(errno);
        read_.done += n;
        return n;
    }

private:
    [[noreturn]] void fail(int reason) const {
        throw error(errc::io_error, "can't read '" + path_ + "': " + std::generic_category().message(reason));
    }

    std::string path_;
    bytes_read& read_;
    open_file file_;
};

class memory_source final : public byte_source {
public:
    memory_source(std::string_view bytes, bytes_read& read) : left_(bytes), read_(read) {
        read_.total = bytes.size();
    }
    std::size_t read(char* to, std::size_t most) override {
        const std::size_t n = std::min(most, left_.size());
        if (n != 0) std::memcpy(to, left_.data(), n);
        left_.remove_prefix(n);
        read_.done += n;
        return n;
    }

private:
    std::string_view left_;
    bytes_read& read_;
};

/// Gives back what was looked at before what is still to come.
class resumed_source final : public byte_source {
public:
    resumed_source(std::string seen, std::unique_ptr<byte_source> rest)
        : seen_(std::move(seen)), rest_(std::move(rest)) {}
    std::size_t read(char* to, std::size_t most) override {
        if (at_ == seen_.size()) return rest_->read(to, most);
        const std::size_t n = seen_.copy(to, most, at_);
        at_ += n;
        return n;
    }

private:
    std::string seen_;
    std::size_t at_ = 0;
    std::unique_ptr<byte_source> rest_;
};

std::unique_ptr<byte_source> unpacked(std::unique_ptr<byte_source> source, std::string name) {
    std::string start(2, '\0');
    std::size_t n = 0;
    while (n < start.size()) {
        const std::size_t more = source->read(start.data() + n, start.size() - n);
        if (more == 0) break;
        n += more;
    }
    start.resize(n);
    const bool packed = start == "\x1f\x8b";
    std::unique_ptr<byte_source> whole = std::make_unique<resumed_source>(start, std::move(source));
    return packed ? unpacked_gzip(std::move(whole), std::move(name)) : std::move(whole);
}

} // namespace

double length_of_text(const bytes_read& read, std::uint64_t text) noexcept {
    if (read.done == 0) return 0;
    const double share = static_cast<double>(std::uint64_t{read.done}) / static_cast<double>(read.total);
    const double as_it_began = static_cast<double>(text) / share;
    const auto told = static_cast<double>(std::uint64_t{read.told});
    if (told == 0) return as_it_began;
    constexpr double limit = 4294967296; // what it says is known but for multiples of this
    const double size = told + limit * std::max(0.0, std::round((as_it_began - told) / limit));
    return size > as_it_began / 2 && size < as_it_began * 2 ? size : as_it_began;
}

std::unique_ptr<byte_source> open_bytes(const std::string& path, bytes_read& read) {
    auto file = std::make_unique<file_source>(path, read);
    if (read.total != 0)
        read.told = told_size(path).value_or(0); // what is no file, as a pipe, can be read once
    return unpacked(std::move(file), path);
}

std::unique_ptr<byte_source> bytes_of(std::string_view bytes, std::string name, bytes_read& read) {
    return unpacked(std::make_unique<memory_source>(bytes, read), std::move(name));
}

} // namespace comity::detail
