import type { NoticeParty } from "./notice.ts";

/** An organisation on one line: what is not on file is said to be missing, as the law asks for it. */
export function partyWords({ name, address, identifier }: NoticeParty): string {
  return `${name}; ${address ?? "address not on file"}; ${identifier ?? "identifier not on file"}`;
}
