# comity_tests: every tests/**/*.test.cpp of the core in one executable, so that Catch2's main is compiled once.
# Run one case with: build/dev/tests/comity_tests "day: *"

find_path(COMITY_CATCH_INCLUDE_DIR NAMES catch2/catch.hpp catch2/catch_all.hpp)
mark_as_advanced(COMITY_CATCH_INCLUDE_DIR)
if(NOT COMITY_CATCH_INCLUDE_DIR)
  message(FATAL_ERROR "The tests need Catch2. On Debian: apt-get install catch2. "
    "To build without them: -D COMITY_BUILD_TESTS=OFF.")
endif()
find_package(Catch2 3 QUIET)
if(NOT TARGET Catch2::Catch2) # 2.13, or none: the header is enough
  add_library(comity_catch INTERFACE IMPORTED)
  target_include_directories(comity_catch INTERFACE "${COMITY_CATCH_INCLUDE_DIR}")
else()
  add_library(comity_catch ALIAS Catch2::Catch2)
endif()

file(GLOB COMITY_UNIT_TESTS CONFIGURE_DEPENDS "*.test.cpp" "support/*.cpp")
foreach(floor IN LISTS COMITY_FLOORS)
  file(GLOB_RECURSE floor_tests CONFIGURE_DEPENDS "${floor}/*.test.cpp")
  list(APPEND COMITY_UNIT_TESTS ${floor_tests})
endforeach()

add_executable(comity_tests ${COMITY_UNIT_TESTS} main.cpp)
comity_developer_target(comity_tests)
# A few tests look at what is private to the library: "history/slots.hpp".
target_include_directories(comity_tests PRIVATE "${PROJECT_SOURCE_DIR}/src")
find_package(Threads REQUIRED)
target_link_libraries(comity_tests PRIVATE comity::comity comity_catch Threads::Threads)
comity_precompile(comity_tests "${CMAKE_CURRENT_SOURCE_DIR}/catch.hpp")
set_source_files_properties(main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON) # asks Catch for its main
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(comity_tests PRIVATE -Wno-parentheses) # Catch's own pragma is lost when it is precompiled
endif()
if(COMITY_SANITIZE AND NOT MSVC)
  # Catch2 itself is not what is being examined, and takes a minute to compile with instrumentation. Last in the
  # list above, so that where it shares template code with a test, the test's instrumented copy is linked.
  set_source_files_properties(main.cpp PROPERTIES COMPILE_OPTIONS "-fno-sanitize=all;-O0")
endif()
# In two parts, which take about as long: under the sanitizers nothing else would run beside the one.
add_test(NAME comity_tests.io COMMAND comity_tests "[io]" WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
add_test(NAME comity_tests.other COMMAND comity_tests "~[io]~[.]" WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
set_tests_properties(comity_tests.io comity_tests.other PROPERTIES LABELS catch TIMEOUT 1500)
