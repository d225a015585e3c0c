import { existsSync, readFileSync } from 'node:fs';
import { refusing } from '../refuse-missing.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Representation extends Size {
  readonly png: Buffer;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height of a PNG (its IHDR comes first), or of a JPEG (its first frame header); `null`: neither. */
function sizeOf(data: Buffer): Size | null {
  if (data.subarray(0, 8).equals(pngSignature) && data.length > 24)
    return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  if (data[0] !== 0xff || data[1] !== 0xd8) return null;
  for (let at = 2; at + 9 < data.length; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc3)
      return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
  }
  return null;
}

/** Electron's `NativeImage`: the bytes as given, by scale factor. Nothing is drawn, so nothing is resized or cropped. */
class NativeImage {
  isMacTemplateImage = false;
  private readonly representations = new Map<number, Representation>();

  addRepresentation(options: { scaleFactor?: number; buffer?: Buffer; dataURL?: string }): void {
    const { scaleFactor = 1, dataURL } = options;
    const data = options.buffer ?? Buffer.from(dataURL?.slice(dataURL.indexOf(',') + 1) ?? '', 'base64');
    const size = sizeOf(data);
    // Electron takes what it cannot decode for an empty image and says nothing.
    if (size !== null) this.representations.set(scaleFactor, { ...size, png: data });
  }

  isEmpty(): boolean {
    return this.representations.size === 0;
  }

  getScaleFactors(): number[] {
    return this.isEmpty() ? [1] : [...this.representations.keys()];
  }

  getSize(scaleFactor = 1): Size {
    const [factor, own] = this.representation(scaleFactor);
    return { width: Math.round(own.width / factor), height: Math.round(own.height / factor) };
  }

  getAspectRatio(): number {
    const { width, height } = this.getSize();
    return height === 0 ? 1 : width / height;
  }

  toPNG({ scaleFactor = 1 }: { scaleFactor?: number } = {}): Buffer {
    return Buffer.from(this.representation(scaleFactor)[1].png);
  }

  toDataURL(options: { scaleFactor?: number } = {}): string {
    return `data:image/png;base64,${this.toPNG(options).toString('base64')}`;
  }

  isTemplateImage(): boolean {
    return this.isMacTemplateImage;
  }

  setTemplateImage(isTemplate: boolean): void {
    this.isMacTemplateImage = isTemplate;
  }

  private representation(scaleFactor: number): readonly [number, Representation] {
    const own = this.representations.get(scaleFactor);
    if (own !== undefined) return [scaleFactor, own];
    const [first] = this.representations;
    return first ?? [1, { width: 0, height: 0, png: Buffer.alloc(0) }];
  }
}

const create = (): NativeImage => refusing('NativeImage', new NativeImage());

function createFromBuffer(buffer: Buffer, { scaleFactor = 1 }: { scaleFactor?: number } = {}): NativeImage {
  if (!Buffer.isBuffer(buffer)) throw new TypeError('buffer must be a node Buffer');
  const image = create();
  image.addRepresentation({ buffer, scaleFactor });
  return image;
}

/** With `name@2x.png` beside `name.png`, as Electron looks for it. */
function createFromPath(path: string): NativeImage {
  const image = create();
  for (const scaleFactor of [1, 2]) {
    const file = scaleFactor === 1 ? path : path.replace(/(\.\w+)$/, '@2x$1');
    if (existsSync(file)) image.addRepresentation({ buffer: readFileSync(file), scaleFactor });
  }
  if (/template(?:@\w+)?\.\w+$/i.test(path)) image.setTemplateImage(true);
  return image;
}

/** Electron's `nativeImage`. */
export const nativeImage: object = refusing('nativeImage', {
  createEmpty: create,
  createFromBuffer,
  createFromPath,
  createFromDataURL: (dataURL: string) =>
    createFromBuffer(Buffer.from(dataURL.slice(dataURL.indexOf(',') + 1), 'base64')),
});

/** What a tray or a window takes for an image. @throws Error as Electron does when there is no such file. */
export function readImage(image: unknown): NativeImage {
  if (typeof image !== 'string') return image as NativeImage;
  const read = createFromPath(image);
  if (read.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
  return read;
}
