import * as z from 'zod';

const infoSchema = z.object({ full_name: z.string().nullish() });

/** The name in the one entry of `/info`; `null` when there is none. The rest of the entry is not looked at. */
export function decodeHolder(value: unknown): string | null {
  const decoded = infoSchema.safeParse(value);
  return (decoded.success && decoded.data.full_name?.trim()) || null;
}
