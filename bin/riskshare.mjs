#!/usr/bin/env node
import { register } from "tsx/esm/api";

register();
const { main } = await import("../src/cli/main.ts");
const args = process.argv.slice(2);
await main(args.length === 0 && process.env.npm_lifecycle_event === "start" ? ["compare", "dps-2017"] : args);
