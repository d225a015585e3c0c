import { useEffect, useState } from 'react';
import type { BackupFile } from '#shared/backups.ts';
import { useWindow } from '../state/window-context.ts';

/** The copies there are, newest first; `null` until they are known. And how to look again. */
export function useBackups(): readonly [backups: readonly BackupFile[] | null, reload: () => void] {
  const { bridge } = useWindow();
  const [backups, setBackups] = useState<readonly BackupFile[] | null>(null);
  const [edition, setEdition] = useState(0);
  useEffect(() => {
    let isOld = false;
    void bridge.call('backups.list', null).then((answer) => {
      if (!isOld) setBackups(answer.ok ? answer.value : []);
    });
    return () => {
      isOld = true;
    };
  }, [bridge, edition]);
  return [backups, () => setEdition((before) => before + 1)];
}
