/** An import as a persisted job: discovery, work, progress, pause, resume, cancel. Being written now; see git log. */
