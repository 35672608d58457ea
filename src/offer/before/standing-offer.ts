import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { BeforeContract } from "./before-contract.ts";

/** An offer that stands, once or several times: its contract as a scenario of one contract, under the policy at `place`. */
export type StandingOffer = {
  readonly checked: CheckedScenario;
  readonly place: number;
  readonly before: BeforeContract;
};
