/** As much of Notebook Kit's inside as a notebook's runtime is made of. */
declare module "observable:runtime/define.js" {
  export type CellState = {
    readonly root: HTMLElement;
    readonly expanded: unknown[];
    readonly variables: { delete(): void }[];
  };
  export type CellDefinition = {
    readonly id: number;
    readonly body: (...inputs: never[]) => unknown;
    readonly inputs?: readonly string[];
    readonly outputs?: readonly string[];
    readonly output?: string;
    readonly display?: boolean;
    readonly autodisplay?: boolean;
    readonly autoview?: boolean;
    readonly automutable?: boolean;
  };
  export function define(main: unknown, state: CellState, definition: CellDefinition): void;
}

declare module "observable:runtime/stdlib/generators/index.js" {
  export const dark: () => AsyncGenerator<boolean>;
  export const width: (target: Element) => AsyncGenerator<number>;
  export const input: (element: Element) => AsyncGenerator<unknown>;
  export const observe: (
    initialize: (notify: (value: unknown) => void) => unknown,
  ) => AsyncGenerator<unknown>;
  export const now: () => Generator<number>;
  export const queue: typeof observe;
}

declare module "observable:runtime/stdlib/md.js" {
  export const md: (template: TemplateStringsArray, ...values: unknown[]) => Node;
}

declare module "observable:runtime/stdlib/mutable.js" {
  export const Mutable: (value: unknown) => unknown;
}

declare module "@observablehq/runtime" {
  export class Runtime {
    constructor(builtins: Readonly<Record<string, unknown>>);
    module(): unknown;
  }
}
