import type { InAnyLanguage } from '#shared/words/in-any-language.ts';
import { english } from './english.ts';

/** Everything the desktop app says outside of its window, in one language. */
export type DesktopWords = InAnyLanguage<typeof english>;

/** Every language it speaks, by its BCP 47 tag; the same as the window's (src-renderer/words/languages.ts). */
export const languages: Readonly<Record<string, DesktopWords>> = { en: english };
