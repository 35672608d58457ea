// biome-ignore-all assist/source/organizeImports: what is offered stands in the order of the story, not of the alphabet
// riskshare's front door: what it offers to programs, in the order in which a comparison comes about. Whatever is not
// here may change without notice. Worker threads of Node are at "riskshare/node", as nothing here needs Node.

// Read a file
export { type DocumentPath, type ParsedDocument, parseDocument } from "./engine/document.ts";
export { type Problem, problemText } from "./engine/problem.ts";

// Rules: what the parties may agree
export type { Fact, FactValue } from "./engine/fact.ts";
export { contractFacts } from "./engine/contract-facts.ts";
export { contractKinds, type Kind } from "./engine/kind.ts";
export { type HitPolicy, hitPolicies } from "./engine/hit-policy.ts";
export { type Ruleset, type RulesetSpec, rulesetSchema } from "./engine/ruleset.ts";
export { type JsonSchema, rulesetJsonSchema } from "./engine/ruleset-json-schema.ts";
export { type CheckedRuleset, checkRuleset } from "./engine/check-ruleset.ts";
export { checkExamples } from "./engine/check-examples.ts";

// A contract: rulesets bound to each other
export { type BoundContract, bindContract, type Contract, type PolicyTerms } from "./engine/contract.ts";

// One rule file, two roads: reasons (json-rules-engine) and columns (the kernel)
export { type Evaluate, type Judgement, openEvaluate, type Trace } from "./engine/evaluate.ts";
export { type ContractMonth, openContractMonths, type WorldMonth } from "./engine/evaluate-contract.ts";
export { type Graph, openGraph, read, readMask, resetGraph, runMonth } from "./engine/graph.ts";
export { type ContractNodes, type ContractWorld, compileContract } from "./engine/compile-contract.ts";

// Scenarios: worlds, and the policies compared in them
export { type Scenario, scenarioSchema } from "./sim/scenario-schema.ts";
export { scenarioJsonSchema } from "./sim/scenario-json-schema.ts";
export {
  type CheckedPolicy,
  type CheckedScenario,
  checkScenario,
  type ScenarioChanges,
  type ScenarioResult,
} from "./sim/check-scenario.ts";
export { contentHash } from "./sim/content-hash.ts";

// Luck to ledgers: simulate
export type { Luck } from "./sim/luck.ts";
export { type BlockRunner, blockWidth, openBlocks, type ScaledPolicy } from "./sim/block.ts";
export { ledgerColumns } from "./sim/ledger-columns.ts";
export { blocksFor, type Gathering, openGathering } from "./sim/gather.ts";
export { type OpenedRun, openRun, type RunSpec } from "./sim/run-spec.ts";
export { type Sampling, samplings } from "./sim/sampling.ts";
export { quasiPaths } from "./sim/quasi/replicates.ts";
export { type InputFault, isInputFault } from "./engine/input-fault.ts";

// Where blocks run
export type { Host, Progress } from "./host/host.ts";
export { openInlineHost, type Surroundings } from "./host/inline-host.ts";
export { openPoolHost, type Port } from "./host/pool-host.ts";
export { openWorkerTask, type WorkerAnswer, type WorkerRequest } from "./host/worker-task.ts";

// Ledgers to risk: measure
export type { LedgerColumns } from "./sim/risk/ledger-columns.ts";
export type { Estimate } from "./sim/risk/estimate.ts";
export { metrics } from "./sim/risk/metrics.ts";
export type { RiskContext } from "./sim/risk/risk-context.ts";
export { measurePolicy } from "./sim/risk/measure-policy.ts";
export { type Difference, measureDifference } from "./sim/risk/measure-difference.ts";

// Compare policies on a fair basis
export { type Basis, bases, basisSentence } from "./sim/basis.ts";
export {
  type BasisResult,
  type Compared,
  type CompareOptions,
  compare,
  type DifferenceResult,
  type PolicyResult,
  riskContext,
  type Simulate,
} from "./sim/compare.ts";

// Replay one future, month by month, with reasons
export { type OnePath, openPath } from "./sim/one-path.ts";
export { type Replay, type ReplayedMonth, type ReplayInput, replayPath } from "./sim/replay.ts";

// Award a contract: a requirement, its offers, who wins and why
export { awardFacts } from "./engine/award-facts.ts";
export { awardKinds } from "./engine/kind.ts";
export { type CheckedRequirement, checkRequirement } from "./award/check-requirement.ts";
export { type CheckedOffers, checkOffers } from "./award/check-offers.ts";
export type { JudgedOffer, Round } from "./award/judge-round.ts";
export { type OpenRound, openRound, type RoundChange } from "./award/open-round.ts";
export { type JudgeOffer, reasonsRound } from "./award/reasons-round.ts";
export { evaluateOnce } from "./engine/evaluate-once.ts";
export { type PullsBothWays, pullsBothWays } from "./award/pulls-both-ways.ts";
export { type RankingParadox, rankingParadox } from "./award/ranking-paradox.ts";

// Numbers to words and pictures
export { type Comparison, comparisonOf, type Provenance } from "./report/comparison.ts";
export { comparisonText } from "./report/comparison-text.ts";
export { csvTables } from "./report/csv-tables.ts";
export { reportHtml } from "./report/report-html.ts";
