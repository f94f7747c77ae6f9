; Kindred among the programs of "Open with" for photos, without becoming the one that opens them: electron-builder's own
; file associations would take them over.

!macro offerFor EXT
  WriteRegStr SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Kindred.Photo" ""
  WriteRegStr SHELL_CONTEXT "Software\Kindred\Capabilities\FileAssociations" ".${EXT}" "Kindred.Photo"
!macroend

!macro withdrawFrom EXT
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "Kindred.Photo"
!macroend

!macro forEachPhotoExtension DO
  !insertmacro ${DO} "jpg"
  !insertmacro ${DO} "jpeg"
  !insertmacro ${DO} "png"
  !insertmacro ${DO} "webp"
  !insertmacro ${DO} "avif"
  !insertmacro ${DO} "gif"
  !insertmacro ${DO} "tif"
  !insertmacro ${DO} "tiff"
  !insertmacro ${DO} "bmp"
  !insertmacro ${DO} "heic"
  !insertmacro ${DO} "heif"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Kindred.Photo" "" "Photo"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Kindred.Photo\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Kindred\Capabilities" "ApplicationName" "Kindred"
  WriteRegStr SHELL_CONTEXT "Software\Kindred\Capabilities" "ApplicationDescription" "A private photo organizer that knows people"
  WriteRegStr SHELL_CONTEXT "Software\RegisteredApplications" "Kindred" "Software\Kindred\Capabilities"
  !insertmacro forEachPhotoExtension offerFor
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  !insertmacro forEachPhotoExtension withdrawFrom
  DeleteRegValue SHELL_CONTEXT "Software\RegisteredApplications" "Kindred"
  DeleteRegKey SHELL_CONTEXT "Software\Kindred"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Kindred.Photo"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend
