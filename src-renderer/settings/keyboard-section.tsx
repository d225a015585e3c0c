import type { ReactNode } from 'react';
import { KeyList } from '../keyboard/key-list.tsx';
import { keyboardWords as words } from '../words/words.ts';
import { SettingGroup } from './setting.tsx';

/** The same list of keys that `?` shows anywhere. */
export const KeyboardSection = (): ReactNode => (
  <SettingGroup title={words.title}>
    <KeyList />
  </SettingGroup>
);
