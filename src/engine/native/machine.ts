import { openRegions, type Region } from "./region.ts";
import { bytesOfBase64, type NativeExports, type NativeMemory, webAssembly } from "./web-assembly.ts";

/** The WebAssembly memory of this thread, shared by all modules, and its regions. */
export type Machine = {
  readonly memory: NativeMemory;
  readonly openRegion: () => Region;
};

// 512 MiB of addresses, as some worlds take nearly as much, or half of it; what is never touched takes no memory.
const pages = [8192, 4096];
let machine: Machine | "none" | undefined;

/** The machine of this thread; undefined where there is no WebAssembly, or no memory for it. */
export function machineOfThread(): Machine | undefined {
  machine ??= openMachine() ?? "none";
  return machine === "none" ? undefined : machine;
}

function openMachine(): Machine | undefined {
  if (webAssembly === undefined) return undefined;
  for (const initial of pages) {
    try {
      const memory = new webAssembly.Memory({ initial });
      return { memory, openRegion: openRegions(memory, 1) };
    } catch {
      // Less may be had.
    }
  }
  return undefined;
}

/** Opens a module on the machine's memory; undefined where the engine cannot run it (no SIMD, or forbidden). */
export function openModule({ memory }: Machine, base64: string): NativeExports | undefined {
  try {
    const module = new webAssembly!.Module(bytesOfBase64(base64));
    return new webAssembly!.Instance(module, { env: { memory } }).exports;
  } catch {
    return undefined;
  }
}
