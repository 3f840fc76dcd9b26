#include "io/gzip_source.hpp"

#include "io/inflater.hpp"

#include <comity/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <utility>
#include <vector>

namespace comity::detail {
namespace {

class gzip_source final : public byte_source {
public:
    gzip_source(std::unique_ptr<byte_source> packed, std::string name)
        : packed_(std::move(packed)), name_(std::move(name)), buffer_(piece + slack) {}

    std::size_t read(char* to, std::size_t most) override {
        std::size_t made = 0;
        while (made < most) {
            if (!within_member_ && !begin_member()) break;
            const inflater::step s = inflater_.unpack(left_, to + made, most - made);
            if (s.fault != nullptr) fail(s.fault);
            made += s.made;
            within_member_ = !s.ended;
            if (s.made == 0 && !s.ended && left_.empty() && !refill()) fail("it ends in the middle");
        }
        return made;
    }

private:
    static constexpr std::size_t piece = std::size_t{1} << 14;
    static constexpr std::size_t slack = 64; ///< of damaged data more may be looked at than there is

    bool refill() {
        left_ = {buffer_.data(), packed_->read(buffer_.data(), piece)};
        return !left_.empty();
    }

    /// Files may be several gzip members in a row, and tapes pad the last one with zeros.
    bool begin_member() {
        while (left_.empty() || (members_ != 0 && left_.front() == 0)) {
            if (!left_.empty())
                left_.remove_prefix(1);
            else if (!refill())
                return false;
        }
        if (members_ != 0 && !may_be_member())
            fail("after the packed data follows something that is not gzip");
        if (members_++ != 0) inflater_.begin();
        return true;
    }
    /// Whether what is left begins as a member does.
    [[nodiscard]] bool may_be_member() const {
        constexpr std::string_view magic = "\x1f\x8b";
        return left_.substr(0, magic.size()) == magic.substr(0, left_.size());
    }

    [[noreturn]] void fail(const std::string& why) const {
        throw error(errc::parse_error, "can't unpack '" + name_ + "': " + why);
    }

    std::unique_ptr<byte_source> packed_;
    std::string name_;
    std::vector<char> buffer_;
    std::string_view left_; ///< of what was read into it
    inflater inflater_;
    std::size_t members_ = 0;
    bool within_member_ = false;
};

} // namespace

std::unique_ptr<byte_source> unpacked_gzip(std::unique_ptr<byte_source> packed, std::string name) {
    return std::make_unique<gzip_source>(std::move(packed), std::move(name));
}

std::optional<std::uint32_t> told_size(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, 2> start{};
    std::array<char, 4> told{};
    const bool packed = file.read(start.data(), start.size()) && start == std::array{'\x1f', '\x8b'};
    const auto length = static_cast<std::streamoff>(told.size());
    if (!packed || !file.seekg(-length, std::ios::end) || !file.read(told.data(), length))
        return std::nullopt;
    std::uint32_t size = 0; // the lowest byte first, whatever the processor
    for (auto byte = told.rbegin(); byte != told.rend(); ++byte)
        size = size << 8 | static_cast<unsigned char>(*byte);
    return size;
}

} // namespace comity::detail
