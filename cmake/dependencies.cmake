# Everything that comity takes from elsewhere, each with the Debian package to install when it is missing.
# Nothing is downloaded, and no header of comity looks for anything by itself.

# comity_require_header(TARGET HEADER PACKAGE WHAT): an imported target for a header-only library that has no
# CMake package of its own. Imported targets are system targets, so that the warnings of the house end at them.
function(comity_require_header target header package what)
  find_path(${target}_INCLUDE_DIR ${header})
  mark_as_advanced(${target}_INCLUDE_DIR)
  if(NOT ${target}_INCLUDE_DIR)
    message(FATAL_ERROR "comity needs ${what}: <${header}> was not found. "
      "On Debian: apt-get install ${package}. Elsewhere: set ${target}_INCLUDE_DIR or CMAKE_PREFIX_PATH.")
  endif()
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} INTERFACE "${${target}_INCLUDE_DIR}")
endfunction()

find_package(Boost 1.74 QUIET)
if(NOT Boost_FOUND)
  message(FATAL_ERROR "comity needs the headers of Boost 1.74 or later (Boost.Graph, Boost.Date_Time). "
    "On Debian: apt-get install libboost-dev. Elsewhere: set Boost_ROOT or CMAKE_PREFIX_PATH.")
endif()
# Some packages of Boost leave headers out; a missing one is better named here than deep inside a compilation.
foreach(header IN ITEMS graph/adjacency_list.hpp date_time/gregorian/gregorian_types.hpp locale/utf.hpp)
  if(Boost_INCLUDE_DIRS AND NOT EXISTS "${Boost_INCLUDE_DIRS}/boost/${header}")
    message(FATAL_ERROR "The Boost in ${Boost_INCLUDE_DIRS} has no <boost/${header}>. "
      "On Debian: apt-get install libboost-dev. From PyPI: boost-headers or cmeel-boost. Then set Boost_ROOT.")
  endif()
endforeach()

comity_require_header(comity_rapidjson rapidjson/reader.h rapidjson-dev "RapidJSON")
comity_require_header(comity_xxhash xxhash.h libxxhash-dev "xxHash")

find_package(ZLIB QUIET)
if(NOT ZLIB_FOUND)
  message(FATAL_ERROR "comity needs zlib, to read files that are gzip. On Debian: apt-get install zlib1g-dev.")
endif()
# Not needed: ISA-L unpacks gzip in a third of the time that zlib takes.
option(COMITY_USE_ISAL "Unpack gzip by ISA-L where that is found" ON)
if(COMITY_USE_ISAL)
  find_path(COMITY_ISAL_INCLUDE_DIR isa-l/igzip_lib.h)
  find_library(COMITY_ISAL_LIBRARY isal)
  mark_as_advanced(COMITY_ISAL_INCLUDE_DIR COMITY_ISAL_LIBRARY)
endif()
if(COMITY_USE_ISAL AND COMITY_ISAL_INCLUDE_DIR AND COMITY_ISAL_LIBRARY)
  add_library(comity_isal INTERFACE IMPORTED)
  target_include_directories(comity_isal INTERFACE "${COMITY_ISAL_INCLUDE_DIR}")
endif()
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
