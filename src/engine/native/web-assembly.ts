/** As much of WebAssembly as is used here; the language's own types do not have it. */
export type NativeMemory = { readonly buffer: ArrayBuffer };

/** What a module exports: functions of numbers and addresses. */
export type NativeExports = Readonly<Record<string, (...args: number[]) => number>>;

type Api = {
  readonly Memory: new (size: { readonly initial: number }) => NativeMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: NativeMemory } },
  ) => { readonly exports: NativeExports };
};

declare const WebAssembly: Api | undefined;

/** WebAssembly where there is one: an old engine may have none. */
export const webAssembly = typeof WebAssembly === "undefined" ? undefined : WebAssembly;

/** Bytes from their base64 spelling. */
export function bytesOfBase64(text: string): Uint8Array {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const value = new Map([...digits].map((digit, i) => [digit, i]));
  const written = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((written.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let place = 0;
  for (const digit of written) {
    bits = (bits << 6) | value.get(digit)!;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[place++] = (bits >> held) & 255;
  }
  return bytes;
}
