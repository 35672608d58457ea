import type { Command } from "commander";
import { addOfferPortfolioCommand } from "./offer-portfolio-command.ts";
import { addOfferTestCommand } from "./offer-test-command.ts";

/** Adds the commands about a provider's own offer. */
export function addOfferCommand(program: Command): void {
  const offer = program.command("offer").description("is my offer viable? test it before you make it");
  addOfferTestCommand(offer);
  addOfferPortfolioCommand(offer);
}
