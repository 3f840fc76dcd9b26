#include "io/byte_source.hpp"

#include "io/open_file.hpp"
#include "io/read_ahead.hpp"
#include <comity/error.hpp>

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

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

class gzip_source final : public byte_source {
public:
    gzip_source(std::unique_ptr<byte_source> packed, std::string name)
        : packed_(std::move(packed)), name_(std::move(name)), buffer_(std::size_t{1} << 16) {
        constexpr int gzip_only = 16 + MAX_WBITS;
        if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
    }
    ~gzip_source() override { (void)inflateEnd(&stream_); }
    gzip_source(const gzip_source&) = delete;
    gzip_source& operator=(const gzip_source&) = delete;

    std::size_t read(char* to, std::size_t most) override {
        const auto room = static_cast<uInt>(std::min<std::size_t>(most, std::size_t{1} << 30));
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = room;
        while (stream_.avail_out == room && !done_) step();
        return room - stream_.avail_out;
    }

private:
    void step() {
        if (stream_.avail_in == 0) {
            const std::size_t n = packed_->read(buffer_.data(), buffer_.size());
            if (n == 0) {
                if (within_member_) fail("it ends in the middle");
                done_ = true;
                return;
            }
            stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
            stream_.avail_in = static_cast<uInt>(n);
        }
        if (!within_member_ && !begin_member()) return;
        const int result = inflate(&stream_, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            within_member_ = false;
            return;
        }
        if (result == Z_MEM_ERROR) throw std::bad_alloc();
        if (result != Z_OK && result != Z_BUF_ERROR) fail(stream_.msg != nullptr ? stream_.msg : "not gzip");
    }

    /// Files may be several gzip members in a row, and tapes pad the last one with zeros.
    bool begin_member() {
        while (members_ != 0 && stream_.avail_in != 0 && *stream_.next_in == 0) {
            ++stream_.next_in;
            --stream_.avail_in;
        }
        if (stream_.avail_in == 0) return false;
        if (members_++ != 0) (void)inflateReset(&stream_);
        within_member_ = true;
        return true;
    }

    [[noreturn]] void fail(const std::string& why) const {
        throw error(errc::parse_error, "can't unpack '" + name_ + "': " + why);
    }

    std::unique_ptr<byte_source> packed_;
    std::string name_;
    std::vector<char> buffer_;
    z_stream stream_{};
    std::size_t members_ = 0;
    bool within_member_ = false;
    bool done_ = false;
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
    if (!packed) return whole;
    // Unpacking takes about as long as reading what comes of it: each has a core of its own.
    return read_ahead(std::make_unique<gzip_source>(std::move(whole), std::move(name)));
}

} // namespace

std::unique_ptr<byte_source> open_bytes(const std::string& path, bytes_read& read) {
    return unpacked(std::make_unique<file_source>(path, read), path);
}

std::unique_ptr<byte_source> bytes_of(std::string_view bytes, std::string name, bytes_read& read) {
    return unpacked(std::make_unique<memory_source>(bytes, read), std::move(name));
}

} // namespace comity::detail
