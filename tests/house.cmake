# Checks of the tree and of the shared library's border.

comity_add_house_test(structure sh tests/structure.sh)
comity_add_house_test(format sh tests/format.sh)
find_package(Python3 QUIET COMPONENTS Interpreter)
if(Python3_FOUND)
  comity_add_house_test(history_schema "${Python3_EXECUTABLE}" tests/history_schema.py)
else()
  comity_add_house_test(history_schema "${CMAKE_COMMAND}" -E echo "skipped: needs Python 3")
endif()
if(TARGET comity_capi AND UNIX AND NOT APPLE)
  comity_add_house_test(abi.symbols sh tests/abi.sh symbols "$<TARGET_FILE:comity_capi>")
  comity_add_house_test(abi.baseline sh tests/abi.sh check "$<TARGET_FILE:comity_capi>")
endif()
