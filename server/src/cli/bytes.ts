/** A text, and the way back to the very bytes that it was made of. */
export interface DecodedBytes {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Bytes as a text that can be changed and written back: UTF-8, its mark kept; in any other encoding that has ASCII in it, each byte
 * beyond ASCII as a lone surrogate that stands for itself. Undefined for what is no text.
 */
export function decodeBytes(bytes: Uint8Array): DecodedBytes | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return { text: utf8.decode(bytes), encode: (text) => Buffer.from(text, 'utf8') };
  } catch {
    const text = Buffer.from(bytes).toString('latin1');
    return {
      text: text.replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(0xdc00 | byte.charCodeAt(0))),
      encode: (changed) => {
        const latin = changed.replace(/[\udc80-\udcff]/g, (byte) => String.fromCharCode(byte.charCodeAt(0) & 0xff));
        return Buffer.from(latin, 'latin1');
      },
    };
  }
}
