import type { Command } from "commander";
import { addOfferPortfolioCommand } from "./offer-portfolio-command.ts";

export function addOfferCommand(program: Command): void {
  const group = program.command("offer").description("test an offer of your own before you make it");
  addOfferPortfolioCommand(group);
}
