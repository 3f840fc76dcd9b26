# The C API is tested in C, one executable and one ctest entry per file: tests/capi/<noun>.test.c. What looks at its
# inside is C++, tests/capi/<noun>.test.cpp, and linked with the objects that the library is made of.
# support/*.c serves all of them, support/failing_new.cpp those whose names end in memory.

if(NOT TARGET comity_capi)
  return()
endif()
find_package(Threads REQUIRED)
file(GLOB COMITY_CAPI_TESTS CONFIGURE_DEPENDS "capi/*.test.c" "capi/*.test.cpp")
file(GLOB COMITY_CAPI_SUPPORT CONFIGURE_DEPENDS "capi/support/*.c")
add_library(capi_support OBJECT ${COMITY_CAPI_SUPPORT})
comity_developer_target(capi_support)
target_compile_features(capi_support PRIVATE c_std_11)
target_include_directories(capi_support PRIVATE "${PROJECT_SOURCE_DIR}/capi/include")

foreach(file IN LISTS COMITY_CAPI_TESTS)
  get_filename_component(name "${file}" NAME_WE)
  add_executable(capi_${name} "${file}" $<TARGET_OBJECTS:capi_support>)
  comity_developer_target(capi_${name})
  target_compile_features(capi_${name} PRIVATE c_std_11 cxx_std_20)
  target_link_libraries(capi_${name} PRIVATE Threads::Threads)
  if(file MATCHES "\\.cpp$")
    target_include_directories(capi_${name} PRIVATE
      "${PROJECT_SOURCE_DIR}/capi/include" "${PROJECT_SOURCE_DIR}/capi/src")
    target_sources(capi_${name} PRIVATE $<TARGET_OBJECTS:comity_capi_objects>)
    target_link_libraries(capi_${name} PRIVATE comity::comity)
  else()
    target_link_libraries(capi_${name} PRIVATE comity::capi)
  endif()
  if(name MATCHES "memory$")
    target_sources(capi_${name} PRIVATE capi/support/failing_new.cpp)
  endif()
  add_test(NAME capi.${name} COMMAND capi_${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(capi.${name} PROPERTIES LABELS capi TIMEOUT 300)
endforeach()

# A foreign language at the border. A sanitized library can't be loaded into an interpreter that is not.
find_package(Python3 QUIET COMPONENTS Interpreter)
if(Python3_FOUND AND NOT COMITY_SANITIZE)
  add_test(NAME capi.ctypes COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/capi/ctypes_smoke.py"
    "$<TARGET_FILE:comity_capi>" "${PROJECT_SOURCE_DIR}/capi/include"
    "${PROJECT_SOURCE_DIR}/data/sco-information-security.json")
  set_tests_properties(capi.ctypes PROPERTIES LABELS capi)
endif()
