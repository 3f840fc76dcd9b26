# comity::comity, the C++ library: floors time, schema, history, view, analysis and the door io.

configure_file("${PROJECT_SOURCE_DIR}/cmake/version.hpp.in"
  "${PROJECT_BINARY_DIR}/generated/comity/version.hpp" @ONLY)

# Sources are found by folder, so that a new idea is a new file and nothing else. The usual objection, that a
# build misses a file added since the last configure, is met by CONFIGURE_DEPENDS; the price is one look at
# six small folders before each build.
set(COMITY_FLOORS time schema history view analysis io)
file(GLOB COMITY_SOURCES CONFIGURE_DEPENDS src/*.cpp)
foreach(floor IN LISTS COMITY_FLOORS)
  file(GLOB_RECURSE floor_sources CONFIGURE_DEPENDS src/${floor}/*.cpp)
  list(APPEND COMITY_SOURCES ${floor_sources})
endforeach()

# Always static and position independent: the C++ API promises no ABI, so a shared comity::comity would be a
# trap, while comity::capi and the Python module both link this one whole.
add_library(comity STATIC ${COMITY_SOURCES})
add_library(comity::comity ALIAS comity)
if(COMITY_SANITIZE AND NOT MSVC)
  # RapidJSON 1.1 adds to a null pointer where its stack begins empty; nothing ever reads through it.
  set(json_sources ${COMITY_SOURCES})
  list(FILTER json_sources INCLUDE REGEX "/io/json_[a-z_]*\\.cpp$")
  set_source_files_properties(${json_sources} PROPERTIES
    COMPILE_OPTIONS "-fno-sanitize=pointer-overflow" SKIP_PRECOMPILE_HEADERS ON)
endif()
set_target_properties(comity PROPERTIES
  POSITION_INDEPENDENT_CODE ON
  CXX_EXTENSIONS OFF
  CXX_VISIBILITY_PRESET hidden
  VISIBILITY_INLINES_HIDDEN ON)
target_compile_features(comity PUBLIC cxx_std_20)
target_include_directories(comity
  PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/generated>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
  PRIVATE "${PROJECT_SOURCE_DIR}/src")
target_link_libraries(comity
  PUBLIC Boost::headers
  PRIVATE
    ZLIB::ZLIB Threads::Threads
    $<BUILD_INTERFACE:comity_rapidjson> $<BUILD_INTERFACE:comity_xxhash>
    $<BUILD_INTERFACE:comity_warnings> $<BUILD_INTERFACE:comity_sanitizers>)
if(TARGET comity_isal)
  set_source_files_properties(src/io/inflater.cpp PROPERTIES COMPILE_DEFINITIONS COMITY_HAS_ISAL)
  target_link_libraries(comity PRIVATE $<BUILD_INTERFACE:comity_isal> "${COMITY_ISAL_LIBRARY}")
  set(COMITY_ISAL_LIBS " -lisal") # for the pkg-config file
endif()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Or GCC inlines less than of single sources, units being large: PageRank took a fifth longer.
  target_compile_options(comity PRIVATE --param=large-unit-insns=1000000)
endif()
comity_precompile(comity "${PROJECT_SOURCE_DIR}/src/precompiled.hpp")
