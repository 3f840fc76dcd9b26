# The C API is tested in C, one executable and one ctest entry per file: tests/capi/<noun>.test.c. Files that
# must be C++ (what the guard does with an exception, say) are tests/capi/<noun>.test.cpp, with Catch2; they see
# the inside, so they are linked with the sources of the C API and not with the library.
# support/*.c serves all, support/<noun>.cpp the test of that name.

if(NOT TARGET comity_capi)
  return()
endif()
find_package(Threads REQUIRED)
file(GLOB COMITY_CAPI_TESTS CONFIGURE_DEPENDS "capi/*.test.c" "capi/*.test.cpp")
file(GLOB COMITY_CAPI_SUPPORT CONFIGURE_DEPENDS "capi/support/*.c")
foreach(file IN LISTS COMITY_CAPI_TESTS)
  get_filename_component(name "${file}" NAME_WE)
  add_executable(capi_${name} "${file}")
  comity_developer_target(capi_${name})
  target_compile_features(capi_${name} PRIVATE c_std_11 cxx_std_20)
  if(file MATCHES "\\.c$")
    target_sources(capi_${name} PRIVATE ${COMITY_CAPI_SUPPORT})
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/capi/support/${name}.cpp")
      target_sources(capi_${name} PRIVATE "capi/support/${name}.cpp")
    endif()
    target_link_libraries(capi_${name} PRIVATE comity::capi Threads::Threads)
  else()
    file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/capi/src/*.cpp")
    target_sources(capi_${name} PRIVATE main.cpp ${sources})
    target_compile_definitions(capi_${name} PRIVATE COMITY_EXPERIMENTAL COMITY_BUILDING_CAPI)
    target_include_directories(capi_${name} PRIVATE
      "${PROJECT_SOURCE_DIR}/capi/include" "${PROJECT_SOURCE_DIR}/capi/src")
    target_link_libraries(capi_${name} PRIVATE comity::comity comity_catch)
  endif()
  add_test(NAME capi.${name} COMMAND capi_${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(capi.${name} PROPERTIES LABELS capi TIMEOUT 300)
endforeach()
