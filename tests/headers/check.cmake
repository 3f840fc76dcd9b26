# cmake -D COMPILE="compiler;flags" -D HEADER=... -D OUT=<scratch file> -P check.cmake
file(WRITE "${OUT}" "#include \"${HEADER}\"\n#include \"${HEADER}\"\n")
execute_process(COMMAND ${COMPILE} "${OUT}" RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "<${HEADER}> does not compile alone")
endif()
