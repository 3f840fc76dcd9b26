# comity_precompile(TARGET HEADER): what nearly every file of a target includes is compiled once, which makes a first
# build a third faster. A build of which comity is a part goes without: there, as in tests/consumer, each file has to
# include what it uses.

option(COMITY_PRECOMPILE_HEADERS "Precompile what most of comity's files include" ${PROJECT_IS_TOP_LEVEL})

function(comity_precompile target header)
  if(COMITY_PRECOMPILE_HEADERS)
    target_precompile_headers(${target} PRIVATE "${header}")
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
      target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>) # ccache asks for it
    endif()
  endif()
endfunction()
