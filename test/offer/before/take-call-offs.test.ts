import { expect, it } from "vitest";
import { takeCallOffs } from "../../../src/offer/before/take-call-offs.ts";

const lasting = (months: readonly number[]) => (slot: number) => ({ contract: slot, months: months[slot]! });
const slots = ({ running }: { running: readonly { slot: number }[] }) => running.map(({ slot }) => slot);

it("contracts are taken as they come, and in the order of the offers within a month", () => {
  const callOffs = [5, 2, 2, 0].map((wait, slot) => ({ slot, wait }));
  const taken = takeCallOffs(callOffs, 2, lasting([9, 9, 9, 9]));
  expect([slots(taken), taken.turnedDown, taken.mostRunning]).toEqual([[3, 1], 2, 2]);
});

it("an end frees the next month, and an early end frees it early", () => {
  // The first runs from month 1 to its last; the second would begin in month 4.
  const callOffs = [0, 3].map((wait, slot) => ({ slot, wait }));
  expect(slots(takeCallOffs(callOffs, 1, lasting([3, 9])))).toEqual([0, 1]);
  expect(slots(takeCallOffs(callOffs, 1, lasting([4, 9])))).toEqual([0]);
  expect(takeCallOffs(callOffs, 1, lasting([3, 9])).mostRunning).toBe(1);
});

it("what is turned down takes nobody up", () => {
  const callOffs = [0, 1, 4].map((wait, slot) => ({ slot, wait }));
  const opened: number[] = [];
  const taken = takeCallOffs(callOffs, 1, (slot) => {
    opened.push(slot);
    return { contract: slot, months: 3 };
  });
  expect([opened, taken.turnedDown]).toEqual([[0, 2], 1]);
});
