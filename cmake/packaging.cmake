# Install rules, the CMake package and the pkg-config files. Components: comity_development, comity_runtime.
include(CMakePackageConfigHelpers)
set(COMITY_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/comity")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/comity" "${PROJECT_BINARY_DIR}/generated/comity"
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT comity_development
  FILES_MATCHING PATTERN "*.hpp" PATTERN "*.def")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT comity_development)

# Two export sets, so that a user of the C API alone needs no Boost.
install(TARGETS comity EXPORT comityTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT comity_development)
install(EXPORT comityTargets NAMESPACE comity::
  DESTINATION "${COMITY_CMAKE_DIR}" COMPONENT comity_development)

# comity_install_pkgconfig(NAME): fills in cmake/NAME.pc.in. The prefix is relative to the file, so that an
# installed tree can be moved.
function(comity_install_pkgconfig name)
  file(RELATIVE_PATH COMITY_PC_PREFIX
    "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
  configure_file("${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in" "${PROJECT_BINARY_DIR}/${name}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${name}.pc"
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT comity_development)
endfunction()
comity_install_pkgconfig(comity)

if(TARGET comity_capi)
  install(TARGETS comity_capi EXPORT comityCapiTargets
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
      COMPONENT comity_runtime NAMELINK_COMPONENT comity_development
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT comity_runtime
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT comity_development)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/capi/include/"
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT comity_development)
  install(EXPORT comityCapiTargets NAMESPACE comity::
    DESTINATION "${COMITY_CMAKE_DIR}" COMPONENT comity_development)
  comity_install_pkgconfig(comity_c)
endif()

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/comityConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/comityConfig.cmake" INSTALL_DESTINATION "${COMITY_CMAKE_DIR}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/comityConfigVersion.cmake"
  COMPATIBILITY SameMajorVersion)
install(FILES "${PROJECT_BINARY_DIR}/comityConfig.cmake" "${PROJECT_BINARY_DIR}/comityConfigVersion.cmake"
  DESTINATION "${COMITY_CMAKE_DIR}" COMPONENT comity_development)
