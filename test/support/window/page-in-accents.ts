import type { Page } from 'playwright';
import { accented } from './accented.ts';

type Sought = string | RegExp;

/** Finds `text` as it is, where it is data, or in accents, where it is a word of the window. */
function eitherWay(text: Sought, isExact = false): RegExp {
  const plain = typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : text.source;
  const either = `(?:${plain}|${accented(plain)})`;
  return new RegExp(isExact ? `^${either}$` : either, typeof text === 'string' ? 'iu' : `${text.flags}u`);
}

/** A page whose words are in accents, for a story that is told in plain English. */
export const pageInAccents = (page: Page): Page =>
  new Proxy(page, {
    get: (target, key): unknown => {
      if (key === 'getByText' || key === 'getByLabel') return (text: Sought) => target[key](eitherWay(text));
      if (key === 'getByRole') {
        return (
          role: Parameters<Page['getByRole']>[0],
          options: NonNullable<Parameters<Page['getByRole']>[1]> = {},
        ) =>
          target.getByRole(role, {
            ...options,
            ...(options.name === undefined ? {} : { name: eitherWay(options.name, options.exact) }),
          });
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
