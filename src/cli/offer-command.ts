import type { Command } from "commander";
import { addOfferCheckCommand } from "./offer-check-command.ts";
import { addOfferInitCommand } from "./offer-init-command.ts";
import { addOfferTestCommand } from "./offer-test-command.ts";
import { addOfferWorkbookCommand } from "./offer-workbook-command.ts";

/** What a provider does with its own offer, each a command of its own. */
export function addOfferCommand(program: Command): void {
  const offer = program
    .command("offer")
    .description("your own offer, before you make it: write it down, check it, test it against your limits")
    .helpCommand(false);
  addOfferInitCommand(offer);
  addOfferCheckCommand(offer);
  addOfferTestCommand(offer);
  addOfferWorkbookCommand(offer);
  for (const command of offer.commands) command.copyInheritedSettings(program);
}
