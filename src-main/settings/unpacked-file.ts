/**
 * Where a file really lies: threads and native code are started by the system, which knows nothing of Electron's
 * archive, so the packager puts their files beside it (electron-builder.yml, `asarUnpack`).
 */
export const unpackedFile = (file: URL): URL =>
  new URL(file.href.replace(/\/app\.asar\/(?!.*\/app\.asar\/)/, '/app.asar.unpacked/'));
