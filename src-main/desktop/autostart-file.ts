/**
 * The entry by which a Linux desktop starts Passbook at login (XDG Autostart; Electron does this for macOS and Windows
 * only). `executable`: the AppImage or the installed binary; quoted as the Desktop Entry Specification asks.
 */
export const autostartFile = (executable: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Passbook',
    `Exec="${executable.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}" --hidden`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
