# COMITY_SANITIZE=address,undefined (or thread, ...) for every target that links comity_sanitizers PRIVATE.
# The presets asan, tsan and fuzz set it; an installed comity never carries it.
add_library(comity_sanitizers INTERFACE)

if(COMITY_SANITIZE)
  if(MSVC)
    target_compile_options(comity_sanitizers INTERFACE /fsanitize=${COMITY_SANITIZE})
  else()
    # A finding ends the run: a sanitizer that only prints is a test that cannot fail.
    target_compile_options(comity_sanitizers INTERFACE
      -fsanitize=${COMITY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(comity_sanitizers INTERFACE -fsanitize=${COMITY_SANITIZE})
    target_compile_definitions(comity_sanitizers INTERFACE _GLIBCXX_ASSERTIONS)
  endif()
endif()
