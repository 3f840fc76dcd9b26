#include <comity.h>
#include <stdio.h>

int main(void) {
    printf("comity ABI %d\n", (int)comity_abi_version());
    return comity_abi_version() == COMITY_ABI_VERSION ? 0 : 1;
}
