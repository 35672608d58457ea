// Loaded into a command before it: writes its sign when Ctrl-C is being listened for.
import { existsSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const sign = process.env.RISKSHARE_TEST_SIGN;
if (isMainThread && sign !== undefined && !existsSync(sign)) {
  const seen = setInterval(() => {
    if (process.listenerCount("SIGINT") === 0) return;
    writeFileSync(sign, "alive");
    clearInterval(seen);
  }, 5);
  seen.unref();
}
