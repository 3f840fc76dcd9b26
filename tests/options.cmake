# comity_developer_target(TARGET): the flags of every executable in tests/.
function(comity_developer_target target)
  # Files of tests may give helpers the same names, so that none is compiled together with another.
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF C_EXTENSIONS OFF UNITY_BUILD OFF)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(${target} PRIVATE comity_warnings comity_sanitizers)
  target_compile_definitions(${target} PRIVATE
    COMITY_SOURCE_DIR="${PROJECT_SOURCE_DIR}" COMITY_DATA_DIR="${PROJECT_SOURCE_DIR}/data")
endfunction()

# comity_add_house_test(NAME COMMAND...): a check of the tree or the build. It skips with exit code 77 and a
# line that starts with "skipped:", which says what is missing.
function(comity_add_house_test name)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES LABELS house SKIP_RETURN_CODE 77
    SKIP_REGULAR_EXPRESSION "^skipped:")
endfunction()

# The compiler as a plain command, for tests that ask whether something compiles: one list per language, without
# -std. A system folder given again as -isystem would break #include_next, so those the compiler knows go.
set(COMITY_SYSTEM_DIRS ${Boost_INCLUDE_DIRS})
list(REMOVE_ITEM COMITY_SYSTEM_DIRS ${CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES})
list(TRANSFORM COMITY_SYSTEM_DIRS PREPEND "-isystem")
set(COMITY_TRY_CXX "${CMAKE_CXX_COMPILER}" -x c++ -fsyntax-only "-I${PROJECT_SOURCE_DIR}/include"
  "-I${PROJECT_BINARY_DIR}/generated" "-I${PROJECT_SOURCE_DIR}/capi/include" ${COMITY_SYSTEM_DIRS})
set(COMITY_TRY_C "${CMAKE_C_COMPILER}" -x c -fsyntax-only "-I${PROJECT_SOURCE_DIR}/capi/include")
