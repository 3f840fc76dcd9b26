// Feeds every file of a seed corpus to a fuzz target once, so that a compiler without libFuzzer tests it too.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char* argv[]) {
    std::size_t files = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::vector<char> chars{std::istreambuf_iterator<char>(in), {}};
            const std::vector<std::uint8_t> bytes(chars.begin(), chars.end());
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
            ++files;
        }
    }
    std::cout << "replayed " << files << " files\n";
    return files == 0 ? 1 : 0; // a corpus that went missing is a failure, not a pass
}
