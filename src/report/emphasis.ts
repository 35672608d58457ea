/** How a terminal makes words stand out; both may leave text as it is. */
export type Emphasis = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
};

/** Text without emphasis, for files and pipes. */
export const noEmphasis: Emphasis = { bold: (text) => text, dim: (text) => text };
