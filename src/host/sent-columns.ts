import { openGathering } from "../sim/gather.ts";
import { type PacketGathering, unpackBlock } from "./block-packet.ts";

/** Opens the gathering of columns that workers send, where threads cannot share memory. */
export function openSentGathering(
  paths: number,
  policies: number,
  columnNames: readonly string[],
): PacketGathering {
  const { add, ledgers } = openGathering(paths, policies, columnNames);
  return { note: (packet) => add(packet.block, unpackBlock(packet)), ledgers };
}
