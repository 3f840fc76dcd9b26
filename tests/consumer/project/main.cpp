#if __has_include(<comity/comity.hpp>)
#include <comity/comity.hpp>
#endif
#include <comity/version.hpp>

#include <iostream>

int main() {
    std::cout << "comity " << comity::library_version() << '\n';
    return comity::library_version() == comity::header_version ? 0 : 1;
}
