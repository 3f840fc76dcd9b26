# The warnings of the house, for our own targets only: link comity_warnings PRIVATE, inside $<BUILD_INTERFACE:>
# where the target is installed. Nobody who uses comity inherits them.
add_library(comity_warnings INTERFACE)

if(COMITY_WARNINGS)
  if(MSVC)
    target_compile_options(comity_warnings INTERFACE /W4 /permissive- /utf-8
      $<$<BOOL:${COMITY_WARNINGS_AS_ERRORS}>:/WX>)
  else()
    target_compile_options(comity_warnings INTERFACE
      -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnull-dereference -Wimplicit-fallthrough
      $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast>
      $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
      $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
      $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes>
      # GCC 12 takes a string put before another for an overlapping copy once it optimises (its bug 105651).
      $<$<AND:$<NOT:$<CONFIG:Debug>>,$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
      $<$<BOOL:${COMITY_WARNINGS_AS_ERRORS}>:-Werror>)
  endif()
endif()
