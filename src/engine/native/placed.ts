/** An array of native memory that carries its address: asking it for `byteOffset` costs as much as a short loop. */
type Placed = { address: number };

/** Gives an array of native memory its address to carry. */
export function placed<T extends Float64Array | Uint8Array | Uint32Array>(array: T): T {
  (array as T & Placed).address = array.byteOffset;
  return array;
}

/** Did an array come from native loops? Only then has it an address. */
export function isPlaced(array: Float64Array): boolean {
  return "address" in array;
}

/** The address of an array that came from native loops; throws where it did not: address 0 would be read instead. */
export function addressOf(array: Float64Array | Uint8Array | Uint32Array): number {
  const { address } = array as Float64Array & Partial<Placed>;
  if (address === undefined) throw new Error("an array that is not in native memory");
  return address;
}
